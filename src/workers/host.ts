/* The screen's end of the picture worker: one promise per question. Of several draws waiting, only the newest is sent, so that
   the picture follows the finger and never trails it. */

import type { PhotoId } from "../core/head/view.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import type { Answers, Ask, Call, Reply } from "./protocol.ts";

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
  readonly progress?: (share: number) => void;
};
type Draw = Extract<Ask, { ask: "draw" }>;

export type PictureHost = {
  /** Hands the pixels over; the caller's buffer is empty afterwards. */
  open(photo: PhotoId, pixels: PixelBuffer): Promise<Answers["open"]>;
  ask<K extends "keep" | "fit" | "trace" | "small" | "face" | "glance" | "measure" | "skin">(
    ask: Extract<Ask, { ask: K }>,
  ): Promise<Answers[K]>;
  /** The whole photo with its dots; null when `signal` was aborted. `progress` hears the share done, 0..1. */
  export(
    consultation: Consultation,
    signal: AbortSignal,
    progress: (share: number) => void,
  ): Promise<Answers["export"] | null>;
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

  function tell(call: Call, transfer: Transferable[] = []): void {
    worker.postMessage(call, transfer);
  }

  function send<K extends Ask["ask"]>(
    ask: Extract<Ask, { ask: K }>,
    transfer: Transferable[] = [],
  ): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      tell({ id, ask }, transfer);
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
    open: (photo, pixels) => send<"open">({ ask: "open", photo, pixels }, [pixels.data.buffer]),
    ask: (ask) => send(ask as never),
    export: (consultation, signal, progress) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject, progress });
        tell({ id, ask: { ask: "export", consultation } });
        signal.addEventListener("abort", () => {
          if (!waiting.delete(id)) return;
          tell({ id, cancel: true });
          resolve(null);
        });
      }),
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
