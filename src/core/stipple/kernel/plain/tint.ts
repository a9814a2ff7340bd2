/* The ground tone onto the photo. */

import { TintJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";

/** Bytes to a step of the table. */
const ENTRY = 32;
/** More than this mean depth the table does not know, in 1/65536 and in 1/4096. */
const DEEPEST = 130_800;
const DEEPEST_LINE = 8175;

export const tintLoops = (memory: Memory): Pick<Loops, "soak" | "differ" | "tint"> => {
  /**
   * Writes the ground tone along the line before row 4 `row`, in 1/4096 of a mean depth for each two columns: nodes and
   * share are read off across the rows first, then along the line, in whole numbers.
   */
  function readLine(job: number, row: number, line: number, from: number, to: number): void {
    const { u8, u16, i32, f64 } = memory.views;
    const of = (field: TintJob): number => f64[(job >> 3) + field];
    const [across, wide, columns] = [of(TintJob.nodesAcross), of(TintJob.sharesAcross), of(TintJob.columns) >> 1];
    const depths = of(TintJob.scratch) >> 2;
    const shares = depths + across;
    const [first, last] = [columns + 5 * from, columns + 5 * (to - 1)];
    const r = (of(TintJob.rows) >> 1) + 5 * row;
    const n = (of(TintJob.nodes) >> 2) + u16[r] * across;
    for (let i = u16[first]; i <= u16[last] + 2; i++) {
      const middle = i32[n + across + i] * (4096 - u16[r + 1] - u16[r + 2]);
      const sum = (i32[n + i] * u16[r + 1] + middle + i32[n + 2 * across + i] * u16[r + 2]) >> 12;
      i32[depths + i] = Math.min(DEEPEST, sum);
    }
    const s = of(TintJob.shares) + u16[r + 3] * wide;
    for (let i = u16[first + 3]; i <= u16[last + 3] + 1; i++) {
      i32[shares + i] = u8[s + i] * (256 - u16[r + 4]) + u8[s + wide + i] * u16[r + 4];
    }
    for (let x = from, c = first; x < to; x++, c += 5) {
      const d = depths + u16[c];
      const middle = i32[d + 1] * (4096 - u16[c + 1] - u16[c + 2]);
      const depth = (i32[d] * u16[c + 1] + middle + i32[d + 2] * u16[c + 2]) >> 12;
      const h = shares + u16[c + 3];
      const share = (i32[h] * (256 - u16[c + 4]) + i32[h + 1] * u16[c + 4]) >> 16;
      u16[line + x] = Math.min(DEEPEST_LINE, (depth * share) >> 11);
    }
  }

  /** Tints one pixel; `entry`: where what the ground does there begins. */
  function tint(job: number, at: number, entry: number): void {
    const { u8, u16, i32, f64 } = memory.views;
    const of = (field: TintJob): number => f64[(job >> 3) + field];
    const [source, tinted] = [of(TintJob.source) + 4 * at, of(TintJob.tinted) + 4 * at];
    const green = u8[source + 1];
    for (let channel = 0; channel < 3; channel++) {
      const v = u8[source + channel];
      const own = (0x10000 - u16[(entry >> 1) + 2 * channel]) & 0xffff;
      const got = (0x10000 - u16[(entry >> 1) + 2 * channel + 1]) & 0xffff;
      const out = (v * own + green * got + i32[(entry >> 2) + 4 + channel]) >> 15;
      u8[tinted + channel] = out >= 11 || own === 32768 ? out : u8[of(TintJob.toe) + (v << 8) + (own >> 7)];
    }
    u8[tinted + 3] = u8[source + 3];
  }

  return {
    /** Adds the listed marks' ink to the nodes, or takes it `away`. */
    soak(job, list, count, away) {
      const { f64, i32, u16 } = memory.views;
      const of = (field: TintJob): number => f64[(job >> 3) + field];
      const [soaked, across] = [of(TintJob.soaked), of(TintJob.nodesAcross)];
      const sign = away ? -1 : 1;
      for (let k = 0; k < count; k++) {
        const from = soaked + 32 * i32[(list >> 2) + k];
        const node = i32[(from >> 2) + 6] >> 2;
        if (node === 0) continue;
        for (let row = 0; row < 3; row++) {
          for (let n = 0; n < 3; n++) i32[node + row * across + n] += sign * u16[(from >> 1) + 4 * row + n];
        }
      }
    },

    /**
     * Says of the blocks that are read from nodes which differ by more than `least` from what they were tinted by that
     * their ground changed, and takes those nodes for what they will be tinted by; gives whether others differ.
     */
    differ(job, least) {
      const { u8, u16, i32, f64 } = memory.views;
      const of = (field: TintJob): number => f64[(job >> 3) + field];
      const [nodes, tintedBy, wide] = [of(TintJob.nodes) >> 2, of(TintJob.tintedBy) >> 2, of(TintJob.nodesAcross)];
      const [columns, rows] = [of(TintJob.blockColumns) >> 1, of(TintJob.blockRows) >> 1];
      let others: 0 | 1 = 0;
      for (let j = 0; j < of(TintJob.nodesHigh); j++) {
        const [north, south] = [u16[rows + 2 * j], u16[rows + 2 * j + 1]];
        if (south < north) continue;
        for (let i = 0; i < wide; i++) {
          const [now, was] = [i32[nodes + j * wide + i], i32[tintedBy + j * wide + i]];
          if (now === was) continue;
          if (Math.abs(now - was) <= least) {
            others = 1;
            continue;
          }
          i32[tintedBy + j * wide + i] = now;
          for (let by = north; by <= south; by++) {
            const row = of(TintJob.blocks) + by * of(TintJob.across);
            for (let bx = u16[columns + 2 * i]; bx <= u16[columns + 2 * i + 1]; bx++) u8[row + bx] |= 4;
          }
        }
      }
      return others;
    },

    /**
     * Tints the blocks whose ground changed, which are to be composed then. The ground tone is read off along the lines
     * between rows of blocks, and is one for two pixels by two.
     */
    tint(job) {
      const { u8, u16, f64 } = memory.views;
      const of = (field: TintJob): number => f64[(job >> 3) + field];
      const [stride, blocks, across] = [of(TintJob.stride), of(TintJob.blocks), of(TintJob.across)];
      const [tone, upper] = [of(TintJob.tone), of(TintJob.lines) >> 1];
      const lower = upper + stride / 2;
      const high = of(TintJob.high);
      for (let by = 0; by < high; by++) {
        const row = u8.subarray(blocks + by * across, blocks + (by + 1) * across);
        for (let bx = row.findIndex((block) => (block & 4) > 0), end = bx; bx >= 0 && bx < across; bx = end) {
          if ((row[bx] & 4) === 0) {
            end++;
            continue;
          }
          while (end < across && (row[end] & 4) > 0) row[end++] = 3;
          for (const k of [0, 1]) readLine(job, by + k, k ? lower : upper, 8 * bx, 8 * end);
          for (let y = 0; y < 4; y++) {
            const [above, below] = y < 2 ? [3, 1] : [1, 3];
            for (let x = 16 * bx; x < 16 * end; x++) {
              const step = (u16[upper + (x >> 1)] * above + u16[lower + (x >> 1)] * below + 16) >> 5;
              tint(job, (4 * by + y) * stride + x, tone + ENTRY * step);
            }
          }
        }
      }
    },
  };
};
