/* What a photo shows of a head's follicles: where each is seen and how it looks in the photo's light, and which of them the plan wants. */

import { cutAway } from "../head/cut.ts";
import { type Dot, type Seen, projectDots } from "../head/dots.ts";
import { projectFlat } from "../head/patch.ts";
import { surfaceOf } from "../head/surface.ts";
import { exp, ln } from "../geometry/exact.ts";
import { type Shine, readShine, shineShare, withinHead } from "../photo/shine.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { hash2 } from "../random.ts";
import { MARK, type Marks, createMarks } from "../stipple/stipple.ts";
import type { Consultation } from "./consultation.ts";
import { absorbanceOf, oneShade, radiusOf, shadeOf, skinOf, softnessOf, wantedDensity } from "./ink.ts";
import { type Follicles, type Ground, type Thresholds, isFlat, settleThresholds, thresholdsKey } from "./crop.ts";

/** Dots vary by so much to either side, in size and in strength (domain.md 7, row 10). */
const SIZE_JITTER = 0.15;

const DEPTH_JITTER = 0.2;

/** What the marks of `seen` rest on besides the follicles, as text: where it is the same, they are. */
export function seenKey(consultation: Consultation): string {
  const { vault, plan } = consultation;
  const { photo, camera, pose, outline, cuts, patch, nudges } = consultation.view;
  const place = [photo, camera, pose, outline, cuts, patch, nudges];
  const radius = radiusOf(consultation);
  // Which dots are of which session goes with the density, where their shades differ.
  const sessions = oneShade(consultation) ? null : [plan.shades, plan.density, thresholdsKey(consultation)];
  return JSON.stringify([vault, place, radius, softnessOf(consultation), plan.dot.variation, sessions]);
}

/** The follicles that this view shows, extended to all that are ready. The same `seen` serves as long as its key is the same. */
export function extendSeen(
  seen: Seen,
  follicles: Follicles,
  thresholds: Thresholds,
  ground: Ground,
  consultation: Consultation,
): void {
  const { plan, seed } = consultation;
  const { variation } = plan.dot;
  const radius = radiusOf(consultation);
  const [sizes, depths] = [SIZE_JITTER * variation, DEPTH_JITTER * variation];
  if (!oneShade(consultation)) settleThresholds(follicles, thresholds);
  const { from } = thresholds;
  const against = oneShade(consultation) ? () => 1 : shadeOf(consultation);
  const settle = (i: number, dot: Dot): void => {
    const chance = hash2(seed ^ 0x2545f491, i);
    dot.radius = radius * (1 + sizes * ((chance & 0xffff) / 32768 - 1));
    dot.depth = (1 + depths * ((chance >>> 16) / 32768 - 1)) * against(from[i]);
  };
  const { u, v, directions, ready } = follicles;
  if (isFlat(ground)) projectFlat(ground, u, v, ready, settle, seen);
  else projectDots(ground, directions, ready, settle, seen);
}

/** What the light on a consultation's marks rests on besides the marks, as text; the same where they are laid down as they are. */
export function lightKey(consultation: Consultation): string {
  const { fades, plan } = consultation;
  // How far a dot fades in a highlight, and how much light it takes, goes with how dark it is.
  return fades || plan.edition > 1 ? JSON.stringify([fades, absorbanceOf(consultation)]) : "";
}

/** What is seen, in the photo's light: marks fade where the skin mirrors it, and take as much of it in a soft photo as in a sharp one. Lightness is green's. */
export function inLight(seen: Seen, consultation: Consultation, shine: Shine | null): Seen {
  const marks = shine && consultation.fades ? faded(seen.marks, shine, absorbanceOf(consultation)[1]) : seen.marks;
  return { ...seen, marks: { ...marks, skin: skinOf(consultation) } };
}

/**
 * Marks where the skin mirrors light. Pigment lies under the surface, and what the surface mirrors passes over it: of light with a share s mirrored, s + (1 - s) e^-d is left over
 * a dot of depth d (domain.md 3.4). A mark gets the depth that leaves as much.
 */
function faded({ at: bare, count, soft }: Marks, shine: Shine, absorbance: number): Marks {
  const marks = createMarks(count, soft);
  const { at } = marks;
  at.set(bare.subarray(0, MARK * count));
  marks.count = count;
  for (let m = 0; m < MARK * count; m += MARK) {
    const share = Math.min(1, shineShare(shine, at[m], at[m + 1]));
    if (share <= 0) continue;
    const left = share + (1 - share) * exp(-at[m + 6] * absorbance);
    at[m + 6] = left < 1 ? -ln(left) / absorbance : 0;
  }
  return marks;
}

/** What a photo's skin mirrors where the view's head is, or in a close-up's treated area; null where neither is in the photo. `pixels`: the photo at 1/shrink. */
export function shineOf(pixels: PixelBuffer, shrink: number, { vault, view }: Consultation): Shine | null {
  const { patch } = view;
  const within = patch
    ? (x: number, y: number): number => (cutAway([patch.area], x, y) ? 1 : 0)
    : withinHead(surfaceOf(vault, view));
  return readShine(pixels, shrink, within);
}

/** For each mark of `seen` 1 where this plan shows it, else 0; or where it would at a share of its density. */
export function wantedBy(
  follicles: Follicles,
  thresholds: Thresholds,
  { follicle, marks }: Seen,
  consultation: Consultation,
  share = 1,
): Uint8Array {
  settleThresholds(follicles, thresholds);
  const density = (share * wantedDensity(consultation)) / 100;
  const { from } = thresholds;
  const wanted = new Uint8Array(marks.count);
  for (let j = 0; j < wanted.length; j++) wanted[j] = from[follicle[j]] < density ? 1 : 0;
  return wanted;
}

/** The marks that are wanted, in order of rank. */
export function listOf(wanted: Uint8Array): Int32Array {
  const list = new Int32Array(wanted.length);
  let count = 0;
  for (let j = 0; j < wanted.length; j++) if (wanted[j] > 0) list[count++] = j;
  return list.subarray(0, count);
}
