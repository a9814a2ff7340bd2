/* The way through: consultation and field to marks, marks and photo to picture. The same on every machine. */

import { areaAgainstReference, MOST_PER_MM2, scalpSurface } from "../head/scalp-chart.ts";
import { type Dot, projectDots } from "../head/dots.ts";
import { scalpDirection } from "../head/scalp.ts";
import { type Surface, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import { type Region, regionOf } from "../hairline/region.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { absorbance, depthOfShade } from "../pigment/shades.ts";
import { hash2 } from "../random.ts";
import {
  type Field,
  type Marks,
  compose,
  createField,
  createMarks,
  createPlane,
  lay,
  placed,
} from "../stipple/stipple.ts";
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
  // The scalp's area is known only to the field, so its room is asked of a first, empty one.
  const { area } = createField(scalpSurface, seed, 1);
  const most = Math.ceil(area * MOST_PER_MM2);
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

/** Marks in photo pixels of every dot that the photo shows. The follicles must have been grown as far as `folliclesNeeded` says. */
export function marksOf(
  follicles: Follicles,
  thresholds: Thresholds,
  surface: Surface,
  consultation: Consultation,
): Marks {
  const count = folliclesNeeded(follicles, consultation);
  if (follicles.ready < count) throw new RangeError(`${count} follicles are needed: got ${follicles.ready}`);
  settleThresholds(follicles, thresholds);
  const { plan, seed } = consultation;
  const density = plan.density / 100;
  const depth = depthOfShade(plan.shade);
  const { from } = thresholds;
  const marks = createMarks(count);
  projectDots(
    surface,
    follicles.directions,
    count,
    (i: number, dot: Dot) => {
      if (!(from[i] < density)) return false;
      const chance = hash2(seed ^ 0x2545f491, i);
      dot.radius = (plan.dotDiameter / 2) * (1 + SIZE_JITTER * ((chance & 0xffff) / 32768 - 1));
      dot.depth = depth * (1 + DEPTH_JITTER * ((chance >>> 16) / 32768 - 1));
      return true;
    },
    marks,
  );
  return marks;
}

/** Composes the marks onto a copy of `pixels`: the part, at 1/shrink of the photo's size, whose corner lies at (left, top) there. */
export function pictureOf(pixels: PixelBuffer, marks: Marks, shrink = 1, left = 0, top = 0): PixelBuffer {
  const plane = createPlane(pixels.width, pixels.height);
  lay(plane, shrink === 1 && left === 0 && top === 0 ? marks : placed(marks, shrink, left, top));
  const data = pixels.data.slice();
  compose(data, plane, absorbance);
  return { width: pixels.width, height: pixels.height, data };
}

/** Everything at once, for a file or a test: one photo, one consultation, one picture. */
export function renderPicture(pixels: PixelBuffer, consultation: Consultation): { picture: PixelBuffer; dots: number } {
  const follicles = createFollicles(consultation.seed);
  growFollicles(follicles, folliclesNeeded(follicles, consultation));
  const surface = surfaceOf(consultation.vault, consultation.view);
  const marks = marksOf(follicles, createThresholds(follicles, consultation), surface, consultation);
  return { picture: pictureOf(pixels, marks), dots: marks.count };
}
