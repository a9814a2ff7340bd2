/* The screen's end of the face worker, which lives for one picture: its library and models are large, and are loaded when a face is to be read and not before. */

import { FACE_POINTS, type Face } from "../core/reading/face.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { FaceCall, FaceReply } from "./protocol.ts";

/** Milliseconds after which nobody wants to wait for a face any more. */
const PATIENCE = 45_000;

/**
 * The faces in a picture, in its pixels; empty when there is none. The pixels are handed over. Rejects with the signal's reason when it is aborted, with an error when the
 * library cannot run here, cannot be loaded, or takes too long.
 */
export function readFaces(
  pixels: PixelBuffer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<readonly Face[]> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./face.ts", import.meta.url), { type: "module" });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const listening = new AbortController();
  const models = new URL("models/face/", document.baseURI).href;
  return new Promise<readonly Face[]>((resolve, reject) => {
    const heard = { signal: listening.signal };
    limit.addEventListener("abort", () => reject(limit.reason), heard);
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "the face worker stopped")), heard);
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<FaceReply>) => {
        if ("share" in data) progress(data.share);
        else if ("failure" in data) reject(new Error(data.failure));
        else resolve(data.faces.filter(({ length }) => length === FACE_POINTS));
      },
      heard,
    );
    worker.postMessage({ models, pixels } satisfies FaceCall, [pixels.data.buffer]);
  }).finally(() => {
    listening.abort();
    worker.terminate();
  });
}
