/* A worker for one photo: a file comes in, upright pixels go out, and the host ends it. */
import { readPhoto } from "./read-photo.ts";
import type { WorkerAnswer } from "./worker-answer.ts";

/** This file is compiled with the page's types; of a worker's own it needs only these two. */
type Scope = {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(answer: WorkerAnswer, transfer: Transferable[]): void;
};
const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  void answer(data);
};

async function answer(file: Blob): Promise<void> {
  if (typeof OffscreenCanvas === "undefined") return scope.postMessage({ kind: "cannot" }, []);
  try {
    const read = await readPhoto(file);
    scope.postMessage({ kind: "read", read }, read.ok ? [read.value.pixels.data.buffer] : []);
  } catch (error) {
    scope.postMessage({ kind: "failed", message: String(error) }, []);
  }
}
