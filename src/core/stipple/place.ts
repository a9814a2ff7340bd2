/* Which follicles are shown: a follicle's rank against the density wanted where it stands. */

import type { Field } from "./field.ts";

/**
 * Writes for each follicle from `start` to `end` the density, dots per mm^2, from which it is shown where `share(i)`
 * of the density is wanted; Infinity where none is. Follicle i of a field has i + 1/2 follicles before it on `area`,
 * so the expected count on any patch is exactly density x share x the patch's area, with nothing to calibrate.
 */
export function settleRanks(
  { area }: Field,
  from: Float64Array,
  start: number,
  end: number,
  share: (i: number) => number,
): void {
  for (let i = start; i < end; i++) {
    const part = share(i);
    from[i] = part > 0 ? (i + 0.5) / (area * part) : Infinity;
  }
}

/**
 * Lists in `out`, which has room for all, the follicles before `count` that are shown at this density, in order of
 * rank, and gives how many.
 */
export function shownAt(from: Float64Array, count: number, density: number, out: Int32Array): number {
  let n = 0;
  // Written in any case, and kept where it holds: chance in the ranks would defeat a branch.
  for (let i = 0; i < count; i++) {
    out[n] = i;
    n += from[i] < density ? 1 : 0;
  }
  return n;
}
