/* The measure of an edge about an ear finds what a drawn edge has. */
import { expect, test } from "vitest";
import { besideEar, offReal } from "./beside-ear.ts";

const PER_MM = 4;
/** An ear 60 mm high and 35 deep whose face lies to the right, its tragus 35 mm below its top. */
const ear = {
  top: { x: 400, y: 400 },
  lobe: { x: 420, y: 640 },
  tragus: { x: 465, y: 540 },
  front: { x: 470, y: 520 },
  back: { x: 330, y: 520 },
};
const mirrored = Object.fromEntries(
  Object.entries(ear).map(([name, { x, y }]) => [name, { x: 1000 - x, y }]),
) as typeof ear;

/** Treated down to 5 mm over the ear, from 8 mm behind it on; a sideburn from 3 to 18 mm before it, down to `end`. */
const drawn =
  (end: number) =>
  ({ x, y }: { readonly x: number; readonly y: number }): number => {
    if (y <= 400 - 5 * PER_MM) return 1;
    if (x <= 330 - 8 * PER_MM) return 1;
    return x >= 470 + 3 * PER_MM && x <= 470 + 18 * PER_MM && y <= end ? 1 : 0;
  };

test("gaps over and behind the ear, the sideburn's end and its place are found, whichever way the face looks", () => {
  const share = drawn(540 + 6 * PER_MM);
  const seen = besideEar(share, ear, PER_MM);
  expect(seen.overEar).toBeCloseTo(5, 0);
  expect(seen.behindEar).toBeCloseTo(8, 0);
  expect(seen.sideburnEnd).toBeCloseTo(-6, 0);
  expect(seen.beforeEar).toBeCloseTo(3, 0);
  expect(besideEar(({ x, y }) => share({ x: 1000 - x, y }), mirrored, PER_MM)).toEqual(seen);
});

test("a sideburn that ends over the ear is told by how far above the tragus that is", () => {
  const { sideburnEnd } = besideEar(drawn(0), ear, PER_MM);
  expect(sideburnEnd).toBeCloseTo(40, 0);
  expect(offReal("sideburnEnd", sideburnEnd)).toBe(sideburnEnd);
});

test("within what real work has nothing is off, beyond it the distance to it", () => {
  expect([-61, -20, 0, 4].map((mm) => offReal("sideburnEnd", mm))).toEqual([1, 0, 0, 4]);
  expect([20, 22, 27, 30].map((mm) => offReal("nape", mm))).toEqual([2, 0, 0, 3]);
});
