/* The line drawn by hand: a stroke becomes a few points, a part of the line takes the place of a part, and points come
   and go. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Vec3, length, subtract } from "../../../src/core/geometry/vector.ts";
import { hairlineCurve, treatedEdge } from "../../../src/core/hairline/boundary.ts";
import { withAddedPoint, withStroke, withoutPoint } from "../../../src/core/hairline/drawn-line.ts";
import { type Hairline, covers, hairlineOfShape, hairlineShapes } from "../../../src/core/hairline/hairline.ts";
import { hairlineHeight, withShape } from "../../../src/core/hairline/hairline.ts";
import { faultOf, withPoint } from "../../../src/core/hairline/moved-point.ts";
import { placeOf, pointsOf } from "../../../src/core/hairline/line-points.ts";
import { maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { headPoint } from "../../../src/core/head/walk.ts";

const natural = hairlineOfShape(maleVault, "natural");
const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

/** A stroke over the forehead: from one tape across to another, so high above the brow at each share of the way. */
function stroke(from: number, to: number, height: (share: number) => number): readonly Vec3[] {
  return Array.from({ length: 40 }, (_, i) => headPoint(maleVault, height(i / 39), from + ((to - from) * i) / 39));
}

/** How far a direction lies from a curve, mm. */
const offCurve = (d: Vec3, curve: readonly Vec3[]): number => {
  const p = vaultPoint(maleVault, d);
  return Math.min(...curve.map((one) => length(subtract(vaultPoint(maleVault, one), p))));
};

const pointsIn = ({ drawn }: Hairline): readonly Vec3[] => drawn!.points;

test("a stroke from temple to temple is the line, told by a few points to 2 mm", () => {
  const way = stroke(-55, 55, (t) => 72 + 6 * Math.cos(7 * t));
  const { hairline, stop } = withStroke(maleVault, natural, way, false);
  expect(stop).toBeNull();
  expect(pointsIn(hairline).length).toBeLessThanOrEqual(16);
  const curve = hairlineCurve(maleVault, hairline);
  for (const d of way) expect(offCurve(d, curve)).toBeLessThan(2);
  // Right to left, whichever way it was drawn.
  const { hairline: back } = withStroke(maleVault, natural, way.toReversed(), false);
  expect(back.drawn).toEqual(hairline.drawn);
});

test("with both sides alike the half that was drawn is the other's too, and the middle lies on the midline", () => {
  const { hairline } = withStroke(
    maleVault,
    natural,
    stroke(4, 56, (t) => 58 + 8 * t),
    true,
  );
  const points = pointsIn(hairline);
  expect(points.length % 2).toBe(1);
  points.forEach((d, i) => expect(length(subtract(d, mirrored(points[points.length - 1 - i])))).toBeLessThan(1e-9));
  expect(points[(points.length - 1) / 2][0]).toBe(0);
  expect(hairlineHeight(maleVault, hairline)).toBeCloseTo(58, 0);
});

test("a stroke that begins and ends on the line changes that stretch and leaves the rest", () => {
  const before = hairlineCurve(maleVault, natural);
  const way = stroke(-20, 20, (t) => 65 - 12 * Math.sin(Math.PI * t));
  const { hairline } = withStroke(maleVault, natural, way, false);
  const after = hairlineCurve(maleVault, hairline);
  expect(offCurve(headPoint(maleVault, 53, 0), after)).toBeLessThan(1.5);
  for (const d of before.filter(([x]) => Math.abs(x) > 0.45)) expect(offCurve(d, after)).toBeLessThan(2);
});

test("a touch draws nothing, and a stroke that would cross the line says so and leaves it", () => {
  expect(
    withStroke(
      maleVault,
      natural,
      stroke(0, 4, () => 80),
      false,
    ).hairline,
  ).toBe(natural);
  const loop = Array.from({ length: 60 }, (_, i) => {
    const turn = (4 * Math.PI * i) / 60;
    return headPoint(maleVault, 90 + 20 * Math.cos(turn), 20 * Math.sin(turn) + i / 6);
  });
  const { hairline, stop } = withStroke(maleVault, natural, loop, false);
  expect(stop).toBe("crosses");
  expect(hairline).toBe(natural);
});

test("a point is added on the line without moving it much, and its twin; taken away both are gone", () => {
  const way = stroke(-55, 55, (t) => 70 + 20 * (t - 0.5) ** 2);
  const { hairline } = withStroke(maleVault, natural, way, true);
  const curve = hairlineCurve(maleVault, hairline);
  const on = curve.reduce((best, d) => (Math.abs(d[0] - 0.25) < Math.abs(best[0] - 0.25) ? d : best));
  const { hairline: more } = withAddedPoint(maleVault, hairline, on, true);
  expect(pointsIn(more)).toHaveLength(pointsIn(hairline).length + 2);
  for (const d of hairlineCurve(maleVault, more)) expect(offCurve(d, curve)).toBeLessThan(2);
  const added = pointsIn(more).findIndex((d) => length(subtract(d, on)) < 1e-4);
  expect(pointsIn(withoutPoint(maleVault, more, added, true).hairline)).toEqual(pointsIn(hairline));
});

test("a shape that is tapped becomes points on the same line; another shape takes their place again", () => {
  for (const shape of hairlineShapes) {
    const before = hairlineOfShape(maleVault, shape);
    const curve = hairlineCurve(maleVault, before);
    const { hairline } = withAddedPoint(maleVault, before, curve[Math.floor(curve.length / 2) + 6], true);
    expect(hairline.drawn?.temples).toBe(true);
    const off = hairlineCurve(maleVault, hairline).map((d) => offCurve(d, curve));
    expect(Math.max(...off)).toBeLessThan(5);
    expect(withShape(maleVault, hairline, shape).drawn).toBeNull();
  }
});

test("every point of a drawn line moves by hand, in every cover, and what comes of it is a line", () => {
  const law = fc.property(
    fc.constantFrom(...covers.filter((cover) => cover !== "areas")),
    fc.double({ min: 50, max: 95, noNaN: true }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.boolean(),
    (cover, height, share, mirror) => {
      const start = hairlineOfShape(maleVault, "natural", cover);
      const drawn = withStroke(
        maleVault,
        start,
        stroke(-52, 52, (t) => height + 5 * Math.sin(5 * t)),
        mirror,
      );
      expect(faultOf(maleVault, drawn.hairline)).toBeNull();
      const ids = pointsOf(drawn.hairline);
      const id = ids[Math.floor(share * ids.length)];
      const [x, y, z] = placeOf(maleVault, drawn.hairline, id);
      const { hairline } = withPoint(maleVault, drawn.hairline, id, [x, y * 0.999, z], mirror);
      expect(faultOf(maleVault, hairline)).toBeNull();
      expect(treatedEdge(maleVault, hairline).length).toBeGreaterThan(20);
    },
  );
  fc.assert(law, { numRuns: 40, seed: 7 });
});
