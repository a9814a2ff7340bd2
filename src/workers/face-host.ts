/* The screen's end of the face worker, which lives for one picture: its library and models are large, and are loaded
   when a face or a silhouette is to be read and not before. */

import { FACE_POINTS, type Face } from "../core/reading/face.ts";
import type { Mask } from "../core/reading/silhouette.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { createBridge } from "./bridge/bridge.ts";
import { NotFetched } from "./not-fetched.ts";
import type { FaceQuestions } from "./protocol.ts";

/**
 * Milliseconds after which nobody wants to wait any more for a picture that is being read. What is fetched for it the
 * first time, through a slow line, does not count.
 */
const PATIENCE = 45_000;

/**
 * Asks a face worker of its own. The pixels are handed over. Rejects with the signal's reason when it is aborted, with
 * a TimeoutError when it takes too long, with NotFetched when the library or a model did not come, with WorkerGone when
 * the worker ended after that, with an error when the library cannot run here.
 */
async function ask<K extends keyof FaceQuestions>(
  name: K,
  pixels: PixelBuffer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<FaceQuestions[K][1]> {
  signal.throwIfAborted();
  const worker = createBridge<FaceQuestions>(new Worker(new URL("./face.ts", import.meta.url), { type: "module" }));
  const late = new AbortController();
  let patience: AbortSignal | null = null;
  const heard = (share: number): void => {
    // The first that is told of is that all is fetched.
    if (!patience) {
      const limit = (patience = AbortSignal.timeout(PATIENCE));
      limit.addEventListener("abort", () => late.abort(limit.reason));
    }
    progress(share);
  };
  const models = new URL("models/face/", document.baseURI).href;
  const limit = AbortSignal.any([signal, late.signal]);
  try {
    const asking = { signal: limit, progress: heard, transfer: [pixels.data.buffer] };
    return await worker.ask(name, { models, pixels }, asking);
  } catch (reason) {
    if (patience || limit.aborted) throw reason;
    throw new NotFetched(String(reason), { cause: reason });
  } finally {
    worker.close();
  }
}

/** The faces in a picture, in its pixels; empty when there is none. Takes the pixels, and rejects, as `ask` does. */
export async function readFaces(
  pixels: PixelBuffer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<readonly Face[]> {
  const found = await ask("find", pixels, signal, progress);
  return found.filter(({ length }) => length === FACE_POINTS);
}

/** Which pixels of a picture are a person. Takes the pixels, and rejects, as `ask` does. */
export async function readPerson(
  pixels: PixelBuffer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<Mask> {
  const { width, height } = pixels;
  return { width, height, data: await ask("person", pixels, signal, progress) };
}
