/* The silhouette as a view keeps it: which pixels of a small picture of the photo are the person, as a text of runs. It
   is what a network saw once; kept, all that is read by it stays the same on every machine. */

import { cellText, readCells } from "../hairline/cell-text.ts";
import type { Row } from "../hairline/cells.ts";
import { levelSize } from "../photo/pyramid.ts";
import type { Pixels } from "../units.ts";
import type { Mask } from "./silhouette.ts";

/** Side of the picture that the person is read in, px: twice what the network sees. */
export const PERSON = 512;

/** The size of that picture of a photo. */
function sizeIn({ width, height }: Size): Size {
  let level = 0;
  while (Math.max(levelSize(width, level), levelSize(height, level)) > PERSON) level++;
  return { width: levelSize(width, level), height: levelSize(height, level) };
}
type Size = { readonly width: Pixels; readonly height: Pixels };

/** The text of a mask as it was read in such a picture; "" where nobody is in it. */
export function personText({ width, height, data }: Mask): string {
  const rows = Array.from({ length: height }, (_, row): Row => {
    const isPerson = (x: number): boolean => x >= 0 && x < width && data[row * width + x] > 127;
    return Array.from({ length: width + 1 }, (_unused, x) => x).filter((x) => isPerson(x) !== isPerson(x - 1));
  });
  const top = rows.findIndex(({ length }) => length > 0);
  const end = rows.findLastIndex(({ length }) => length > 0) + 1;
  return top < 0 ? "" : cellText({ top, rows: rows.slice(top, end) });
}

/** The mask of such a text in a photo of this size; null where the text is none. */
export function personOf(text: string, photo: Size): Mask | null {
  const cells = readCells(text);
  if (!cells) return null;
  const { width, height } = sizeIn(photo);
  const data = new Uint8Array(width * height);
  cells.rows.forEach((edges, i) => {
    const row = cells.top + i;
    if (row >= height) return;
    for (let k = 0; k + 1 < edges.length; k += 2)
      data.fill(255, row * width + Math.min(width, edges[k]), row * width + Math.min(width, edges[k + 1]));
  });
  return { width, height, data };
}
