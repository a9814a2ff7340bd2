/* The growth of hair: where it runs to on a head, that nothing of it jumps, and what dots and follicles make of it. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Vec3, cross, dot, length, subtract, unit } from "../../../src/core/geometry/vector.ts";
import {
  BACK,
  GROWN,
  type Growth,
  growthInto,
  hairOf,
  isWhorl,
  turns,
  usualGrowth,
  wayOfHair,
  withWhorl,
} from "../../../src/core/head/growth.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { grownScalp, onScalpChart } from "../../../src/core/head/scalp-chart.ts";
import { scalpAt } from "../../../src/core/head/scalp-extent.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault, vaultLevel, vaultNormal, vaultPoint } from "../../../src/core/head/vault.ts";
import { tape } from "../../../src/core/head/walk.ts";
import { type View, bareOutline, plainView } from "../../../src/core/head/view.ts";
import { HAIR, createPlaces, projectDots } from "../../../src/core/picture/project.ts";
import { createPlacesInView, createMarksInView } from "../../../src/core/picture/visible-marks.ts";
import { variationOf } from "../../../src/core/pigment/variation.ts";
import type { Follicles } from "../../../src/core/picture/follicles.ts";
import { MARK, createField } from "../../../src/core/stipple/stipple.ts";
import { capCounts, pointsOf } from "../../heads/scalp-points.ts";
import { mean } from "../../pictures/evenness.ts";

type Hair = { readonly along: Vec3; readonly flat: number };

function hairAt(growth: Growth, d: Vec3): Hair {
  const { normal } = vaultNormal(maleVault, d);
  const out = new Float64Array(GROWN);
  growthInto(hairOf(growth), ...d, ...normal, out);
  return { along: [out[0], out[1], out[2]], flat: out[3] };
}

const settings = { seed: 5, numRuns: 200 } as const;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const direction = fc
  .tuple(number(-1, 1), number(-1, 1), number(-1, 1))
  .filter((d) => length(d) > 0.1)
  .map(unit);
const onScalp = fc
  .tuple(number(-1.7, 1.7), number(-1.7, 1.7))
  .filter(([u, v]) => u * u + v * v < 3.2)
  .map(([u, v]) => scalpDirection(u, v))
  .filter((d) => scalpAt(vaultPoint(maleVault, d)));
const anyGrowth = fc.record({
  whorl: direction.filter(isWhorl),
  turn: fc.constantFrom(...turns),
  back: number(BACK.least, BACK.most),
});

test.each<[string, Vec3, Vec3]>([
  ["forward on the top", [0.1, 1, 0.1], [0, 0, 1]],
  ["forward and down at the front", [0, 0.7, 0.8], [0, -0.75, 0.66]],
  ["down at the back", [0, 0.1, -1], [0, -1, 0]],
  ["down at the nape", [0.2, -0.3, -0.9], [0, -1, -0]],
  ["down above the ear", [1, 0.2, -0.1], [0, -1, 0]],
  ["down and back at the temple", [0.85, 0.25, 0.45], [0, -0.95, -0.3]],
])("hair runs %s", (_, d, way) => {
  for (const side of [1, -1]) {
    const at: Vec3 = [side * d[0], d[1], d[2]];
    expect(dot(hairAt(usualGrowth, unit(at)).along, unit(way))).toBeGreaterThan(0.85);
  }
});

test.each([
  ["clockwise", 1],
  ["anticlockwise", -1],
] as const)("about the whorl it turns %s, seen from outside, and no more from 50 mm on", (turn, sense) => {
  const { whorl } = usualGrowth;
  const side = unit(cross(whorl, [0, 1, 0]));
  for (const [far, least, most] of [
    [0.05, 0.6, 0.8],
    [0.25, 0.2, 0.6],
  ]) {
    for (const towards of [side, cross(whorl, side)]) {
      const d = unit([0, 1, 2].map((i) => whorl[i] + far * towards[i]) as unknown as Vec3);
      // A clockwise turn takes what points up to the right: against the turn that the normal's own rule gives.
      const across = unit(cross(unit(subtract(d, whorl)), d));
      const turned = sense * dot(hairAt({ whorl, turn, back: 0 }, d).along, across);
      expect(turned).toBeGreaterThan(least);
      expect(turned).toBeLessThan(most);
    }
  }
  const top: Vec3 = unit([-0.13, 1, 0.1]);
  expect(tape(maleVault, whorl, top)).toBeGreaterThan(50);
  expect(Math.abs(hairAt({ whorl, turn, back: 0 }, top).along[0])).toBeLessThan(0.08);
});

test("wherever the whorl is, hair has a direction along the skin everywhere else, and it does not jump", () => {
  const law = fc.property(anyGrowth, onScalp, direction, (growth, d, aside) => {
    const { along, flat } = hairAt(growth, d);
    const far = length(subtract(d, growth.whorl));
    fc.pre(far > 0.03);
    expect(length(along)).toBeCloseTo(1, 9);
    expect(dot(along, vaultNormal(maleVault, d).normal)).toBeCloseTo(0, 9);
    expect(flat).toBeGreaterThan(0);
    expect(flat).toBeLessThanOrEqual(1);
    const beside = unit([0, 1, 2].map((i) => d[i] + 1e-4 * aside[i]) as unknown as Vec3);
    const other = hairAt(growth, beside);
    // A hundredth of a millimetre turns it by at most as much as round the whorl.
    expect(length(subtract(other.along, along))).toBeLessThan(1e-4 * (12 + 4 / far));
    expect(Math.abs(other.flat - flat)).toBeLessThan(1e-4 * 12);
  });
  fc.assert(law, settings);
});

test("hair of the sides is turned to the back as far as asked, alike on both, and no other", () => {
  for (const side of [1, -1]) {
    const d = unit([side, 0.1, -0.1]);
    const [usual, turned] = [0, 40].map((back) => hairAt({ ...usualGrowth, back }, d).along);
    expect(dot(usual, turned)).toBeCloseTo(Math.cos((40 * Math.PI) / 180), 6);
    expect(turned[2]).toBeLessThan(usual[2] - 0.4);
  }
  for (const d of [unit([0.2, 0.7, 0.7]), unit([0.1, 0.1, -1])])
    expect(hairAt({ ...usualGrowth, back: 40 }, d)).toEqual(hairAt(usualGrowth, d));
});

test("at the whorl hair stands up", () => {
  expect(hairAt(usualGrowth, usualGrowth.whorl).flat).toBe(0);
  const [, next] = wayOfHair(maleVault, usualGrowth, usualGrowth.whorl, 10);
  expect(length(subtract(next, usualGrowth.whorl))).toBeLessThan(1e-9);
});

test("a whorl goes wherever one can lie, and elsewhere to the nearest such place", () => {
  const law = fc.property(direction, (d) => {
    const { growth, whole } = withWhorl(usualGrowth, d);
    expect(isWhorl(growth.whorl)).toBe(true);
    expect(length(growth.whorl)).toBeCloseTo(1, 9);
    expect(whole).toBe(isWhorl(d));
    expect(length(subtract(growth.whorl, d)) < 1e-9).toBe(whole);
  });
  fc.assert(law, settings);
});

const view: View = {
  ...plainView(
    "crown",
    { width: 1200, height: 1600, focal: 2500 },
    { yaw: 170, pitch: -30, roll: 3, x: 5, y: -20, z: 900 },
    "person",
  ),
  outline: bareOutline.map(() => 1.03),
};
const surface = surfaceOf(maleVault, view);
const spots = Array.from({ length: 400 }, (_, i) => {
  const t = 1.5 * Math.sqrt((i + 0.5) / 400);
  return scalpDirection(t * Math.cos(2.4 * i), t * Math.sin(2.4 * i));
});
const directions = Float64Array.from(spots.flat());

/** Marks of all spots that the view shows, of dots so many times as long as wide. */
function marksOf(along: number, growth: Growth | null) {
  const ready = spots.length;
  const follicles = { seed: 5, directions, u: new Float64Array(ready), v: new Float64Array(ready), ready } as Follicles;
  const from = createPlacesInView(follicles, surface, growth);
  from.extend();
  const wanted = new Uint8Array(from.places.count).fill(1);
  const marks = createMarksInView(follicles, from, 0.18, along, variationOf(1, 2), 0, null, null).make(wanted);
  return { at: marks.at, wanted, follicle: from.places.follicle, count: from.places.count };
}

