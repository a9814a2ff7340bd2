/* The photo at a half, a quarter, an eighth of its size, for screens
   smaller than it. Averages are of light, so that tone holds. */

import { CODE, LIGHT } from "../colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "./pixel-buffer.ts";

/** Side of a level, px: halved `level` times, rounded down, at least 1. */
export const levelSize = (side: number, level: number): number => Math.max(1, side >> level);

/** The picture at half its size, each pixel the mean light of four; an odd last row or column is left out. */
export function halved(pixels: PixelBuffer): PixelBuffer {
  const width = levelSize(pixels.width, 1);
  const height = levelSize(pixels.height, 1);
  const out = pixelBuffer(width, height);
  const [from, to] = [pixels.data, out.data];
  const stride = pixels.width * 4;
  const right = pixels.width > 1 ? 4 : 0;
  const below = pixels.height > 1 ? stride : 0;
  // Written out for each channel: every photo that is opened goes through here, all of it.
  const mean = (i: number): number =>
    CODE[(LIGHT[from[i]] + LIGHT[from[i + right]] + LIGHT[from[i + below]] + LIGHT[from[i + right + below]] + 2) >> 2];
  for (let y = 0, o = 0; y < height; y++) {
    for (let i = y * 2 * stride, end = i + 8 * width; i < end; i += 8, o += 4) {
      to[o] = mean(i);
      to[o + 1] = mean(i + 1);
      to[o + 2] = mean(i + 2);
      to[o + 3] = 255;
    }
  }
  return out;
}

/** The smallest of a photo's halves is at most so large, px; and the one that outline and skin are read in. */
export const THUMBNAIL = 400;
export const READING = 800;
/** That in which gloss is read, as fine as dots. */
export const GLOSS = 1600;

/** The picture and its halves, the picture first, down to a thumbnail. */
export function pyramidOf(pixels: PixelBuffer): readonly PixelBuffer[] {
  const levels = [pixels];
  for (let top = pixels; Math.max(top.width, top.height) > THUMBNAIL;) {
    top = halved(top);
    levels.push(top);
  }
  return levels;
}

/**
 * The largest of a picture's halves with at most `side` px a side, or
 * the smallest there is, and how many times smaller that is.
 */
export function smallOf(
  levels: readonly PixelBuffer[],
  side: number,
): { readonly pixels: PixelBuffer; readonly shrink: number } {
  const found = levels.findIndex(({ width, height }) => Math.max(width, height) <= side);
  const level = found < 0 ? levels.length - 1 : found;
  return { pixels: levels[level], shrink: 1 << level };
}

/**
 * The rectangle of `width` times `height` px whose upper left pixel is (`left`, `top`), whole numbers, all within the
 * picture. Throws RangeError for an empty one.
 */
export function cropped(pixels: PixelBuffer, left: number, top: number, width: number, height: number): PixelBuffer {
  const out = pixelBuffer(width, height);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * pixels.width + left) * 4;
    out.data.set(pixels.data.subarray(start, start + width * 4), y * width * 4);
  }
  return out;
}
