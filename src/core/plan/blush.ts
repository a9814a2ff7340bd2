/* The redness about fresh work, laid over the finished picture. */

import type { Seen } from "../head/dots.ts";
import { BLOOD } from "../pigment/undertone.ts";
import { type Absorbance, MARK, type Marks, createMarks } from "../stipple/stipple.ts";
import type { Millimetres } from "../units.ts";
import type { Consultation } from "./consultation.ts";
import { healingOf } from "./ink.ts";
import type { Follicles, Thresholds } from "./crop.ts";
import { listOf, wantedBy } from "./seen.ts";

/** Fresh work is red about its dots: every fourth of them stands in a blush so wide that together they are one. */
export const BLUSH_EVERY = 4;

export const BLUSH_RADIUS: Millimetres = 1.6;

/** Optical depth of a single blush at green: at the usual density they come to the 0.24 that a* + 6 takes on skin of ITA 38 (domain.md 3.3). */
export const BLUSH_DEPTH = 0.0612;

/** Less than this is not seen (a* + 0.6), and not painted. */
const LEAST_REDNESS = 0.1;

/** Seen flatter than this (60 degrees of incidence), a blush could reach over the outline. */
const LEAST_FACING = 0.5;

export type Blush = { readonly marks: Marks; readonly list: Int32Array; readonly absorbance: Absorbance };

/** The blush of a consultation's moment, as marks of their own and what blood takes out of each channel; null when there is none. It is laid over the finished picture. */
export function blushOf(
  follicles: Follicles,
  thresholds: Thresholds,
  seen: Seen,
  consultation: Consultation,
): Blush | null {
  const { redness } = healingOf(consultation);
  if (redness < LEAST_REDNESS) return null;
  const few = listOf(wantedBy(follicles, thresholds, seen, consultation, 1 / BLUSH_EVERY));
  const { at } = seen.marks;
  const marks = createMarks(few.length);
  for (const j of few) {
    const [x, y, xx, xy, yy, , depth] = at.subarray(MARK * j, MARK * (j + 1));
    const half = (xx + yy) / 2;
    const most = half + Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
    if (Math.sqrt(Math.max(0, xx * yy - xy * xy)) < LEAST_FACING * most) continue;
    marks.at.set([x, y, xx, xy, yy, BLUSH_RADIUS, depth], MARK * marks.count++);
  }
  const depth = BLUSH_DEPTH * redness;
  return {
    marks,
    list: Int32Array.from({ length: marks.count }, (_, k) => k),
    absorbance: [depth * BLOOD[0], depth * BLOOD[1], depth * BLOOD[2]],
  };
}
