/* The way through: consultation and field to marks, marks and photo to picture. The same on every machine. */

import { MOST_PER_MM2, SCALP_AREA, areaAgainstReference, scalpSurface } from "../head/scalp-chart.ts";
import { type Dot, type Seen, createSeen, projectDots } from "../head/dots.ts";
import { scalpDirection } from "../head/scalp.ts";
import { type Surface, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import { type Region, regionOf } from "../hairline/region.ts";
import { type PixelBuffer, pixelBuffer } from "../photo/pixel-buffer.ts";
import { absorbance, depthOfShade } from "../pigment/shades.ts";
import { hash2 } from "../random.ts";
import { type Absorbance, type Field, MARK, type Sheet, WHOLE, createField, createSheet } from "../stipple/stipple.ts";
import type { Consultation } from "./consultation.ts";

/** Dots vary by so much to either side, in size and in strength (domain.md 7, row 10). */
const SIZE_JITTER = 0.15;
const DEPTH_JITTER = 0.2;

/** The follicles of one seed, grown as far as anybody asked, with what does not change from picture to picture. */
export type Follicles = {
  readonly seed: number;
  readonly field: Field;
  /** x, y, z of each follicle's direction; of use up to `ready`. */
  readonly directions: Float64Array;
  ready: number;
};

export function createFollicles(seed: number): Follicles {
  const most = Math.ceil(SCALP_AREA * MOST_PER_MM2);
  return { seed, field: createField(scalpSurface, seed, most), directions: new Float64Array(3 * most), ready: 0 };
}

/** Follicles that must stand before this consultation can be drawn. */
export function folliclesNeeded(follicles: Follicles, { plan, vault }: Consultation): number {
  const { area, u } = follicles.field;
  const stretch = greatestStretch(vault);
  return Math.min(u.length, Math.ceil((plan.density / 100) * stretch * area) + 1);
}

/** Grows the field to `count` and makes the new follicles ready. */
export function growFollicles(follicles: Follicles, count: number): void {
  const { field, directions } = follicles;
  field.grow(count);
  for (let i = follicles.ready; i < field.count; i++) {
    directions.set(scalpDirection(field.u[i], field.v[i]), 3 * i);
  }
  follicles.ready = Math.max(follicles.ready, field.count);
}

/** The most skin this head has, anywhere, for a mm^2 of the reference head; sampled over the scalp, a per cent added. */
function greatestStretch(vault: Vault): number {
  let most = 0;
  for (let u = -1.5; u <= 1.5; u += 0.3) {
    for (let v = -1.5; v <= 1.5; v += 0.3) {
      if (scalpSurface.inside(u, v)) most = Math.max(most, areaAgainstReference(vault, u, v));
    }
  }
  return most * 1.01;
}

/** Per follicle: the plan's density, dots per mm^2, from which it is shown. Infinity outside the treated area. */
export type Thresholds = { readonly from: Float64Array; ready: number; readonly region: Region; readonly vault: Vault };

export function createThresholds(follicles: Follicles, { vault, plan, seed }: Consultation): Thresholds {
  return {
    from: new Float64Array(follicles.directions.length / 3),
    ready: 0,
    region: regionOf(vault, plan.hairline, seed),
    vault,
  };
}

/**
 * Follicle i of a field with i + 1/2 follicles per `area` before it is shown where density x share x stretch reaches that:
 * the expected count on any patch is exactly the density asked for times the patch's skin.
 */
function settleThresholds(follicles: Follicles, thresholds: Thresholds): void {
  const { field } = follicles;
  const { from, region, vault } = thresholds;
  for (let i = thresholds.ready; i < follicles.ready; i++) {
    const share = region.share(field.u[i], field.v[i]);
    from[i] =
      share > 0 ? (i + 0.5) / (field.area * share * areaAgainstReference(vault, field.u[i], field.v[i])) : Infinity;
  }
  thresholds.ready = follicles.ready;
}

/** The follicles that this view shows, extended to all that are ready. The same `seen` serves until view, head, dot size or seed changes. */
export function extendSeen(seen: Seen, follicles: Follicles, surface: Surface, { plan, seed }: Consultation): void {
  const radius = plan.dotDiameter / 2;
  const settle = (i: number, dot: Dot): void => {
    const chance = hash2(seed ^ 0x2545f491, i);
    dot.radius = radius * (1 + SIZE_JITTER * ((chance & 0xffff) / 32768 - 1));
    dot.depth = 1 + DEPTH_JITTER * ((chance >>> 16) / 32768 - 1);
  };
  projectDots(surface, follicles.directions, follicles.ready, settle, seen);
}

/** Whether mark j of `seen` is shown by this plan. */
export function wantedBy(
  follicles: Follicles,
  thresholds: Thresholds,
  { follicle }: Seen,
  { plan }: Consultation,
): (j: number) => boolean {
  settleThresholds(follicles, thresholds);
  const density = plan.density / 100;
  const { from } = thresholds;
  return (j) => from[follicle[j]] < density;
}

/** What a plan's shade takes out of each channel, per unit of a mark's depth. */
export function absorbanceOf({ plan }: Consultation): Absorbance {
  const depth = depthOfShade(plan.shade);
  return [depth * absorbance[0], depth * absorbance[1], depth * absorbance[2]];
}

/** Rows of a band: of a 12 MP photo 2 MP at a time. */
const BAND = 512;

/**
 * The photo with its dots, made band by band, so that little memory is needed beside photo and picture and yielding the share done after
 * each band.
 */
export function* paintBands(
  pixels: PixelBuffer,
  { marks }: Seen,
  wanted: (j: number) => boolean,
  absorbs: Absorbance,
): Generator<number, PixelBuffer> {
  const { width, height, data } = pixels;
  const out = pixelBuffer(width, height);
  const tall = Math.min(BAND, height);
  const rows = (top: number): Uint8ClampedArray => data.subarray(4 * width * top, 4 * width * (top + tall));
  let sheet: Sheet | null = null;
  for (let y = 0; y < height; y += tall) {
    // The last band reaches back over the one before: the same marks give the same pixels.
    const top = Math.min(y, height - tall);
    const place = { ...WHOLE, top };
    if (sheet) sheet.turn(rows(top), place);
    else sheet = createSheet(width, tall, rows(top), place);
    sheet.show(marks, (j) => {
      const m = MARK * j;
      const reach = 8 + 2 * marks.at[m + 5] * Math.sqrt(marks.at[m + 4]);
      return marks.at[m + 1] > top - reach && marks.at[m + 1] < top + tall + reach && wanted(j);
    });
    sheet.compose(absorbs);
    const painted = sheet.picture();
    for (let row = 0; row < tall; row++) {
      const from = 4 * painted.stride * row;
      out.data.set(painted.data.subarray(from, from + 4 * width), 4 * width * (top + row));
    }
    yield (top + tall) / height;
  }
  return out;
}

/** Everything at once, for a file or a test: one photo, one consultation, one picture. */
export function renderPicture(pixels: PixelBuffer, consultation: Consultation): { picture: PixelBuffer; dots: number } {
  const follicles = createFollicles(consultation.seed);
  growFollicles(follicles, folliclesNeeded(follicles, consultation));
  const seen = createSeen(follicles.ready);
  extendSeen(seen, follicles, surfaceOf(consultation.vault, consultation.view), consultation);
  const wanted = wantedBy(follicles, createThresholds(follicles, consultation), seen, consultation);
  const bands = paintBands(pixels, seen, wanted, absorbanceOf(consultation));
  let step = bands.next();
  while (!step.done) step = bands.next();
  return { picture: step.value, dots: shownOf(seen, wanted) };
}

/** How many dots the photo shows. */
export function shownOf({ marks }: Seen, wanted: (j: number) => boolean): number {
  let count = 0;
  for (let j = 0; j < marks.count; j++) if (wanted(j)) count++;
  return count;
}
