/* Points of the line moved by hand: none refuses where it begins, and what cannot go on goes as far as it can. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cross, length, scale, subtract, unit } from "../../../src/core/geometry/vector.ts";
import {
  type Hairline,
  covers,
  hairlineOfShape,
  hairlineShapes,
  withShape,
} from "../../../src/core/hairline/hairline.ts";
import { type LinePoint, placeOf, pointAt, pointsOf } from "../../../src/core/hairline/line-points.ts";
import { faultOf, withPoint } from "../../../src/core/hairline/moved-point.ts";
import { SCALP_RHO, scalpChart } from "../../../src/core/head/scalp.ts";
import { templeStates } from "../../../src/core/hairline/rest.ts";
import { HEADS, grownVault } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { tape, walk } from "../../../src/core/head/walk.ts";

/** Heads of every size that the app gives; and of lengths apart, within three standard deviations (SOURCES head-2). */
const heads = fc.oneof(
  fc.double({ min: HEADS.least, max: HEADS.most, noNaN: true }).map((k) => grownVault(maleVault, k)),
  fc.record({
    halfLength: fc.double({ min: 88, max: 112, noNaN: true }),
    halfBreadth: fc.double({ min: 68, max: 86, noNaN: true }),
    height: fc.double({ min: 82, max: 106, noNaN: true }),
    depth: fc.double({ min: 120, max: 142, noNaN: true }),
    ear: fc.constant(maleVault.ear),
  }),
);
/** Areas alone have no points of a line. */
const withPoints = covers.filter((cover) => cover !== "areas");
const starts = fc
  .tuple(
    heads,
    fc.constantFrom(...hairlineShapes),
    fc.constantFrom(...withPoints),
    fc.double({ min: 40, max: 120, noNaN: true }),
    fc.constantFrom(...templeStates),
  )
  .map(([vault, shape, cover, height, state]) => ({
    vault,
    hairline: hairlineOfShape(vault, shape, cover, height, undefined, state),
  }));
/** One of the points that a line has: which is told by a share of their number. */
const which = fc.double({ min: 0, max: 0.999, noNaN: true });
const pointOf = (hairline: Hairline, share: number): LinePoint => {
  const points = pointsOf(hairline);
  return points[Math.floor(share * points.length)];
};
const anyDirection = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  .filter((d) => length([0, d[1], d[2]]) > 0.1)
  .map((d) => unit(d));

const staysOnMidline = (id: LinePoint, mirror: boolean): boolean =>
  mirror && ["mid", "nape", "fringe", "behind"].includes(id);

describe("a line at its usual place, 40 to 120 mm above the brow", () => {
  test("is a line in every shape, on every head", () => {
    const law = fc.property(starts, ({ vault, hairline }) => {
      expect(faultOf(vault, hairline)).toBeNull();
    });
    fc.assert(law, { numRuns: 150, seed: 7 });
  });

  test("has every point moved by a millimetre in every direction", () => {
    const law = fc.property(starts, which, fc.boolean(), ({ vault, hairline }, share, mirror) => {
      const id = pointOf(hairline, share);
      const d = placeOf(vault, hairline, id);
      const up = unit(subtract([0, 1, 0], scale(d, d[1])));
      const beside = cross(d, up);
      // With both sides together the centre stays on the midline.
      const ways = staysOnMidline(id, mirror) ? [up, scale(up, -1)] : [up, scale(up, -1), beside, scale(beside, -1)];
      for (const way of ways) {
        const to = walk(vault, d, way, 1);
        const moved = withPoint(vault, hairline, id, to, mirror);
        expect(moved.stop).toBeNull();
        expect(tape(vault, placeOf(vault, moved.hairline, id), to)).toBeLessThan(0.12);
      }
    });
    fc.assert(law, { numRuns: 120, seed: 7 });
  });
});

test("a point that is dragged anywhere ends there, or nearer to it than it was, and leaves a line", () => {
  const law = fc.property(starts, which, anyDirection, fc.boolean(), ({ vault, hairline }, share, to, mirror) => {
    const id = pointOf(hairline, share);
    const { hairline: moved, stop } = withPoint(vault, hairline, id, to, mirror);
    expect(faultOf(vault, moved)).toBeNull();
    const wanted = pointAt(id, to, mirror);
    const left = length(subtract(placeOf(vault, moved, id), wanted));
    const before = length(subtract(placeOf(vault, hairline, id), wanted));
    // Points are kept to a tenth of a millimetre.
    expect(left).toBeLessThan(stop === null ? 0.003 : before + 0.006);
  });
  fc.assert(law, { numRuns: 60, seed: 7 });
});

test("a temple peak drawn far past its temple is stopped where the line would cross itself, and says so", () => {
  const hairline = hairlineOfShape(maleVault, "natural");
  const past = unit([-0.5, 0.6, 0.6]);
  const { hairline: moved, stop } = withPoint(maleVault, hairline, "templeLeft", past, false);
  expect(stop).toBe("crosses");
  const went = tape(maleVault, placeOf(maleVault, hairline, "templeLeft"), placeOf(maleVault, moved, "templeLeft"));
  expect(went).toBeGreaterThan(40);
});

test("the centre drawn down over the face is stopped where the scalp ends, and says so", () => {
  const hairline = hairlineOfShape(maleVault, "natural");
  const { hairline: moved, stop } = withPoint(maleVault, hairline, "mid", unit([0, -0.5, 0.8]), true);
  expect(stop).toBe("leaves");
  const { u, v } = scalpChart(placeOf(maleVault, moved, "mid"));
  expect(Math.hypot(u, v)).toBeLessThan(SCALP_RHO);
  expect(Math.hypot(u, v)).toBeGreaterThan(SCALP_RHO - 0.01);
});

test("a line that crosses itself can be put right by any move", () => {
  const { points, ...rest } = hairlineOfShape(maleVault, "natural");
  const crossed = { ...rest, points: { ...points, templeLeft: points.templeRight, templeRight: points.templeLeft } };
  expect(faultOf(maleVault, crossed)).toBe("crosses");
  const home = placeOf(maleVault, { ...rest, points }, "templeLeft");
  const { hairline, stop } = withPoint(maleVault, crossed, "templeLeft", home, true);
  expect(stop).toBeNull();
  expect(hairline.points).toEqual(points);
});

test("another shape of any line is a line", () => {
  const law = fc.property(starts, fc.constantFrom(...hairlineShapes), ({ vault, hairline }, shape) => {
    expect(faultOf(vault, withShape(vault, hairline, shape))).toBeNull();
  });
  fc.assert(law, { numRuns: 60, seed: 7 });
});

test("a line of a plan of before moves freely on its head, and then runs as lines do now", () => {
  const law = fc.property(starts, which, ({ vault: { height, ...axes }, hairline }, share) => {
    const vault = { ...axes, height, depth: height };
    const before: Hairline = { ...hairline, finish: null, rest: null };
    const id = pointOf(before, share);
    const to = walk(vault, placeOf(vault, before, id), unit(cross(placeOf(vault, before, id), [0.3, 0.4, 0.8])), 1);
    const { hairline: moved, stop } = withPoint(vault, before, id, to, false);
    expect(faultOf(vault, before) === null && stop !== null).toBe(false);
    expect(moved.rest === null).toBe(stop !== null);
    expect(stop === null ? faultOf(vault, moved) : null).toBeNull();
  });
  fc.assert(law, { numRuns: 60, seed: 7 });
});
