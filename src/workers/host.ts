/* The screen's end of the picture worker. Of several draws waiting, only the newest is sent, so that the picture
   follows the finger and never trails it. A worker that is gone is started anew, with its photos. */

import type { PhotoId } from "../core/head/view.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Ask as AskWorker, Asking } from "./bridge/bridge.ts";
import { newest } from "./bridge/newest.ts";
import { createSupervised } from "./bridge/supervised.ts";
import type { Answer, Ask, PictureQuestions } from "./protocol.ts";

/** Reads a photo's pixels once more, as they were handed over. */
export type ReadAgain = () => Promise<PixelBuffer>;

/** A photo that the worker holds, or is being given: then its own question is asked once more. */
type Opened = { readonly again: ReadAgain; held: boolean };

export type PictureHost = {
  /** Hands the pixels over; they are empty afterwards. A worker that is started anew reads them `again`. */
  open(ask: Ask<"open">, again: ReadAgain): Promise<Answer<"open">>;
  /**
   * Rejects with the signal's reason when it was aborted, with WorkerGone when the worker is gone twice within a minute
   * or was let go (bridge/supervised.ts), else with what the worker threw.
   */
  ask<K extends Exclude<keyof PictureQuestions, "open">>(
    name: K,
    ask: Ask<K>,
    asking?: Pick<Asking, "signal" | "progress">,
  ): Promise<Answer<K>>;
  /** Resolves to null when a newer draw took its place. */
  draw(ask: Ask<"draw">): Promise<Answer<"draw"> | null>;
  close(): void;
};

export function startPictureHost(): PictureHost {
  const opened = new Map<PhotoId, Opened>();
  const worker = createSupervised<PictureQuestions>(
    () => new Worker(new URL("./entry.ts", import.meta.url), { type: "module" }),
    (ask) => reopen(ask, opened),
  );

  function keep({ photos }: Ask<"keep">): void {
    for (const photo of opened.keys()) if (!photos.includes(photo)) opened.delete(photo);
  }

  return {
    async open(ask, again) {
      const photo: Opened = { again, held: false };
      opened.set(ask.photo, photo);
      const anew = async () => handedOver(ask.photo, await again());
      const answer = await worker.ask("open", ask, { transfer: [ask.pixels.data.buffer], again: anew });
      photo.held = true;
      return answer;
    },
    ask(name, ask, asking) {
      if ("photos" in ask) keep(ask);
      return worker.ask(name, ask, asking);
    },
    draw: newest((ask) => worker.ask("draw", ask)),
    close: worker.close,
  };
}

const handedOver = (photo: PhotoId, pixels: PixelBuffer) => ({
  question: { photo, pixels },
  transfer: [pixels.data.buffer],
});

/** Gives a new worker the photos that the one before held. */
async function reopen(ask: AskWorker<PictureQuestions>, opened: ReadonlyMap<PhotoId, Opened>): Promise<void> {
  for (const [photo, { again, held }] of opened) {
    if (!held) continue;
    // A file that can be read no more takes none of the others with it; who asks for it hears that it is not open.
    const pixels = await again().catch(() => null);
    if (!pixels) continue;
    const { question, transfer } = handedOver(photo, pixels);
    await ask("open", question, { transfer });
  }
}
