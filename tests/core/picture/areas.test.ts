/* Areas in the picture: their density is exact in the middle, a stroke is the same by way of what is kept as from
   scratch, and sessions and shade tell in them alone. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Vec3 } from "../../../src/core/geometry/vector.ts";
import { length, subtract } from "../../../src/core/geometry/vector.ts";
import { type Area, brushed, newArea } from "../../../src/core/hairline/areas.ts";
import { brushCells } from "../../../src/core/hairline/brush.ts";
import { treatedBy } from "../../../src/core/hairline/treated.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { headPoint } from "../../../src/core/head/walk.ts";
import { type HeadFollicles, createHeadFollicles } from "../../../src/core/picture/head-follicles.ts";
import { doneAt, shadeOf } from "../../../src/core/picture/ink.ts";
import { measureOf } from "../../../src/core/picture/measure.ts";
import { wholeScalp } from "../../../src/core/head/scalp-chart.ts";
import { createFollicles } from "../../../src/core/picture/follicles.ts";
import { type Thresholds, createAreaThresholds, settleThresholds } from "../../../src/core/picture/thresholds.ts";
import { depthOfStep, usualShade } from "../../../src/core/pigment/shades.ts";
import { DENSITY as PLANNED, usualPlan } from "../../../src/core/plan/plan.ts";
import { perMm2 } from "../../../src/core/units.ts";

const DENSITY = 60;
const { hairline } = usualPlan();
const top: Vec3 = scalpDirection(0.1, 0.1);
/** On the forehead, before the line. */
const forehead: Vec3 = scalpDirection(0, 1.45);

let head: HeadFollicles;
beforeAll(() => {
  head = createHeadFollicles(createFollicles(1, wholeScalp));
  head.growFor(perMm2(DENSITY * 1.5), thresholdsOf([]), () => false);
});

const disc = (d: Vec3, radius: number, changed: Partial<Area> = {}, id = "1"): Area => ({
  ...brushed(newArea(id, "area", "", false), brushCells(maleVault, [{ d, radius }]), false),
  ...changed,
});

function thresholdsOf(areas: readonly Area[]): Thresholds {
  const thresholds = head.thresholdsOnHead(maleVault, hairline, areas);
  settleThresholds(head.follicles, thresholds);
  return thresholds;
}

/** Dots per cm^2 within `radius` mm of a place, at a density for each that decides. */
function densityAbout(
  d: Vec3,
  radius: number,
  { from, areas, ready }: Thresholds,
  densities: readonly number[],
): number {
  const { directions } = head.follicles;
  const middle = vaultPoint(maleVault, d);
  let count = 0;
  for (let i = 0; i < ready; i++) {
    const at = vaultPoint(maleVault, [directions[3 * i], directions[3 * i + 1], directions[3 * i + 2]]);
    if (length(subtract(at, middle)) < radius && from[i] < densities[areas?.of[i] ?? 0]) count++;
  }
  // A chord's disc on a ball covers as much as in the plane.
  return count / (Math.PI * (radius / 10) ** 2);
}
const wholly = (areas: readonly Area[]): readonly number[] =>
  doneAt({ ...usualPlan(), density: DENSITY }, "healed", areas);

test("the density is exact in the middle of every area, within the line and before it", () => {
  for (const [at, radius] of [
    [top, 30],
    [forehead, 14],
  ] as const) {
    for (const share of [0.3, 1, 1.5]) {
      const areas = [disc(at, radius, { density: share, softness: 4 })];
      const found = densityAbout(at, radius - 3, thresholdsOf(areas), wholly(areas));
      expect(Math.abs(found / (share * DENSITY) - 1)).toBeLessThan(radius > 20 ? 0.04 : 0.1);
    }
  }
});

