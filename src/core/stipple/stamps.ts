/* Stamps: each mark's ink on the pixels that it reaches, worked out once and kept in the kernel's memory. */

import { BakeJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import { createRecord } from "./kernel/record.ts";
import { createInk } from "./ink.ts";
import { MARK, type Marks, blurOf } from "./marks.ts";
import type { Part } from "./pixels.ts";
import { PROFILE_ROWS, PROFILE_STEPS, profileTable } from "./profile.ts";

/** Marks baked at a time. */
const BATCH = 1024;
/** Room for one dot's profile while it is baked: a radius of 100 px and its blur. Larger dots are not drawn. */
const SCRATCH = 256 * 256;
/** Stamps lie in chunks, since a memory only grows; no stamp is larger than one. */
const CHUNK = 1 << 20;

export type Stamps = {
  /**
   * Bakes the listed marks, `count` of them, as they are seen in this part of their picture, and writes to `stampOf` at
   * each mark where its stamp begins; 0 where nothing of it falls on the part.
   */
  bake(marks: Marks, list: number, count: number, stampOf: number, part: Part): void;
  /** None is kept any more. To be called when the memory is given back, too. */
  forget(): void;
};

export function createStamps(kernel: Kernel): Stamps {
  const { memory, loops } = kernel;
  const job = createRecord(memory, BakeJob);
  // One more, since marks are taken two at a time.
  const batch = memory.room(8 * MARK * (BATCH + 1));
  const ink = createInk(kernel, batch);
  const stamps = memory.room(4 * BATCH);
  const profile = memory.room(2 * PROFILE_ROWS * (PROFILE_STEPS + 1));
  const [scratch, outlines] = [memory.room(2 * SCRATCH), memory.room(4096)];
  memory.views.u16.set(profileTable(), profile >> 1);
  job.set({ marks: batch, stamps, profile, classes: PROFILE_ROWS, steps: PROFILE_STEPS, scratch, outlines });
  job.set({ out: 0, end: 0 });

  /** Copies the listed marks into the batch. */
  function gather(at: Float64Array, list: number, count: number): void {
    const { f64, i32 } = memory.views;
    for (let k = 0, to = batch >> 3, from = list >> 2; k < count; k++, to += MARK) {
      const m = MARK * i32[from + k];
      for (let n = 0; n < MARK; n++) f64[to + n] = at[m + n];
    }
  }

  function widen(): void {
    const chunk = memory.room(CHUNK);
    // Where it follows on the last one, the two are one.
    if (chunk !== job.get("end")) job.set({ out: chunk });
    job.set({ end: chunk + CHUNK });
  }

  return {
    bake(marks, list, count, stampOf, { factor, left, top, width, height }) {
      const blur2 = blurOf(marks.soft, factor);
      job.set({ factor, left, top, width, height, blur2 });
      for (let done = 0; done < count; done += BATCH) {
        const many = Math.min(BATCH, count - done);
        gather(marks.at, list + 4 * done, many);
        if (marks.skin) ink.settle(many, marks.skin, blur2 / (factor * factor));
        job.set({ count: many });
        for (let first = 0; first < many;) {
          job.set({ first });
          first = loops.bake(job.at);
          if (first < many) widen();
        }
        const { i32 } = memory.views;
        for (let k = 0; k < many; k++) i32[(stampOf >> 2) + i32[(list >> 2) + done + k]] = i32[(stamps >> 2) + k];
      }
    },
    forget() {
      job.set({ out: 0, end: 0 });
    },
  };
}
