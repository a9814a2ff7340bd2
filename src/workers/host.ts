/* The screen's end of the picture worker. Of several draws waiting, only the newest is sent, so that the picture follows
   the finger and never trails it. A worker that is gone is started anew, with its photos. */

import type { PhotoId } from "../core/head/view.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Ask as AskWorker, Asking } from "./bridge/bridge.ts";
import { newest } from "./bridge/newest.ts";
import { createSupervised } from "./bridge/supervised.ts";
import { WorkerGone } from "./bridge/worker-gone.ts";
import type { Answer, Ask, PictureQuestions } from "./protocol.ts";

/** Reads a photo's pixels once more, as they were handed over. */
export type ReadAgain = () => Promise<PixelBuffer>;

/** A photo that the worker holds, or is being given: then its own question is asked once more. */
type Opened = { readonly again: ReadAgain | undefined; held: boolean };

export type PictureHost = {
  /** Hands the pixels over; the caller's buffer is empty afterwards. Without `again` the photo dies with its worker. */
  open(photo: PhotoId, pixels: PixelBuffer, again?: ReadAgain): Promise<Answer<"open">>;
  ask<K extends Exclude<keyof PictureQuestions, "open">>(
    name: K,
    question: Ask<K>,
    asking?: Pick<Asking, "signal" | "progress">,
  ): Promise<Answer<K>>;
  /** Resolves to null when a newer draw took its place. */
  draw(question: Ask<"draw">): Promise<Answer<"draw"> | null>;
  close(): void;
};

export function startPictureHost(): PictureHost {
  const opened = new Map<PhotoId, Opened>();

  const worker = createSupervised<PictureQuestions>(
    () => new Worker(new URL("./entry.ts", import.meta.url), { type: "module" }),
    (ask) => reopen(ask, opened),
  );

  return {
    async open(photo, pixels, again) {
      const one: Opened = { again, held: false };
      opened.set(photo, one);
      const { question, transfer } = opening(photo, pixels);
      const anew = again && (async () => opening(photo, await again()));
      const answer = await unlessClosed(worker.ask("open", question, { transfer, again: anew }));
      one.held = true;
      return answer;
    },
    ask(name, question, asking) {
      if ("photos" in question) for (const id of opened.keys()) if (!question.photos.includes(id)) opened.delete(id);
      return unlessClosed(worker.ask(name, question, asking));
    },
    draw: newest((question) => unlessClosed(worker.ask("draw", question))),
    close: () => worker.close(),
  };
}

const opening = (photo: PhotoId, pixels: PixelBuffer) => ({
  question: { photo, pixels },
  transfer: [pixels.data.buffer],
});

/** Gives a new worker the photos that the one before held. */
async function reopen(ask: AskWorker<PictureQuestions>, opened: ReadonlyMap<PhotoId, Opened>): Promise<void> {
  for (const [photo, { again, held }] of opened) {
    if (!held) continue;
    if (!again) throw new RangeError(`nobody can read photo ${photo} again`);
    const { question, transfer } = opening(photo, await again());
    await ask("open", question, { transfer });
  }
}

/** A worker that is let go never answers: whoever let it go waits for nothing any more, and is told nothing. */
async function unlessClosed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof WorkerGone && reason.kind === "closed") return new Promise(() => {});
    throw reason;
  }
}
