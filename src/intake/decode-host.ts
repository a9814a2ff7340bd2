/* Has a photo read in a worker of its own, so that the page stays alive; where that cannot be, on the page. */
import type { Result } from "../core/result.ts";
import type { PhotoFault } from "./photo-fault.ts";
import { readPhoto, type ReadPhoto } from "./read-photo.ts";
import type { WorkerAnswer } from "./worker-answer.ts";

/** Rejects with the signal's reason when aborted; the worker then stops in the middle of its work. */
export async function readPhotoAside(file: Blob, signal?: AbortSignal): Promise<Result<ReadPhoto, PhotoFault>> {
  signal?.throwIfAborted();
  const answer = await askWorker(file, signal);
  if (answer.kind === "read") return answer.read;
  if (answer.kind === "failed") throw new Error(`the decode worker failed: ${answer.message}`);
  const read = await readPhoto(file);
  signal?.throwIfAborted();
  return read;
}

async function askWorker(file: Blob, signal: AbortSignal | undefined): Promise<WorkerAnswer> {
  let worker: Worker;
  try {
    worker = new Worker(new URL("./decode-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return { kind: "cannot" };
  }
  const stopped = new AbortController();
  try {
    return await new Promise<WorkerAnswer>((resolve, reject) => {
      const listening = { signal: stopped.signal };
      worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => resolve(data), listening);
      // The script did not load (no module workers, a strict policy), or its answer could not be carried over.
      worker.addEventListener("error", () => resolve({ kind: "cannot" }), listening);
      worker.addEventListener("messageerror", () => resolve({ kind: "cannot" }), listening);
      signal?.addEventListener("abort", () => reject(signal.reason), listening);
      worker.postMessage(file);
    });
  } finally {
    stopped.abort();
    worker.terminate();
  }
}
