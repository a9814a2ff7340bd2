import { expect, test } from "vitest";
import { KNOWN_CAPTION, captionedHere } from "../core/photo/known-caption.ts";
import { KNOWN, paintedHere } from "../core/picture/known-picture.ts";

test("the known pictures have their known bytes in the browser", () => {
  expect(paintedHere()).toEqual(KNOWN);
});

test("a known caption has its known bytes in the browser", () => {
  expect(captionedHere()).toBe(KNOWN_CAPTION);
});
