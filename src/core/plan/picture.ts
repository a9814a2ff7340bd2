/* The way through: consultation and field to marks, marks and photo to picture. The same on every machine. */

import { MOST_PER_MM2, SCALP_AREA, areaAgainstReference, onScalpChart, scalpSurface } from "../head/scalp-chart.ts";
import { type Dot, type Seen, createSeen, projectDots } from "../head/dots.ts";
import { vaultNormal } from "../head/vault.ts";
import { SCALP_RHO, scalpDirection } from "../head/scalp.ts";
import { type Flat, flatOf, flatShare, flatStretch, pixelsPerMm, projectFlat } from "../head/patch.ts";
import type { View } from "../head/view.ts";
import { type Surface, surfaceOf } from "../head/surface.ts";
import { type Region, regionOf } from "../hairline/region.ts";
import { exp, ln } from "../geometry/exact.ts";
import { type Shine, readShine, shineShare, withinHead } from "../photo/shine.ts";
import { type PixelBuffer, pixelBuffer } from "../photo/pixel-buffer.ts";
import { underSkin } from "../pigment/dot.ts";
import { type Healing, SESSIONS, healingAt } from "../pigment/healing.ts";
import { depthOfShade } from "../pigment/shades.ts";
import { BLOOD, pigmentAbsorbance } from "../pigment/undertone.ts";
import { hash2 } from "../random.ts";
import {
  type Absorbance,
  type Field,
  MARK,
  type Marks,
  SHARP,
  type Skin,
  absorbanceIn,
  blurOf,
  createField,
  createMarks,
  paintBands,
  settleRanks,
} from "../stipple/stipple.ts";
import type { DotsPerCm2, Millimetres, Pixels } from "../units.ts";
import { type Consultation, DENSITY } from "./consultation.ts";

/** Dots vary by so much to either side, in size and in strength (domain.md 7, row 10). */
const SIZE_JITTER = 0.15;
const DEPTH_JITTER = 0.2;