test("nothing stands where skin is left free, whatever lies there; beyond it all is as before", () => {
  const free = disc(top, 6, { kind: "leave-free", softness: 1 }, "2");
  const areas = [disc(top, 20, { density: 1.5 }), free];
  const before = thresholdsOf(areas.slice(0, 1));
  const after = thresholdsOf(areas);
  expect(densityAbout(top, 5.8, before, wholly(areas))).toBeGreaterThan(DENSITY);
  expect(densityAbout(top, 5.8, after, wholly(areas))).toBe(0);
  expect(densityAbout(forehead, 20, after, wholly(areas))).toBe(densityAbout(forehead, 20, before, wholly(areas)));
});

test("a later area lies on an earlier one", () => {
  const [under, over] = [disc(top, 25, { density: 1.5 }), disc(top, 25, { density: 0.2 }, "2")];
  const of = (areas: readonly Area[]): number => densityAbout(top, 20, thresholdsOf(areas), wholly(areas));
  expect(of([under, over]) / of([over, under])).toBeCloseTo(0.2 / 1.5, 1);
});

test("without areas the line's own thresholds stand, the same object", () => {
  expect(thresholdsOf([])).toBe(thresholdsOf([]));
  expect(thresholdsOf([]).areas).toBeNull();
});

/** What may be done to a plan's areas, one after the other. */
const place = fc.record({
  u: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  v: fc.double({ min: 0, max: 0.8, noNaN: true }),
});
const act: fc.Arbitrary<(areas: readonly Area[]) => readonly Area[]> = fc.oneof(
  fc.record({ at: place, radius: fc.double({ min: 0.3, max: 9, noNaN: true }), erasing: fc.boolean() }).map(
    ({ at, radius, erasing }) =>
      (areas: readonly Area[]) =>
        areas.map((area, i) =>
          i === areas.length - 1
            ? brushed(area, brushCells(maleVault, [{ d: scalpDirection(at.u, at.v), radius }]), erasing)
            : area,
        ),
  ),
  place.map(({ u, v }) => (areas: readonly Area[]) => [
    ...areas,
    disc(scalpDirection(u, v), 8, {}, `${areas.length + 5}`),
  ]),
  fc.constant((areas: readonly Area[]) => areas.slice(1)),
  fc
    .record({ softness: fc.constantFrom(0, 2, 12), density: fc.constantFrom(0.4, 1.3), mirrored: fc.boolean() })
    .map((changed) => (areas: readonly Area[]) => areas.map((area, i) => (i === 0 ? { ...area, ...changed } : area))),
  place.map(({ u, v }) => (areas: readonly Area[]) => [
    ...areas.filter(({ kind }) => kind !== "scar"),
    { ...newArea("77", "scar", "", true), points: [scalpDirection(0, 0), scalpDirection(u, v)] },
  ]),
);

// Compared as bytes: a matcher would go through half a million numbers one by one.
const bytesOf = ({ buffer }: Float64Array | Uint8Array): Buffer => Buffer.from(buffer as ArrayBuffer);
const areasOf = ({ areas }: Thresholds): Uint8Array => areas?.of ?? new Uint8Array(head.follicles.u.length);

test("after any strokes and changes the thresholds by way of those before are those from scratch, to the bit", () => {
  const line = thresholdsOf([]);
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 5 }), (acts) => {
      let areas: readonly Area[] = [disc(top, 10)];
      thresholdsOf(areas);
      for (const run of acts) {
        areas = run(areas);
        thresholdsOf(areas);
      }
      const kept = thresholdsOf(areas);
      const fresh = createAreaThresholds(head.follicles, treatedBy(maleVault, line.region, areas), line.stretch);
      settleThresholds(head.follicles, fresh);
      expect(Buffer.compare(bytesOf(kept.from), bytesOf(fresh.from))).toBe(0);
      expect(Buffer.compare(bytesOf(areasOf(kept)), bytesOf(areasOf(fresh)))).toBe(0);
    }),
    { seed: 5, numRuns: 10 },
  );
});

