/* Strokes of the hair brush as they are kept: few points, within what a file may hold. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  MOST_STROKES,
  MOST_STROKE_POINTS,
  STROKE_RADIUS,
  hairStroke,
  withStroke,
} from "../../../src/core/head/hair-strokes.ts";

const coordinate = fc.double({ min: -5000, max: 9000, noNaN: true });
const way = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 900 });

test("a kept way has its ends, no more points than may be, and none far from those that were passed", () => {
  fc.assert(
    fc.property(way, fc.double({ min: 0, max: 1e4, noNaN: true }), (points, radius) => {
      const kept = hairStroke("skin", radius, points);
      expect(kept.points.length).toBeGreaterThan(0);
      expect(kept.points.length).toBeLessThanOrEqual(MOST_STROKE_POINTS);
      expect(kept.radius).toBeGreaterThanOrEqual(STROKE_RADIUS.least);
      expect(kept.radius).toBeLessThanOrEqual(STROKE_RADIUS.most);
      const last = points[points.length - 1];
      expect(Math.hypot(kept.points.at(-1)!.x - last.x, kept.points.at(-1)!.y - last.y)).toBeLessThan(0.1);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("what was passed lies under the kept way: along it no gap is wider than the brush", () => {
  const arc = Array.from({ length: 500 }, (_, i) => ({ x: 300 + 2 * i, y: 400 + 80 * Math.sin(i / 40) }));
  const { points } = hairStroke("hair", 24, arc);
  expect(points.length).toBeLessThan(120);
  for (const { x, y } of arc) {
    const nearest = Math.min(...points.map((p) => Math.hypot(p.x - x, p.y - y)));
    expect(nearest).toBeLessThan(24);
  }
});

test("of too many strokes the oldest goes", () => {
  const one = (x: number) => hairStroke("hair", 5, [{ x, y: 0 }]);
  const many = Array.from({ length: MOST_STROKES }, (_, i) => one(i)).reduce(
    withStroke,
    [] as ReturnType<typeof one>[],
  );
  expect(many.length).toBe(MOST_STROKES);
  const more = withStroke(many, one(1000));
  expect(more.length).toBe(MOST_STROKES);
  expect(more[0]).toEqual(many[1]);
  expect(more.at(-1)).toEqual(one(1000));
});
