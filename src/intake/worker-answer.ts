/* What the decode worker says to its host, once. */
import type { Result } from "../core/result.ts";
import type { PhotoFault } from "./photo-fault.ts";
import type { ReadPhoto } from "./read-photo.ts";

export type WorkerAnswer =
  | { readonly kind: "read"; readonly read: Result<ReadPhoto, PhotoFault> }
  /** This worker has no canvas: the page must do it. */
  | { readonly kind: "cannot" }
  /** A broken promise of ours, for the console. */
  | { readonly kind: "failed"; readonly message: string };
