/* Areas: what a brush covers, that erasing what was added leaves no trace, and how far a place belongs to one. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Vec3 } from "../../../src/core/geometry/vector.ts";
import { type Area, brushed, cellsOfArea, newArea, ownCells } from "../../../src/core/hairline/areas.ts";
import { type Dab, brushCells } from "../../../src/core/hairline/brush.ts";
import { cellText, readCells } from "../../../src/core/hairline/cell-text.ts";
import {
  type Cells,
  PER_UNIT,
  cellsWithin,
  countCells,
  difference,
  mirroredCells,
  union,
  without,
} from "../../../src/core/hairline/cells.ts";
import { outlineOf } from "../../../src/core/hairline/cells-outline.ts";
import { coverageOf, insideBy } from "../../../src/core/hairline/coverage.ts";
import { fewPoints, smoothWay } from "../../../src/core/hairline/drawn-curve.ts";
import { areaAgainstReference } from "../../../src/core/head/scalp-chart.ts";
import { scalpChart, scalpDirection } from "../../../src/core/head/scalp.ts";
import { grownVault } from "../../../src/core/head/scale.ts";
import { maleVault, vaultNormal } from "../../../src/core/head/vault.ts";
import { anyCells } from "../plan/any-document.ts";

const settings = { seed: 21, numRuns: 60 } as const;

/** Skin of the average head that cells cover, mm^2: the chart is equal-area. */
const skinOf = (cells: Cells, at: Vec3): number =>
  (countCells(cells) / (PER_UNIT * PER_UNIT)) * vaultNormal(maleVault, at).area;

const crown: Vec3 = scalpDirection(0, 0.1);
const near = (u: number, v: number): Vec3 => scalpDirection(u, v);
const dab = fc.record({
  d: fc.tuple(fc.double({ min: -0.25, max: 0.25, noNaN: true }), fc.double({ min: -0.25, max: 0.25, noNaN: true })),
  radius: fc.double({ min: 0.15, max: 6, noNaN: true }),
});
const stroke: fc.Arbitrary<Cells> = fc.array(dab, { minLength: 1, maxLength: 4 }).map((dabs) =>
  brushCells(
    maleVault,
    dabs.map(({ d: [u, v], radius }): Dab => ({ d: near(u, v), radius })),
  ),
);

describe("a set of cells", () => {
  test("comes back from its text, which is the only one that says it", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        expect(readCells(cellText(cells))).toEqual(cells);
      }),
      settings,
    );
  });

  test("holds to the laws of sets", () => {
    fc.assert(
      fc.property(anyCells, anyCells, (a, b) => {
        expect(union(a, b)).toEqual(union(b, a));
        expect(union(without(a, b), b)).toEqual(union(a, b));
        expect(difference(a, b)).toEqual(union(without(a, b), without(b, a)));
        expect(countCells(union(a, b))).toBe(countCells(a) + countCells(without(b, a)));
        expect(mirroredCells(mirroredCells(a))).toEqual(a);
      }),
      settings,
    );
  });

  test("within a closed way is as large as the way is, and a whole top's text is small", () => {
    const round = Array.from({ length: 72 }, (_, i) => {
      const angle = (i * Math.PI) / 36;
      return { u: 0.9 * Math.cos(angle), v: 0.9 * Math.sin(angle) };
    });
    const cells = cellsWithin(round);
    expect(countCells(cells) / (PER_UNIT * PER_UNIT)).toBeCloseTo(0.81 * Math.PI, 1);
    expect(cellText(cells).length).toBeLessThan(5000);
  });
});

describe("a brush", () => {
  test("covers as much skin as a disc, or a way with round ends, of its size, wherever it is", () => {
    for (const [u, v] of [
      [0, 0],
      [0.8, 0.6],
      [-1.2, 0.4],
      [0, -1.3],
    ]) {
      const d = near(u, v);
      expect(skinOf(brushCells(maleVault, [{ d, radius: 8 }]), d) / (64 * Math.PI)).toBeCloseTo(1, 1);
    }
    const way = brushCells(maleVault, [
      { d: near(-0.2, 0), radius: 3 },
      { d: near(0.2, 0), radius: 3 },
    ]);
    // 0.4 of the chart across the pole is 31 mm.
    expect(skinOf(way, near(0, 0)) / (31 * 6 + 9 * Math.PI)).toBeCloseTo(1, 1);
  });

  test("of 0.3 mm leaves a trace everywhere, and two traces 0.6 mm apart are two", () => {
    for (const [u, v] of [
      [0, 0],
      [1, 0.7],
      [0.2, -1.4],
    ]) {
      const trace = brushCells(maleVault, [{ d: near(u, v), radius: 0.15 }]);
      expect(countCells(trace)).toBeGreaterThan(0);
      const beside = brushCells(maleVault, [{ d: near(u + 0.6 / 45, v), radius: 0.15 }]);
      expect(countCells(union(trace, beside))).toBe(countCells(trace) + countCells(beside));
    }
  });

  test("erasing what was added gives the area back byte for byte, whatever lay there before beside it", () => {
    const start = { ...newArea("1", "area", "Crown", false), points: [near(0, 0), near(0.15, 0), near(0.1, 0.2)] };
    fc.assert(
      fc.property(fc.array(fc.tuple(stroke, fc.boolean()), { maxLength: 3 }), stroke, (before, more) => {
        const area = before.reduce<Area>((each, [cells, erasing]) => brushed(each, cells, erasing), start);
        const fresh = without(more, ownCells(area));
        expect(brushed(brushed(area, fresh, false), fresh, true)).toEqual(area);
        const there = without(more, fresh);
        expect(brushed(brushed(area, there, true), there, false)).toEqual(area);
        expect(brushed(brushed(area, more, false), more, false)).toEqual(brushed(area, more, false));
      }),
      settings,
    );
  });

  test("on a mirrored area tells for both sides, on the skin and when it erases", () => {
    const mirrored = newArea("1", "area", "Temples", true);
    const left = brushCells(maleVault, [{ d: near(0.8, 0.8), radius: 5 }]);
    const area = brushed(mirrored, left, false);
    expect(cellsOfArea(area)).toEqual(union(left, mirroredCells(left)));
    expect(brushed(area, mirroredCells(left), true)).toEqual(mirrored);
  });
});

