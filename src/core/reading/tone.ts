/* Pixels as light and colour, one by one or in a disc, and the middle of many. */

import { type Chroma, LOG_LIGHT, luminance } from "../colour/chroma.ts";
import { LIGHT, type Rgb } from "../colour/linear.ts";
import type { Point2 } from "../geometry/vector.ts";
import type { Pixels } from "../units.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";

/** Outside of these codes a channel has run full, or holds more noise than colour. */
const FULL = 252;
const EMPTY = 5;

/** One pixel: where it lies in the photo, its codes, its colour and luminance as they are in the photo. */
export type Tone = Chroma & { readonly at: Point2; readonly rgb: Rgb; readonly luminance: number };

/**
 * The pixel at column x, row y of `pixels`, the photo at 1/shrink. Null outside, and where a channel is full or empty:
 * it does not say its colour.
 */
export function toneOf({ width, height, data }: PixelBuffer, shrink: number, x: number, y: number): Tone | null {
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  const i = 4 * (y * width + x);
  const [r, g, b] = [data[i], data[i + 1], data[i + 2]];
  if (r > FULL || g > FULL || b > FULL || r < EMPTY || g < EMPTY || b < EMPTY) return null;
  return {
    at: { x: (x + 0.5) * shrink, y: (y + 0.5) * shrink },
    rgb: [r, g, b],
    red: LOG_LIGHT[r] - LOG_LIGHT[g],
    blue: LOG_LIGHT[b] - LOG_LIGHT[g],
    luminance: luminance([LIGHT[r], LIGHT[g], LIGHT[b]]) / 65535,
  };
}

/** A disc's pixels that say their colour; how many have run full, and how many are too dark. */
export type Disc = { readonly tones: readonly Tone[]; readonly full: number; readonly empty: number };

const isFull = ({ width, data }: PixelBuffer, x: number, y: number): boolean => {
  const i = 4 * (y * width + x);
  return Math.max(data[i], data[i + 1], data[i + 2]) > FULL;
};

/**
 * The pixels of a disc about a photo point, px of the photo; at least
 * the one under its centre.
 */
export function discIn(pixels: PixelBuffer, shrink: number, centre: Point2, radius: Pixels): Disc {
  const [cx, cy, r] = [centre.x / shrink, centre.y / shrink, radius / shrink];
  const tones: Tone[] = [];
  let [full, empty] = [0, 0];
  for (let y = Math.floor(cy - r); y <= cy + r; y++) {
    for (let x = Math.floor(cx - r); x <= cx + r; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const within = dx * dx + dy * dy <= r * r || (x === Math.floor(cx) && y === Math.floor(cy));
      if (!within || x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) continue;
      const tone = toneOf(pixels, shrink, x, y);
      if (tone) tones.push(tone);
      else if (isFull(pixels, x, y)) full++;
      else empty++;
    }
  }
  return { tones, full, empty };
}

/** Those of a disc, as discIn has it, that say their colour; centre and radius in px of the photo. */
export const tonesIn = (pixels: PixelBuffer, shrink: number, centre: Point2, radius: Pixels): readonly Tone[] =>
  discIn(pixels, shrink, centre, radius).tones;

/** The value that `share` 0..1 of all lie below. Throws RangeError for none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("a quantile needs a value");
  // As an array of numbers: it sorts without a comparison to call.
  return Float64Array.from(values).toSorted()[Math.min(values.length - 1, Math.floor(share * values.length))];
}

/** The middle of the values, of an even count the upper of two. Throws RangeError for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The middle of many colours, each ratio by itself. Throws RangeError for none. */
export const middleChroma = (tones: readonly Chroma[]): Chroma => ({
  red: median(tones.map(({ red }) => red)),
  blue: median(tones.map(({ blue }) => blue)),
});

/**
 * The middle codes, 0..255, each channel by itself: the median of
 * light, since codes rise with it. Throws RangeError for none.
 */
export const middleRgb = (tones: readonly Tone[]): Rgb => [
  median(tones.map(({ rgb }) => rgb[0])),
  median(tones.map(({ rgb }) => rgb[1])),
  median(tones.map(({ rgb }) => rgb[2])),
];