test("what 1 mm of hair becomes in a photo is told as single points are", () => {
  const places = createPlaces(true);
  projectDots(surface, directions, spots.length, places, usualGrowth);
  const off = Array.from({ length: places.count }, (_, j) => {
    const d = spots[places.follicle[j]];
    const { along, flat } = hairAt(usualGrowth, d);
    const point = vaultPoint(maleVault, d);
    const [here, there] = [0, 0.01].map((mm) =>
      surface.toImage(vaultLevel(maleVault, point.map((x, i) => x + mm * along[i]) as unknown as Vec3).direction),
    );
    const [x, y, told] = (places.hair ?? []).slice(HAIR * j, HAIR * j + HAIR);
    expect(told).toBeCloseTo(flat, 12);
    return Math.hypot((there.x - here.x) * 100 - x, (there.y - here.y) * 100 - y);
  });
  expect(places.count).toBeGreaterThan(200);
  expect(Math.max(...off)).toBeLessThan(0.15);
});

test("a dot is longer along hair and narrower across, and as much ink as before", () => {
  const [round, long] = [marksOf(1, usualGrowth), marksOf(1.3, usualGrowth)];
  const area = (at: Float64Array, j: number): number => {
    const [xx, xy, yy] = at.subarray(MARK * j + 2, MARK * j + 5);
    return xx * yy - xy * xy;
  };
  const stretches = Array.from({ length: round.count }, (_, j) => j)
    .filter((j) => long.wanted[j] > 0)
    .map((j) => {
      expect(area(long.at, j) / area(round.at, j)).toBeCloseTo(1, 9);
      const [xx, xy, yy] = long.at.subarray(MARK * j + 2, MARK * j + 5);
      // In the skin's own measure: the form's trace against the round one's, for a stretch of s and 1 / s.
      const [a, b, c] = round.at.subarray(MARK * j + 2, MARK * j + 5);
      const trace = (xx * c - 2 * xy * b + yy * a) / (a * c - b * b);
      return trace - 2 - hairStretch(spots[long.follicle[j]]);
    });
  expect(stretches.length).toBeGreaterThan(200);
  expect(Math.max(...stretches.map(Math.abs))).toBeLessThan(1e-9);
});

