/* What is seen on a photo: which of the follicles the view shows, which of those the plan wants, and a sheet for each frame on the screen. Each is kept
   until something that it rests on changes, so that a slider costs no more than the dots that come and go. */

import { type Seen, createSeen } from "../core/head/dots.ts";
import type { Shine } from "../core/photo/shine.ts";
import { type PixelBuffer, pixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import { type Blush, blushOf } from "../core/plan/blush.ts";
import {
  type Follicles,
  type Ground,
  type Thresholds,
  createFollicles,
  createThresholds,
  folliclesNeeded,
  groundOf,
  growFollicles,
  thresholdsKey,
} from "../core/plan/crop.ts";
import { absorbanceSeen, softnessOf } from "../core/plan/ink.ts";
import { paintDots } from "../core/plan/picture.ts";
import { extendSeen, inLight, lightKey, listOf, seenKey, wantedBy } from "../core/plan/seen.ts";
import { type Box, MARK, type Part, type Sheet, createSheet } from "../core/stipple/stipple.ts";
import type { Frame } from "./protocol.ts";

export type Sight = {
  /** Turns to a consultation. Follicles grow until all it needs stand, or the clock passes `until`. `shine`: of its photo and view. */
  look(consultation: Consultation, until: number, shine: Shine | null): void;
  /** Whether all follicles that the consultation needs stood at the last look. */
  readonly complete: boolean;
  /** A frame of the photo at hand, `level` being that photo at the frame's size. */
  draw(frame: Frame, level: PixelBuffer): { bitmap: Promise<ImageBitmap>; dots: number };
  /** The whole photo with its dots as last looked at, yielding the share done; meanwhile other things may be looked at. */
  paint(photo: PixelBuffer): Generator<number, { pixels: PixelBuffer; dots: number }>;
};

/** The follicles of one seed, with a plan's thresholds: the same for every photo of a head, so that several sights share them. */
export type Crop = {
  readonly seed: number;
  readonly follicles: Follicles;
  readonly thresholdsOf: (consultation: Consultation) => Thresholds;
};

export function createCrop(seed: number): Crop {
  const follicles = createFollicles(seed);
  // One for all views of the head, one for close-ups.
  const kept: Record<"head" | "flat", Kept<Thresholds> | null> = { head: null, flat: null };
  return {
    seed,
    follicles,
    thresholdsOf(consultation) {
      const ground = consultation.view.patch ? "flat" : "head";
      const before = kept[ground];
      const thresholds = fresh(before, thresholdsKey(consultation), () =>
        createThresholds(follicles, consultation, before?.value),
      );
      kept[ground] = thresholds;
      return thresholds.value;
    },
  };
}

/** Follicles grown between two looks at the clock. */
const STRIDE = 1024;
/** Sheets kept: the whole photo and the close-up, and one to spare while zooming. */
const SHEETS = 3;

/** A sheet, and the canvas that its picture is put on, part by part as it changes. */
type Held = { readonly sheet: Sheet; readonly canvas: OffscreenCanvas };

/** What was looked at last. */
type Now = {
  readonly consultation: Consultation;
  readonly wanted: Uint8Array;
  readonly blush: Blush | null;
};

/** A value and the text of what it was made from. */
type Kept<T> = { readonly of: string; readonly value: T };

/** The kept value, or a new one when what it rests on has changed. */
function fresh<T>(kept: Kept<T> | null, of: string, make: () => T): Kept<T> {
  return kept?.of === of ? kept : { of, value: make() };
}

export function createSight({ follicles, thresholdsOf }: Crop): Sight {
  const sheets = new Map<string, Held>();
  const spare: Held[] = [];
  let view: Kept<{ readonly seen: Seen; readonly ground: Ground }> | null = null;
  let lit: Kept<Seen> | null = null;
  /** What the sheets show, as text. */
  let shown = "";
  let now: Now | null = null;
  let complete = false;

  /** No sheet fits any more, but each can be turned to something else. */
  function forget(): void {
    spare.push(...sheets.values());
    sheets.clear();
  }

  function current(): Now & { readonly seen: Seen } {
    if (!now || !lit) throw new RangeError("nothing has been looked at yet");
    return { ...now, seen: lit.value };
  }

  return {
    get complete() {
      return complete;
    },
    look(consultation, until, shine) {
      const needed = folliclesNeeded(follicles, consultation);
      do {
        const next = Math.min(needed, Math.max(follicles.ready, follicles.field.count) + STRIDE);
        growFollicles(follicles, next);
      } while (follicles.ready < needed && performance.now() < until);
      complete = follicles.ready >= needed;
      view = fresh(view, seenKey(consultation), () => ({
        seen: createSeen(follicles.field.u.length, softnessOf(consultation)),
        ground: groundOf(consultation),
      }));
      const { seen: projected, ground } = view.value;
      const thresholds = thresholdsOf(consultation);
      extendSeen(projected, follicles, thresholds, ground, consultation);
      const marksOf = `${view.of} ${lightKey(consultation)}`;
      if (marksOf !== shown) forget();
      shown = marksOf;
      lit = fresh(lit, `${marksOf} ${projected.ready}`, () => inLight(projected, consultation, shine));
      const seen = lit.value;
      const wanted = wantedBy(follicles, thresholds, seen, consultation);
      now = { consultation, wanted, blush: blushOf(follicles, thresholds, seen, consultation) };
    },
    draw(frame, level) {
      const { consultation, wanted, blush, seen } = current();
      const part = { ...frame, factor: 1 / 2 ** frame.level };
      const key = JSON.stringify(part);
      let held = sheets.get(key);
      if (!held) {
        const oldest = sheets.size < SHEETS ? undefined : sheets.entries().next().value;
        if (oldest) sheets.delete(oldest[0]);
        held = oldest?.[1] ?? spare.pop();
        if (held) held.sheet.turn(level, part);
        else held = { sheet: createSheet(level, part), canvas: new OffscreenCanvas(1, 1) };
        // Sized anew, the canvas is empty.
        Object.assign(held.canvas, { width: frame.width, height: frame.height });
        put(held, { left: 0, top: 0, width: frame.width, height: frame.height });
      }
      // The one last used stands last.
      sheets.delete(key);
      sheets.set(key, held);
      const dots = held.sheet.show(seen.marks, wanted);
      const changed = held.sheet.compose(absorbanceSeen(consultation, part.factor));
      if (changed) put(held, changed);
      return { bitmap: createImageBitmap(blush ? reddened(held.canvas, blush, part) : held.canvas), dots };
    },
    *paint(photo) {
      const { consultation, wanted, blush, seen } = current();
      const dots = { marks: seen.marks, list: listOf(wanted), blush };
      const pixels = pixelBuffer(photo.width, photo.height);
      yield* paintDots(photo, consultation, dots, pixels);
      return { pixels, dots: dots.list.length };
    },
  };
}

/** The picture of a frame with the blush over it: made anew each time, since nobody drags a slider over fresh work for long. */
function reddened(canvas: OffscreenCanvas, { marks, list, absorbance }: Blush, { factor, left, top }: Part) {
  const { width, height } = canvas;
  const pixels = canvas.getContext("2d", { willReadFrequently: true })?.getImageData(0, 0, width, height);
  if (!pixels) return canvas;
  const at = marks.at.slice();
  for (let m = 0; m < MARK * marks.count; m += MARK) {
    at[m] -= left / factor;
    at[m + 1] -= top / factor;
  }
  const sheet = createSheet(pixels, { factor, left: 0, top: 0, width, height }, "fastest", "once");
  sheet.show({ ...marks, at }, new Uint8Array(marks.count).fill(1), list);
  sheet.compose(absorbance);
  const over = { sheet, canvas: new OffscreenCanvas(width, height) };
  put(over, { left: 0, top: 0, width, height });
  return over.canvas;
}

/** Puts a part of the sheet's picture on its canvas. */
function put({ sheet, canvas }: Held, { left, top, width, height }: Box): void {
  const { data, stride } = sheet.picture();
  canvas
    .getContext("2d", { willReadFrequently: true })
    ?.putImageData(new ImageData(data, stride), 0, 0, left, top, width, height);
}
