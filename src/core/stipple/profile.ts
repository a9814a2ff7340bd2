/* What one pixel sees of a soft-edged disc: the disc blurred by a Gaussian (lens and pixel), read from a table. */

import { exp, PI } from "../geometry/exact.ts";

/** Classes of sharpness: disc radius in blurs, 0 to 12 in quarters. */
const CLASSES = 49;
const STEPS = 256;
/** The table ends this many blurs outside the disc's edge, where a thousandth is left. */
export const TAIL = 3.2;

/** Error function to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const value = 1 - series * exp(-x * x);
  return x < 0 ? -value : value;
}

/** Share of a disc of radius rho that a unit Gaussian at distance r from its centre covers: chord by chord. */
function blurredDisc(rho: number, r: number): number {
  // A point has no area; a small disc stands for it, and its ink is settled by the caller.
  const radius = Math.max(rho, 0.05);
  const chords = 48;
  const step = (2 * radius) / chords;
  let sum = 0;
  for (let i = 0; i < chords; i++) {
    const x = -radius + (i + 0.5) * step;
    const half = Math.sqrt(radius * radius - x * x);
    sum += step * 0.3989422804014327 * exp(-0.5 * (x - r) * (x - r)) * erf(half * 0.7071067811865476);
  }
  return sum;
}

/** Row c holds class c over the square of the distance, from 0 to (rho + TAIL)^2, 256 steps and the zero at the end; scaled so that the middle is 1. */
const table: Float64Array = (() => {
  const rows = new Float64Array(CLASSES * (STEPS + 1));
  for (let c = 0; c < CLASSES; c++) {
    const rho = c / 4;
    const middle = blurredDisc(rho, 0);
    for (let i = 0; i < STEPS; i++) {
      rows[c * (STEPS + 1) + i] = blurredDisc(rho, (rho + TAIL) * Math.sqrt(i / STEPS)) / middle;
    }
  }
  return rows;
})();

/** The row for a disc of radius `rho` blurs: its start in `profile`, and the radius the row stands for. */
export function profileRow(rho: number): { readonly start: number; readonly rho: number } {
  const c = Math.max(0, Math.min(CLASSES - 1, Math.round(rho * 4)));
  return { start: c * (STEPS + 1), rho: c / 4 };
}
export const profile = table;
export const PROFILE_STEPS = STEPS;

export const DISC_AREA = PI;
