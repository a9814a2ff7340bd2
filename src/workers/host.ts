/* The screen's end of the picture worker: one promise per question. Of several draws waiting, only the newest is sent, so that
   the picture follows the finger and never trails it. */

import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Answers, Ask, Call, Reply } from "./protocol.ts";

type Waiting = { resolve: (answer: never) => void; reject: (reason: Error) => void };
type Draw = Extract<Ask, { ask: "draw" }>;

export type PictureHost = {
  /** Hands the pixels over; the caller's buffer is empty afterwards. */
  open(pixels: PixelBuffer): Promise<Answers["open"]>;
  ask<K extends "fit" | "trace" | "export">(ask: Extract<Ask, { ask: K }>): Promise<Answers[K]>;
  /** Resolves to null when a newer draw took its place. */
  draw(ask: Omit<Draw, "ask">): Promise<Answers["draw"] | null>;
  close(): void;
};

export function startPictureHost(): PictureHost {
  const worker = new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let drawing = false;
  let next: { ask: Draw; resolve: (answer: Answers["draw"] | null) => void; reject: (reason: Error) => void } | null =
    null;

  worker.onmessage = (event: MessageEvent<Reply>) => {
    const reply = event.data;
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!caller) return;
    if ("failure" in reply) caller.reject(new Error(reply.failure));
    else caller.resolve(reply.answer as never);
  };
  worker.onerror = (event) => {
    const reason = new Error(event.message || "The picture worker stopped.");
    for (const caller of waiting.values()) caller.reject(reason);
    waiting.clear();
  };

  function send<K extends Ask["ask"]>(
    ask: Extract<Ask, { ask: K }>,
    transfer: Transferable[] = [],
  ): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      const call: Call = { id: ++last, ask };
      waiting.set(call.id, { resolve, reject });
      worker.postMessage(call, transfer);
    });
  }

  async function drawNext(): Promise<void> {
    while (next) {
      const { ask, resolve, reject } = next;
      next = null;
      try {
        resolve(await send<"draw">(ask));
      } catch (reason) {
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      }
    }
  }

  return {
    open: (pixels) => send<"open">({ ask: "open", pixels }, [pixels.data.buffer]),
    ask: (ask) => send(ask as never),
    draw: (ask) =>
      new Promise((resolve, reject) => {
        next?.resolve(null);
        next = { ask: { ask: "draw", ...ask }, resolve, reject };
        if (drawing) return;
        drawing = true;
        void drawNext().finally(() => (drawing = false));
      }),
    close: () => worker.terminate(),
  };
}
