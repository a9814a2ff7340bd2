/* The one place where a reason becomes a sentence: what happened, in the user's words, and what to do next.
   Every switch is exhaustive, so a new reason does not compile until it has its words. */
import type { FaceDoubt } from "../core/reading/face-doubt.ts";
import type { ForeignFormat } from "../core/photo/image-header.ts";
import { MIN_SIDE } from "../core/photo/limits.ts";
import { MOST_VIEWS } from "../core/plan/document.ts";
import type { PlanFault } from "../core/plan/plan-file.ts";
import type { PictureFault } from "../export/image-file.ts";
import type { CameraFault } from "../intake/camera-fault.ts";
import type { PhotoFault } from "../intake/photo-fault.ts";

const OPENS = "Stubble opens JPEG, PNG and WebP.";

/** Why a photo did not open. */
export function photoSentence(fault: PhotoFault): string {
  switch (fault.kind) {
    case "empty":
      return "This file is empty. Copy it from the phone or camera once more.";
    case "not-an-image":
      return `This file is not a photo, whatever its name says. ${OPENS}`;
    case "heic":
      return (
        "This is a HEIC photo, which browsers cannot open. On the iPhone, share it as a JPEG, or choose " +
        "Settings → Camera → Formats → Most Compatible and take it again."
      );
    case "foreign":
      return `This file is ${FOREIGN[fault.format]}. ${OPENS} ${REMEDY[fault.format] ?? "Save it as a JPEG first."}`;
    case "truncated":
      return "The end of this photo is missing, as after a broken download. Copy or download it once more.";
    case "damaged":
      return "This photo is damaged and cannot be read. Copy it once more, or open it elsewhere and save it as a JPEG.";
    case "too-large":
      return `This photo has ${megapixels(fault)} megapixels; Stubble opens up to 50. Save a smaller copy and open that.`;
    case "too-small":
      return (
        `This photo is only ${fault.width} × ${fault.height} pixels, too small to show single dots. ` +
        `Choose one of at least ${MIN_SIDE} pixels a side; 1000 or more look right.`
      );
    case "too-heavy":
      return "This file is larger than any photo Stubble can open. Save it as a JPEG and open that.";
    case "unreadable":
      return "The browser could not read this file. If it is in a cloud folder, wait until it is on this device and try again.";
    case "canvas-blocked":
      return (
        "Your browser's protection against fingerprinting scrambles pictures, so Stubble cannot see the photo. " +
        "Allow canvas access for this page, or use another browser; nothing leaves your device."
      );
    case "out-of-memory":
      return "There is not enough memory for this photo. Close other tabs and try again, or open a smaller copy.";
    case "unreachable":
      return "The demo photo could not be loaded. Check the connection and try again, or open a photo of your own.";
  }
}

const FOREIGN: Readonly<Record<ForeignFormat, string>> = {
  AVIF: "an AVIF picture",
  BMP: "a BMP picture",
  GIF: "a GIF",
  "JPEG XL": "a JPEG XL picture",
  PDF: "a PDF",
  SVG: "an SVG drawing",
  TIFF: "a TIFF or a camera's raw file",
  video: "a video",
};

const REMEDY: Partial<Readonly<Record<ForeignFormat, string>>> = {
  PDF: "Save the photo in it as a JPEG first.",
  video: "Take a still from it, or a screenshot, and open that.",
};

/** Whole megapixels, rounded up, so that one pixel too many never reads "50 of 50". */
const megapixels = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  Math.ceil((width * height) / 1e6).toLocaleString("en-GB");

/** Why there is no picture from the camera. */
export function cameraSentence(fault: CameraFault): string {
  switch (fault.kind) {
    case "not-allowed":
      return (
        "Stubble may not use the camera. Allow it for this page in the browser, and for the browser in the device’s settings; " +
        "then try again. The picture stays on this device."
      );
    case "no-camera":
      return "No camera was found on this device. Connect one and try again.";
    case "in-use":
      return "The camera did not start. Close other programs and tabs that may be using it, then try again.";
    case "insecure":
      return (
        "Browsers lend the camera only to pages with a secure address. Open this page by an address that starts with https. " +
        "Opening photos works here as well."
      );
    case "unsupported":
      return "This browser lends its camera to no page. Open Stubble in Safari, Chrome or Firefox itself, not inside another app.";
    case "lost":
      return "The camera has stopped. If it was unplugged, connect it once more; then try again.";
    case "no-still":
      return "The picture could not be kept: there is not enough memory. Close other tabs and try again.";
  }
}

/** Whether trying again can help without loading the page anew. */
export const mayPass = ({ kind }: CameraFault): boolean => kind !== "insecure" && kind !== "unsupported";

/** Why a picture could not be saved. */
export function pictureSentence(fault: PictureFault): string {
  switch (fault.kind) {
    case "picture-too-large":
      return (
        `Your browser could not write a picture of ${fault.width} × ${fault.height} pixels. ` +
        "Close other tabs and try again, or save a smaller size."
      );
    case "format-unsupported":
      return `Your browser cannot write ${fault.format.toUpperCase()} files. Choose the other format.`;
  }
}

/** A file that was opened before and holds something else by now. */
export const changedFileSentence =
  "This file is no longer the photo that it was. Choose a copy of the old one, and the head is where it was.";

/** A picture that was being made when its client was left. */
export const notSavedSentence = (name: string): string =>
  `${name} was not saved: another client was begun before it was ready. Open the photo and its plan again to save it.`;

