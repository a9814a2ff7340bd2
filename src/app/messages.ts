/* The one place where a reason becomes something to say: what happened, in the user's words, and what to do next.
   Every reason has its text in the catalogue under its own name: a new one does not compile until it has its words. */
import type { ColourFault } from "../core/colour/css-colour.ts";
import type { ForeignFormat } from "../core/photo/image-header.ts";
import { MAX_PIXELS, MIN_SIDE } from "../core/photo/limits.ts";
import { MOST_VIEWS } from "../core/plan/document.ts";
import type { PlanFault, UnwritablePlan } from "../core/plan/plan-file.ts";
import type { FaceDoubt } from "../core/reading/face-doubt.ts";
import type { Saying } from "../core/saying.ts";
import type { PictureFault } from "../export/image-file.ts";
import type { CameraFault } from "../intake/camera-fault.ts";
import type { PhotoFault } from "../intake/photo-fault.ts";
import { NotFetched } from "../workers/not-fetched.ts";
import { saying } from "../words/words.ts";
import type { LeftOut } from "./opening/left-out.ts";
import type { RecordFault } from "../records/records.ts";

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

/** Why a photo that can be read is left out. */
export const leftOutSaying = (kind: LeftOut): Saying =>
  kind === "too-many" ? saying("fault.photo.too-many", { most: MOST_VIEWS }) : saying(`fault.photo.${kind}`);

/** Something about files, with their names before it. */
export const namedSaying = (files: readonly string[], fault: Saying): Saying =>
  saying("opening.named", { files, fault });

/** Files that were still to be opened when something else came. */
export const givenUpSaying = (files: readonly string[]): Saying =>
  saying("opening.givenUp", { files, count: files.length });

/** What is being done with a file, and which one of how many. */
export function openingSaying(
  phase: "reading" | "finding",
  { name: file, number, total }: { readonly name: string; readonly number: number; readonly total: number },
): Saying {
  const doing = saying(phase === "reading" ? "busy.opening" : "busy.head");
  return total === 1 ? doing : saying("busy.several", { doing, number, total, file });
}

/** The first photo of a client is open. */
export const openedSaying = ({ found }: { readonly found: boolean }): Saying =>
  saying(found ? "news.opened" : "news.openedUnsure");

/** One photo more is open, or was already. */
export function addedSaying(
  added:
    | { readonly kind: "placed"; readonly placement: { readonly found: boolean } }
    | { readonly kind: "known" | "open-already" },
): Saying {
  switch (added.kind) {
    case "placed":
      return openedSaying(added.placement);
    case "known":
      return saying("news.openAgain");
    case "open-already":
      return saying("news.openAlready");
  }
}

/** Why a plan did not open. */
export function planSaying(reason: PlanFault): Saying {
  switch (reason.fault) {
    case "damaged-plan":
      return saying("fault.plan.damaged-plan", { where: reason.where ?? saying("fault.plan.wholeFile") });
    case "not-a-plan":
    case "newer-version":
      return saying(`fault.plan.${reason.fault}`);
  }
}

/** Why a plan cannot be saved. */
export const unwritablePlanSaying = ({ where }: UnwritablePlan): Saying => saying("fault.plan.unwritable", { where });

/** A plan is open; `strange`: how many of the open photos it does not know. */
export function planNews(strange: "none" | "some" | "all", missing: boolean): Saying {
  const first = saying(`news.plan.${strange}`);
  return missing ? saying("sentences", { first, second: saying("news.plan.askForMore") }) : first;
}

/** Why a fitted head should be looked at, or why there is none. */
export const doubtSaying = (doubt: FaceDoubt): Saying => saying(`fault.doubt.${doubt}`);

/** Why the head is laid by its outline and not by a face that is there; null where that needs no word. */
export const outlinedSaying = (doubt: FaceDoubt): Saying | null =>
  doubt === "not-a-face" || doubt === "turned" ? null : saying(`fault.outlined.${doubt}`);

/** Why the work is not kept on the device. */
export const keepingSaying = (fault: RecordFault): Saying =>
  fault.kind === "unreadable" ? saying("keeping.unreadable", { file: fault.name }) : saying(`keeping.${fault.kind}`);

/** Why what was typed is not the colour of a bottle. */
export const colourSaying = (fault: ColourFault, typed: string): Saying =>
  fault === "blank" ? saying("colour.blank") : saying(`colour.${fault}`, { typed });

/** What was being done when something of ours broke. */
export type Doing = "open" | "fit" | "face" | "silhouette" | "trace" | "draw" | "export";

/** When something of ours broke: what did not happen, and what may help. */
export function failureSaying(doing: Doing, reason: unknown): Saying {
  const text = reason instanceof Error ? reason.message : String(reason);
  const isFull = /memory|allocation|array length|buffer/i.test(text);
  const remedy = isFull ? "memory" : reason instanceof NotFetched ? "fetch" : "again";
  return saying("sentences", { first: saying(`fault.undone.${doing}`), second: saying(`fault.remedy.${remedy}`) });
}
