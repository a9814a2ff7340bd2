/* What one pixel sees of a soft-edged disc: the disc blurred by a Gaussian (lens and pixel), as a table. */

import { exp } from "../geometry/exact.ts";

/** Classes of sharpness: disc radius in blurs, 0 to 12 in quarters. */
export const PROFILE_ROWS = 49;
/** Steps of a row, over the square of the distance from 0 to (rho + TAIL)^2, and the zero at its end. */
export const PROFILE_STEPS = 256;
const ROW = PROFILE_STEPS + 1;
/** The table ends this many blurs outside the disc's edge, where a thousandth is left. */
export const TAIL = 3.2;

/** Error function of any number, -1..1, to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
export function erf(x: number): number {
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

let table: Uint16Array | undefined;

/** Row c: class c, the middle of the disc at 65535. Made once, when first asked for. */
export function profileTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(PROFILE_ROWS * ROW);
  for (let c = 0; c < PROFILE_ROWS; c++) {
    const rho = c / 4;
    const middle = blurredDisc(rho, 0);
    for (let i = 0; i < PROFILE_STEPS; i++) {
      table[c * ROW + i] = Math.round((65535 * blurredDisc(rho, (rho + TAIL) * Math.sqrt(i / PROFILE_STEPS))) / middle);
    }
  }
  return table;
}
