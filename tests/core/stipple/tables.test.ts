/* The tables that stand between marks and pixels, held to their bytes: a machine that made another one would paint
   another picture. */
import { expect, test } from "vitest";
import { profileTable } from "../../../src/core/stipple/profile.ts";
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

test("what a depth lets through is the exponential, to a step of its table", () => {
  const table = transmissionTable([1, 0.5, 2]);
  for (let depth = 0; depth < 12_288; depth += 37) {
    [1, 0.5, 2].forEach((absorbs, channel) => {
      const exact = 32_767 * Math.exp((-absorbs * depth) / 1024 / 2.4);
      expect(Math.abs(table[4 * depth + channel] - exact)).toBeLessThan(0.51);
    });
  }
});

const KNOWN = { profile: 387_116_853, toe: 1_496_515_030, transmission: 3_887_728_339 };
