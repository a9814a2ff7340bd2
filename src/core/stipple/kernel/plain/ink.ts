/* How much ink a mark is laid down with. */

import { InkJob } from "../jobs.ts";
import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";

export const inkLoop = (memory: Memory): Pick<Loops, "ink"> => ({
  /**
   * Multiplies the optical depths of marks, from the job's first on, by what the table of their classes says for it,
   * between its steps in proportion. Classes are a disc's radius in quarters of its blur, as it is seen and as soft as
   * skin makes it. Gives the mark before which it stopped: the job's end, or one whose table is missing.
   */
  ink(job) {
    const { f64, i32 } = memory.views;
    const of = (field: InkJob): number => f64[(job >> 3) + field];
    const [count, classes, tables] = [of(InkJob.count), of(InkJob.classes), of(InkJob.tables) >> 2];
    const [depths, deepest] = [of(InkJob.depths), of(InkJob.deepest)];
    const unit = deepest / depths / depths;
    const classOf = (rho: number): number => Math.min(classes - 1, Math.floor(4 * rho + 0.5));
    for (let i = of(InkJob.first); i < count; i++) {
      const m = (of(InkJob.marks) >> 3) + 7 * i;
      const skin2 = f64[m + 2] * f64[m + 4] - f64[m + 3] * f64[m + 3];
      if (!(skin2 > 0)) continue;
      const radius = f64[m + 5];
      const seen = classOf(radius * Math.sqrt(Math.sqrt(skin2) / of(InkJob.blur2)));
      const entry = seen * classes + classOf(radius / of(InkJob.soft));
      const table = i32[tables + entry] >> 3;
      if (table === 0) {
        f64[(job >> 3) + InkJob.missing] = entry;
        return i;
      }
      const asked = f64[m + 6] * of(InkJob.absorbance);
      const step = Math.min(depths - 1, Math.floor(depths * Math.sqrt(Math.min(1, asked / deepest))));
      const from = step * step * unit;
      const to = (step + 1) * (step + 1) * unit;
      const part = (Math.min(deepest, asked) - from) / (to - from);
      f64[m + 6] *= f64[table + step] + part * (f64[table + step + 1] - f64[table + step]);
    }
    return count;
  },
});
