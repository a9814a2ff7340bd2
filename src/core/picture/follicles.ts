/* A head's candidate follicles: one fixed field for each seed and scalp, grown as far as anybody asked, the same in
   every photo and under every plan. */

import { MOST_PER_MM2, type Scalp, onScalpChart } from "../head/scalp-chart.ts";
import { scalpDirection } from "../head/scalp.ts";
import { type Field, createField } from "../stipple/stipple.ts";
import type { DotsPerMm2 } from "../units.ts";

/** The follicles of one seed, with what does not change from picture to picture. */
export type Follicles = {
  readonly seed: number;
  readonly scalp: Scalp;
  readonly field: Field;
  /** Each follicle's point in the scalp's chart, and x, y, z of its direction; of use up to `ready`. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly directions: Float64Array;
  ready: number;
};

/** No follicle stands yet. `seed`: whole number, 0..2^32-1; `scalp`: that of the head's vault. */
export function createFollicles(seed: number, scalp: Scalp): Follicles {
  const most = Math.ceil(scalp.area * MOST_PER_MM2);
  return {
    seed,
    scalp,
    field: createField(scalp.chart, seed, most, "natural"),
    u: new Float64Array(most),
    v: new Float64Array(most),
    directions: new Float64Array(3 * most),
    ready: 0,
  };
}

/**
 * How many follicles must stand before a plan of this density can be drawn on skin that is stretched like this; as many
 * as there can be at most.
 */
export function folliclesNeeded({ field, u }: Follicles, density: DotsPerMm2, stretch: number): number {
  return Math.min(u.length, Math.ceil(density * stretch * field.area) + 1);
}

/**
 * Grows the field to `count`, a whole number, and makes the new follicles ready; with as many already nothing changes.
 */
export function growFollicles(follicles: Follicles, count: number): void {
  const { field, directions, u, v } = follicles;
  field.grow(count);
  for (let i = follicles.ready; i < field.count; i++) {
    const at = onScalpChart(field.u[i], field.v[i]);
    directions.set(scalpDirection(at.u, at.v), 3 * i);
    u[i] = at.u;
    v[i] = at.v;
  }
  follicles.ready = Math.max(follicles.ready, field.count);
}

/** The most that `stretchAt`, asked at chart points, comes to anywhere on the scalp; sampled, 1 % added. */
export function greatestOnScalp({ rho }: Scalp, stretchAt: (u: number, v: number) => number): number {
  let most = 0;
  for (let u = -1.8; u <= 1.8; u += 0.3) {
    for (let v = -1.8; v <= 1.8; v += 0.3) {
      if (u * u + v * v < rho * rho) most = Math.max(most, stretchAt(u, v));
    }
  }
  return most * 1.01;
}
