/* The screen's end of the face worker, which lives for one picture: its library and models are large, and are loaded
   when a face is to be read and not before. */

import { FACE_POINTS, type Face } from "../core/reading/face.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { createBridge } from "./bridge/bridge.ts";
import type { FaceQuestions } from "./protocol.ts";

/** Milliseconds after which nobody wants to wait for a face any more. */
const PATIENCE = 45_000;

/**
 * The faces in a picture, in its pixels; empty when there is none. The pixels are handed over. Rejects with the
 * signal's reason when it is aborted, with a TimeoutError when it takes too long, with WorkerGone when there is no
 * worker here or it ended, with an error when the library cannot run here or cannot be loaded.
 */
export async function readFaces(
  pixels: PixelBuffer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<readonly Face[]> {
  signal.throwIfAborted();
  const worker = createBridge<FaceQuestions>(new Worker(new URL("./face.ts", import.meta.url), { type: "module" }));
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const models = new URL("models/face/", document.baseURI).href;
  try {
    const question = { models, pixels };
    const found = await worker.ask("find", question, { signal: limit, progress, transfer: [pixels.data.buffer] });
    return found.filter(({ length }) => length === FACE_POINTS);
  } finally {
    worker.close();
  }
}