/** The follicles of one seed, grown as far as anybody asked, with what does not change from picture to picture. */
export type Follicles = {
  readonly seed: number;
  readonly field: Field;
  /** Each follicle's point in the scalp's chart, and x, y, z of its direction; of use up to `ready`. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly directions: Float64Array;
  ready: number;
};

export function createFollicles(seed: number): Follicles {
  const most = Math.ceil(SCALP_AREA * MOST_PER_MM2);
  return {
    seed,
    field: createField(scalpSurface, seed, most, "natural"),
    u: new Float64Array(most),
    v: new Float64Array(most),
    directions: new Float64Array(3 * most),
    ready: 0,
  };
}

/** What the dots lie on in a view: the head, or the flat skin of a close-up. */
export type Ground = Surface | Flat;

export const groundOf = ({ vault, view }: Consultation): Ground =>
  view.patch ? flatOf(view, view.patch) : surfaceOf(vault, view);

const isFlat = (ground: Ground): ground is Flat => "perMm" in ground;

/** The skin of this ground for a mm^2 of the reference head, at a chart point. */
const stretchOn = ({ vault, view }: Consultation): ((u: number, v: number) => number) =>
  view.patch ? flatStretch : (u, v) => areaAgainstReference(vault, u, v);

/** Follicles that must stand before this consultation can be drawn. */
export function folliclesNeeded(follicles: Follicles, consultation: Consultation): number {
  const { area, u } = follicles.field;
  const { plan } = consultation;
  const stretch = greatest(stretchOn(consultation));
  return Math.min(u.length, Math.ceil((plan.density / 100) * stretch * area) + 1);
}

/** Grows the field to `count` and makes the new follicles ready. */
export function growFollicles(follicles: Follicles, count: number): void {
  const { field, directions, u, v } = follicles;
  field.grow(count);
  for (let i = follicles.ready; i < field.count; i++) {
    const at = onScalpChart(field.u[i], field.v[i]);
    directions.set(scalpDirection(at.u, at.v), 3 * i);
    u[i] = at.u;
    v[i] = at.v;
  }
  follicles.ready = Math.max(follicles.ready, field.count);
}

/** The most skin there is, anywhere, for a mm^2 of the reference head; sampled over the scalp, a per cent added. */
function greatest(stretch: (u: number, v: number) => number): number {
  let most = 0;
  for (let u = -1.5; u <= 1.5; u += 0.3) {
    for (let v = -1.5; v <= 1.5; v += 0.3) {
      if (u * u + v * v < SCALP_RHO * SCALP_RHO) most = Math.max(most, stretch(u, v));
    }
  }
  return most * 1.01;
}

/** Per follicle: the plan's density, dots per mm^2, from which it is shown; and the head's skin there against the reference head's. */
export type Thresholds = {
  readonly from: Float64Array;
  ready: number;
  readonly stretch: Float64Array;
  stretched: number;
  readonly region: Region;
  readonly stretchAt: (u: number, v: number) => number;
  /** What the stretches were made of. */
  readonly of: string;
};

/** What thresholds rest on, as text: where it is the same, they are. */
export const thresholdsKey = ({ vault, plan, view }: Consultation): string =>
  JSON.stringify(view.patch ? [view.patch, view.camera] : [vault, plan.hairline]);

/** Thresholds of a plan's hairline on its head, or of a close-up's area; those `before` lend their stretches where the ground is the same. */
export function createThresholds(
  follicles: Follicles,
  consultation: Consultation,
  before: Thresholds | null = null,
): Thresholds {
  const { vault, plan, seed, view } = consultation;
  const count = follicles.directions.length / 3;
  const of = view.patch ? "flat" : JSON.stringify(vault);
  const kept = before?.of === of ? before : null;
  const flat = view.patch && flatOf(view, view.patch);
  return {
    from: kept?.from ?? new Float64Array(count),
    ready: 0,
    stretch: kept?.stretch ?? new Float64Array(count),
    stretched: kept?.stretched ?? 0,
    region: flat ? { share: (u, v) => flatShare(flat, u, v) } : regionOf(vault, plan.hairline, seed),
    stretchAt: stretchOn(consultation),
    of,
  };
}

function settleThresholds({ field, u, v, ready }: Follicles, thresholds: Thresholds): void {
  const { from, region, stretch, stretchAt } = thresholds;
  for (let i = thresholds.stretched; i < ready; i++) stretch[i] = stretchAt(u[i], v[i]);
  settleRanks(field, from, thresholds.ready, ready, (i) => region.share(u[i], v[i]) * stretch[i]);
  thresholds.stretched = Math.max(thresholds.stretched, ready);
  thresholds.ready = Math.max(thresholds.ready, ready);
}

const healingOf = ({ plan, moment }: Consultation): Healing => healingAt(moment, plan.dot.diameter, plan.turns);

/** What the marks of `seen` rest on besides the follicles, as text: where it is the same, they are. */
export function seenKey(consultation: Consultation): string {
  const { vault, view, plan } = consultation;
  const radius = radiusOf(consultation);
  // Which dots are of which session goes with the density, where their shades differ.
  const sessions = oneShade(consultation) ? null : [plan.shades, plan.density, thresholdsKey(consultation)];
  return JSON.stringify([vault, view, radius, softnessOf(consultation), plan.dot.variation, sessions]);
}

/** How soft the edges of a view's dots are, px: by what skin does to them, and by the photo's own softness. Level L: illustration. */
export function softnessOf({ view, plan }: Consultation): Pixels {
  if (plan.edition === 1) return SHARP;
  const skin = underSkin(plan.dot).soft * pixelsPerMmOf(view);
  return Math.sqrt(view.softness * view.softness + skin * skin);
}

/** About the middle of the head, or in a close-up. */
const pixelsPerMmOf = ({ camera, pose, patch }: View): number => (patch ? pixelsPerMm(patch) : camera.focal / pose.z);

/** What the light of a plan's dots is reckoned by; null in the first edition, which lays ink down as it is. */
const skinOf = (consultation: Consultation): Skin | null =>
  consultation.plan.edition === 1
    ? null
    : {
        soft: underSkin(consultation.plan.dot).soft,
        absorbance: absorbanceOf(consultation)[1],
        dots: DENSITY.usual / 100,
      };

/** Radius of a plan's dots at its moment, before they vary. */
const radiusOf = (consultation: Consultation): Millimetres => {
  const { dot } = consultation.plan;
  return (dot.diameter / 2) * underSkin(dot).wider * healingOf(consultation).wider;
};

const oneShade = ({ plan: { shades } }: Consultation): boolean =>
  shades.every(({ parts }) => parts === shades[2].parts);

/** For a follicle that is shown from a density on, dots per mm^2: the optical depth of its session's shade against that of the third. */
function shadeOf({ plan: { shades, density, edition } }: Consultation): (from: number) => number {
  const last = depthOfShade(shades[2], edition);
  const against = shades.map((shade) => depthOfShade(shade, edition) / last);
  return (from) => against[SESSIONS.findIndex((share) => from < (share * density) / 100)] ?? 1;
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

/** What a photo's skin mirrors where the view's head is; null in a close-up, of which nobody knows what is skin. `pixels`: the photo at 1/shrink. */
export const shineOf = (pixels: PixelBuffer, shrink: number, { vault, view }: Consultation): Shine | null =>
  view.patch ? null : readShine(pixels, shrink, withinHead(surfaceOf(vault, view)));

/** Dots per cm^2 that are done at the consultation's moment. */
const wantedDensity = (consultation: Consultation): DotsPerCm2 =>
  consultation.plan.density * SESSIONS[healingOf(consultation).sessions - 1];

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

/** What a plan's pigment takes out of each channel at its moment, per unit of a mark's depth. */
export function absorbanceOf(consultation: Consultation): Absorbance {
  const { plan } = consultation;
  const skin = underSkin(plan.dot);
  const healing = healingOf(consultation);
  const last = SESSIONS.length - 1;
  const depth = depthOfShade(plan.shades[last], plan.edition) * plan.dot.strength * skin.denser * healing.denser;
  const [red, green, blue] = pigmentAbsorbance(plan.undertone, Math.max(skin.cold, healing.cold), plan.edition);
  return [depth * red, depth * green, depth * blue];
}

/** The same in a picture of the photo `factor` times as large, in which dots are as soft as it and its pixels make them. */
export function absorbanceSeen(consultation: Consultation, factor: number): Absorbance {
  const absorbance = absorbanceOf(consultation);
  const skin = skinOf(consultation);
  if (!skin) return absorbance;
  const perMm = factor * pixelsPerMmOf(consultation.view);
  const blur2 = blurOf(softnessOf(consultation), factor) / (perMm * perMm);
  return absorbanceIn(absorbance, skin, radiusOf(consultation), blur2);
}

/** Fresh work is red about its dots: every fourth of them stands in a blush so wide that together they are one. */
export const BLUSH_EVERY = 4;
export const BLUSH_RADIUS: Millimetres = 1.6;
/** Optical depth of a single blush at green: at the usual density they come to the 0.24 that a* + 6 takes on skin of ITA 38 (domain.md 3.3). */
export const BLUSH_DEPTH = 0.0612;
/** Less than this is not seen (a* + 0.6), and not painted. */
const LEAST_REDNESS = 0.1;
/** Seen flatter than this (60 degrees of incidence), a blush could reach over the outline. */
const LEAST_FACING = 0.5;

export type Blush = { readonly marks: Marks; readonly list: Int32Array; readonly absorbance: Absorbance };

/** The blush of a consultation's moment, as marks of their own and what blood takes out of each channel; null when there is none. It is laid over the finished picture. */
export function blushOf(
  follicles: Follicles,
  thresholds: Thresholds,
  seen: Seen,
  consultation: Consultation,
): Blush | null {
  const { redness } = healingOf(consultation);
  if (redness < LEAST_REDNESS) return null;
  const few = listOf(wantedBy(follicles, thresholds, seen, consultation, 1 / BLUSH_EVERY));
  const { at } = seen.marks;
  const marks = createMarks(few.length);
  for (const j of few) {
    const [x, y, xx, xy, yy, , depth] = at.subarray(MARK * j, MARK * (j + 1));
    const half = (xx + yy) / 2;
    const most = half + Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
    if (Math.sqrt(Math.max(0, xx * yy - xy * xy)) < LEAST_FACING * most) continue;
    marks.at.set([x, y, xx, xy, yy, BLUSH_RADIUS, depth], MARK * marks.count++);
  }
  const depth = BLUSH_DEPTH * redness;
  return {
    marks,
    list: Int32Array.from({ length: marks.count }, (_, k) => k),
    absorbance: [depth * BLOOD[0], depth * BLOOD[1], depth * BLOOD[2]],
  };
}

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

/** The marks that are wanted, in order of rank. */
export function listOf(wanted: Uint8Array): Int32Array {
  const list = new Int32Array(wanted.length);
  let count = 0;
  for (let j = 0; j < wanted.length; j++) if (wanted[j] > 0) list[count++] = j;
  return list.subarray(0, count);
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

/** Skin that is treated, mm^2, and how many dots each session adds to it, on all of the head whether a photo shows it or not. */
export type Measure = { readonly area: number; readonly dots: readonly [number, number, number] };

/** Cells of the scalp's chart that the area is summed over, to a side of it. */
const CELLS = 160;
/** Share of the density from which skin counts as treated: single stray dots before the line do not. */
const TREATED = 0.1;

/** What the plan comes to. All follicles that it needs must have grown. */
export function measureOf(follicles: Follicles, thresholds: Thresholds, consultation: Consultation): Measure {
  settleThresholds(follicles, thresholds);
  const { plan, vault } = consultation;
  const [first, second, third] = SESSIONS.map((share) => {
    const density = (share * plan.density) / 100;
    let count = 0;
    for (let i = 0; i < thresholds.ready; i++) if (thresholds.from[i] < density) count++;
    return count;
  });
  const side = (2 * SCALP_RHO) / CELLS;
  let area = 0;
  for (let row = 0; row < CELLS; row++) {
    for (let col = 0; col < CELLS; col++) {
      const [u, v] = [(col + 0.5) * side - SCALP_RHO, (row + 0.5) * side - SCALP_RHO];
      if (u * u + v * v >= SCALP_RHO * SCALP_RHO || thresholds.region.share(u, v) < TREATED) continue;
      // The chart is equal-area: a cell is as large a part of the sphere of directions everywhere.
      area += side * side * vaultNormal(vault, scalpDirection(u, v)).area;
    }
  }
  return { area, dots: [first, second - first, third - second] };
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
