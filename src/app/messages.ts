/* The one place where a reason becomes something to say: what happened, in the user's words, and what to do next.
   Every reason has its text in the catalogue under its own name, so a new one does not compile until it has its words. */
import type { FaceDoubt } from "../core/head/face-doubt.ts";
import type { ForeignFormat } from "../core/photo/image-header.ts";
import { MAX_PIXELS, MIN_SIDE } from "../core/photo/limits.ts";
import type { PlanFault } from "../core/plan/plan-file.ts";
import type { Saying } from "../core/saying.ts";
import type { PictureFault } from "../export/image-file.ts";
import type { CameraFault } from "../intake/camera-fault.ts";
import type { PhotoFault } from "../intake/photo-fault.ts";
import { said, saying, words } from "../words/words.ts";

/** The largest photo that opens, as people say it. */
export const MOST_MEGAPIXELS = Math.floor(MAX_PIXELS / 1e6);

/** Why a photo did not open. */
export function photoSaying(fault: PhotoFault): Saying {
  if (fault.kind === "foreign") {
    const { format } = fault;
    const remedy = saying(`fault.foreignRemedy.${remedyFor(format)}`);
    return saying("fault.photo.foreign", { what: saying(`fault.foreign.${format}`), remedy });
  }
  if (fault.kind === "too-large") {
    // Rounded up, so that one pixel too many never reads "50 of 50".
    const megapixels = Math.ceil((fault.width * fault.height) / 1e6);
    return saying("fault.photo.too-large", { megapixels, most: MOST_MEGAPIXELS });
  }
  if (fault.kind === "too-small") {
    const { width, height } = fault;
    return saying("fault.photo.too-small", { width, height, least: MIN_SIDE });
  }
  return saying(`fault.photo.${fault.kind}`);
}

const remedyFor = (format: ForeignFormat): "PDF" | "video" | "picture" =>
  format === "PDF" || format === "video" ? format : "picture";

/** Why there is no picture from the camera. */
export const cameraSaying = ({ kind }: CameraFault): Saying => saying(`fault.camera.${kind}`);

/** Whether trying again can help without loading the page anew. */
export const mayPass = ({ kind }: CameraFault): boolean => kind !== "insecure" && kind !== "unsupported";

/** Why a picture could not be saved. */
export function pictureSaying(fault: PictureFault): Saying {
  switch (fault.kind) {
    case "picture-too-large": {
      const { width, height } = fault;
      return saying("fault.picture.picture-too-large", { width, height });
    }
    case "format-unsupported":
      return saying("fault.picture.format-unsupported", { format: saying(`format.${fault.format}`) });
  }
}

/** Why a plan did not open. */
export function planSaying(reason: PlanFault): Saying {
  switch (reason.fault) {
    case "damaged-plan":
      return saying("fault.plan.damaged-plan", { where: reason.where });
    case "not-a-plan":
    case "newer-version":
      return saying(`fault.plan.${reason.fault}`);
  }
}

/** Why a fitted head should be looked at, or why there is none. */
export const doubtSaying = (doubt: FaceDoubt): Saying => saying(`fault.doubt.${doubt}`);

/** What was being done when something of ours broke. */
export type Doing = "open" | "fit" | "face" | "trace" | "draw" | "export";

/** When something of ours broke: what did not happen, and what may help. */
export function failureSaying(doing: Doing, reason: unknown): Saying {
  const text = reason instanceof Error ? reason.message : String(reason);
  const remedy = /memory|allocation|array length|buffer/i.test(text) ? "memory" : "again";
  return saying("sentences", { first: saying(`fault.undone.${doing}`), second: saying(`fault.remedy.${remedy}`) });
}

export const photoSentence = (fault: PhotoFault): string => said(photoSaying(fault));
export const cameraSentence = (fault: CameraFault): string => said(cameraSaying(fault));
export const pictureSentence = (fault: PictureFault): string => said(pictureSaying(fault));
export const planSentence = (fault: PlanFault): string => said(planSaying(fault));
export const doubtSentence = (doubt: FaceDoubt): string => said(doubtSaying(doubt));
export const failureSentence = (doing: Doing, reason: unknown): string => said(failureSaying(doing, reason));
export const noisySentence = words("news.noisy");
export const crowdedSentence = words("fault.photo.crowded");