/** Why a photo that can be read is left out. */
export function leftOutSentence(kind: "no-room" | "too-many" | "nothing-to-replace"): string {
  switch (kind) {
    case "no-room":
      return "There is no room for another photo of this size. Remove one that is not needed, or add a smaller copy.";
    case "too-many":
      return `A plan holds ${MOST_VIEWS} photos, and has as many. Remove one that is not needed.`;
    case "nothing-to-replace":
      return "The photo that it was to replace is no longer there. Add it as another view.";
  }
}

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** A sentence about files, with their names before it. */
export const namedSentence = (names: readonly string[], sentence: string): string =>
  `${list.format(names)}: ${sentence}`;

/** Files that were still to be opened when something else came. */
export const givenUpSentence = (names: readonly string[]): string =>
  `Not opened: ${list.format(names)}. Choose ${names.length === 1 ? "it" : "them"} again for the client that is meant.`;

/** What is being done with a file, and which one of how many. */
export function openingWords(
  phase: "reading" | "finding",
  { name, number, total }: { readonly name: string; readonly number: number; readonly total: number },
): string {
  const words = phase === "reading" ? "Opening the photo…" : "Finding the head…";
  return total === 1 ? words : `${words} ${number} of ${total}: ${name}`;
}

/** The first photo of a client is open. */
export const openedSentence = ({ found }: { readonly found: boolean }): string =>
  (found ? "The photo is open. " : "No head could be made out for certain. ") +
  "The wire is a guess: drag the four handles until it matches.";

/** One photo more is open, or was already. */
export function addedSentence(
  added:
    | { readonly kind: "placed"; readonly placement: { readonly found: boolean } }
    | { readonly kind: "known" | "open-already" },
): string {
  switch (added.kind) {
    case "placed":
      return openedSentence(added.placement);
    case "known":
      return "The photo is open, with the head where it was.";
    case "open-already":
      return "This photo is open already: here it is.";
  }
}

/** What became of a file. */
export function fileSentence(kind: "noisy" | "replaced" | "demo"): string {
  switch (kind) {
    case "noisy":
      return (
        "Your browser slightly alters pictures to hinder fingerprinting. The preview is right to the eye; " +
        "for exact colours allow canvas access for this page."
      );
    case "replaced":
      return "The photo is replaced; Undo brings the old one back. Check whether the wire matches.";
    case "demo":
      return "Demo open: drag the hairline, try the density.";
  }
}

/** Why a plan did not open. */
export function planSentence(fault: PlanFault): string {
  switch (fault.fault) {
    case "not-a-plan":
      return "This file is not a plan from Stubble. Choose a file that was saved with “Save plan”.";
    case "newer-version":
      return "This plan was saved by a newer version of Stubble. Load this page again to get the newest version, then open it.";
    case "damaged-plan":
      return `This plan is damaged and cannot be read (at “${fault.where}”). Use another copy of it, if there is one.`;
  }
}

export const planWithoutPhotoSentence = "This is a plan. Open the photo it belongs to first, then the plan.";

/** A plan is open; `strange`: how many of the open photos it does not know. */
export function planNews(strange: "none" | "some" | "all", missing: boolean): string {
  const placed = {
    none: "The plan is open, with the head where it was.",
    some: "The plan is open. In photos that it does not know the head stays where you placed it.",
    all: "The plan is open. It was made on another photo, so the head stays where you placed it here.",
  };
  const more = " Not all of its photos are open: add them, and the head is where it was.";
  return placed[strange] + (missing ? more : "");
}

/** A plan that was made on none of the open photos. `copyOf`: its photo that the open one may be a copy of. */
export const planQuestionWords = (copyOf: { readonly named: boolean } | null) => ({
  title: copyOf && !copyOf.named ? "Is this the plan’s photo?" : "This is not the plan’s photo",
  text: !copyOf
    ? "The plan was made on another photo. It can be laid on this one: the head stays where it is placed here."
    : copyOf.named
      ? "The plan was made on another photo, as large as this one. Is this a copy of it, or another picture?"
      : "The plan does not say which photo it was made on; it was one as large as this. Is it this one?",
  same: "The same picture: the head as in the plan",
  other: "Another picture: the head stays as it is",
  leave: "Leave the plan",
});

/** Why a fitted head should be looked at, or why there is none. */
export function doubtSentence(doubt: FaceDoubt): string {
  switch (doubt) {
    case "not-a-face":
      return "What looks like a face here does not have a face's shape. Drag the four handles until the wire matches.";
    case "turned":
      return "The face is turned too far for a fit. If this is a side view, choose the side; then drag the four handles.";
    case "cut":
      return "Part of the face lies outside the photo, so the fit is a guess. Drag the four handles until the wire matches.";
    case "eyes":
      return "The eyes are shut, hidden or turned away, so the fit is a guess. Look whether the wire matches, and drag the handles.";
    case "no-rim":
      return "The edge of the head cannot be made out, so its size is a guess. Drag the four handles until the wire matches.";
  }
}

/** What was being done when something of ours broke. */
export type Doing = "open" | "fit" | "face" | "trace" | "draw" | "export";

const UNDONE: Readonly<Record<Doing, string>> = {
  open: "The photo could not be opened.",
  fit: "The head could not be looked for.",
  face: "The face could not be looked for; the head is a guess from its outline.",
  trace: "The outline could not be followed; the head stays where you put it.",
  draw: "The picture could not be drawn; your plan is safe.",
  export: "The picture could not be made; your plan is safe.",
};

/** When something of ours broke: what did not happen, and what may help. */
export function failureSentence(doing: Doing, reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason);
  const remedy = /memory|allocation|array length|buffer/i.test(text)
    ? "There is not enough memory: close other tabs, or open a smaller copy of the photo."
    : "Try once more; if it happens again, save the plan and load the page again.";
  return `${UNDONE[doing]} ${remedy}`;
}
