/* Gloss: light that the surface mirrors before it goes in, and that no ink under it takes. A picture's pixel keeps as
   much of the photo's light as is mirrored there, however fine that is (SOURCES light-1); kernel/plain/gloss.ts does
   it, block by block. */

import type { ComposeJob } from "./kernel/jobs.ts";
import type { Memory } from "./kernel/memory.ts";
import type { JobRecord } from "./kernel/record.ts";
import type { Part } from "./pixels.ts";
import { BLOCK_HIGH, BLOCK_WIDE, type Planes } from "./planes.ts";
import { type Squares, laySquares, rowsRead, writeSquare } from "./squares.ts";

/** How much of a picture's light is mirrored, in 1/255. */
export type Gloss = Squares;

/** Squares to a side of those parts of which it is known whether they have gloss. */
const CELL = 8;

type Cells = { readonly across: number; readonly any: Uint8Array };

const known = new WeakMap<Uint8Array, Cells>();

/** Which parts have gloss, found once. */
function cellsOf({ width, height, share }: Gloss): Cells {
  const before = known.get(share);
  if (before) return before;
  const across = Math.ceil(width / CELL);
  const any = new Uint8Array(across * Math.ceil(height / CELL));
  for (let y = 0, i = 0; y < height; y++) {
    const row = across * Math.floor(y / CELL);
    for (let x = 0; x < width; x++, i++) if (share[i] > 0) any[row + Math.floor(x / CELL)] = 1;
  }
  const cells = { across, any };
  known.set(share, cells);
  return cells;
}

/** For each run of `size` pixels along one side the first part that they are read from, and the last. */
function cellsRead(
  runs: number,
  size: number,
  placeOf: (pixel: number) => number,
  { from, shrink, squares }: { readonly from: number; readonly shrink: number; readonly squares: number },
): Int32Array {
  const cells = new Int32Array(2 * runs);
  const square = (pixel: number): number => Math.floor((placeOf(pixel) - from) / shrink - 0.5);
  for (let k = 0; k < runs; k++) {
    const [one, other] = [square(k * size), square((k + 1) * size - 1) + 1];
    cells[2 * k] = Math.max(0, one) / CELL;
    // Beyond the last or before the first there are none: the last part then comes before the first.
    cells[2 * k + 1] = other < 0 || one >= squares ? -1 : Math.min(squares - 1, other) / CELL;
  }
  return cells;
}

/** Where in the picture the middles of a part's columns and lines of pixels lie, px. */
const placesOn = ({ left, top, factor }: Part) => ({
  column: (x: number): number => (left + x + 0.5) / factor,
  line: (y: number): number => (top + y + 0.5) / factor,
});
type Places = ReturnType<typeof placesOn>;

export type GlossLayer = {
  /** Lays what a part of a picture mirrors. After planes were laid. */
  lay(gloss: Gloss, part: Part, planes: Planes): void;
  /** Nothing is mirrored any more. */
  forget(): void;
};

/** `inPlace`: the picture is composed in the copy of the photo, so that of blocks with gloss another is kept. */
export function createGlossLayer(
  memory: Memory,
  composing: JobRecord<typeof ComposeJob>,
  inPlace: boolean,
): GlossLayer {
  /** A byte a block: whether it has gloss; null where none has. */
  function blocksOf(gloss: Gloss, { column, line }: Places, { across, high }: Planes): Uint8Array | null {
    const cells = cellsOf(gloss);
    const { left, top, shrink, width, height } = gloss;
    const columns = cellsRead(across, BLOCK_WIDE, column, { from: left, shrink, squares: width });
    const rows = cellsRead(high, BLOCK_HIGH, line, { from: top, shrink, squares: height });
    const glossy = new Uint8Array(across * high);
    let any = false;
    for (let by = 0, block = 0; by < high; by++) {
      for (let bx = 0; bx < across; bx++, block++) {
        for (let row = rows[2 * by]; row <= rows[2 * by + 1]; row++) {
          for (let cell = columns[2 * bx]; cell <= columns[2 * bx + 1]; cell++) {
            if (cells.any[row * cells.across + cell] === 0) continue;
            glossy[block] = 1;
            any = true;
          }
        }
      }
    }
    return any ? glossy : null;
  }

  /** Copies the photo's blocks that have gloss to a place of their own. */
  function kept(glossy: Uint8Array, { source, area, stride, across, high }: Planes): number {
    const bare = memory.room(4 * area);
    const { u8 } = memory.views;
    for (let by = 0; by < high; by++) {
      const row = glossy.subarray(by * across, (by + 1) * across);
      const [first, end] = [row.indexOf(1), row.lastIndexOf(1) + 1];
      if (end === 0) continue;
      for (let y = BLOCK_HIGH * by; y < BLOCK_HIGH * (by + 1); y++) {
        const from = 4 * (y * stride + BLOCK_WIDE * first);
        u8.copyWithin(bare + from, source + from, source + from + 4 * BLOCK_WIDE * (end - first));
      }
    }
    return bare;
  }

  function sides(
    count: number,
    placeOf: (pixel: number) => number,
    from: number,
    shrink: number,
    laid: readonly [number, number],
  ): number {
    const at = memory.room(4 * count);
    for (let k = 0; k < count; k++) writeSquare(memory.views.u16, (at >> 1) + 2 * k, placeOf(k), from, shrink, laid);
    return at;
  }

  return {
    lay(gloss, part, planes) {
      const { column, line } = placesOn(part);
      const blocks = blocksOf(gloss, { column, line }, planes);
      if (!blocks) return;
      const { across, high, stride, source } = planes;
      const glossy = memory.room(across * high);
      memory.views.u8.set(blocks, glossy);
      const bare = inPlace ? kept(blocks, planes) : source;
      const lines = BLOCK_HIGH * high;
      const rows = rowsRead(gloss, part.top / part.factor, (part.top + lines) / part.factor);
      const shares = laySquares(memory, gloss, rows);
      const shareColumns = sides(stride, column, gloss.left, gloss.shrink, [0, gloss.width]);
      const shareRows = sides(lines, line, gloss.top, gloss.shrink, rows);
      composing.set({ glossy, bare, shares, sharesAcross: gloss.width + 2, shareColumns, shareRows });
    },
    forget() {
      composing.set({ glossy: 0 });
    },
  };
}
