/* Which marks a sheet shows: what is wanted is held against what is shown, and listed are those that come, those
   that go and those that are not baked yet. */

import { ShowJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import { type JobRecord, createRecord } from "./kernel/record.ts";

export type MarkLists = {
  /** The record of what is shown and of the plane that it is laid on. */
  readonly job: JobRecord<typeof ShowJob>;
  /** Takes what is wanted of the marks before `count`, makes room for more of them where that is needed. */
  want(wanted: Uint8Array, count: number): void;
  /**
   * Holds the wanted marks before `count`, or the listed ones, to be shown from now on; the record says which lists.
   */
  compare(count: number, among?: Int32Array): void;
  /** Lists all that are shown as those that come. */
  comeAgain(count: number): void;
  /** No mark is known any more. To be called when the memory is given back, too. */
  forget(): void;
};

export function createMarkLists({ memory, loops }: Kernel): MarkLists {
  const job = createRecord(memory, ShowJob);
  let room = 0;
  let among = 0;

  /** Room for `count` marks, none of them shown or baked but those that were. */
  function widen(count: number): void {
    const [before, wasShown, wasStamped] = [room, job.get("shown"), job.get("stampOf")];
    room = Math.max(count, Math.ceil(room * 1.5));
    const [wanted, shown] = [memory.room(room), memory.room(room)];
    const [stampOf, come, go, unbaked] = Array.from({ length: 4 }, () => memory.room(4 * room));
    among = memory.room(4 * room);
    const { u8, i32 } = memory.views;
    u8.fill(0, shown, shown + room);
    i32.fill(-1, stampOf >> 2, (stampOf >> 2) + room);
    u8.copyWithin(shown, wasShown, wasShown + before);
    u8.copyWithin(stampOf, wasStamped, wasStamped + 4 * before);
    job.set({ wanted, shown, stampOf, come, go, unbaked });
  }

  return {
    job,
    want(wanted, count) {
      if (count > room) widen(count);
      memory.views.u8.set(wanted.subarray(0, count), job.get("wanted"));
    },
    compare(count, list) {
      if (list) memory.views.i32.set(list, among >> 2);
      loops.compare(job.at, list ? among : 0, list ? list.length : count);
    },
    comeAgain(count) {
      const { u8 } = memory.views;
      const shown = job.get("shown");
      u8.copyWithin(job.get("wanted"), shown, shown + count);
      u8.fill(0, shown, shown + count);
      loops.compare(job.at, 0, count);
    },
    forget() {
      room = 0;
    },
  };
}
