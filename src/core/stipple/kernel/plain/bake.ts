/* Marks into stamps. Real numbers see only correctly rounded operations, in the twin's order. */

import { BakeJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory, Views } from "../memory.ts";

/** What a whole unit of a plane is to the share that a pixel gets. */
const UNIT = 4294967296;

/** Units of a plane per depth 1, times pi: areas here are over pi. */
const INK = 3216.990877275948;

export const bakeLoop = (memory: Memory): Pick<Loops, "bake"> => ({
  /**
   * Bakes marks into stamps, from the job's first on, and gives the mark before which it stopped: its end, or one whose
   * stamp finds no room before the room's end. A mark is MARK numbers, see marks.ts. A stamp: its first column and row
   * in the plane, how many rows, eights to a row, four bytes each; then depths, two bytes each. All a mark's ink,
   * depth x area, is in its stamp to half a unit, unless the picture's edge cuts it.
   */
  bake(job) {
    const { f64, i32, u16 } = memory.views;
    const of = (field: BakeJob): number => f64[(job >> 3) + field];
    const height = of(BakeJob.height);
    const width = of(BakeJob.width);
    const scratch = of(BakeJob.scratch) >> 1;
    const stamps = of(BakeJob.stamps) >> 2;
    const count = of(BakeJob.count);
    let out = of(BakeJob.out);
    let i = of(BakeJob.first);
    for (; i < count; i++) {
      i32[stamps + i] = 0;
      const outline = outlineOf(memory.views, job, i);
      if (!outline) continue;
      const { top, rows, left, wide } = outline;
      const eights = (wide + 7) >> 3;
      const total = profiled(u16, outline, scratch, 8 * eights, of(BakeJob.steps));
      if (total === 0) continue;
      const share = Math.floor(outline.ink / total + 0.5);
      const firstRow = Math.max(0, top);
      const lastRow = Math.min(height - 1, top + rows - 1);
      // Of the baked columns, those that fall into the plane.
      const from = Math.max(0, -left);
      const to = Math.min(wide, width - left);
      const kept = (to - from + 7) >> 3;
      const size = 16 + (lastRow - firstRow + 1) * kept * 16;
      if (out + size > of(BakeJob.end)) break;
      i32[stamps + i] = out;
      i32.set([left + from, firstRow, lastRow - firstRow + 1, kept], out >> 2);
      u16.fill(0, (out >> 1) + 8, (out + size) >> 1);
      // What a pixel rounds off is the next one's, so that the whole is right to half a unit.
      let carry = UNIT / 2;
      for (let y = top, s = scratch; y < top + rows; y++, s += 8 * eights) {
        const line = (out >> 1) + 8 + (y - firstRow) * kept * 8;
        for (let k = 0; k < wide; k++) {
          carry += u16[s + k] * share;
          const given = Math.floor(carry / UNIT);
          if (y >= firstRow && y <= lastRow && k >= from && k < to) u16[line + k - from] = given;
          carry -= given * UNIT;
        }
      }
      out += size;
    }
    f64[(job >> 3) + BakeJob.out] = out;
    return i;
  },
});

/** A mark's box of pixels, and its profile's place in it. */
type Outline = {
  readonly rows: number;
  readonly wide: number;
  readonly top: number;
  readonly left: number;
  /** Its row of the profile's table. */
  readonly table: number;
  /** The box's first pixel from the mark's centre, and the form that gives the place in the table. */
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** All of its ink, depth x px^2, in 1 / 2^32 units of a plane. */
  readonly ink: number;
};

/** The outline of mark i; null where nothing of it falls on the plane, or it is larger than the scratch. */
function outlineOf({ f64 }: Views, job: number, i: number): Outline | null {
  const of = (field: BakeJob): number => f64[(job >> 3) + field];
  const factor = of(BakeJob.factor);
  const factor2 = factor * factor;
  const blur2 = of(BakeJob.blur2);
  const steps = of(BakeJob.steps);
  const m = (of(BakeJob.marks) >> 3) + 7 * i;
  const r2 = f64[m + 5] * f64[m + 5] * 0.25;
  const fxx = f64[m + 2] * factor2;
  const fxy = f64[m + 3] * factor2;
  const fyy = f64[m + 4] * factor2;
  const skin2 = fxx * fyy - fxy * fxy;
  if (!(skin2 > 0)) return null;
  // Covariance of the softened ellipse: a quarter of the radius squared for the disc, and the blur.
  const xx = r2 * fxx + blur2;
  const xy = r2 * fxy;
  const yy = r2 * fyy + blur2;
  const det = xx * yy - xy * xy;
  const area = 4 * r2 * Math.sqrt(skin2);
  // As a disc of the same area: its radius in blurs picks the profile's row.
  const row = Math.min(of(BakeJob.classes) - 1, Math.floor(Math.sqrt(area / blur2) * 4 + 0.5));
  const rho = row * 0.25;
  const scale = rho * rho * 0.25 + 1;
  const limit = (rho + 3.2) * (rho + 3.2);
  const perStep = steps / limit;
  const cx = f64[m] * factor - of(BakeJob.left) - 0.5;
  const cy = f64[m + 1] * factor - of(BakeJob.top) - 0.5;
  const tall = Math.sqrt((limit * yy) / scale);
  const broad = Math.sqrt((limit * xx) / scale);
  const top = Math.ceil(cy - tall);
  const bottom = Math.floor(cy + tall);
  const left = Math.ceil(cx - broad);
  const right = Math.floor(cx + broad);
  if (bottom < 0 || top >= of(BakeJob.height) || right < 0 || left >= of(BakeJob.width)) return null;
  const rows = bottom - top + 1;
  const wide = right - left + 1;
  if (rows * Math.ceil(wide / 8) > 8192) return null;
  return {
    rows,
    wide,
    top,
    left,
    table: (of(BakeJob.profile) >> 1) + row * (steps + 1),
    x: Math.fround(left - cx),
    y: Math.fround(top - cy),
    xx: Math.fround((yy / det) * scale * perStep),
    xy: Math.fround((-xy / det) * scale * perStep * 2),
    yy: Math.fround((xx / det) * scale * perStep),
    ink: f64[m + 6] * INK * area * UNIT,
  };
}

/** Writes the profile's values over the outline's box, rows `pitch` apart, and gives their sum. */
function profiled(u16: Uint16Array, outline: Outline, to: number, pitch: number, steps: number): number {
  const { rows, wide, table, x, y, xx, xy, yy } = outline;
  // The twin goes by fours, each from the one before.
  const columns = new Float32Array(wide);
  for (let k = 0; k < wide; k++) columns[k] = k < 4 ? x + k : columns[k - 4] + 4;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const s = to + row * pitch;
    const dy = Math.fround(y + row);
    const by = Math.fround(xy * dy);
    const cyy = Math.fround(Math.fround(yy * dy) * dy);
    for (let k = 0; k < wide; k++) {
      const dx = columns[k];
      const q = Math.fround(Math.fround(Math.fround(Math.fround(xx * dx) + by) * dx) + cyy);
      // Halves go to the even number.
      const n = Math.fround(Math.min(steps, q) + 8388608) - 8388608;
      u16[s + k] = u16[table + n];
      total += u16[s + k];
    }
  }
  return total;
}
