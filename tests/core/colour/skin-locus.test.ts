/* Measured skin against the archive's table (SOURCES skin-3), and what exposure is told of photos of it. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chromaOf } from "../../../src/core/colour/chroma.ts";
import { rgbOfLight } from "../../../src/core/colour/linear.ts";
import { asMeasured, measuredSkins, skinExposure } from "../../../src/core/colour/skin-locus.ts";
import { typologyAngle } from "../../../src/core/colour/typology.ts";

const issa = [
  [62, 68.2, 10.2, 10.2, "bb9a8e"],
  [50, 65.7, 10.7, 13.4, "b69280"],
  [38, 62.2, 11.4, 15.7, "af8872"],
  [25, 58.3, 11.2, 17.9, "a57d64"],
  [12, 54, 11.7, 18.9, "9a7056"],
  [0, 50.3, 11.7, 19, "8f664a"],
  [-15, 45.3, 11.1, 18.1, "7f583e"],
  [-30, 40.8, 11, 16, "714c34"],
  [-45, 37.2, 10.2, 13, "64422f"],
  [-60, 33.6, 8.7, 9.6, "56392b"],
] as const;

// Light is given to a thousandth, a whole code in the dark; L*, a* and b* are medians each by itself.
test.each(issa)("skin of %i degrees has its published L*, a*, b* and hex", (ita, l, a, b, hex) => {
  const skin = measuredSkins[issa.findIndex(([other]) => other === ita)];
  expect(skin.ita).toBe(ita);
  rgbOfLight(skin.diffuse).forEach((code, c) =>
    expect(Math.abs(code - Number.parseInt(hex.slice(2 * c, 2 * c + 2), 16))).toBeLessThan(0.7),
  );
  const lab = asMeasured(skin.diffuse);
  expect(Math.abs(lab.l - l)).toBeLessThan(0.15);
  expect(Math.abs(lab.a - a)).toBeLessThan(0.35);
  expect(Math.abs(lab.b - b)).toBeLessThan(0.36);
  expect(Math.abs(typologyAngle(lab) - ita)).toBeLessThan(1.6);
});

test("a photo of skin on the curve, exposed as photos are, is told to within two standard deviations", () => {
  fc.assert(
    fc.property(fc.nat(measuredSkins.length - 1), fc.double({ min: -0.6, max: 0.6, noNaN: true }), (which, stop) => {
      const [red, green, blue] = measuredSkins[which].diffuse;
      const k = Math.exp(stop);
      const { times, spread, off } = skinExposure([k * red, k * green, k * blue]);
      expect(Math.abs(Math.log(times) - stop)).toBeLessThan(2 * spread);
      expect(spread).toBeLessThan(0.45);
      expect(off).toBeLessThan(1.3);
    }),
    { endOnFailure: true },
  );
});

test("what no skin looks like lies far off: grass, sky, a black hat", () => {
  for (const light of [
    [0.1, 0.3, 0.05],
    [0.3, 0.45, 0.8],
    [0.015, 0.015, 0.018],
  ] as const) {
    expect(skinExposure(light).off).toBeGreaterThan(6);
  }
});

test("fair skin in shade and dark skin in bright light of one brightness are told apart", () => {
  const [fair, dark] = [measuredSkins[2].diffuse, measuredSkins[7].diffuse];
  const dimmed = fair.map((v) => (v * dark[1]) / fair[1]) as [number, number, number];
  expect(chromaOf(dimmed).blue).toBeGreaterThan(chromaOf(dark).blue);
  expect(skinExposure(dimmed).times).toBeLessThan(0.8);
  expect(skinExposure(dark).times).toBeGreaterThan(0.8);
});
