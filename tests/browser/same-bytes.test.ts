import { expect, test } from "vitest";
import { KNOWN, paintedHere } from "../core/picture/known-picture.ts";

test("the known pictures have their known bytes in the browser", () => {
  expect(paintedHere()).toEqual(KNOWN);
});
