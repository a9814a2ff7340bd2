/* Depths and photo to picture. */

import { ComposeJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";

/** Numbers to a step of the ground tone's table. */
const ENTRY = 8;
/** More than this mean depth the table does not know, in 1/65536. */
const DEEPEST_GROUND = 130_800;
/** The same in 1/4096. */
const DEEPEST_LINE = 8175;

export const composeLoop = (memory: Memory): Pick<Loops, "compose"> => {
  /**
   * Writes the ground tone along the line before row 4 `row`, in 1/4096 of a mean depth for each two columns: nodes and
   * share are read off across the rows first, then along the line, in whole numbers.
   */
  function readLine(job: number, row: number, line: number, from: number, to: number): void {
    const { u8, u16, i32, f64 } = memory.views;
    const of = (field: ComposeJob): number => f64[(job >> 3) + field];
    const [across, wide] = [of(ComposeJob.nodesAcross), of(ComposeJob.sharesAcross)];
    const depths = of(ComposeJob.scratch) >> 2;
    const shares = depths + across;
    const r = (of(ComposeJob.rows) >> 1) + 5 * row;
    const [first, third] = [u16[r + 1], u16[r + 2]];
    const n = (of(ComposeJob.nodes) >> 2) + u16[r] * across;
    for (let i = 0; i < across; i++) {
      const middle = i32[n + across + i] * (4096 - first - third);
      const sum = Math.min(DEEPEST_GROUND, (i32[n + i] * first + middle + i32[n + 2 * across + i] * third) >> 12);
      i32[depths + i] = sum;
    }
    const s = of(ComposeJob.shares) + u16[r + 3] * wide;
    for (let i = 0; i < wide; i++) i32[shares + i] = u8[s + i] * (256 - u16[r + 4]) + u8[s + wide + i] * u16[r + 4];
    for (let x = from; x < to; x++) {
      const c = (of(ComposeJob.columns) >> 1) + 5 * x;
      const d = depths + u16[c];
      const middle = i32[d + 1] * (4096 - u16[c + 1] - u16[c + 2]);
      const depth = (i32[d] * u16[c + 1] + middle + i32[d + 2] * u16[c + 2]) >> 12;
      const h = shares + u16[c + 3];
      const share = (i32[h] * (256 - u16[c + 4]) + i32[h + 1] * u16[c + 4]) >> 16;
      u16[line + x] = Math.min(DEEPEST_LINE, (depth * share) >> 11);
    }
  }

  /** Composes one pixel; `tone`: where what the ground does there begins. */
  function compose(job: number, at: number, tone: number): void {
    const { u8, u16, f64 } = memory.views;
    const of = (field: ComposeJob): number => f64[(job >> 3) + field];
    const [source, picture] = [of(ComposeJob.source) + 4 * at, of(ComposeJob.picture) + 4 * at];
    const depth = Math.min(of(ComposeJob.deepest), u16[(of(ComposeJob.plane) >> 1) + at]);
    const through = (of(ComposeJob.transmission) >> 1) + 4 * depth;
    const lifted = (channel: number): number =>
      ((64 * u8[source + channel] + 898) * u16[through + channel] + 16384) >> 15;
    const green = lifted(1);
    for (let channel = 0; channel < 3; channel++) {
      const v = u8[source + channel];
      const [own, towards] = tone ? [-signed(u16[tone + channel]), u16[tone + 4 + channel]] : [32768, 0];
      const mixed = ((green * towards + 16384) >> 15) + ((lifted(channel) * own - 16384 + 32767) >> 15);
      const out = (mixed - 866) >> 6;
      const none = u16[through + channel] === 32767 && own === 32768;
      const share = own === 32768 ? u16[through + channel] : Math.floor((mixed * 32767) / (64 * v + 898));
      u8[picture + channel] =
        out >= 11 || none ? out : u8[of(ComposeJob.toe) + (v << 8) + (Math.min(32767, share) >> 7)];
    }
    u8[picture + 3] = u8[source + 3];
  }

  return {
    /**
     * Composes the changed blocks of `source` into `picture`; they are changed no more. Above sRGB code 10 light is a
     * power of 2.4 of the code and a constant, so what a depth lets through can be taken of that sum, here in 1/64: 898
     * is the constant, 866 half a code less. Darker results come from a table. Where there are nodes the ground tone is
     * read off along the lines between rows of blocks, and is one for two pixels by two.
     */
    compose(job) {
      const { u8, u16, f64 } = memory.views;
      const of = (field: ComposeJob): number => f64[(job >> 3) + field];
      const [stride, blocks, across] = [of(ComposeJob.stride), of(ComposeJob.blocks), of(ComposeJob.across)];
      const high = of(ComposeJob.high);
      const tones = of(ComposeJob.nodes) ? of(ComposeJob.tone) >> 1 : 0;
      const lines = of(ComposeJob.lines) >> 1;
      let [west, north, east, south] = [across, high, -1, -1];
      for (let by = 0; by < high; by++) {
        const changed = u8.subarray(blocks + by * across, blocks + (by + 1) * across);
        const from = changed.findIndex((block) => (block & 1) > 0);
        if (from < 0) continue;
        const to = changed.findLastIndex((block) => (block & 1) > 0);
        [west, north, east, south] = [Math.min(west, from), Math.min(north, by), Math.max(east, to), by];
        if (tones) {
          for (const k of [0, 1]) readLine(job, by + k, lines + k * (stride / 2), 8 * from, 8 * to + 8);
        }
        for (let bx = from; bx <= to; bx++) {
          if ((changed[bx] & 1) === 0) continue;
          changed[bx] = 2;
          for (let row = 0; row < 4; row++) {
            const [upper, lower] = row < 2 ? [3, 1] : [1, 3];
            for (let x = bx * 16; x < bx * 16 + 16; x++) {
              const line = lines + (x >> 1);
              const step = tones ? (u16[line] * upper + u16[line + stride / 2] * lower + 16) >> 5 : 0;
              compose(job, (by * 4 + row) * stride + x, step && tones + ENTRY * step);
            }
          }
        }
      }
      f64[(job >> 3) + ComposeJob.west] = west;
      f64[(job >> 3) + ComposeJob.north] = north;
      f64[(job >> 3) + ComposeJob.east] = east;
      f64[(job >> 3) + ComposeJob.south] = south;
    },
  };
};

const signed = (word: number): number => (word << 16) >> 16;
