/* A brush's slider goes by equal factors: from a hair to a hand. */

import { BRUSH } from "../../store/session.ts";

export const BRUSH_STEPS = 60;
const ratio = BRUSH.most / BRUSH.least;

export const brushAt = (step: number): number => Math.round(10 * BRUSH.least * ratio ** (step / BRUSH_STEPS)) / 10;
export const brushStep = (brush: number): number =>
  Math.round((BRUSH_STEPS * Math.log(brush / BRUSH.least)) / Math.log(ratio));