/** e + 1 / e - 2 for a dot 1.3 times as long as wide where hair lies flat. */
function hairStretch(d: Vec3): number {
  const long = 1 + 0.3 * hairAt(usualGrowth, d).flat;
  return long + 1 / long - 2;
}

test("dots that are as wide as long lie as those of a plan that knows no growth, and another whorl moves none", () => {
  const [round, before] = [marksOf(1, usualGrowth), marksOf(1.3, null)];
  expect(round.at).toEqual(before.at);
  const elsewhere = marksOf(1.3, { whorl: unit([0.2, 0.7, -0.7]), turn: "anticlockwise", back: 20 });
  const long = marksOf(1.3, usualGrowth);
  const centres = ({ at, count }: typeof long): readonly number[] =>
    Array.from({ length: count }, (_, j) => at[MARK * j] + 7 * at[MARK * j + 1]);
  expect(centres(elsewhere)).toEqual(centres(long));
  expect(elsewhere.at).not.toEqual(long.at);
});

const COUNT = 30_000;
const field = createField(grownScalp.chart, 1, COUNT, "natural");
field.grow(COUNT);

/** Nearest neighbours of follicles of the first `count`, 6000 at most, in the measure that growth gives. */
function nearest(count: number) {
  // Half as wide again as follicles are apart in the chart, or more.
  const cell = 5.5 / Math.sqrt(count);
  const cells = new Map<number, number[]>();
  const key = (u: number, v: number): number => Math.floor(u / cell + 500) * 1000 + Math.floor(v / cell + 500);
  for (let i = 0; i < count; i++) {
    const k = key(field.u[i], field.v[i]);
    cells.set(k, [...(cells.get(k) ?? []), i]);
  }
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => i % Math.ceil(count / 6000) === 0 && Math.hypot(field.u[i], field.v[i]) < 1.6)
    .map((i) => {
      const [u, v] = [field.u[i], field.v[i]];
      const { e, f, g } = grownScalp.chart.metric(u, v);
      const far = (j: number): number => {
        const [du, dv] = [field.u[j] - u, field.v[j] - v];
        return Math.sqrt(e * du * du + 2 * f * du * dv + g * dv * dv);
      };
      const around = Array.from({ length: 9 }, (_, n) =>
        key(u + ((n % 3) - 1) * cell, v + (Math.floor(n / 3) - 1) * cell),
      );
      const others = around.flatMap((k) => cells.get(k) ?? []).filter((j) => j !== i);
      const next = others.reduce((best, j) => (far(j) < far(best) ? j : best));
      return { i, next, distance: far(next) };
    });
}

test.each([0.1, 0.5, 1])(
  "the first %f of follicles are as even in the measure that growth gives as others are",
  (share) => {
    const distances = nearest(COUNT * share).map(({ distance }) => distance);
    const middle = mean(distances);
    const cv = Math.sqrt(mean(distances.map((d) => (d - middle) ** 2))) / middle;
    expect(cv).toBeGreaterThan(0.16);
    expect(cv).toBeLessThan(0.185);
  },
);

test("neighbours along hair stand farther apart than neighbours across it, by a few percent", () => {
  const place = (i: number): Vec3 => {
    const { u, v } = onScalpChart(field.u[i], field.v[i]);
    return scalpDirection(u, v);
  };
  const [along, across]: [number[], number[]] = [[], []];
  for (const { i, next } of nearest(COUNT)) {
    const [a, b] = [place(i), place(next)];
    const way = subtract(vaultPoint(maleVault, b), vaultPoint(maleVault, a));
    const hair = hairAt(usualGrowth, a);
    const turn = Math.abs(dot(unit(way), hair.along));
    if (turn > 0.87) along.push(length(way));
    if (turn < 0.5) across.push(length(way));
  }
  expect(Math.min(along.length, across.length)).toBeGreaterThan(1000);
  const ratio = mean(along) / mean(across);
  expect(ratio).toBeGreaterThan(1.03);
  expect(ratio).toBeLessThan(1.07);
});

test("4 cm^2 hold as many follicles as asked for within 1 % in the mean, at the crown and at the side", () => {
  const asked = (400 * COUNT) / field.area;
  const counts = capCounts(pointsOf(field, COUNT), 4, 120);
  for (const from of [0, 40, 80]) expect(Math.abs(mean(counts.slice(from, from + 40)) / asked - 1)).toBeLessThan(0.01);
});
