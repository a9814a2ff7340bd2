/* What is being opened, one after the other. Each file waits for its turn and belongs to the client for whom it was
   chosen: where another one has come meanwhile it is given up, and a sentence names it. */

import { areEqual } from "../../core/equal-parts.ts";
import type { Saying } from "../../core/saying.ts";
import type { SessionStore } from "../../store/session.ts";
import { failureSaying, givenUpSaying, namedSaying, openingSaying } from "../messages.ts";
import { type Task, isTooLate, startTask } from "../task.ts";

/** The work on one file, and what it may say of itself. */
export type OpeningTask = Task & {
  /** It begins a client, by `open`: the files after it are for the same one. */
  readonly becomes: (open: () => void) => void;
  /** It is read; what is next. */
  readonly goOn: (phase: "finding") => void;
  /** It cannot be opened, for this reason. */
  readonly refuse: (why: Saying) => void;
};

export type Waiting = {
  readonly name: string;
  /** Its client knows it already: when that one is left, nothing is lost with it. */
  readonly known?: boolean;
  readonly run: (task: OpeningTask) => Promise<void>;
};

export type OpeningQueue = {
  /**
   * Resolves when all of them are through, and what follows on them.
   * `client`: for whom they were chosen, where that was some time ago.
   */
  add(files: readonly Waiting[], then?: () => Promise<void>, client?: number): Promise<void>;
};

type Entry = Waiting & { client: number; readonly batch: Batch };
type Batch = {
  left: number;
  readonly total: number;
  readonly refused: { readonly name: string; readonly why: Saying }[];
  readonly givenUp: string[];
  readonly done: () => void;
};

/** Files that a batch could not open, in as few sentences as say it. */
function settle(session: SessionStore, { refused, givenUp, done }: Batch): void {
  const reasons = refused.filter((one, i) => refused.findIndex(({ why }) => areEqual(why, one.why)) === i);
  for (const { why } of reasons) {
    const names = refused.filter((one) => areEqual(one.why, why)).map(({ name }) => name);
    session.report(namedSaying(names, why));
  }
  if (givenUp.length > 0) session.report(givenUpSaying(givenUp));
  done();
}

export function createOpeningQueue(session: SessionStore): OpeningQueue {
  let waiting: readonly Entry[] = [];
  let running = false;
  const clientNow = (): number => session.store.getState().client;

  /** All that wait of a batch are given up. */
  function giveUp(batch: Batch): void {
    const mine = waiting.filter((other) => other.batch === batch);
    batch.givenUp.push(...mine.map(({ name }) => name));
    batch.left -= mine.length;
    waiting = waiting.filter((other) => other.batch !== batch);
  }

  async function open(entry: Entry): Promise<void> {
    const { name, batch, run, known = false } = entry;
    const tooLate = (): void => {
      if (!known) batch.givenUp.push(name);
    };
    if (entry.client !== clientNow()) return tooLate();
    const task = startTask(session);
    const stop = (): void => {
      task.stop();
      giveUp(batch);
    };
    const which = { name, number: batch.total - batch.left + 1, total: batch.total };
    const job = session.begin(openingSaying("reading", which), batch.total > 1 ? stop : null);
    const refuse = (why: Saying): void => void batch.refused.push({ name, why });
    try {
      job.progress((which.number - 1) / batch.total);
      await run({
        ...task,
        becomes(begin) {
          const before = clientNow();
          task.becomes(begin);
          for (const other of waiting) if (other.client === before) other.client = clientNow();
        },
        goOn: (phase) => job.goOn(openingSaying(phase, which)),
        refuse,
      });
    } catch (reason) {
      const why: unknown = task.signal.aborted ? task.signal.reason : reason;
      if (isTooLate(why)) tooLate();
      else if (task.signal.aborted) batch.givenUp.push(name);
      else refuse(failureSaying("open", reason));
    } finally {
      task.end();
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
      if (next.batch.left === 0) settle(session, next.batch);
    }
    running = false;
  }

  return {
    async add(files, then, client = clientNow()) {
      if (files.length === 0) return;
      await new Promise<void>((done) => {
        const total = files.length;
        const batch: Batch = { left: total, total, refused: [], givenUp: [], done };
        waiting = [...waiting, ...files.map((file) => ({ ...file, client, batch }))];
        void work();
      });
      await then?.();
    },
  };
}
