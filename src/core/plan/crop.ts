/* A head's follicles, and the density from which a plan shows each of them: the same in every photo of the head. */

import { MOST_PER_MM2, SCALP_AREA, areaAgainstReference, onScalpChart, scalpSurface } from "../head/scalp-chart.ts";
import { SCALP_RHO, scalpDirection } from "../head/scalp.ts";
import { type Flat, flatOf, flatShare, flatStretch } from "../head/patch.ts";
import { type Surface, surfaceOf } from "../head/surface.ts";
import { type Region, regionOf } from "../hairline/region.ts";
import { type Field, createField, settleRanks } from "../stipple/stipple.ts";
import type { Consultation } from "./consultation.ts";

/** The follicles of one seed, grown as far as anybody asked, with what does not change from picture to picture. */
export type Follicles = {
  readonly seed: number;
  readonly field: Field;
  /** Each follicle's point in the scalp's chart, and x, y, z of its direction; of use up to `ready`. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly directions: Float64Array;
  ready: number;
};

export function createFollicles(seed: number): Follicles {
  const most = Math.ceil(SCALP_AREA * MOST_PER_MM2);
  return {
    seed,
    field: createField(scalpSurface, seed, most, "natural"),
    u: new Float64Array(most),
    v: new Float64Array(most),
    directions: new Float64Array(3 * most),
    ready: 0,
  };
}

/** What the dots lie on in a view: the head, or the flat skin of a close-up. */
export type Ground = Surface | Flat;

export const groundOf = ({ vault, view }: Consultation): Ground =>
  view.patch ? flatOf(view, view.patch) : surfaceOf(vault, view);

export const isFlat = (ground: Ground): ground is Flat => "perMm" in ground;

/** The skin of this ground for a mm^2 of the reference head, at a chart point. */
const stretchOn = ({ vault, view }: Consultation): ((u: number, v: number) => number) =>
  view.patch ? flatStretch : (u, v) => areaAgainstReference(vault, u, v);

/** Follicles that must stand before this consultation can be drawn. */
export function folliclesNeeded(follicles: Follicles, consultation: Consultation): number {
  const { area, u } = follicles.field;
  const { plan } = consultation;
  const stretch = greatest(stretchOn(consultation));
  return Math.min(u.length, Math.ceil((plan.density / 100) * stretch * area) + 1);
}

/** Grows the field to `count` and makes the new follicles ready. */
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

/** The most skin there is, anywhere, for a mm^2 of the reference head; sampled over the scalp, a per cent added. */
function greatest(stretch: (u: number, v: number) => number): number {
  let most = 0;
  for (let u = -1.5; u <= 1.5; u += 0.3) {
    for (let v = -1.5; v <= 1.5; v += 0.3) {
      if (u * u + v * v < SCALP_RHO * SCALP_RHO) most = Math.max(most, stretch(u, v));
    }
  }
  return most * 1.01;
}

/** Per follicle: the plan's density, dots per mm^2, from which it is shown; and the head's skin there against the reference head's. */
export type Thresholds = {
  readonly from: Float64Array;
  ready: number;
  readonly stretch: Float64Array;
  stretched: number;
  readonly region: Region;
  readonly stretchAt: (u: number, v: number) => number;
  /** What the stretches were made of. */
  readonly of: string;
};

/** What thresholds rest on, as text: where it is the same, they are. */
export const thresholdsKey = ({ vault, plan, view }: Consultation): string =>
  JSON.stringify(view.patch ? [view.patch, view.camera] : [vault, plan.hairline]);

/** Thresholds of a plan's hairline on its head, or of a close-up's area; those `before` lend their stretches where the ground is the same. */
export function createThresholds(
  follicles: Follicles,
  consultation: Consultation,
  before: Thresholds | null = null,
): Thresholds {
  const { vault, plan, seed, view } = consultation;
  const count = follicles.directions.length / 3;
  const of = view.patch ? "flat" : JSON.stringify(vault);
  const kept = before?.of === of ? before : null;
  const flat = view.patch && flatOf(view, view.patch);
  return {
    from: kept?.from ?? new Float64Array(count),
    ready: 0,
    stretch: kept?.stretch ?? new Float64Array(count),
    stretched: kept?.stretched ?? 0,
    region: flat ? { share: (u, v) => flatShare(flat, u, v) } : regionOf(vault, plan.hairline, seed),
    stretchAt: stretchOn(consultation),
    of,
  };
}

export function settleThresholds({ field, u, v, ready }: Follicles, thresholds: Thresholds): void {
  const { from, region, stretch, stretchAt } = thresholds;
  for (let i = thresholds.stretched; i < ready; i++) stretch[i] = stretchAt(u[i], v[i]);
  settleRanks(field, from, thresholds.ready, ready, (i) => region.share(u[i], v[i]) * stretch[i]);
  thresholds.stretched = Math.max(thresholds.stretched, ready);
  thresholds.ready = Math.max(thresholds.ready, ready);
}
