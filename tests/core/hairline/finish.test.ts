/* The finish of a line: what it asks of the density across the edge stands there; a line without one of its own is as
   its shape was. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  FADE,
  type Fade,
  STRAYS_AT,
  frontFinishes,
  fronts,
  nameOf,
  sides,
  straysOf,
  tailOf,
} from "../../../src/core/hairline/finish.ts";
import { finishOf, hairlineOfShape, usualFinish, withShape } from "../../../src/core/hairline/hairline.ts";
import { withPointAt } from "../../../src/core/hairline/line-points.ts";
import { regionOf } from "../../../src/core/hairline/region.ts";
import { scalpChart } from "../../../src/core/head/scalp.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { headPoint } from "../../../src/core/head/walk.ts";

const HEIGHT = 65;
const lineWith = (front: Fade, side: Fade = sides.soft) =>
  hairlineOfShape(maleVault, "natural", "scalp", HEIGHT, { front, sides: side });

/** The share of the density so many mm behind the line on the midline, in the mean over a few seeds. */
function meanShares(front: Fade, behind: readonly number[]): readonly number[] {
  const regions = [1, 2, 3].map((seed) => regionOf(maleVault, lineWith(front), seed));
  return behind.map((mm) => {
    const { u, v } = scalpChart(headPoint(maleVault, HEIGHT + mm, 0));
    return regions.reduce((sum, region) => sum + region.share(u, v), 0) / regions.length;
  });
}

test.each(frontFinishes)("%s: the density rises over the transition, and single dots stray before it", (name) => {
  const front = fronts[name];
  const swing = front.macro + front.micro;
  const far = [-front.stray - swing - 1.5, front.transition + swing + 1.5];
  const [none, ...shares] = meanShares(front, [far[0], -2, 0, 2, 4, 8, far[1]]);
  expect(none).toBe(0);
  expect(shares.at(-1)).toBe(1);
  for (let i = 1; i < shares.length; i++) expect(shares[i]).toBeGreaterThanOrEqual(shares[i - 1]);
});

test.each([0.2, 0.5, 0.8])("at a line that does not swing stands the share that is asked: %f", (edge) => {
  // The grid has a node every 1.2 mm: between them the share is read off a straight.
  const [share] = meanShares({ ...fronts.soft, edge, transition: 10, stray: 3, macro: 0, micro: 0 }, [0]);
  expect(Math.abs(share - edge)).toBeLessThan(0.06);
});

test.each([2, 5, 9])("as many strays as are asked for stand before each cm of a line: %d", (strays) => {
  const front = { ...fronts.soft, edge: 0.6, stray: 6, strays, macro: 0, micro: 0 };
  const step = 0.25;
  const shares = meanShares(
    front,
    Array.from({ length: 4 * 8 }, (_, i) => -(i + 0.5) * step),
  );
  const dots = shares.reduce((sum, share) => sum + share * step * (STRAYS_AT / 10), 0);
  // The line takes up to half a node of the grid of what stands at it.
  expect(Math.abs(dots - strays)).toBeLessThan(0.15 * strays + 0.6);
  expect(straysOf(front)).toBe(strays);
});

test("no more strays stand before a line than its own density gives", () => {
  const front = { ...fronts.soft, edge: 0.1, stray: 2, strays: 12 };
  expect(tailOf(front)).toBe(front.edge);
  expect(straysOf(front)).toBeCloseTo((STRAYS_AT / 10) * 0.1 * 1, 9);
});

test("dots are finest and faintest at the line and before it, and grow to those behind", () => {
  const { looks } = regionOf(maleVault, lineWith({ ...fronts.soft, macro: 0, micro: 0 }), 1);
  const at = (mm: number) => scalpChart(headPoint(maleVault, HEIGHT + mm, 0));
  const finer = [-3, 0, 4, 8, 14, 25].map((mm) => looks?.finer(at(mm).u, at(mm).v) ?? Number.NaN);
  expect(finer[0]).toBeCloseTo(fronts.soft.finer, 3);
  expect(finer.at(-1)).toBe(1);
  expect(finer.toSorted((a, b) => a - b)).toEqual(finer);
  expect(looks?.fainter(at(-1).u, at(-1).v)).toBeCloseTo(fronts.soft.fainter, 3);
});

test("where no dot is to be finer or fainter there is nothing to ask", () => {
  const even = { finer: 1, fainter: 1 };
  expect(regionOf(maleVault, lineWith({ ...fronts.soft, ...even }, { ...sides.soft, ...even }), 1).looks).toBeNull();
});

test("the sides have a finish of their own, which the front does not see", () => {
  const [soft, defined] = [sides.soft, sides.defined].map((side) =>
    regionOf(maleVault, lineWith(fronts.soft, side), 1),
  );
  const front = scalpChart(headPoint(maleVault, HEIGHT + 3, 10));
  expect(soft.share(front.u, front.v)).toBe(defined.share(front.u, front.v));
  // Along the way above the ear and down behind it.
  const differs = Array.from({ length: 60 }, (_, i) => scalpChart(headPoint(maleVault, i, 150))).filter(
    ({ u, v }) => soft.share(u, v) !== defined.share(u, v),
  );
  expect(differs.length).toBeGreaterThan(3);
});

test("a finish has its name until one of its numbers is changed", () => {
  for (const name of frontFinishes) expect(nameOf(fronts[name], fronts)).toBe(name);
  expect(nameOf({ ...fronts.soft, stray: 5.5 }, fronts)).toBeNull();
});

test("a finish that was chosen stays with another shape, one that came with the shape goes with it", () => {
  const usual = hairlineOfShape(maleVault, "natural");
  expect(withShape(maleVault, usual, "straight").finish).toEqual(usualFinish("straight"));
  const chosen = { ...usual, finish: { front: fronts.broken, sides: sides.defined } };
  expect(withShape(maleVault, chosen, "straight").finish).toEqual(chosen.finish);
});

test("a line of an earlier plan is as its shape was, until it is moved", () => {
  const law = fc.property(fc.constantFrom("natural", "straight", "winged", "widows-peak" as const), (shape) => {
    const earlier = { ...hairlineOfShape(maleVault, shape), finish: null };
    expect(finishOf(earlier)).toEqual(usualFinish(shape));
    const moved = withPointAt(maleVault, earlier, "mid", headPoint(maleVault, 70, 0), true);
    expect(moved.finish).toEqual(usualFinish(shape));
  });
  fc.assert(law);
  const { u, v } = scalpChart(headPoint(maleVault, HEIGHT + 9, 0));
  const earlier = { ...hairlineOfShape(maleVault, "natural"), finish: null };
  // Its transition was 8 mm, with swings to 3.
  expect(regionOf(maleVault, earlier, 1).share(u, v)).not.toBe(
    regionOf(maleVault, lineWith(fronts.faded), 1).share(u, v),
  );
});

test("the named finishes lie within what can be set", () => {
  for (const fade of [...Object.values(fronts), ...Object.values(sides)]) {
    for (const [key, { least, most }] of Object.entries(FADE)) {
      const value = fade[key as keyof Fade];
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    }
  }
});
