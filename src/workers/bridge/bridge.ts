/* The page's end: one promise per question, and none that waits for a worker that is gone. */

import { type Call, type Questions, type Reply, errorOf, letGo } from "./messages.ts";
import { watchLife } from "./life.ts";
import { type GoneKind, WorkerGone } from "./worker-gone.ts";

export type Asking = {
  /** Aborted, the question rejects with the signal's reason, and the worker is told. */
  readonly signal?: AbortSignal | undefined;
  /** Hears the share done, 0..1, of what tells it. */
  readonly progress?: ((share: number) => void) | undefined;
  /** Parts of the question that are handed over: the page has them no more. */
  readonly transfer?: readonly Transferable[] | undefined;
};

/** Rejects with what the worker threw, by name and message, or with WorkerGone. */
export type Ask<M extends Questions> = <K extends keyof M & string>(
  name: K,
  question: M[K][0],
  asking?: Asking,
) => Promise<M[K][1]>;

export type Bridge<M extends Questions> = {
  readonly ask: Ask<M>;
  /** Ends the worker; whatever waits rejects with WorkerGone "closed". */
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly progress: Asking["progress"];
};

/** Milliseconds between two looks at whether the worker has said anything. */
export const BEAT = 10_000;
/**
 * Beats in silence after which a worker is given up: two minutes, several times what the longest computation takes on
 * a slow phone. Counted in beats and not by the clock, because page and worker sleep when the device does.
 */
export const SILENT_BEATS = 12;

/** `gone` hears once why the worker is there no more, unless it was closed; what waits is rejected after it. */
export function createBridge<M extends Questions>(
  port: Worker | MessagePort,
  gone: (reason: WorkerGone) => void = () => {},
): Bridge<M> {
  const waiting = new Map<number, Waiting>();
  const over = new AbortController();
  let last = 0;
  let greeted = false;
  let silent = 0;
  let beat: ReturnType<typeof setInterval> | undefined;

  function end(kind: GoneKind, message?: string): void {
    if (over.signal.aborted) return;
    const reason = new WorkerGone(kind, message);
    over.abort(reason);
    clearInterval(beat);
    if ("terminate" in port) port.terminate();
    else port.close();
    if (kind !== "closed") gone(reason);
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  const tell = (call: Call, transfer: readonly Transferable[] = []): void => port.postMessage(call, [...transfer]);

  function hear(reply: Reply): void {
    silent = 0;
    if ("pong" in reply) return;
    if ("unreadable" in reply) return end("unreadable");
    if ("lock" in reply) {
      greeted = true;
      if (reply.lock !== null) watchLife(reply.lock, over.signal, () => end("died"));
      return;
    }
    const caller = waiting.get(reply.id);
    if ("share" in reply) return caller?.progress?.(reply.share);
    if (!caller) return "handed" in reply ? letGo(reply.handed) : undefined;
    forget(reply.id);
    if ("failure" in reply) caller.reject(errorOf(reply.failure));
    else caller.resolve(reply.answer as never);
  }

  function look(): void {
    silent += 1;
    if (silent >= SILENT_BEATS) return end("silent");
    tell({ ping: true });
  }

  function expect(id: number, caller: Waiting): void {
    if (waiting.size === 0) {
      silent = 0;
      beat = setInterval(look, BEAT);
    }
    waiting.set(id, caller);
  }

  function forget(id: number): void {
    waiting.delete(id);
    if (waiting.size === 0) clearInterval(beat);
  }

  const heard = { signal: over.signal };
  port.addEventListener("message", (event) => hear((event as MessageEvent<Reply>).data), heard);
  port.addEventListener("messageerror", () => end("unreadable"), heard);
  const faulted = (event: Event): void =>
    end(greeted ? "faulted" : "not-started", (event as Partial<ErrorEvent>).message);
  port.addEventListener("error", faulted, heard);
  // Told of ports by Node, and by browsers one day.
  port.addEventListener("close", () => end("died"), heard);
  if ("start" in port) port.start();

  return {
    ask: (name, question, { signal, progress, transfer } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        over.signal.throwIfAborted();
        const id = ++last;
        tell({ id, name, question }, transfer);
        const abort = (): void => {
          forget(id);
          tell({ id, abort: true });
          reject(signal?.reason as Error);
        };
        signal?.addEventListener("abort", abort, heard);
        const settled = (): void => signal?.removeEventListener("abort", abort);
        expect(id, {
          resolve: (answer) => {
            settled();
            resolve(answer);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
          progress,
        });
      }),
    close: () => end("closed"),
  };
}
