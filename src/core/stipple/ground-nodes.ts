/* The ink of a sheet's marks, spread on nodes in whole numbers: what was added is taken away to the last bit. A node's
   number is the mean optical depth about it in 1/65536; kernel/plain/tint.ts says how it is read off between, and
   tints the photo by it. Only where nodes differ from what was tinted is there anything to tint. */

import { type ComposeJob, TintJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import { type JobRecord, createRecord } from "./kernel/record.ts";
import type { Ground, GroundShare } from "./ground.ts";
import { MARK, type Marks } from "./marks.ts";
import type { Part } from "./pixels.ts";
import { BLOCK_HIGH, BLOCK_WIDE, type Planes } from "./planes.ts";
import { laySquares, rowsRead, writeSquare } from "./squares.ts";

const NODE_UNIT = 65536;
/** Weights of a column or row among the three nodes that it is read from. */
const WEIGHT = 4096;
/** Bytes that say what a mark adds, and the most that it adds to a node. */
const SOAKED = 32;
const MOST = 65_535;
/** Nodes beyond the share's box, so that marks at its edge have theirs. */
const MARGIN = 2;

export type GroundNodes = {
  /** Lays nodes for marks as they are seen on a part, without ink. After planes were laid and before any other room. */
  lay(ground: Ground, part: Part, planes: Planes): void;
  /** Works out what each of the marks listed in the memory adds, `many` of them. */
  soak(marks: Marks, list: number, many: number): void;
  /** Adds the ink of the listed marks, or takes it away. */
  change(list: number, count: number, away: 0 | 1): void;
  /** No ink at all. */
  clear(): void;
  /**
   * Tints the blocks of which nodes differ from what they were tinted by, by more than `least`, 1/65536 of a mean
   * depth; gives whether others that differ are left. `anew`: all that have ink.
   */
  tint(least: number, anew: boolean): boolean;
  /** There are no nodes any more. */
  forget(): void;
};

/** All nodes of a ground: the first one's place, px, and how many there are. */
type Grid = {
  readonly step: number;
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly high: number;
};

function gridOf({ step, share: { left, top, width, height, shrink } }: Ground): Grid {
  return {
    step,
    left: left - MARGIN * step,
    top: top - MARGIN * step,
    across: Math.ceil((width * shrink) / step) + 2 * MARGIN + 1,
    high: Math.ceil((height * shrink) / step) + 2 * MARGIN + 1,
  };
}

/** Writes what a mark at (x, y) adds to three rows of three nodes, and gives its middle one; -1 for none. */
function weighed({ step, left, top, across, high }: Grid, x: number, y: number, ink: number, out: Int32Array): number {
  const [px, py] = [(x - left) / step, (y - top) / step];
  const [i, j] = [Math.floor(px + 0.5), Math.floor(py + 0.5)];
  if (i < 1 || j < 1 || i + 1 >= across || j + 1 >= high) return -1;
  const [t, s] = [px - i, py - j];
  const depth = (NODE_UNIT / (step * step)) * ink;
  const [west, between, east] = [0.5 * (0.5 - t) * (0.5 - t), 0.75 - t * t, 0.5 * (0.5 + t) * (0.5 + t)];
  for (let b = -1, to = 0; b <= 1; b++, to += 3) {
    const row = depth * (b === 0 ? 0.75 - s * s : 0.5 * (0.5 + b * s) * (0.5 + b * s));
    out[to] = Math.min(MOST, Math.floor(west * row + 0.5));
    out[to + 1] = Math.min(MOST, Math.floor(between * row + 0.5));
    out[to + 2] = Math.min(MOST, Math.floor(east * row + 0.5));
  }
  return j * across + i;
}

/** The nodes of all marks of a picture, row by row, and from which of its rows to which, px, they are read. */
export type Spread = { readonly nodes: Int32Array; readonly rows: readonly [from: number, to: number] };

/** The listed marks' ink on nodes: for a picture of which one part after the other is laid. */
export function inkOnNodes({ at, ground }: Marks & { readonly ground: Ground }, list: Int32Array): Spread {
  const grid = gridOf(ground);
  const nodes = new Int32Array(grid.across * grid.high);
  const adds = new Int32Array(9);
  let [least, most] = [nodes.length, -1];
  for (const mark of list) {
    const middle = weighed(grid, at[MARK * mark], at[MARK * mark + 1], ground.ink[mark], adds);
    if (middle < 0) continue;
    least = Math.min(least, middle);
    most = Math.max(most, middle);
    for (let k = 0, n = middle - grid.across - 1; k < 9; k += 3, n += grid.across) {
      nodes[n] += adds[k];
      nodes[n + 1] += adds[k + 1];
      nodes[n + 2] += adds[k + 2];
    }
  }
  // A node more to each side has ink, three halves of a step about a node are read, and a line beside.
  const row = (node: number): number => grid.top + grid.step * Math.floor(node / grid.across);
  const around = 2.5 * grid.step + BLOCK_HIGH;
  return { nodes, rows: most < 0 ? [0, 0] : [row(least) - around, row(most) + around] };
}

/** Of the nodes and of the share those rows that a part needs: the first of each, and the one after the last. */
type Rows = { readonly nodes: readonly [number, number]; readonly squares: readonly [number, number] };

function rowsFor(
  { top, step, high }: Grid,
  { share: seen }: Ground,
  { top: from, factor }: Part,
  { high: blocks }: Planes,
): Rows {
  const [first, last] = [from / factor, (from + BLOCK_HIGH * blocks) / factor];
  const within = (row: number, most: number): number => Math.max(0, Math.min(most, row));
  return {
    // A line reads three, and marks as far again have ink on them.
    nodes: [within(Math.floor((first - top) / step) - 3, high), within(Math.floor((last - top) / step) + 5, high)],
    squares: rowsRead(seen, first, last),
  };
}

type Laid = { readonly grid: Grid; readonly rows: Rows; readonly planes: Planes; readonly nodes: number };

/** Blocks along one side of the picture: how many, of how many pixels; and how many more a line between them asks. */
type BlocksAlong = { readonly count: number; readonly size: number; readonly more: 0 | 1 };

/**
 * `composing`: that of the composing, which reads what was tinted. `tables`: where they lie, see TintJob. `inPlace`:
 * the photo's copy is tinted itself.
 */
export function createGroundNodes(
  kernel: Kernel,
  composing: JobRecord<typeof ComposeJob>,
  tables: { readonly tone: number; readonly toe: number },
  inPlace: boolean,
): GroundNodes {
  const { memory, loops } = kernel;
  const job = createRecord(memory, TintJob);
  let laid: Laid | null = null;
  /** Marks that there is room for. */
  let room = 0;
  /** The columns last read, and for what: of a picture's bands all are the same. */
  let read: { readonly by: readonly number[]; readonly numbers: Uint16Array } | null = null;
  const adds = new Int32Array(9);

  function widen(count: number): void {
    const [before, was] = [room, job.get("soaked")];
    room = Math.max(count, Math.ceil(room * 1.5));
    const soaked = memory.room(SOAKED * room);
    if (before > 0) memory.views.u8.copyWithin(soaked, was, was + SOAKED * before);
    job.set({ soaked });
  }

  /**
   * Where each of `count` places along one side of the picture is read: its first node, the weights of that and of the
   * third, its first square of the share and the weight of the second. Five numbers of two bytes each. Nodes and
   * squares are counted from the first of those that are laid.
   */
  function table(
    count: number,
    placeOf: (k: number) => number,
    { origin, step, laid: [firstNode, endNode] }: { origin: number; step: number; laid: readonly [number, number] },
    share: { from: number; shrink: number; laid: readonly [number, number] },
  ): number {
    const nodes = endNode - firstNode;
    const at = memory.room(2 * 5 * count);
    const { u16 } = memory.views;
    for (let k = 0; k < count; k++) {
      const place = placeOf(k);
      const p = (place - origin) / step;
      const t = p - Math.floor(p + 0.5);
      const node = Math.floor(p + 0.5) - firstNode;
      const within = node >= 1 && node + 1 < nodes;
      const to = (at >> 1) + 5 * k;
      // Beyond either end the nearest one, so that places in order are read in order.
      u16[to] = Math.max(0, Math.min(nodes - 3, node - 1));
      u16[to + 1] = within ? Math.floor(WEIGHT * 0.5 * (0.5 - t) * (0.5 - t) + 0.5) : 0;
      u16[to + 2] = within ? Math.floor(WEIGHT * 0.5 * (0.5 + t) * (0.5 + t) + 0.5) : 0;
      writeSquare(u16, to + 3, place, share.from, share.shrink, share.laid);
    }
    return at;
  }

  function columnsOf(grid: Grid, { left, width, shrink }: GroundShare, part: Part, count: number): number {
    const by = [grid.left, grid.step, grid.across, left, width, shrink, part.left, part.factor, count];
    if (read?.by.every((number, k) => number === by[k])) {
      const at = memory.room(2 * read.numbers.length);
      memory.views.u16.set(read.numbers, at >> 1);
      return at;
    }
    const at = table(
      count,
      (x) => (part.left + 2 * x + 1) / part.factor,
      { origin: grid.left, step: grid.step, laid: [0, grid.across] },
      { from: left, shrink, laid: [0, width] },
    );
    read = { by, numbers: memory.views.u16.slice(at >> 1, (at >> 1) + 5 * count) };
    return at;
  }

  /**
   * For each of `count` nodes along one side the first block that is read from it and the last; `more`: blocks besides
   * on either side. `placeOf`: of a node on the part, px.
   */
  function blocksRead(count: number, placeOf: (k: number) => number, reach: number, of: BlocksAlong): number {
    const at = memory.room(4 * count);
    const { u16 } = memory.views;
    const block = (pixel: number): number => Math.floor(pixel / of.size);
    for (let k = 0, to = at >> 1; k < count; k++, to += 2) {
      const first = Math.max(0, block(placeOf(k) - reach) - of.more);
      const last = Math.min(of.count - 1, block(placeOf(k) + reach) + of.more);
      u16[to] = first > last ? 1 : first;
      u16[to + 1] = first > last ? 0 : last;
    }
    return at;
  }

  return {
    lay(ground, part, planes) {
      const grid = gridOf(ground);
      const seen = ground.share;
      const rows = rowsFor(grid, ground, part, planes);
      const [firstRow, endRow] = rows.nodes;
      const count = grid.across * (endRow - firstRow);
      // Read four at a time, so that the last may reach a little further, and a row is read beyond the last.
      const nodes = memory.room(4 * (count + grid.across + 4));
      const tintedBy = memory.room(4 * count + 16);
      const tinted = inPlace ? planes.source : memory.room(4 * planes.area);
      const shares = laySquares(memory, seen, rows.squares);
      const columns = columnsOf(grid, seen, part, planes.stride / 2);
      const lineRows = table(
        planes.high + 1,
        (k) => (part.top + BLOCK_HIGH * k) / part.factor,
        { origin: grid.top, step: grid.step, laid: rows.nodes },
        { from: seen.top, shrink: seen.shrink, laid: rows.squares },
      );
      const { left, top, step } = grid;
      const blockColumns = blocksRead(
        grid.across,
        (i) => (left + i * step) * part.factor - part.left,
        1.5 * step * part.factor,
        { count: planes.across, size: BLOCK_WIDE, more: 0 },
      );
      const blockRows = blocksRead(
        endRow - firstRow,
        (j) => (top + (firstRow + j) * step) * part.factor - part.top,
        1.5 * step * part.factor,
        { count: planes.high, size: BLOCK_HIGH, more: 1 },
      );
      const lines = memory.room(2 * planes.stride);
      const scratch = memory.room(4 * (grid.across + seen.width + 2));
      const { u8, i32 } = memory.views;
      i32.fill(0, nodes >> 2, (nodes >> 2) + count + grid.across + 4);
      i32.fill(0, tintedBy >> 2, (tintedBy >> 2) + count);
      if (ground.spread) i32.set(ground.spread.subarray(grid.across * firstRow, grid.across * endRow), nodes >> 2);
      if (!inPlace) u8.copyWithin(tinted, planes.source, planes.source + 4 * planes.area);
      const { stride, blocks, source } = planes;
      job.set({ nodes, nodesAcross: grid.across, nodesHigh: endRow - firstRow, tintedBy, blockColumns, blockRows });
      job.set({ shares, sharesAcross: seen.width + 2, columns, rows: lineRows });
      job.set({ lines, scratch, stride, blocks, across: planes.across, high: planes.high, source, tinted });
      job.set(tables);
      composing.set({ source: tinted });
      laid = { grid, rows, planes, nodes };
    },
    soak({ at, ground, count }, list, many) {
      if (!laid || !ground || ground.spread) return;
      if (count > room) widen(count);
      const { grid, rows, nodes } = laid;
      const [first, end] = [grid.across * (rows.nodes[0] + 1), grid.across * (rows.nodes[1] - 1)];
      const { i32, u16 } = memory.views;
      const soaked = job.get("soaked");
      for (let k = list >> 2; k < (list >> 2) + many; k++) {
        const mark = i32[k];
        const to = soaked + SOAKED * mark;
        const middle = weighed(grid, at[MARK * mark], at[MARK * mark + 1], ground.ink[mark], adds);
        const has = middle >= first && middle < end;
        i32[(to >> 2) + 6] = has ? nodes + 4 * (middle - first - 1) : 0;
        if (!has) continue;
        for (let row = 0, n = 0, out = to >> 1; row < 3; row++, out += 4, n += 3) {
          u16[out] = adds[n];
          u16[out + 1] = adds[n + 1];
          u16[out + 2] = adds[n + 2];
          u16[out + 3] = 0;
        }
      }
    },
    change(list, count, away) {
      if (laid && count > 0 && room > 0) loops.soak(job.at, list, count, away);
    },
    tint(least, anew) {
      if (!laid) return false;
      const left = loops.differ(job.at, Math.floor(least)) > 0;
      const { blocks, across, high } = laid.planes;
      const { u8 } = memory.views;
      if (anew) for (let at = blocks; at < blocks + across * high; at++) if (u8[at] > 0) u8[at] |= 4;
      loops.tint(job.at);
      return left;
    },
    clear() {
      if (!laid) return;
      const { grid, rows, nodes } = laid;
      const count = grid.across * (rows.nodes[1] - rows.nodes[0]);
      memory.views.i32.fill(0, nodes >> 2, (nodes >> 2) + count);
    },
    forget() {
      laid = null;
      room = 0;
    },
  };
}
