/* The worker's end: answers questions in the order in which they come. One that takes its time with `await` lets the
   next ones begin meanwhile. */

import { holdLife } from "./life.ts";
import { type Call, type Questions, type Reply, failureOf, letGo } from "./messages.ts";

/** `transfer`: parts of the answer that are handed over; they are closed where nobody wants the answer any more. */
export type Given<A> = { readonly answer: A; readonly transfer?: readonly Transferable[] };

export type Task = {
  /** Aborted when the answer is no longer wanted. */
  readonly signal: AbortSignal;
  /** Tells the share done, 0..1. */
  readonly progress: (share: number) => void;
};

export type Handlers<M extends Questions> = {
  readonly [K in keyof M]: (question: M[K][0], task: Task) => Given<M[K][1]> | Promise<Given<M[K][1]>>;
};

/** A worker's own scope, or a port. */
export type AnswerPort = {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  start?(): void;
};

type Question = { readonly name: string; readonly question: unknown; readonly stop: AbortController };

export function answer<M extends Questions>(port: AnswerPort, handlers: Handlers<M>): void {
  const open = new Map<number, Question>();
  const turn = new MessageChannel();
  let greeted = false;

  const tell = (reply: Reply, transfer: readonly Transferable[] = []): void => port.postMessage(reply, [...transfer]);

  async function reply(id: number, { name, question, stop: { signal } }: Question): Promise<void> {
    try {
      if (!Object.hasOwn(handlers, name)) throw new RangeError(`nobody answers "${name}" here`);
      const progress = (share: number): void => {
        if (open.has(id)) tell({ id, share });
      };
      const { answer: said, transfer = [] } = await handlers[name](question, { signal, progress });
      if (signal.aborted) return letGo(transfer);
      try {
        tell({ id, answer: said, handed: transfer }, transfer);
      } catch (reason) {
        letGo(transfer);
        throw reason;
      }
    } catch (reason) {
      if (!signal.aborted) tell({ id, failure: failureOf(reason) });
    } finally {
      open.delete(id);
    }
  }

  // One question a turn: in between, what was aborted while others were answered is heard of before it begins.
  const begin = (id: number): void => turn.port2.postMessage(id);
  turn.port1.addEventListener("message", ({ data: id }: MessageEvent<number>) => {
    const question = open.get(id);
    if (question) void reply(id, question);
  });
  turn.port1.start();

  function hear(call: Call): void {
    if ("ping" in call) return tell({ pong: true });
    const { id } = call;
    if ("abort" in call) {
      open.get(id)?.stop.abort();
      open.delete(id);
      return;
    }
    open.set(id, { name: call.name, question: call.question, stop: new AbortController() });
    if (greeted) begin(id);
  }

  port.addEventListener("message", (event) => hear((event as MessageEvent<Call>).data));
  port.addEventListener("messageerror", () => tell({ unreadable: true }));
  port.start?.();
  void greet();

  /** The sign of life comes first: whoever dies of the first question must be missed as well. */
  async function greet(): Promise<void> {
    tell({ lock: await holdLife() });
    greeted = true;
    for (const id of open.keys()) begin(id);
  }
}
