/* How soft a photo is: what lens, focus and the camera's own smoothing make of a sharp edge. Dots that are sharper than
   the photo they lie on betray themselves. */

import { SOFTNESS } from "../head/view.ts";
import type { Pixels } from "../units.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";

/** A photo is looked through in so many squares along its longer side, and the steepest place of each is looked at. */
const SQUARES = 128;
/** The profile across an edge reaches so far to each side, px, in so many samples a pixel. */
const REACH = 8;
const PER_PX = 2;
const SAMPLES = 2 * REACH * PER_PX + 1;
/** Samples at each end that say how light it is beside the edge. */
const END = 5;
/** Codes from side to side that an edge has at least. */
const STEP = 24;
/** Codes that hold no detail: an edge that runs into them is cut short. */
const FULL = 251;
const EMPTY = 3;
/** Shares of the step by which a true edge strays from a rise between two even sides, at most. */
const STRAYS = 0.08;
const UNEVEN = 0.05;
/** Of all edges this share is as sharp as the photo allows; the others are soft themselves. */
const SHARPEST = 0.1;
/** Fewer edges say nothing. */
const FEW = 8;
/** Softer than this, px, edges outgrow the profile: the photo at half its size is asked. */
const TOO_SOFT = 2;
/** Variance that pixels and the sampling between them add, px^2. */
const SAMPLING = 0.2;

/**
 * The sharpest edges are partly so by chance: what they say falls
 * short by this factor, on photos blurred by known amounts.
 */
const SHORT = 1.15;

/**
 * The photo's softness: standard deviation of the Gaussian that takes a sharp edge for the sharpest tenth of the
 * photo's edges, px, 0.5..8; 0.5 where there are too few edges. Within a fifth of the truth on photos blurred by known
 * amounts. `levels`: the photo, and as many of its halves as there are.
 */
export function readSoftness(levels: readonly PixelBuffer[]): Pixels {
  let softness = 0;
  for (const [level, pixels] of levels.entries()) {
    const found = sharpest(pixels);
    if (found > 0) softness = (1 << level) * SHORT * Math.sqrt(Math.max(0, found * found - SAMPLING));
    if (found <= TOO_SOFT) break;
  }
  return Math.round(100 * Math.max(SOFTNESS.least, Math.min(SOFTNESS.most, softness))) / 100;
}

/** Softness of the sharpest edges with the sampling's own, px; 0 where there are too few edges. */
function sharpest(pixels: PixelBuffer): Pixels {
  const { width, height } = pixels;
  const side = Math.max(2 * REACH, Math.ceil(Math.max(width, height) / SQUARES));
  const margin = REACH + 2;
  const found: Pixels[] = [];
  const profile = new Float64Array(SAMPLES);
  for (let top = margin; top + side <= height - margin; top += side) {
    for (let left = margin; left + side <= width - margin; left += side) {
      const edge = steepest(pixels, left, top, side);
      if (!edge) continue;
      crossed(pixels, edge, profile);
      const softness = softnessOf(profile);
      if (softness !== null) found.push(softness);
    }
  }
  if (found.length < FEW) return 0;
  return found.toSorted((a, b) => a - b)[Math.floor(SHARPEST * found.length)];
}

/** A place on an edge, and the unit vector across it towards the light. */
type Edge = { readonly x: number; readonly y: number; readonly across: number; readonly down: number };

/** The steepest place in a square, in green; null where it is flat. */
function steepest({ width, data }: PixelBuffer, left: number, top: number, side: number): Edge | null {
  const row = 4 * width;
  let [most, atX, atY, across, down] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + side; y += 2) {
    for (let x = left, i = row * y + 4 * left + 1; x < left + side; x += 2, i += 8) {
      const slant = data[i + row + 4] - data[i - row - 4];
      const other = data[i - row + 4] - data[i + row - 4];
      const dx = slant + other + 2 * (data[i + 4] - data[i - 4]);
      const dy = slant - other + 2 * (data[i + row] - data[i - row]);
      const slope = dx * dx + dy * dy;
      if (slope > most) [most, atX, atY, across, down] = [slope, x, y, dx, dy];
    }
  }
  const size = Math.sqrt(most);
  // A step of so many codes, as soft as can be told, is as steep as this in the eight-fold sum.
  if (size < STEP) return null;
  return { x: atX, y: atY, across: across / size, down: down / size };
}

/** Green across an edge, from dark to light, the mean of three lines a pixel apart. */
function crossed({ width, data }: PixelBuffer, { x, y, across, down }: Edge, profile: Float64Array): void {
  for (let k = 0; k < SAMPLES; k++) {
    const t = k / PER_PX - REACH;
    let sum = 0;
    for (let line = -1; line <= 1; line++) {
      const u = x + across * t - down * line;
      const v = y + down * t + across * line;
      const a = Math.floor(u);
      const b = Math.floor(v);
      const i = 4 * (b * width + a) + 1;
      const upper = data[i] + (u - a) * (data[i + 4] - data[i]);
      const lower = data[i + 4 * width] + (u - a) * (data[i + 4 * width + 4] - data[i + 4 * width]);
      sum += upper + (v - b) * (lower - upper);
    }
    profile[k] = sum / 3;
  }
}

/** How soft the edge in a profile is, px; null where it is no single edge between two even sides. */
function softnessOf(profile: Float64Array): Pixels | null {
  const from = meanOf(profile, 0);
  const to = meanOf(profile, SAMPLES - END);
  const step = to - from;
  if (step < STEP || unevenness(profile, 0, from) > UNEVEN * step) return null;
  if (unevenness(profile, SAMPLES - END, to) > UNEVEN * step) return null;
  let light = 0;
  for (const value of profile) {
    if (value >= FULL || value <= EMPTY) return null;
    if (value < from - STRAYS * step || value > to + STRAYS * step) return null;
    light += risen((value - from) / step);
  }
  // The sharp edge that lets as much light through stands here, in samples; an edge blurred by a Gaussian of deviation
  // s lies between it and that by s sqrt(2 / pi) in all.
  const place = SAMPLES - light;
  let apart = 0;
  for (let k = 0; k < SAMPLES; k++) {
    const sharp = Math.max(0, Math.min(1, k + 1 - place));
    apart += Math.abs(risen((profile[k] - from) / step) - sharp);
  }
  return apart / PER_PX / 0.7978845608;
}

const risen = (share: number): number => Math.max(0, Math.min(1, share));

function meanOf(profile: Float64Array, first: number): number {
  let sum = 0;
  for (let k = first; k < first + END; k++) sum += profile[k];
  return sum / END;
}

function unevenness(profile: Float64Array, first: number, mean: number): number {
  let sum = 0;
  for (let k = first; k < first + END; k++) sum += (profile[k] - mean) * (profile[k] - mean);
  return Math.sqrt(sum / END);
}
