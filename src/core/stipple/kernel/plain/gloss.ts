/* What is mirrored, back over a composed block. */

import { ComposeJob } from "../jobs.ts";
import type { Memory } from "../memory.ts";

/** The constant that makes light a power of codes, and that less half a code. */
const LIFT = 14.03125;
const ROUND = 13.53125;
const BEND = Math.fround(0.7);

/**
 * Gives the block at pixel (x, y) of the picture back what of the photo's light is mirrored. In codes with their lift,
 * of which light is the power 2.4: a share s of the photo's light and the rest of the composed light have the code
 * L + 0.7 s (1 - s) d^2 / L, with d from composed to photo and L a share s of the way; what the power's series has
 * beyond is under half a code. In numbers of four bytes, each step rounded once.
 */
export const glossBlock =
  (memory: Memory) =>
  (job: number, left: number, top: number): void => {
    const { u8, u16, f64 } = memory.views;
    const of = (field: ComposeJob): number => f64[(job >> 3) + field];
    const [stride, wide, shares] = [of(ComposeJob.stride), of(ComposeJob.sharesAcross), of(ComposeJob.shares)];
    for (let y = top; y < top + 4; y++) {
      const r = (of(ComposeJob.shareRows) >> 1) + 2 * y;
      const [row, lower] = [shares + u16[r] * wide, u16[r + 1]];
      for (let x = left; x < left + 16; x++) {
        const c = (of(ComposeJob.shareColumns) >> 1) + 2 * x;
        const [n, right] = [row + u16[c], u16[c + 1]];
        const upper = u8[n] * (256 - right) + u8[n + 1] * right;
        const under = u8[n + wide] * (256 - right) + u8[n + wide + 1] * right;
        const share = (upper * (256 - lower) + under * lower) >> 16;
        if (share === 0) continue;
        const s = Math.fround(share / 255);
        const bend = Math.fround(Math.fround(BEND * s) * Math.fround(1 - s));
        const at = 4 * (y * stride + x);
        for (let channel = 0; channel < 3; channel++) {
          const to = of(ComposeJob.picture) + at + channel;
          const d = u8[of(ComposeJob.bare) + at + channel] - u8[to];
          const between = Math.fround(Math.fround(u8[to] + LIFT) + Math.fround(s * d));
          const more = Math.fround(Math.fround(Math.fround(bend * d) * d) / between);
          u8[to] = Math.trunc(Math.fround(Math.fround(between + more) - ROUND));
        }
      }
    }
  };
