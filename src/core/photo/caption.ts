/* The line that every saved picture carries, in a quiet bar of its own below the picture: not one pixel of the picture
   is covered or changed. Set from outlines of our own, so that browser and command line write the same pixels. */

import { type PixelBuffer, pixelBuffer } from "./pixel-buffer.ts";
import { createCoverage } from "./typeface/coverage.ts";
import { CAPITALS, EM } from "./typeface/outlines.ts";
import { type SetLine, setLine } from "./typeface/typeface.ts";

/** What is written: the whole line, then shorter ones for where there is no room, the last of which is always there. */
export type Caption = readonly [string, ...string[]];

/** Letters' size, of the picture's longer side; no smaller than can be read, px. */
const SIZE = 0.016;
const READABLE = 11;
/** A line is set this much smaller before a shorter one takes its place. */
const SMALLER = 0.75;
/** The bar's height and the room beside the line, of the letters' size. */
const BAR = 2.1;
const BESIDE = 0.9;

/** The greys of the bar and of the letters, sRGB. */
const GROUND = 38;
const INK = 225;

/** The longest line that has room in a picture of this size, and its size, px; the bar's height, whole px. */
function layout(width: number, height: number, caption: Caption): { line: SetLine; size: number; bar: number } {
  const wanted = Math.max(READABLE, SIZE * Math.max(width, height));
  const least = Math.max(READABLE, SMALLER * wanted);
  const lines = caption.map(setLine);
  const sizeOf = ({ width: ems }: SetLine): number => Math.min(wanted, width / (ems + 2 * BESIDE));
  const line = lines.find((one) => sizeOf(one) >= least) ?? lines[lines.length - 1];
  return { line, size: sizeOf(line), bar: Math.ceil(BAR * wanted) };
}

/**
 * The picture with a bar below it that says what it is: as wide, and higher by a thirtieth of its longer side, 24 px
 * at least. Any text can be drawn: a letter that the typeface has not becomes one without its marks, or a box.
 */
export function captioned({ width, height, data }: PixelBuffer, caption: Caption): PixelBuffer {
  const { line, size, bar } = layout(width, height, caption);
  const coverage = createCoverage(width, bar);
  const [left, foot] = [BESIDE * size, (bar + (CAPITALS / EM) * size) / 2];
  line.trace((x0, y0, cx, cy, x1, y1) =>
    coverage.curve(
      left + size * x0,
      foot - size * y0,
      left + size * cx,
      foot - size * cy,
      left + size * x1,
      foot - size * y1,
    ),
  );
  const out = pixelBuffer(width, height + bar);
  out.data.set(data);
  const shares = coverage.shares();
  const below = out.data.subarray(data.length);
  for (let i = 0; i < shares.length; i++) {
    const grey = Math.round(GROUND + shares[i] * (INK - GROUND));
    below[4 * i] = below[4 * i + 1] = below[4 * i + 2] = grey;
    below[4 * i + 3] = 255;
  }
  return out;
}