describe("how far a place belongs to an area", () => {
  const disc = brushCells(maleVault, [{ d: crown, radius: 20 }]);
  const of = (changed: Partial<Area>): Area => ({
    ...brushed(newArea("1", "area", "", false), disc, false),
    ...changed,
  });
  const { u: u0, v: v0 } = scalpChart(crown);
  /** So many mm beside the middle of the disc, in the chart. */
  const aside = (mm: number): number => u0 + mm / maleVault.halfBreadth;

  test("goes by the distance from its edge in mm", () => {
    for (const mm of [14, 17, 19, 21, 23])
      expect(Math.abs(insideBy(maleVault, disc, aside(mm), v0, 8) - (20 - mm))).toBeLessThan(0.25);
    expect(insideBy(maleVault, disc, u0, v0, 8)).toBe(8);
  });

  test("is all in the middle, half at the edge, nothing beyond the blend", () => {
    const { at } = coverageOf(maleVault, of({ softness: 6 }));
    expect([at(aside(0), v0), at(aside(16.5), v0), at(aside(23.5), v0)]).toEqual([1, 1, 0]);
    expect(at(aside(20), v0)).toBeCloseTo(0.5, 1);
  });

  test("is all within what is left free, whose blend lies beyond", () => {
    const { at } = coverageOf(maleVault, of({ kind: "leave-free", softness: 4 }));
    expect([at(aside(19.8), v0), at(aside(24.5), v0)]).toEqual([1, 0]);
    expect(Math.abs(at(aside(22), v0) - 0.5)).toBeLessThan(0.1);
  });

  test("of a scar is all in its band and blends 25 mm to each side; of a graft within its disc", () => {
    const line = [near(-0.3, v0), near(0.3, v0)];
    const scar = coverageOf(maleVault, { ...newArea("1", "scar", "", false), points: line });
    const off = (mm: number): number => v0 + mm / 98;
    expect([scar.at(0, off(5.8)), scar.at(0, off(32))]).toEqual([1, 0]);
    expect(scar.at(0, off(18.5))).toBeCloseTo(0.5, 1);
    const graft = coverageOf(maleVault, { ...newArea("2", "fue", "", true), points: [near(0.3, v0)] });
    expect([graft.at(0.3, v0), graft.at(-0.3, v0), graft.at(0.3 + 1.2 / 77, v0)]).toEqual([1, 1, 0]);
  });

  test("stays with the skin when the head is found to be larger, and its blend stays as wide", () => {
    const larger = grownVault(maleVault, 1.1);
    const area = of({ softness: 6 });
    const [before, after] = [coverageOf(maleVault, area), coverageOf(larger, area)];
    expect(after.cells).toEqual(before.cells);
    expect(after.at(aside(20), v0)).toBeCloseTo(before.at(aside(20), v0), 1);
    // 17 mm on the average head are 18.7 on this one, whose disc is 22 mm wide: still before the blend.
    expect([before.at(aside(17.5), v0) < 1, after.at(aside(17), v0)]).toEqual([true, 1]);
    expect(areaAgainstReference(larger, u0, v0)).toBeCloseTo(1.21, 9);
  });
});

test("the outline of skin covered runs along its edge alone, also where runs part", () => {
  const blob = (u: number, v: number): Cells => brushCells(maleVault, [{ d: near(u, v), radius: 10 }]);
  // A fork: two blobs beside each other, and a third below that joins them.
  const cells = [blob(-0.13, 0), blob(0.13, 0), blob(0, 0.2)].reduce(union);
  const ways = outlineOf(cells);
  expect(ways.length).toBeGreaterThan(2);
  const inner = ways.flat().filter(({ u, v }) => Math.abs(insideBy(maleVault, cells, u, v, 8)) > 1.5);
  expect(inner).toEqual([]);
});

test("a way drawn by a finger is told by few points, as near as they can", () => {
  const way = Array.from({ length: 200 }, (_, i) => near(-0.4 + i / 250, 0.15 * Math.sin(i / 30)));
  const points = fewPoints(maleVault, way, 0.4, 24);
  expect(points.length).toBeLessThanOrEqual(24);
  const smooth = smoothWay(points, false).map(scalpChart);
  const off = smooth.map(({ u, v }) => Math.abs(v - 0.15 * Math.sin(((u + 0.4) * 250) / 30)));
  expect(Math.max(...off) * 98).toBeLessThan(1.2);
});
