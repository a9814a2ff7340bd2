/* What the decode worker is asked, once. */
import type { Result } from "../core/result.ts";
import type { PhotoFault } from "./photo-fault.ts";
import type { ReadPhoto } from "./read-photo.ts";

export type DecodeQuestions = {
  /** Null where the worker has no canvas: the page must do it. */
  read: [file: Blob, read: Result<ReadPhoto, PhotoFault> | null];
};
