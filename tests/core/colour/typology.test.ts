/* The names of skins: typology classes, against published tables (SOURCES skin-1). */
import { expect, test } from "vitest";
import { typologyAngle, typologyClass } from "../../../src/core/colour/typology.ts";

test.each([
  ["very light", 55.1, 90],
  ["light", 41.1, 55],
  ["intermediate", 28.1, 41],
  ["tan", 10.1, 28],
  ["brown", -29.9, 10],
  ["dark", -90, -30],
] as const)("%s goes from %f to %f degrees", (name, from, to) => {
  expect(typologyClass(from)).toBe(name);
  expect(typologyClass(to)).toBe(name);
});

test("the angle is that of lightness over 50 against yellow, and skin without yellow has one", () => {
  expect(typologyAngle({ l: 62.2, a: 11.4, b: 15.7 })).toBeCloseTo((Math.atan(12.2 / 15.7) * 180) / Math.PI, 9);
  expect(typologyAngle({ l: 50, a: 12, b: 19 })).toBe(0);
  expect(typologyAngle({ l: 70, a: 0, b: 0 })).toBe(90);
  expect(typologyAngle({ l: 30, a: 0, b: 0 })).toBe(-90);
});
