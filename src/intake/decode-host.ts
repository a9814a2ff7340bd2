/* Has a photo read in a worker of its own, so that the page stays alive; where that cannot be, on the page. */
import { err, type Result } from "../core/result.ts";
import { createBridge } from "../workers/bridge/bridge.ts";
import { WorkerGone } from "../workers/bridge/worker-gone.ts";
import type { DecodeQuestions } from "./decode-messages.ts";
import type { PhotoFault } from "./photo-fault.ts";
import { readPhoto, type ReadPhoto } from "./read-photo.ts";

/** Rejects with the signal's reason when aborted; the worker then stops in the middle of its work. */
export async function readPhotoAside(file: Blob, signal?: AbortSignal): Promise<Result<ReadPhoto, PhotoFault>> {
  signal?.throwIfAborted();
  const aside = await askWorker(file, signal);
  if (aside) return aside;
  const read = await readPhoto(file);
  signal?.throwIfAborted();
  return read;
}

/** Null where no worker can do it. */
async function askWorker(file: Blob, signal: AbortSignal | undefined): Promise<Result<ReadPhoto, PhotoFault> | null> {
  const worker = startWorker();
  if (!worker) return null;
  const bridge = createBridge<DecodeQuestions>(worker);
  try {
    return await bridge.ask("read", file, { signal });
  } catch (reason) {
    if (!(reason instanceof WorkerGone)) throw reason;
    switch (reason.kind) {
      // No module workers, or a strict policy; or its answer could not be carried over.
      case "not-started":
      case "faulted":
      case "unreadable":
        return null;
      // What ends a worker of ours in the middle of a photo is the want of memory; the page would fare no better.
      case "died":
        return err({ kind: "out-of-memory" });
      case "closed":
      case "silent":
      case "not-revived":
        throw reason;
    }
  } finally {
    bridge.close();
  }
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./decode-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}
