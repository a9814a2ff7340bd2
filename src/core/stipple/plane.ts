/* Optical depth laid down on a picture, dot by dot. Whole numbers, so that the order of the dots does not matter and what was added can be
   taken away to the last bit. */

import type { Marks } from "./marks.ts";
import { DISC_AREA, PROFILE_STEPS, TAIL, profile, profileRow } from "./profile.ts";

/** Units of the plane per optical depth 1. */
export const DEPTH_UNIT = 1024;
/** Standard deviation of the photo's own softness, px, and of a pixel's box. */
const LENS_BLUR = 0.5;
const BLUR2 = LENS_BLUR * LENS_BLUR + 1 / 12;

export type Plane = {
  readonly width: number;
  readonly height: number;
  /** Optical depth at red in 1/1024, row by row; wraps at 64, beyond any skin. */
  readonly depth: Uint16Array;
};

export const createPlane = (width: number, height: number): Plane => ({
  width,
  height,
  depth: new Uint16Array(width * height),
});

/**
 * Adds (`sign` 1) or takes away (-1) marks `from`..`to`. Each is an ellipse of even depth, softened by lens and pixel; all its ink,
 * depth x area in px, lands in the picture whatever its size and place, unless the picture's edge cuts it.
 */
export function lay(plane: Plane, marks: Marks, from = 0, to = marks.count, sign: 1 | -1 = 1): void {
  const { width, height, depth } = plane;
  for (let i = from; i < to; i++) {
    const r2 = (marks.radius[i] * marks.radius[i]) / 4;
    // Covariance of the softened ellipse: a quarter of the radius squared for the disc, and the blur.
    const xx = r2 * marks.xx[i] + BLUR2;
    const xy = r2 * marks.xy[i];
    const yy = r2 * marks.yy[i] + BLUR2;
    const det = xx * yy - xy * xy;
    const skin2 = marks.xx[i] * marks.yy[i] - marks.xy[i] * marks.xy[i];
    if (!(skin2 > 0)) continue;
    const skin = Math.sqrt(skin2);
    const ink = marks.depth[i] * DISC_AREA * 4 * r2 * skin * DEPTH_UNIT;
    // As a disc: its radius in blurs, with the same area as the ellipse.
    const { start, rho } = profileRow(Math.sqrt((4 * r2 * skin) / BLUR2));
    // Distance in blurs: the form is scaled so that the disc's edge falls on rho.
    const scale = (rho * rho) / 4 + 1;
    const a = (yy / det) * scale;
    const b = (-xy / det) * scale;
    const c = (xx / det) * scale;
    const limit = (rho + TAIL) * (rho + TAIL);
    const perStep = PROFILE_STEPS / limit;
    const cx = marks.x[i] - 0.5;
    const cy = marks.y[i] - 0.5;
    const tall = Math.sqrt((limit * yy) / scale);
    const first = Math.ceil(cy - tall);
    const last = Math.floor(cy + tall);
    if (last < 0 || first >= height) continue;
    const wide = Math.sqrt((limit * xx) / scale);
    const left = Math.ceil(cx - wide);
    const right = Math.floor(cx + wide);
    if (right < 0 || left >= width) continue;

    let total = 0;
    for (let y = first; y <= last; y++) {
      const dy = y - cy;
      for (let x = left; x <= right; x++) {
        const dx = x - cx;
        const step = (a * dx * dx + 2 * b * dx * dy + c * dy * dy) * perStep;
        if (step < PROFILE_STEPS) total += profile[start + Math.floor(step)];
      }
    }
    if (total === 0) continue;
    const share = ink / total;
    // The running sum is rounded, not each pixel, so that the whole is right to half a unit.
    let sum = 0;
    let given = 0;
    for (let y = first; y <= last; y++) {
      const dy = y - cy;
      for (let x = left; x <= right; x++) {
        const dx = x - cx;
        const step = (a * dx * dx + 2 * b * dx * dy + c * dy * dy) * perStep;
        if (step >= PROFILE_STEPS) continue;
        sum += share * profile[start + Math.floor(step)];
        const now = Math.round(sum);
        if (now !== given && x >= 0 && x < width && y >= 0 && y < height) depth[y * width + x] += sign * (now - given);
        given = now;
      }
    }
  }
}
