import { expect, test } from "vitest";
import { KNOWN, paintedHere } from "./known-picture.ts";

test("the known pictures have their known bytes in Node", () => {
  expect(paintedHere()).toEqual(KNOWN);
});
