/* A worker that is started anew when it is gone: what it held is brought back, what was waiting is asked once more. */

import { type Ask, type Asking, type Bridge, createBridge } from "./bridge.ts";
import type { Questions } from "./messages.ts";
import { WorkerGone } from "./worker-gone.ts";

export type SupervisedAsking<Q> = Asking & {
  /** Makes a question anew whose parts were handed over; without it such a question cannot be asked once more. */
  readonly again?: (() => Promise<{ readonly question: Q; readonly transfer: readonly Transferable[] }>) | undefined;
};

export type Supervised<M extends Questions> = {
  /**
   * As a bridge's `ask`. Rejects with WorkerGone when the worker was gone twice within a minute, or for good with the
   * parts that were handed over. The next question tries with a new worker.
   */
  readonly ask: <K extends keyof M & string>(
    name: K,
    question: M[K][0],
    asking?: SupervisedAsking<M[K][0]>,
  ) => Promise<M[K][1]>;
  readonly close: () => void;
};

/** Milliseconds within which a second end says that a third would follow. */
export const FORGIVING = 60_000;

/** One worker's life. Nothing is asked before it is ready. */
type Life<M extends Questions> = {
  readonly bridge: Bridge<M>;
  readonly ready: Promise<void>;
  /** From then on a question goes out at once. */
  isReady: boolean;
  gone: boolean;
  /** Who goes on with its questions; null while it lives, and where nobody does. */
  heir: Life<M> | null;
};

/** `revive` tells a new worker, by its `ask`, all that the one before held. */
export function createSupervised<M extends Questions>(
  start: () => Worker | MessagePort,
  revive: (ask: Ask<M>) => Promise<void>,
): Supervised<M> {
  const over = new AbortController();
  let ended = -Infinity;
  let current: Life<M> | null = begin(null);

  function begin(prepare: typeof revive | null): Life<M> {
    const bridge = createBridge<M>(start(), () => succeed(life));
    const prepared = (prepare?.(bridge.ask) ?? Promise.resolve()).catch((reason: unknown) => {
      if (life.gone) throw reason;
      if (current === life) current = null;
      bridge.close();
      throw new WorkerGone("not-revived", String(reason), { cause: reason });
    });
    const ready = orAborted(prepared, over.signal);
    // Whoever asks hears of it; nobody may have asked.
    ready.catch(() => {});
    const life: Life<M> = { bridge, ready, isReady: prepare === null, gone: false, heir: null };
    return life;
  }

  function succeed(life: Life<M>): void {
    const now = performance.now();
    const often = now - ended < FORGIVING;
    ended = now;
    life.gone = true;
    if (current === life) current = null;
    if (often) return;
    try {
      life.heir = current = begin(revive);
    } catch {
      // No worker can be started here any more: the next question says so.
    }
  }

  async function put<K extends keyof M & string>(
    life: Life<M>,
    name: K,
    question: M[K][0],
    asking: Asking,
  ): Promise<M[K][1]> {
    if (!life.isReady) {
      await orAborted(life.ready, asking.signal);
      life.isReady = true;
    }
    return life.bridge.ask(name, question, asking);
  }

  return {
    async ask(name, question, { again, ...asking } = {}) {
      over.signal.throwIfAborted();
      current ??= begin(revive);
      const life = current;
      try {
        return await put(life, name, question, asking);
      } catch (reason) {
        const { heir } = life;
        if (!(reason instanceof WorkerGone) || !heir) throw reason;
        if (again) {
          const anew = await orAborted(again(), asking.signal);
          return put(heir, name, anew.question, { ...asking, transfer: anew.transfer });
        }
        if (asking.transfer?.length) throw reason;
        return put(heir, name, question, asking);
      }
    },
    close() {
      over.abort(new WorkerGone("closed"));
      current?.bridge.close();
    },
  };
}

/** The promise, or the signal's reason as soon as it is aborted; as many steps later with a signal as without. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => reject(signal?.reason as Error);
    signal?.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal?.removeEventListener("abort", abort));
  });
}
