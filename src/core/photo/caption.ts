/* The line that every exported picture carries. Drawn from a small alphabet of our own, so that browser and command
   line write the same pixels. */

import type { PixelBuffer } from "./pixel-buffer.ts";

/** Five columns by seven rows a letter, rows from the top, five bits each. */
const letters: Record<string, readonly number[]> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  P: [30, 17, 17, 30, 16, 16, 16],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  " ": [0, 0, 0, 0, 0, 0, 0],
  "-": [0, 0, 0, 14, 0, 0, 0],
};

/** What is written, in letters that can be drawn: the long line, or the short one where there is no room for it. */
export type Caption = { readonly long: string; readonly short: string };

/** Whether there is a drawing for each letter of a text. */
export const canDraw = (text: string): boolean => text.split("").every((letter) => letter in letters);

type CaptionPlace = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The line that fits, and where it lies: a small plate in the lower left corner, px. `size`: px to a letter's dot. */
const layout = (
  width: number,
  height: number,
  { long, short }: Caption,
): { text: string; size: number; place: CaptionPlace } => {
  const wide = (text: string, size: number): number => (text.length * 6 + 3) * size;
  let size = Math.max(1, Math.round(Math.max(width, height) / 900));
  const text = wide(long, size) <= width ? long : short;
  while (size > 1 && wide(text, size) > width) size--;
  const place = {
    left: 0,
    top: Math.max(0, height - 11 * size),
    width: Math.min(width, wide(text, size)),
    height: Math.min(height, 11 * size),
  };
  return { text, size, place };
};

/**
 * Draws the caption into the picture, in place: white letters on a darkened plate. Throws a RangeError for a letter
 * that has no drawing.
 */
export function drawCaption({ width, height, data }: PixelBuffer, caption: Caption): void {
  const { text, size, place } = layout(width, height, caption);
  if (!canDraw(text)) throw new RangeError(`not all letters of "${text}" have a drawing`);
  for (let y = place.top; y < place.top + place.height; y++) {
    for (let x = place.left; x < place.left + place.width; x++) {
      const col = Math.floor((x - place.left) / size) - 2;
      const row = Math.floor((y - place.top) / size) - 2;
      const glyph = letters[text[Math.floor(col / 6)] ?? " "];
      const lit = col >= 0 && row >= 0 && row < 7 && col % 6 < 5 && ((glyph[row] >> (4 - (col % 6))) & 1) === 1;
      const i = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) data[i + c] = lit ? 240 : data[i + c] >> 1;
    }
  }
}
