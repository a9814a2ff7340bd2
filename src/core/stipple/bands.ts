/* A large picture painted band by band, so that little memory is needed beside the picture before and the picture
   after. */

import { clamp } from "../geometry/interpolate.ts";
import { bucketEnds } from "./buckets.ts";
import type { Engine } from "./kernel/kernel.ts";
import { MARK, type Marks } from "./marks.ts";
import type { Pixels } from "./pixels.ts";
import type { GroundTone } from "./ground.ts";
import { inkOnNodes } from "./ground-nodes.ts";
import { type Sheet, createSheet } from "./sheet.ts";
import { BLOCK_HIGH } from "./planes.ts";
import type { Absorbance } from "./transmission.ts";

/** Pixels of a band: with its ink and its copies it stays near the processor. */
const BAND = 1 << 18;
/** Rows that a band has at least: marks that lie across two are baked twice. */
const LEAST_ROWS = 48;

/**
 * Lays the marks of `list` onto `pixels` and writes the picture to `out`, RGBA bytes of the same size. Yields the
 * share done, 0..1, after each band, so that the caller can show it, let others work, or stop. Needs some 6 MB
 * besides, whatever the size.
 */
export function* paintBands(
  pixels: Pixels,
  marks: Marks,
  list: Int32Array,
  absorbance: Absorbance,
  out: Uint8ClampedArray,
  tone?: GroundTone,
  engine: Engine = "fastest",
): Generator<number, void> {
  const { width, height, data } = pixels;
  const tall = Math.max(LEAST_ROWS, BLOCK_HIGH * Math.floor(BAND / width / BLOCK_HIGH));
  const spread = marks.ground && inkOnNodes({ ...marks, ground: marks.ground }, list);
  const ground = marks.ground && spread && { ...marks.ground, spread: spread.nodes };
  const [toneFrom, toneTo] = spread ? spread.rows : [0, 0];
  const bands = byBand(marks, list, Math.ceil(height / tall), tall);
  let sheet: Sheet | null = null;
  for (const [band, at] of bands.entries()) {
    const top = band * tall;
    const rows = Math.min(tall, height - top);
    if (at.length === 0 && (top + rows <= toneFrom || top >= toneTo)) {
      out.set(data.subarray(4 * width * top, 4 * width * (top + rows)), 4 * width * top);
    } else {
      const part = { factor: 1, left: 0, top, width, height: rows };
      if (sheet) sheet.turn(pixels, part);
      else sheet = createSheet(pixels, part, engine, "once");
      const count = at.length / MARK;
      sheet.show({ ...marks, at, count, ground }, new Uint8Array(count).fill(1));
      sheet.compose(absorbance, tone);
      const { data: painted, stride } = sheet.picture();
      for (let y = 0; y < rows; y++) {
        out.set(painted.subarray(4 * stride * y, 4 * (stride * y + width)), 4 * width * (top + y));
      }
    }
    yield (top + rows) / height;
  }
}

/**
 * The listed marks by the bands of rows that they reach into, softness included, in the order that they had; one may be
 * in two. They are copied in one go through all of them, since marks in order of rank lie anywhere in the picture.
 */
function byBand({ at, soft }: Marks, list: Int32Array, bands: number, tall: number): Float64Array[] {
  const bandOf = (y: number): number => clamp(Math.floor(y / tall), 0, bands - 1);
  const first = new Int32Array(list.length);
  const last = new Int32Array(list.length);
  for (let k = 0; k < list.length; k++) {
    const m = MARK * list[k];
    const reach = 2 + 4 * soft + 1.6 * at[m + 5] * Math.sqrt(at[m + 4]);
    first[k] = bandOf(at[m + 1] - reach);
    last[k] = bandOf(at[m + 1] + reach);
  }
  const ends = bucketEnds(first, last, bands);
  const next = ends.slice();
  const sorted = new Float64Array(MARK * ends[bands]);
  for (let k = 0; k < list.length; k++) {
    const m = MARK * list[k];
    for (let band = first[k]; band <= last[k]; band++) {
      const to = MARK * next[band]++;
      for (let n = 0; n < MARK; n++) sorted[to + n] = at[m + n];
    }
  }
  return Array.from({ length: bands }, (_, b) => sorted.subarray(MARK * ends[b], MARK * ends[b + 1]));
}
