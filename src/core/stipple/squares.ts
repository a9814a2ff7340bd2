/* Shares of squares that lie over a picture, in the kernel's memory: read off between the middles of the squares in
   proportion, in whole numbers. */

import type { Memory } from "./kernel/memory.ts";

/** A share, a byte each, for the squares of `shrink` px from the point (left, top) on, row by row; none beyond. In the
    pixels that marks are told in. */
export type Squares = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shrink: number;
  readonly share: Uint8Array;
};

/** The first of those that are laid, and the one after the last. */
export type Laid = readonly [first: number, end: number];

/** Weight of the second of two squares that is all of both. */
const BETWEEN = 256;

/** The rows of squares that are read from row `from` of the picture to row `to`, px. */
export function rowsRead({ top, height, shrink }: Squares, from: number, to: number): Laid {
  const square = (y: number): number => Math.floor((y - top) / shrink - 0.5);
  const within = (row: number): number => Math.max(0, Math.min(height, row));
  return [within(square(from)), within(square(to) + 2)];
}

/** Lays those rows with a rim of none about them, and gives where. */
export function laySquares(memory: Memory, { width, share }: Squares, [first, end]: Laid): number {
  const wide = width + 2;
  const at = memory.room(wide * (end - first + 2));
  const { u8 } = memory.views;
  u8.fill(0, at, at + wide * (end - first + 2));
  for (let y = first; y < end; y++) {
    u8.set(share.subarray(width * y, width * (y + 1)), at + wide * (y - first + 1) + 1);
  }
  return at;
}

/**
 * Writes two numbers of two bytes at `to`: between which two of the squares that are laid a place of one side is read,
 * the first of them with the rim counted, and the weight of the second. `from`: where that side's squares begin.
 */
export function writeSquare(
  u16: Uint16Array,
  to: number,
  place: number,
  from: number,
  shrink: number,
  laid: Laid,
): void {
  const [first, end] = laid;
  const squares = end - first;
  const q = (place - from) / shrink - 0.5;
  const square = Math.floor(q) - first;
  u16[to] = Math.max(0, Math.min(squares, square + 1));
  u16[to + 1] = square < -1 ? 0 : square >= squares ? BETWEEN : Math.floor(BETWEEN * (q - Math.floor(q)));
}
