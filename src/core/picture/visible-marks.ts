/* Which of a head's follicles a photo shows, and how each looks in it, before light and plan have their say. */

import type { Looks } from "../hairline/region.ts";
import { PI } from "../geometry/exact.ts";
import type { Growth } from "../head/growth.ts";
import type { Flat } from "../head/patch.ts";
import type { Surface } from "../head/surface.ts";
import type { Variation } from "../pigment/variation.ts";
import { hash2 } from "../random.ts";
import { MARK, type Marks, createMarks } from "../stipple/stipple.ts";
import type { DotsPerMm2, Millimetres, Pixels } from "../units.ts";
import type { Follicles } from "./follicles.ts";
import { projectFlat } from "./project-flat.ts";
import { HAIR, PLACE, type Places, createPlaces, projectDots } from "./project.ts";
import { withRoom } from "./room.ts";
import { type Thresholds, settleThresholds } from "./thresholds.ts";

/** What the dots lie on in a view: the head, or the flat skin of a close-up. */
export type Ground = Surface | Flat;

/** Whether dots lie on the flat skin of a close-up. */
export const isFlat = (ground: Ground): ground is Flat => "perMm" in ground;

/** The places of one ground, found by and by as follicles grow. */
export type PlacesInView = {
  readonly places: Places;
  readonly ground: Ground;
  /** Brings them up to all follicles that are ready. */
  readonly extend: () => void;
};

/** No places at first. `growth`: of the head's hair, null where it is not known; in a close-up nothing tells of it. */
export function createPlacesInView(follicles: Follicles, ground: Ground, growth: Growth | null): PlacesInView {
  const places = createPlaces(growth !== null && !isFlat(ground));
  return {
    places,
    ground,
    extend() {
      const { u, v, directions, ready } = follicles;
      if (isFlat(ground)) projectFlat(ground, u, v, ready, places);
      else projectDots(ground, directions, ready, places, growth);
    },
  };
}

/** Where the sessions differ in shade: what decides which follicle is of which session, and what that makes of it. */
export type SessionShades = {
  readonly thresholds: Thresholds;
  readonly shadeOf: (from: DotsPerMm2, area: number) => number;
};

/**
 * The marks of one view, mark j on place j; each is made when it is first wanted, since of a whole head's follicles a
 * plan shows a part.
 */
export type MarksInView = {
  readonly from: PlacesInView;
  /**
   * Gives the marks, all those made whose places are 1 in `wanted`. That becomes 0 where there is none: its disc would
   * cross the outline.
   */
  make(wanted: Uint8Array): Marks;
  /** Of each mark made: its optical depth times its area, px^2. */
  readonly ink: () => Float64Array;
};

/** What is known of a place's mark. */
const [MADE, CROSSING] = [1, 2];

/**
 * No marks at first. `radius`: of a dot before it varies. `along`: how many times as long as wide dots are along the
 * growth of hair, 1 upwards, where hair lies flat. `softness`: of their edges, standard deviation. `sessions`: null
 * where all are of one shade. `looks`: what of size and strength dots have about the edge, null where all have the
 * same.
 */
export function createMarksInView(
  follicles: Follicles,
  from: PlacesInView,
  radius: Millimetres,
  along: number,
  variation: Variation,
  softness: Pixels,
  sessions: SessionShades | null,
  looks: Looks | null,
): MarksInView {
  const { places } = from;
  const { u, v } = follicles;
  let marks = createMarks(0, softness);
  let ink = new Float64Array(0);
  let state = new Uint8Array(0);
  const salt = follicles.seed ^ 0x2545f491;
  const against = sessions
    ? (i: number): number => sessions.shadeOf(sessions.thresholds.from[i], areaOf(sessions.thresholds, i))
    : () => 1;

  function madeAt(j: number): number {
    const { at, hair } = places;
    const [i, p, m] = [places.follicle[j], PLACE * j, MARK * j];
    const chance = hash2(salt, i);
    const finer = looks ? looks.finer(u[i], v[i]) : 1;
    const fainter = looks ? looks.fainter(u[i], v[i]) : 1;
    const own = radius * finer * variation.size(chance & 0xffff);
    const long = hair ? 1 + (along - 1) * hair[HAIR * j + 2] : 1;
    // Longer by a root of it to every side, where it lies across the edge.
    if (at[p + 6] + own * (long === 1 ? 1 : Math.sqrt(long)) * at[p + 7] + 1 > at[p + 8]) return CROSSING;
    const f = at[p + 5];
    for (let n = 0; n < 5; n++) marks.at[m + n] = at[p + n];
    if (hair && long !== 1) lengthen(marks.at, m, long, hair[HAIR * j], hair[HAIR * j + 1]);
    marks.at[m + 5] = own;
    marks.at[m + 6] = variation.strength(chance >>> 16) * against(i) * fainter * f * f * (3 - 2 * f);
    const round = marks.at[m + 2] * marks.at[m + 4] - marks.at[m + 3] * marks.at[m + 3];
    ink[j] = marks.at[m + 6] * PI * own * own * Math.sqrt(Math.max(0, round));
    return MADE;
  }

  return {
    from,
    make(wanted) {
      if (sessions) settleThresholds(follicles, sessions.thresholds);
      marks = { ...marks, count: wanted.length, at: withRoom(marks.at, MARK * wanted.length) };
      ink = withRoom(ink, wanted.length);
      state = withRoom(state, wanted.length);
      for (let j = 0; j < wanted.length; j++) {
        if (wanted[j] === 0) continue;
        if (state[j] === 0) state[j] = madeAt(j);
        if (state[j] === CROSSING) wanted[j] = 0;
      }
      return marks;
    },
    ink: () => ink,
  };
}

/**
 * Makes the mark at m `long` times as long as it is wide, along what 1 mm of skin becomes there, px, and leaves its
 * area: a stretch by the root of `long` along it and as much the other way across.
 */
function lengthen(at: Float64Array, m: number, long: number, gx: number, gy: number): void {
  const round = 1 / long;
  const more = long - round;
  at[m + 2] = round * at[m + 2] + more * gx * gx;
  at[m + 3] = round * at[m + 3] + more * gx * gy;
  at[m + 4] = round * at[m + 4] + more * gy * gy;
}

const areaOf = ({ areas }: Thresholds, i: number): number => areas?.of[i] ?? 0;

/**
 * For each place 1 where its follicle is shown from less on than the density that is wanted there, else 0. `densities`:
 * where the line decides, and then where each area does.
 */
export function wantedPlaces(
  follicles: Follicles,
  thresholds: Thresholds,
  { follicle, count }: Places,
  densities: readonly DotsPerMm2[],
): Uint8Array {
  settleThresholds(follicles, thresholds);
  const { from, areas } = thresholds;
  const wanted = new Uint8Array(count);
  const [density] = densities;
  if (areas) for (let j = 0; j < count; j++) wanted[j] = from[follicle[j]] < densities[areas.of[follicle[j]]] ? 1 : 0;
  else for (let j = 0; j < count; j++) wanted[j] = from[follicle[j]] < density ? 1 : 0;
  return wanted;
}

/** The marks that are wanted, 1 in `wanted`, by number and in order of rank. */
export function listOf(wanted: Uint8Array): Int32Array {
  const list = new Int32Array(wanted.length);
  let count = 0;
  for (let j = 0; j < wanted.length; j++) if (wanted[j] > 0) list[count++] = j;
  return list.subarray(0, count);
}
