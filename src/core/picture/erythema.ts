/* The redness about fresh work, laid over the finished picture. */

import { BLOOD } from "../pigment/undertone.ts";
import { type Absorbance, MARK, type Marks, createMarks } from "../stipple/stipple.ts";
import type { Millimetres, OpticalDepth } from "../units.ts";

/** Fresh work is red about its dots: every fourth of them stands in a flush so wide that together they are one. */
export const ERYTHEMA_EVERY = 4;

export const ERYTHEMA_RADIUS: Millimetres = 1.6;

/**
 * Of a single flush at green: at the usual density they come to the
 * 0.24 that a* + 6 takes on skin of ITA 38 (SOURCES skin-5).
 */
export const ERYTHEMA_DEPTH: OpticalDepth = 0.0612;

/** Less than this is not seen (a* + 0.6), and not painted. */
export const LEAST_REDNESS = 0.1;

/** Seen flatter than this (60 degrees of incidence), a flush could reach over the outline. */
const LEAST_FACING = 0.5;

/** Marks of their own and what blood takes out of each channel, to be laid over the finished picture. */
export type Erythema = { readonly marks: Marks; readonly list: Int32Array; readonly absorbance: Absorbance };

/**
 * About the dots of `list`, every fourth of those that are shown. `redness`: 0..1, that of the day of the work is 1.
 */
export function erythemaAbout({ at, gloss }: Marks, list: Int32Array, redness: number): Erythema {
  const marks = createMarks(list.length);
  for (const j of list) {
    const [x, y, xx, xy, yy, , depth] = at.subarray(MARK * j, MARK * (j + 1));
    const half = (xx + yy) / 2;
    const most = half + Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
    if (Math.sqrt(Math.max(0, xx * yy - xy * xy)) < LEAST_FACING * most) continue;
    marks.at.set([x, y, xx, xy, yy, ERYTHEMA_RADIUS, depth], MARK * marks.count++);
  }
  const depth = ERYTHEMA_DEPTH * redness;
  return {
    marks: { ...marks, gloss },
    list: Int32Array.from({ length: marks.count }, (_, k) => k),
    absorbance: [depth * BLOOD[0], depth * BLOOD[1], depth * BLOOD[2]],
  };
}
