/* Work that takes a while, and for whom. It belongs to the head that is open when it begins, and perhaps to one of its
   photos. When those are no longer there it ends at once, whatever it waits for, and nothing that it was about to
   change or to say comes to the next head. */

import { viewOfPhoto } from "../core/plan/document.ts";
import type { Saying } from "../core/saying.ts";
import type { PhotoId } from "../core/head/view.ts";
import type { Session, SessionStore } from "../store/session.ts";
import { orAborted } from "../workers/bridge/or-aborted.ts";
import { WorkerGone } from "../workers/bridge/worker-gone.ts";
import { type Doing, failureSaying } from "./messages.ts";

/** What something was begun for is no longer open. */
export class TooLate extends Error {}

/** Whether what was begun is for nobody any more: the head is not open, and its worker was let go with it. */
export const isTooLate = (reason: unknown): boolean =>
  reason instanceof TooLate || (reason instanceof WorkerGone && reason.kind === "closed");

/** What work may do to the session. */
const acts = [
  "edit",
  "editApart",
  "amend",
  "hold",
  "read",
  "look",
  "say",
  "rename",
  "keepPhotos",
  "set",
] as const satisfies readonly (keyof SessionStore)[];
type Act = (typeof acts)[number];
type Acts = { readonly [K in Act]: (...args: Parameters<SessionStore[K]>) => void };

export type Task = {
  /** Aborted when it is given up, and with TooLate when what it is for is gone. */
  readonly signal: AbortSignal;
  /** Throws the signal's reason once it is aborted. */
  readonly session: Acts;
  /**
   * What the promise gives, unless the task ends before: then the signal's reason is thrown, and nobody waits for it.
   */
  readonly until: <T>(ask: () => Promise<T>) => Promise<T>;
};

export type RunningTask = Task & {
  /** Gives it up. */
  readonly stop: () => void;
  /** Another head is opened by `open`, which is to call `session.open`: the task goes on for that one. */
  readonly becomes: (open: () => void) => void;
  /** It is through. */
  readonly end: () => void;
};

/** Begins work for the head that is open, and for one of its photos if `photo` says so. */
export function startTask(session: SessionStore, photo: PhotoId | null = null): RunningTask {
  const { store } = session;
  const stop = new AbortController();
  let { client } = store.getState();
  const isThere = (now: Session): boolean =>
    now.client === client &&
    (photo === null || (now.scene !== null && viewOfPhoto(now.scene.document, photo) !== undefined));
  const end = store.subscribe((now) => {
    if (!isThere(now)) stop.abort(new TooLate());
  });
  const { signal } = stop;
  const guarded =
    (name: Act) =>
    (...args: never[]): void => {
      signal.throwIfAborted();
      const act: (...same: never[]) => void = session[name];
      act(...args);
    };
  return {
    signal,
    session: Object.fromEntries(acts.map((name) => [name, guarded(name)])) as unknown as Acts,
    async until(ask) {
      signal.throwIfAborted();
      const given = await orAborted(ask(), signal);
      // It may have come in the same moment.
      signal.throwIfAborted();
      return given;
    },
    stop: () => stop.abort(),
    becomes(open) {
      signal.throwIfAborted();
      client += 1;
      open();
    },
    end,
  };
}

/** How work came to its end: failed has been told already. */
export type Ending = "done" | "stopped" | "too-late" | "failed";

export type Work = {
  /** What is being done. */
  readonly doing: Saying;
  /** What did not happen where it breaks. */
  readonly broken: Doing;
  /** The photo that it is for; null where it is for the head, or for a picture that is already chosen. */
  readonly photo: PhotoId | null;
  /** It can be given up. */
  readonly stoppable?: boolean;
  /** Tries it once more, where it breaks and a person says so. */
  readonly again?: () => void;
};

/** Does work, told as a job until it ends, whichever way. What breaks becomes a problem, and is not thrown. */
export async function during(
  session: SessionStore,
  { doing, broken, photo, stoppable = false, again }: Work,
  work: (task: Task & { readonly stop: () => void; readonly progress: (share: number) => void }) => Promise<void>,
): Promise<Ending> {
  const task = startTask(session, photo);
  const job = session.begin(doing, stoppable ? task.stop : null);
  try {
    await work({ ...task, progress: job.progress });
    return "done";
  } catch (reason) {
    const why: unknown = task.signal.aborted ? task.signal.reason : reason;
    if (isTooLate(why)) return "too-late";
    if (task.signal.aborted) return "stopped";
    session.report(failureSaying(broken, reason), again);
    return "failed";
  } finally {
    task.end();
    job.end();
  }
}
