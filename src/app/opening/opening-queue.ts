/* What is being opened, one after the other. Each file waits for its turn and belongs to the client for whom it was
   chosen: where another one has come meanwhile it is given up, and a sentence names it. */

import { areEqual } from "../../core/equal-parts.ts";
import type { Saying } from "../../core/saying.ts";
import type { SessionStore } from "../../store/session.ts";
import { failureSaying, givenUpSaying, namedSaying, openingSaying } from "../messages.ts";
import { isTooLate } from "./too-late.ts";

/** What the work on one file may say of itself. */
export type OpeningTask = {
  /** Aborted when it is given up. */
  readonly signal: AbortSignal;
  /** It has begun a client: the files after it are for the same one. */
  begins(): void;
  /** It is read; what is next. */
  goOn(phase: "finding"): void;
  /** It cannot be opened, for this reason. */
  refuse(why: Saying): void;
};

export type Waiting = { readonly name: string; readonly run: (task: OpeningTask) => Promise<void> };

export type OpeningQueue = {
  /** Resolves when all of them are through, and what follows on them. */
  add(files: readonly Waiting[], then?: () => Promise<void>): Promise<void>;
};

type Entry = Waiting & { client: number; readonly batch: Batch };
type Batch = {
  left: number;
  readonly total: number;
  readonly refused: { readonly name: string; readonly why: Saying }[];
  readonly givenUp: string[];
  readonly done: () => void;
};

export function createOpeningQueue(session: SessionStore): OpeningQueue {
  let waiting: readonly Entry[] = [];
  let running = false;
  const clientNow = (): number => session.store.getState().client;

  /** Files that a batch could not open, in as few sentences as say it. */
  function settle({ refused, givenUp, done }: Batch): void {
    const reasons = refused.filter((one, i) => refused.findIndex(({ why }) => areEqual(why, one.why)) === i);
    for (const { why } of reasons) {
      const names = refused.filter((one) => areEqual(one.why, why)).map(({ name }) => name);
      session.report(namedSaying(names, why));
    }
    if (givenUp.length > 0) session.report(givenUpSaying(givenUp));
    done();
  }

  async function open(entry: Entry): Promise<void> {
    const { name, batch, client, run } = entry;
    if (client !== clientNow()) return void batch.givenUp.push(name);
    const stop = new AbortController();
    const giveUp = (): void => {
      stop.abort();
      for (const other of waiting) if (other.batch === batch) batch.givenUp.push(other.name);
      batch.left -= waiting.filter((other) => other.batch === batch).length;
      waiting = waiting.filter((other) => other.batch !== batch);
    };
    const which = { name, number: batch.total - batch.left + 1, total: batch.total };
    const job = session.begin(openingSaying("reading", which), batch.total > 1 ? giveUp : null);
    const refuse = (why: Saying): void => void batch.refused.push({ name, why });
    try {
      job.progress((which.number - 1) / batch.total);
      await run({
        signal: stop.signal,
        begins: () => {
          for (const other of waiting) if (other.client === client) other.client = clientNow();
        },
        goOn: (phase) => job.goOn(openingSaying(phase, which)),
        refuse,
      });
    } catch (reason) {
      if (stop.signal.aborted || isTooLate(reason)) batch.givenUp.push(name);
      else refuse(failureSaying("open", reason));
    } finally {
      job.end();
    }
  }

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    for (let [next] = waiting; next; [next] = waiting) {
      waiting = waiting.slice(1);
      await open(next);
      next.batch.left -= 1;
      if (next.batch.left === 0) settle(next.batch);
    }
    running = false;
  }

  return {
    async add(files, then) {
      if (files.length === 0) return;
      await new Promise<void>((done) => {
        const total = files.length;
        const batch: Batch = { left: total, total, refused: [], givenUp: [], done };
        waiting = [...waiting, ...files.map((file) => ({ ...file, client: clientNow(), batch }))];
        void work();
      });
      await then?.();
    },
  };
}
