/* Which marks come and go, and their stamps onto the plane. */

import { ShowJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";

export const showLoops = (memory: Memory): Pick<Loops, "compare" | "splat"> => ({
  /**
   * Of the marks before `count`, or of the `count` listed where there is a list, notes as shown those that are wanted,
   * and lists those that come, those that go, and of those that come the ones that are not baked yet.
   */
  compare(job, list, count) {
    const { f64, i32, u8 } = memory.views;
    const of = (field: ShowJob): number => f64[(job >> 3) + field];
    const [wanted, shown, stampOf] = [of(ShowJob.wanted), of(ShowJob.shown), of(ShowJob.stampOf) >> 2];
    const [come, go, unbaked] = [of(ShowJob.come) >> 2, of(ShowJob.go) >> 2, of(ShowJob.unbaked) >> 2];
    let [comes, goes, bakes] = [0, 0, 0];
    for (let k = 0; k < count; k++) {
      const i = list ? i32[(list >> 2) + k] : k;
      if (u8[wanted + i] === u8[shown + i]) continue;
      u8[shown + i] = u8[wanted + i];
      if (u8[wanted + i] === 0) {
        i32[go + goes++] = i;
        continue;
      }
      i32[come + comes++] = i;
      if (i32[stampOf + i] < 0) i32[unbaked + bakes++] = i;
    }
    f64[(job >> 3) + ShowJob.comeCount] = comes;
    f64[(job >> 3) + ShowJob.goCount] = goes;
    f64[(job >> 3) + ShowJob.unbakedCount] = bakes;
  },

  /**
   * Adds the listed marks' stamps to the plane, or takes them `away`, and marks the blocks that they touch. Depths wrap
   * at 64.
   */
  splat(job, list, count, away) {
    const { f64, i32, u16, u8 } = memory.views;
    const of = (field: ShowJob): number => f64[(job >> 3) + field];
    const [plane, stride] = [of(ShowJob.plane) >> 1, of(ShowJob.stride)];
    const [blocks, across] = [of(ShowJob.blocks), of(ShowJob.across)];
    const stampOf = of(ShowJob.stampOf) >> 2;
    const sign = away ? -1 : 1;
    for (let k = 0; k < count; k++) {
      const stamp = i32[stampOf + i32[(list >> 2) + k]];
      if (stamp === 0) continue;
      const [x0, y0, rows, eights] = i32.subarray(stamp >> 2, (stamp >> 2) + 4);
      const wide = 8 * eights;
      let s = (stamp >> 1) + 8;
      for (let y = 0, p = plane + y0 * stride + x0; y < rows; y++, p += stride) {
        for (let x = 0; x < wide; x++, s++) u16[p + x] += sign * u16[s];
      }
      for (let by = y0 >> 2; by <= (y0 + rows - 1) >> 2; by++) {
        for (let bx = x0 >> 4; bx <= (x0 + wide - 1) >> 4; bx++) u8[blocks + by * across + bx] = 3;
      }
    }
  },
});
