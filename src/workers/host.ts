/* The screen's end of the picture worker: one promise per question. Of several draws waiting, only the newest is sent,
   so that the picture follows the finger and never trails it. */

import type { Answer, Ask, Call, PictureQuestions, Reply } from "./protocol.ts";

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
  readonly progress?: ((share: number) => void) | undefined;
};

/** `progress` hears the share done, 0..1, of what tells it. Aborted, a question rejects with the signal's reason. */
type Asking = { readonly signal?: AbortSignal; readonly progress?: (share: number) => void };

export type PictureHost = {
  /** Pixels that are handed over are empty afterwards. */
  ask<K extends keyof PictureQuestions>(name: K, ask: Ask<K>, asking?: Asking): Promise<Answer<K>>;
  /** Resolves to null when a newer draw took its place. */
  draw(ask: Ask<"draw">): Promise<Answer<"draw"> | null>;
  close(): void;
};

type Draw = {
  readonly ask: Ask<"draw">;
  readonly resolve: (answer: Answer<"draw"> | null) => void;
  readonly reject: (reason: unknown) => void;
};

export function startPictureHost(): PictureHost {
  const worker = new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let drawing = false;
  let next: Draw | null = null;

  worker.onmessage = (event: MessageEvent<Reply>) => {
    const reply = event.data;
    const caller = waiting.get(reply.id);
    if (!caller) return;
    if ("share" in reply) return caller.progress?.(reply.share);
    waiting.delete(reply.id);
    if ("failure" in reply) caller.reject(new Error(reply.failure));
    else caller.resolve(reply.answer as never);
  };
  worker.onerror = (event) => {
    const reason = new Error(event.message || "The picture worker stopped.");
    for (const caller of waiting.values()) caller.reject(reason);
    waiting.clear();
  };

  const tell = (call: Call, transfer: Transferable[] = []): void => worker.postMessage(call, transfer);

  const ask: PictureHost["ask"] = (name, question, { signal, progress } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++last;
      waiting.set(id, { resolve, reject, progress });
      tell({ id, name, ask: question }, "pixels" in question ? [question.pixels.data.buffer] : []);
      signal?.addEventListener("abort", () => {
        if (!waiting.delete(id)) return;
        tell({ id, cancel: true });
        reject(signal.reason as Error);
      });
    });

  async function drawNext(): Promise<void> {
    while (next) {
      const { ask: question, resolve, reject } = next;
      next = null;
      try {
        resolve(await ask("draw", question));
      } catch (reason) {
        reject(reason);
      }
    }
  }

  return {
    ask,
    draw: (question) =>
      new Promise((resolve, reject) => {
        next?.resolve(null);
        next = { ask: question, resolve, reject };
        if (drawing) return;
        drawing = true;
        void drawNext().finally(() => (drawing = false));
      }),
    close: () => worker.terminate(),
  };
}
