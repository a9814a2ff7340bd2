/* The tables that stand between marks and pixels, held to their bytes: a machine that made another one would paint
   another picture. */
import { expect, test } from "vitest";
import { profileTable } from "../../../src/core/stipple/profile.ts";
import { exponential, logarithm } from "../../../src/core/stipple/series.ts";
import { toeTable, transmissionTable } from "../../../src/core/stipple/transmission.ts";
import { fingerprint } from "../picture/known-picture.ts";

const hashOf = (table: Uint8Array | Uint16Array | Int16Array): number =>
  fingerprint(new Uint8ClampedArray(table.buffer, table.byteOffset, table.byteLength));

test("each table has its known hash", () => {
  expect({
    profile: hashOf(profileTable()),
    toe: hashOf(toeTable()),
    transmission: hashOf(transmissionTable([1.2, 1.08, 0.984])),
  }).toEqual(KNOWN);
});

test("powers of e agree with the engine's to its last digits", () => {
  for (let x = -30; x <= 30; x += 0.37) {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 13);
  }
  for (let x = 0.001; x <= 2; x += 0.003) expect(logarithm(x)).toBeCloseTo(Math.log(x), 13);
});

test("what passes a depth is the exponential, to a step of its table", () => {
  const table = transmissionTable([1, 0.5, 2]);
  for (let depth = 0; depth < 12_288; depth += 37) {
    [1, 0.5, 2].forEach((absorbs, channel) => {
      const exact = 32_767 * Math.exp((-absorbs * depth) / 1024 / 2.4);
      expect(Math.abs(table[4 * depth + channel] - exact)).toBeLessThan(0.51);
    });
  }
});

const KNOWN = { profile: 387_116_853, toe: 1_496_515_030, transmission: 3_887_728_339 };
