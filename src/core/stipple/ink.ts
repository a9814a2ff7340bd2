/* How much ink the marks of a batch are laid down with, so that they take the light that they take under the skin
   alone: the tables that the kernel reads it from, in the kernel's memory. */

import { InkJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import { createRecord } from "./kernel/record.ts";
import { DEEPEST, DEPTHS, inkTable } from "./light.ts";
import type { Skin } from "./marks.ts";
import { PROFILE_ROWS } from "./profile.ts";

/** Tables in the memory at a time: dots of one radius, as they vary and as they are foreshortened, need some fifty. */
const ROOM = 256;
/** Skins whose tables are kept: a slider for the needle's depth goes through many. */
const KEPT = 16;

type InkTables = Pick<Skin, "soft" | "dots"> & { readonly tables: Map<number, Float64Array> };

const kept: InkTables[] = [];

function inkTablesOf({ soft, dots }: Skin): InkTables {
  const known = kept.find((one) => one.soft === soft && one.dots === dots);
  if (known) return known;
  const made = { soft, dots, tables: new Map<number, Float64Array>() };
  if (kept.push(made) > KEPT) kept.shift();
  return made;
}

export type BatchInk = {
  /** Settles the optical depths of the batch's first `count` marks; `blur2`: the variance of an edge as seen, mm^2. */
  settle(count: number, skin: Skin, blur2: number): void;
};

export function createInk({ memory, loops }: Kernel, batch: number): BatchInk {
  const job = createRecord(memory, InkJob);
  const pointers = memory.room(4 * PROFILE_ROWS * PROFILE_ROWS);
  const tables = memory.room(8 * (DEPTHS + 1) * ROOM);
  job.set({ marks: batch, tables: pointers, classes: PROFILE_ROWS, depths: DEPTHS, deepest: DEEPEST });
  let of: InkTables | null = null;
  let count = 0;

  function forget(): void {
    memory.views.i32.fill(0, pointers >> 2, (pointers >> 2) + PROFILE_ROWS * PROFILE_ROWS);
    count = 0;
  }

  /** Puts the table of these classes where the kernel finds it. */
  function add({ tables: known }: InkTables, entry: number, skin: Skin): void {
    if (count === ROOM) forget();
    let table = known.get(entry);
    if (!table) known.set(entry, (table = inkTable(Math.floor(entry / PROFILE_ROWS), entry % PROFILE_ROWS, skin)));
    const at = tables + 8 * (DEPTHS + 1) * count++;
    memory.views.f64.set(table, at >> 3);
    memory.views.i32[(pointers >> 2) + entry] = at;
  }

  return {
    settle(many, skin, blur2) {
      const wanted = inkTablesOf(skin);
      if (wanted !== of) forget();
      of = wanted;
      job.set({ count: many, soft: skin.soft, absorbance: skin.absorbance, blur2 });
      for (let first = 0; first < many;) {
        job.set({ first });
        first = loops.ink(job.at);
        if (first < many) add(wanted, job.get("missing"), skin);
      }
    },
  };
}
