/* Depths and photo to picture. */

import { ComposeJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";
import { glossBlock } from "./gloss.ts";

export const composeLoop = (memory: Memory): Pick<Loops, "compose"> => ({
  /**
   * Composes the changed blocks of `source` into `picture`; they are changed no more. Above sRGB code 10 light is a
   * power of 2.4 of the code and a constant, so what a depth lets through can be taken of that sum, here in 1/64: 898
   * is the constant, 866 half a code less. Darker results come from a table. What is mirrored is given back.
   */
  compose(job) {
    const { u8, u16, f64 } = memory.views;
    const of = (field: ComposeJob): number => f64[(job >> 3) + field];
    const [plane, stride, blocks] = [of(ComposeJob.plane) >> 1, of(ComposeJob.stride), of(ComposeJob.blocks)];
    const [across, high] = [of(ComposeJob.across), of(ComposeJob.high)];
    const [source, picture, toe] = [of(ComposeJob.source), of(ComposeJob.picture), of(ComposeJob.toe)];
    const [transmission, deepest] = [of(ComposeJob.transmission) >> 1, of(ComposeJob.deepest)];
    const [glossy, mirror] = [of(ComposeJob.glossy), glossBlock(memory)];
    let [west, north, east, south] = [across, high, -1, -1];
    for (let block = 0; block < high * across; block++) {
      if ((u8[blocks + block] & 1) === 0) continue;
      u8[blocks + block] = 2;
      const by = Math.floor(block / across);
      const bx = block - by * across;
      [west, north, east, south] = [Math.min(west, bx), Math.min(north, by), Math.max(east, bx), by];
      for (let y = by * 4; y < by * 4 + 4; y++) {
        for (let x = bx * 16; x < bx * 16 + 16; x++) {
          const at = y * stride + x;
          const depth = Math.min(deepest, u16[plane + at]);
          for (let channel = 0; channel < 3; channel++) {
            const v = u8[source + 4 * at + channel];
            const through = u16[transmission + 4 * depth + channel];
            const out = ((((64 * v + 898) * through + 16384) >> 15) - 866) >> 6;
            u8[picture + 4 * at + channel] = out >= 11 || through === 32767 ? out : u8[toe + (v << 8) + (through >> 7)];
          }
          u8[picture + 4 * at + 3] = u8[source + 4 * at + 3];
        }
      }
      if (glossy > 0 && u8[glossy + block] > 0) mirror(job, bx * 16, by * 4);
    }
    f64[(job >> 3) + ComposeJob.west] = west;
    f64[(job >> 3) + ComposeJob.north] = north;
    f64[(job >> 3) + ComposeJob.east] = east;
    f64[(job >> 3) + ComposeJob.south] = south;
  },
});
