/* What lies between two values, and within two. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clamp, smoothstep } from "../../../src/core/geometry/interpolate.ts";

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });

test("a value within the bounds stays, one beyond them becomes the bound", () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (value, one, other) => {
      const [least, most] = one < other ? [one, other] : [other, one];
      const [, middle] = [least, value, most].toSorted((a, b) => a - b);
      expect(clamp(value, least, most) === middle).toBe(true);
    }),
  );
});

test("the smooth step rises from 0 to 1, the same way from either end, and is level there", () => {
  expect([smoothstep(0), smoothstep(0.5), smoothstep(1)]).toEqual([0, 0.5, 1]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (t) => {
      expect(smoothstep(t + 0.001)).toBeGreaterThan(smoothstep(t));
      expect(smoothstep(1 - t)).toBeCloseTo(1 - smoothstep(t), 12);
    }),
  );
  expect(smoothstep(1e-4)).toBeLessThan(4e-8);
  expect(smoothstep(1 - 1e-4)).toBeGreaterThan(1 - 4e-8);
});
