/* A sheet's planes in the kernel's memory: the photo's pixels, the optical depth that lies on them, and the picture
   that comes of both. */

import type { Memory } from "./kernel/memory.ts";
import type { Box, Part, Pixels } from "./pixels.ts";

/** Pixels that are composed as one block. */
export const BLOCK_WIDE = 16;
export const BLOCK_HIGH = 4;

/** Where the planes lie, and how large they are: rows of `stride` pixels, `across` x `high` blocks, `area` pixels. */
export type Planes = {
  readonly across: number;
  readonly high: number;
  readonly stride: number;
  readonly area: number;
  /** Optical depths, two bytes a pixel. */
  readonly plane: number;
  /** A byte a block: 1 for changed since it was composed, 2 for inked at some time, 4 for ground changed. */
  readonly blocks: number;
  /** RGBA; one place for both where the picture is composed in the copy of the photo. */
  readonly source: number;
  readonly picture: number;
};

/**
 * Copies the part of `pixels` into the memory, without ink; all from `floor` on is given back first. `inPlace`: the
 * picture is composed in that copy, which saves another but can be done only once. Throws RangeError when sizes and
 * bytes differ or the part lies outside, and then nothing is given back.
 */
export function layPlanes(memory: Memory, floor: number, pixels: Pixels, part: Part, inPlace: boolean): Planes {
  const { width, height, data } = pixels;
  if (data.length !== width * height * 4) {
    throw new RangeError(`${width} x ${height} pixels need ${width * height * 4} bytes: got ${data.length}`);
  }
  if (part.left < 0 || part.top < 0 || part.left + part.width > width || part.top + part.height > height) {
    throw new RangeError(`the part ${JSON.stringify(part)} is not within ${width} x ${height} pixels`);
  }
  memory.cut(floor);
  const across = Math.ceil(part.width / BLOCK_WIDE);
  const high = Math.ceil(part.height / BLOCK_HIGH);
  const stride = across * BLOCK_WIDE;
  const area = stride * high * BLOCK_HIGH;
  const plane = memory.room(2 * area);
  const blocks = memory.room(across * high + BLOCK_WIDE);
  const source = memory.room(4 * area);
  const picture = inPlace ? source : memory.room(4 * area);
  const { u8 } = memory.views;
  u8.fill(0, plane, source);
  for (let y = 0; y < part.height; y++) {
    const from = 4 * (width * (part.top + y) + part.left);
    const row = data.subarray(from, from + 4 * part.width);
    u8.set(row, source + 4 * stride * y);
    if (!inPlace) u8.set(row, picture + 4 * stride * y);
  }
  return { across, high, stride, area, plane, blocks, source, picture };
}

/** Takes all ink off; where there was some is to be composed anew. */
export function clearInk(memory: Memory, planes: Planes): void {
  const { plane, area } = planes;
  memory.views.u16.fill(0, plane >> 1, (plane >> 1) + area);
  composeAll(memory, planes);
}

/** All that has ink is to be composed anew. */
export function composeAll({ views: { u8 } }: Memory, { blocks, across, high }: Planes): void {
  for (let block = blocks; block < blocks + across * high; block++) if (u8[block] > 0) u8[block] |= 3;
}

/** The box of blocks from these to those, first and last column and row, as far as the part reaches. */
export function boxOf(part: Part, west: number, north: number, east: number, south: number): Box {
  const left = west * BLOCK_WIDE;
  const top = north * BLOCK_HIGH;
  return {
    left,
    top,
    width: Math.min(part.width, (east + 1) * BLOCK_WIDE) - left,
    height: Math.min(part.height, (south + 1) * BLOCK_HIGH) - top,
  };
}
