/* The names of skins: typology classes and the Monk scale, against published tables (SOURCES skin-1 and skin-2). */
import { expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import { monkSwatches, monkTone } from "../../../src/core/colour/monk.ts";
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

const monk = [
  ["f6ede4", 94.2, 1.5, 5.4, 83],
  ["f3e7db", 92.3, 2.1, 7.3, 80.2],
  ["f7ead0", 93.1, 0.2, 14.2, 71.7],
  ["eadaba", 87.6, 0.5, 17.8, 64.7],
  ["d7bd96", 77.9, 3.5, 23.1, 50.3],
  ["a07e56", 55.1, 7.8, 26.7, 10.9],
  ["825c43", 42.5, 12.3, 20.5, -20.1],
  ["604134", 30.7, 11.7, 13.3, -55.4],
  ["3a312a", 21.1, 2.7, 6, -78.3],
  ["292420", 14.6, 1.5, 3.5, -84.3],
] as const;

test.each(monk)(
  "Monk's swatch %s has its published L*, a*, b* and angle, within their rounding",
  (hex, l, a, b, ita) => {
    const tone = monk.findIndex(([other]) => other === hex);
    const rgb = monkSwatches[tone];
    expect(rgb.map((code) => code.toString(16).padStart(2, "0")).join("")).toBe(hex);
    const lab = labOf(rgb);
    expect(Math.abs(lab.l - l)).toBeLessThan(0.05);
    expect(Math.abs(lab.a - a)).toBeLessThan(0.05);
    expect(Math.abs(lab.b - b)).toBeLessThan(0.05);
    expect(Math.abs(typologyAngle(lab) - ita)).toBeLessThan(0.1);
    expect(monkTone(ita)).toBe(tone + 1);
  },
);

test("Monk's tones follow each other from light to dark, and every angle has one", () => {
  const tones = Array.from({ length: 181 }, (_, i) => monkTone(90 - i));
  expect(tones).toEqual(tones.toSorted((a, b) => a - b));
  expect(new Set(tones).size).toBe(10);
});
