/* The density from which a plan shows each follicle: the same in every photo of the head. In a close-up the treated
   area takes the hairline's place. Where areas lie on the head each follicle knows the one that decides for it as well;
   of a stroke only the follicles that it may have touched are asked anew. */

import type { Area } from "../hairline/areas.ts";
import type { ChartBox } from "../hairline/coverage.ts";
import type { FollicleIndex } from "./follicle-index.ts";
import type { Region } from "../hairline/region.ts";
import type { Spot, Treated } from "../hairline/treated.ts";
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
  /** What areas make of the line's work; null where there are none. */
  readonly areas: AreaThresholds | null;
  ready: number;
};

export type AreaThresholds = {
  readonly treated: Treated;
  /** Per follicle: the number of the area that decides for it, from 1 on; 0 for the line. */
  readonly of: Uint8Array;
  /** The same as long as no follicle has come under another shade: a stroke elsewhere leaves all marks alone. */
  shading: Shading;
};

/** Thresholds by which the shade of each follicle can be told. */
export type Shading = { readonly thresholds: Thresholds };

/** The areas that lie on the line's work, in their order. */
export const areasIn = ({ areas }: Thresholds): readonly Area[] => areas?.treated.areas ?? [];
/** The greatest share of the plan's density that stands anywhere, 1 or more. */
export const mostIn = ({ areas }: Thresholds): number => areas?.treated.most ?? 1;

/** Room for all follicles' thresholds, none of them settled yet. */
export const createThresholds = (follicles: Follicles, region: Region, stretch: Stretch): Thresholds => ({
  from: new Float64Array(follicles.u.length),
  region,
  stretch,
  areas: null,
  ready: 0,
});

/** The same with areas; none of them settled yet. */
export function createAreaThresholds(follicles: Follicles, treated: Treated, stretch: Stretch): Thresholds {
  const line = createThresholds(follicles, treated, stretch);
  return withAreas(line, { treated, of: new Uint8Array(follicles.u.length) }, null);
}

function withAreas(
  line: Thresholds,
  areas: Omit<AreaThresholds, "shading">,
  shading: Shading | null,
): Thresholds & { readonly areas: AreaThresholds } {
  const own = { ...areas, shading: shading ?? { thresholds: line } };
  const made = { ...line, areas: own };
  if (!shading) own.shading = { thresholds: made };
  return made;
}

/** Those of other areas, which differ from the ones before within these boxes alone. */
export function changedThresholds(
  follicles: Follicles,
  before: Thresholds,
  treated: Treated,
  boxes: readonly ChartBox[],
  index: FollicleIndex,
): Thresholds {
  const of = before.areas?.of.slice() ?? new Uint8Array(follicles.u.length);
  const line = { ...before, from: before.from.slice(), region: treated };
  const after = withAreas(line, { treated, of }, before.areas?.shading ?? null);
  const { u, v } = follicles;
  const share = shareOf(follicles, after);
  let differs = false;
  const [shadeBefore, shadeAfter] = [shadesOf(areasIn(before)), shadesOf(treated.areas)];
  for (const box of boxes) {
    const { west, east, north, south } = box;
    index.visit(box, before.ready, (i) => {
      if (u[i] < west || u[i] > east || v[i] < north || v[i] > south) return;
      const was = shadeBefore[of[i]];
      settleRanks(follicles.field, after.from, i, i + 1, share);
      differs ||= shadeAfter[of[i]] !== was;
    });
  }
  if (differs) after.areas.shading = { thresholds: after };
  return after;
}

/** The step of the line's shade, which is none, and of each area's. */
const shadesOf = (areas: readonly Area[]): readonly number[] => [0, ...areas.map(({ shade }) => shade)];

/** How much of the plan's density a follicle's skin has, by its number; notes the area that decides there. */
function shareOf({ u, v }: Follicles, { region, stretch, areas }: Thresholds): (i: number) => number {
  if (!areas) return (i) => region.share(u[i], v[i]) * stretch.values[i];
  const { treated, of } = areas;
  const spot: Spot = { share: 0, area: 0 };
  return (i) => {
    treated.at(u[i], v[i], spot);
    of[i] = spot.area;
    return spot.share * stretch.values[i];
  };
}

/** Brings stretch and thresholds up to all follicles that are ready. */
export function settleThresholds(follicles: Follicles, thresholds: Thresholds): void {
  const { u, v, ready } = follicles;
  const { stretch } = thresholds;
  for (let i = stretch.ready; i < ready; i++) stretch.values[i] = stretch.at(u[i], v[i]);
  stretch.ready = Math.max(stretch.ready, ready);
  if (thresholds.areas && thresholds.ready < ready) thresholds.areas.shading = { thresholds };
  settleRanks(follicles.field, thresholds.from, thresholds.ready, ready, shareOf(follicles, thresholds));
  thresholds.ready = Math.max(thresholds.ready, ready);
}
