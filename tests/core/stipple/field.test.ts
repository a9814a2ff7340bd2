/* The field's laws: how even every beginning of it is, and that the
   number of follicles on a patch is the number asked for. */
import { expect, test } from "vitest";
import { wholeScalp } from "../../../src/core/head/scalp-chart.ts";
import { type Field, type Pattern, createField } from "../../../src/core/stipple/stipple.ts";
import { capCounts, pointsOf } from "../../heads/scalp-points.ts";
import { evenness, mean } from "../../pictures/evenness.ts";

/** About 76 to the cm^2. */
const COUNT = 50_000;
const seeds = [1, 2, 3];
const patterns = ["fine", "natural", "clustered"] as const satisfies readonly Pattern[];

const fields = new Map<string, Field>();
/** Each grown once for all tests. */
const grown = (pattern: Pattern, seed: number, count = COUNT): Field => {
  const name = `${pattern} ${seed} ${count}`;
  const field = fields.get(name) ?? createField(wholeScalp.chart, seed, count, pattern);
  fields.set(name, field);
  field.grow(count);
  return field;
};
const angle = ({ u, v }: Field, i: number): number => Math.hypot(u[i], v[i]);

test.each([0.1, 0.25, 0.5, 0.75, 1])("of the fine pattern the first %f is even", (share) => {
  const field = grown("fine", 1);
  const count = COUNT * share;
  const { cv, least } = evenness(
    pointsOf(field, COUNT),
    count,
    Math.sqrt(field.area / count),
    (i) => angle(field, i) < 1.7,
  );
  expect(cv).toBeLessThan(0.14);
  expect(least).toBeGreaterThan(0.6);
});

test.each([0.1, 0.5, 1])("of the natural pattern the first %f has a nearest-neighbour CV of about 0.17", (share) => {
  const field = grown("natural", 1);
  const count = COUNT * share;
  const { cv } = evenness(pointsOf(field, COUNT), count, Math.sqrt(field.area / count), (i) => angle(field, i) < 1.7);
  expect(cv).toBeGreaterThan(0.16);
  expect(cv).toBeLessThan(0.185);
});

test("the clustered pattern stands in groups of two to four", () => {
  const field = grown("clustered", 1, 12_000);
  const points = pointsOf(field, field.count);
  const distance = (i: number, j: number): number =>
    Math.hypot(
      points[3 * i] - points[3 * j],
      points[3 * i + 1] - points[3 * j + 1],
      points[3 * i + 2] - points[3 * j + 2],
    );
  // A group has ranks in a row; the mean spacing is more than 2 mm.
  const sizes: number[] = [];
  for (let i = 0, size = 1; i + 1 < field.count; i++) {
    if (distance(i, i + 1) < 1) {
      size++;
    } else {
      sizes.push(size);
      size = 1;
    }
  }
  const share = (size: number): number => sizes.filter((each) => each === size).length / sizes.length;
  expect(share(2) + share(3) + share(4)).toBeGreaterThan(0.98);
  expect(Math.min(share(2), share(3), share(4))).toBeGreaterThan(0.2);
});

/** Follicles on 120 caps of `cm2` from the crown outward, for one seed after the other. */
const countsOn = (pattern: Pattern, cm2: number, count: number): number[] =>
  seeds.flatMap((seed) => capCounts(pointsOf(grown(pattern, seed, count), count), cm2, 120, seed));

test.each(patterns)(
  "%s: 4 cm^2 hold the number asked for within 1 % in the mean, at the crown and at the side",
  (pattern) => {
    const asked = (400 * COUNT) / grown(pattern, 1, 1).area;
    const counts = countsOn(pattern, 4, COUNT);
    expect(Math.abs(mean(counts) / asked - 1)).toBeLessThan(0.01);
    // The caps run from the crown outward, seed by seed.
    for (const [from, to] of [
      [0, 40],
      [40, 80],
      [80, 120],
    ]) {
      const zone = counts.filter((_, k) => k % 120 >= from && k % 120 < to);
      expect(Math.abs(mean(zone) / asked - 1)).toBeLessThan(0.01);
    }
  },
);

test.each([
  ["fine", 1 / 3],
  ["natural", 1 / 3],
  ["clustered", 2 / 3],
] as const)("%s: counts on single cm^2 spread by less than %f of what chance would give", (pattern, limit) => {
  const counts = countsOn(pattern, 1, COUNT);
  const middle = mean(counts);
  const spread = Math.sqrt(mean(counts.map((count) => (count - middle) ** 2)));
  expect(spread / Math.sqrt(middle)).toBeLessThan(limit);
});

test("follicles once placed stay, however the field is grown", () => {
  const steps = createField(wholeScalp.chart, 9, 5000);
  for (const count of [1, 20, 1000, 1001, 5000]) steps.grow(count);
  const once = grown("fine", 9, 5000);
  expect(Buffer.from(steps.u.buffer).equals(Buffer.from(once.u.buffer))).toBe(true);
  expect(Buffer.from(steps.v.buffer).equals(Buffer.from(once.v.buffer))).toBe(true);
});

test("more than was made room for is refused", () => {
  expect(() => createField(wholeScalp.chart, 1, 100).grow(101)).toThrow(RangeError);
});