describe("sessions and shade", () => {
  const once = disc(top, 20, { sessions: [1] });
  const often = disc(top, 20, { sessions: [0.2, 0.4, 0.8, 1] });
  const plan = { ...usualPlan(), density: DENSITY };

  test("an area is done in its own sessions, the rest of the head in the plan's", () => {
    const at = (area: Area, moment: "session-1" | "session-2" | "healed"): number =>
      Math.round((100 * densityAbout(top, 15, thresholdsOf([area]), doneAt(plan, moment, [area]))) / DENSITY);
    expect(Math.abs(at(once, "session-1") - 100)).toBeLessThan(6);
    expect(Math.abs(at(often, "session-1") - 20)).toBeLessThan(4);
    expect(Math.abs(at(often, "session-2") - 40)).toBeLessThan(4);
    expect(at(often, "healed")).toBe(at(once, "healed"));
  });

  test("the work counts a fourth session where an area takes one, and no dot twice", () => {
    const { follicles } = head;
    const four = measureOf(follicles, thresholdsOf([often]), maleVault, DENSITY);
    const three = measureOf(follicles, thresholdsOf([once]), maleVault, DENSITY);
    expect([four.dots.length, three.dots.length]).toEqual([4, 3]);
    const sum = (dots: readonly number[]): number => dots.reduce((all, each) => all + each, 0);
    expect(sum(four.dots)).toBe(sum(three.dots));
    expect(four.dots[3]).toBeGreaterThan(0);
  });

  test("a step on the ladder makes an area's dots darker or fairer, and no others", () => {
    const { shades, edition } = plan;
    const shade = shadeOf(shades, DENSITY, edition, [{ ...once, shade: 1 }]);
    expect([shade(0, 0), shade(0, 1)]).toEqual([1, 21 / 16]);
    expect(depthOfStep(usualShade, -1)).toBeCloseTo(21 / 26, 12);
    expect(depthOfStep({ parts: 8, name: "" }, 0)).toBe(1);
    expect(depthOfStep({ parts: 3, name: "" }, 2)).toBe(1);
  });

  test("a stroke leaves all marks as they are unless a follicle comes under another shade by it", () => {
    const dark = disc(top, 12, { shade: 1 });
    const plain = disc(scalpDirection(0.1, 0.7), 6, {}, "2");
    const stroke = (area: Area, d: Vec3): Area => brushed(area, brushCells(maleVault, [{ d, radius: 5 }]), false);
    const of = (areas: readonly Area[]): unknown => thresholdsOf(areas).areas?.shading;
    const before = of([dark, plain]);
    expect(of([dark, stroke(plain, scalpDirection(0.2, 0.7))])).toBe(before);
    expect(of([stroke(dark, scalpDirection(0.3, 0.1)), plain])).not.toBe(before);
    const over = of([dark, stroke(plain, top)]);
    expect(over).not.toBe(before);
  });

  test("an area's last session is done in the plan's last shade", () => {
    const shades = [30, 25, 20].map((parts) => ({ parts, name: "" }));
    const shade = shadeOf([shades[0], shades[1], shades[2]], DENSITY, 2, [once]);
    expect([shade(0, 0) < 1, shade(0, 1)]).toEqual([true, 1]);
  });
});

test.each([1, 0.7])("no graft of %f mm is left without a dot at the usual density", (width) => {
  const points = Array.from({ length: 60 }, (_, i) => headPoint(maleVault, 150 + 3.3 * (i % 15), -18 + 9.7 * (i % 4)));
  const grafts: Area = { ...newArea("1", "fue", "", false), points, width };
  const bare = { ...hairline, cover: "areas" } as const;
  const thresholds = head.thresholdsOnHead(maleVault, bare, [grafts]);
  const usual = perMm2(PLANNED.usual);
  head.growFor(usual, thresholds, () => false);
  settleThresholds(head.follicles, thresholds);
  const { directions, ready } = head.follicles;
  const dots = Array.from({ length: ready }, (_, i) => i)
    .filter((i) => thresholds.from[i] < usual)
    .map((i) => vaultPoint(maleVault, [directions[3 * i], directions[3 * i + 1], directions[3 * i + 2]]));
  for (const d of points) {
    const middle = vaultPoint(maleVault, d);
    // A dot reaches as far as it is wide.
    expect(Math.min(...dots.map((dot) => length(subtract(dot, middle))))).toBeLessThan(width / 2 + 0.35);
  }
});
