/* How much light a dot takes: what is known in closed form at both ends, and what must hold between them. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { absorbanceIn, lightTaken } from "../../../src/core/stipple/stipple.ts";

const settings = { numRuns: 200, seed: 5, endOnFailure: true } as const;
const depths = fc.double({ min: 0.02, max: 8, noNaN: true });

test("a sharp dot takes what its disc covers, a very soft one as much as it has ink", () => {
  for (const depth of [0.1, 0.5, 1, 2, 4]) {
    // The edge of a disc twelve blurs wide lets through a little more, and takes it outside.
    const sharp = lightTaken(depth, 12) / (1 - Math.exp(-depth));
    expect(sharp).toBeGreaterThan(1);
    expect(sharp).toBeLessThan(1.17);
    expect(lightTaken(depth, 0) / depth).toBeGreaterThan(0.95);
    expect(lightTaken(depth, 0) / depth).toBeLessThanOrEqual(1);
  }
});

test("more ink takes more light, the same ink more the softer it lies, but never more than there is ink", () => {
  fc.assert(
    fc.property(depths, fc.integer({ min: 0, max: 46 }), (depth, quarter) => {
      const rho = quarter / 4;
      expect(lightTaken(depth * 1.1, rho)).toBeGreaterThan(lightTaken(depth, rho));
      expect(lightTaken(depth, rho)).toBeGreaterThanOrEqual(lightTaken(depth, rho + 0.25) - 2e-3);
      expect(lightTaken(depth, rho)).toBeLessThan(1.002 * depth);
    }),
    settings,
  );
});

test("spread wide, a dot that takes nearly all red is not redder than it is by itself", () => {
  const skin = { soft: 0.06, absorbance: 1.2, dots: 1.95 };
  const [red, green, blue] = absorbanceIn([2, 1.2, 0.9], skin, 0.2, 0.5 * 0.5);
  expect(green).toBe(1.2);
  // Wide dots take in proportion to their depth: the channels' depths are then as what they took when they were sharp.
  const taken = (depth: number): number => lightTaken(depth, 0.2 / 0.06);
  expect(Math.abs(red / green / (taken(2) / taken(1.2)) - 1)).toBeLessThan(0.05);
  expect(Math.abs(blue / green / (taken(0.9) / taken(1.2)) - 1)).toBeLessThan(0.05);
  expect(red / green).toBeLessThan(2 / 1.2);
});
