/* The way through: consultation and field to marks, marks and photo to picture. The same on every machine. */

import { createSeen } from "../head/dots.ts";
import type { Shine } from "../photo/shine.ts";
import { type PixelBuffer, pixelBuffer } from "../photo/pixel-buffer.ts";
import { type Marks, paintBands } from "../stipple/stipple.ts";
import type { Consultation } from "./consultation.ts";
import { type Follicles, createFollicles, createThresholds, folliclesNeeded, groundOf, growFollicles } from "./crop.ts";
import { extendSeen, inLight, listOf, shineOf, wantedBy } from "./seen.ts";
import { absorbanceSeen, softnessOf } from "./ink.ts";
import { type Blush, blushOf } from "./blush.ts";

/** All marks that a consultation's view may show, those that its plan wants, and the blush about them. */
export type Dots = { readonly marks: Marks; readonly list: Int32Array; readonly blush: Blush | null };

/** Paints dots onto a photo, and their blush over them, into `out`. Yields the share done, 0..1. */
export function* paintDots(
  photo: PixelBuffer,
  consultation: Consultation,
  { marks, list, blush }: Dots,
  out: PixelBuffer,
): Generator<number, void> {
  const parts = blush ? 2 : 1;
  for (const share of paintBands(photo, marks, list, absorbanceSeen(consultation, 1), out.data)) yield share / parts;
  if (!blush) return;
  // Each band is read before it is written.
  for (const share of paintBands(out, blush.marks, blush.list, blush.absorbance, out.data)) yield (1 + share) / parts;
}

/** Everything that is to be painted of a consultation; follicles are grown as far as that needs. */
export function dotsOf(follicles: Follicles, consultation: Consultation, shine: Shine | null = null): Dots {
  growFollicles(follicles, folliclesNeeded(follicles, consultation));
  const projected = createSeen(follicles.ready, softnessOf(consultation));
  const thresholds = createThresholds(follicles, consultation);
  extendSeen(projected, follicles, thresholds, groundOf(consultation), consultation);
  const seen = inLight(projected, consultation, shine);
  return {
    marks: seen.marks,
    list: listOf(wantedBy(follicles, thresholds, seen, consultation)),
    blush: blushOf(follicles, thresholds, seen, consultation),
  };
}

/** Everything at once, for a file or a test: one photo, one consultation, one picture. */
export function renderPicture(
  pixels: PixelBuffer,
  consultation: Consultation,
  follicles: Follicles = createFollicles(consultation.seed),
): { picture: PixelBuffer; dots: number } {
  const dots = dotsOf(follicles, consultation, consultation.fades ? shineOf(pixels, 1, consultation) : null);
  const picture = pixelBuffer(pixels.width, pixels.height);
  const bands = paintDots(pixels, consultation, dots, picture);
  while (!bands.next().done);
  return { picture, dots: dots.list.length };
}
