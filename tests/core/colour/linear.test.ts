import { expect, test } from "vitest";
import { CODE, LIGHT, lightOfRgb, rgbOfLight } from "../../../src/core/colour/linear.ts";

test("every sRGB byte survives the way to light and back", () => {
  for (let v = 0; v < 256; v++) {
    expect(CODE[LIGHT[v]]).toBe(v);
    for (const code of rgbOfLight(lightOfRgb([v, v, v]))) expect(code).toBeCloseTo(v, 9);
  }
});

test("middle grey and the two ends of the curve are those of IEC 61966-2-1", () => {
  expect(lightOfRgb([0, 10, 118])[0]).toBe(0);
  expect(lightOfRgb([0, 10, 118])[1]).toBeCloseTo(10 / 255 / 12.92, 12);
  expect(lightOfRgb([0, 10, 118])[2]).toBeCloseTo(0.18116, 5);
});
