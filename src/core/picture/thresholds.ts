/* The density from which a plan shows each follicle: the same in every photo of the head. In a close-up the treated
   area takes the hairline's place. */

import type { Region } from "../hairline/region.ts";
import { settleRanks } from "../stipple/stipple.ts";
import { type Follicles, greatestOnScalp } from "./follicles.ts";

/** Per follicle: this skin for a mm^2 of the reference head; of use up to `ready`. */
export type Stretch = {
  readonly values: Float64Array;
  readonly at: (u: number, v: number) => number;
  /** The most that it comes to anywhere on the scalp. */
  readonly most: number;
  ready: number;
};

/** `at`: skin for a mm^2 of the reference head, at a point of the scalp's chart. */
export const createStretch = (follicles: Follicles, at: Stretch["at"]): Stretch => ({
  values: new Float64Array(follicles.u.length),
  at,
  most: greatestOnScalp(follicles.scalp, at),
  ready: 0,
});

/** Per follicle: the plan's density, dots per mm^2, from which it is shown; of use up to `ready`. */
export type Thresholds = {
  readonly from: Float64Array;
  readonly region: Region;
  readonly stretch: Stretch;
  ready: number;
};

/** Room for all follicles' thresholds, none of them settled yet. */
export const createThresholds = (follicles: Follicles, region: Region, stretch: Stretch): Thresholds => ({
  from: new Float64Array(follicles.u.length),
  region,
  stretch,
  ready: 0,
});

/** Brings stretch and thresholds up to all follicles that are ready. */
export function settleThresholds({ field, u, v, ready }: Follicles, thresholds: Thresholds): void {
  const { from, region, stretch } = thresholds;
  for (let i = stretch.ready; i < ready; i++) stretch.values[i] = stretch.at(u[i], v[i]);
  stretch.ready = Math.max(stretch.ready, ready);
  settleRanks(field, from, thresholds.ready, ready, (i) => region.share(u[i], v[i]) * stretch.values[i]);
  thresholds.ready = Math.max(thresholds.ready, ready);
}
