/* How large and how small a photo may be. */
import { expect, it } from "vitest";
import { checkSize, MAX_PIXELS, MIN_SIDE } from "../../../src/core/photo/limits.ts";

const kindOf = (width: number, height: number): string => {
  const checked = checkSize({ width, height });
  return checked.ok ? "fits" : checked.reason.kind;
};

it("opens 50 megapixels, also as phones count them", () => {
  expect(kindOf(10_000, 5_000)).toBe("fits");
  expect(kindOf(8160, 6144)).toBe("fits");
  expect(kindOf(8192, 6144)).toBe("fits");
});

it("refuses 51 megapixels, and sizes that only a lie can have", () => {
  expect(kindOf(8500, 6000)).toBe("too-large");
  expect(kindOf(100_000, 100_000)).toBe("too-large");
  expect(kindOf(0xffffffff, 0xffffffff)).toBe("too-large");
});

it("draws the line at a whole number of pixels", () => {
  expect(kindOf(MAX_PIXELS / 100, 100)).toBe("fits");
  expect(kindOf(MAX_PIXELS / 100 + 1, 100)).toBe("too-large");
});

it("refuses a picture with a side too short to show dots", () => {
  expect(kindOf(MIN_SIDE, MIN_SIDE)).toBe("fits");
  expect(kindOf(MIN_SIDE - 1, 1000)).toBe("too-small");
  expect(kindOf(1000, MIN_SIDE - 1)).toBe("too-small");
  expect(kindOf(0, 0)).toBe("too-small");
});
