/* From how many pixels a head's dots are told apart. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { maleVault } from "../../../src/core/head/vault.ts";
import { plainView } from "../../../src/core/head/view.ts";
import { breadthsOf } from "../../../src/core/picture/told-apart.ts";

const viewOf = (perMm: number) =>
  plainView(
    "front",
    { width: 1200, height: 1600, focal: 900 * perMm },
    { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 },
    "person",
  );

test("dots a millimetre apart want two pixels to the millimetre, dots half as far apart twice as many", () => {
  expect(breadthsOf(maleVault, viewOf(3), 100).seen).toBeCloseTo(3 * 2 * maleVault.halfBreadth, 9);
  expect(breadthsOf(maleVault, viewOf(3), 100).least).toBeCloseTo(2 * 2 * maleVault.halfBreadth, 9);
  expect(breadthsOf(maleVault, viewOf(3), 400).least).toBeCloseTo(4 * 2 * maleVault.halfBreadth, 9);
});

test("a larger photo of the same head never says less", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 9, noNaN: true }), fc.integer({ min: 30, max: 320 }), (perMm, density) => {
      const [small, large] = [perMm, 2 * perMm].map((one) => breadthsOf(maleVault, viewOf(one), density));
      expect(large.seen).toBeCloseTo(2 * small.seen, 6);
      expect(large.least).toBe(small.least);
    }),
  );
});
