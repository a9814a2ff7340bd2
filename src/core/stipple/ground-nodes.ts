/* The ink of a sheet's marks, spread on nodes in whole numbers: what was added is taken away to the last bit. A node's
   number is the mean optical depth about it in 1/65536; kernel/plain/compose.ts says how it is read off between. */

import type { ComposeJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import type { JobRecord } from "./kernel/record.ts";
import type { Ground } from "./ground.ts";
import { MARK, type Marks } from "./marks.ts";
import type { Part } from "./pixels.ts";
import { BLOCK_HIGH, BLOCK_WIDE, type Planes } from "./planes.ts";

const NODE_UNIT = 65536;
/** Weights of a column or row among the three nodes that it is read from, and between two squares of the share. */
const WEIGHT = 4096;
const BETWEEN = 256;
/** Nodes beyond the share's box, so that marks at its edge have theirs. */
const MARGIN = 2;

export type GroundNodes = {
  /** Lays nodes for marks as they are seen on a part, without ink. After planes were laid and before any other room. */
  lay(ground: Ground, part: Part, planes: Planes): void;
  /** Adds the ink of the marks that are listed in the memory, or takes it away; what it changes is to be composed. */
  change(marks: Marks, list: number, count: number, sign: 1 | -1): void;
  /** No ink at all. */
  clear(): void;
  /** There are no nodes any more. */
  forget(): void;
};

type Laid = {
  readonly ground: Ground;
  readonly part: Part;
  readonly planes: Planes;
  readonly nodes: number;
  readonly across: number;
  readonly high: number;
  readonly left: number;
  readonly top: number;
  /** A byte a node: 1 where it changed since blocks were marked. */
  readonly changed: Uint8Array;
};

export function createGroundNodes({ memory }: Kernel, job: JobRecord<typeof ComposeJob>): GroundNodes {
  let laid: Laid | null = null;

  /**
   * Where each of `count` places along one side of the picture is read: its first node, the
   * weights of that and of the third, its first square of the share and the weight of the second. Five tables of two
   * bytes a number.
   */
  function table(
    count: number,
    placeOf: (k: number) => number,
    origin: number,
    nodes: number,
    step: number,
    shareFrom: number,
    squares: number,
    shrink: number,
  ): number {
    const at = memory.room(2 * 5 * count);
    const { u16 } = memory.views;
    for (let k = 0; k < count; k++) {
      const place = placeOf(k);
      const p = (place - origin) / step;
      const node = Math.floor(p + 0.5);
      const t = p - node;
      const within = node >= 1 && node + 1 < nodes;
      const to = (at >> 1) + 5 * k;
      u16[to] = within ? node - 1 : 0;
      u16[to + 1] = within ? Math.floor(WEIGHT * 0.5 * (0.5 - t) * (0.5 - t) + 0.5) : 0;
      u16[to + 2] = within ? Math.floor(WEIGHT * 0.5 * (0.5 + t) * (0.5 + t) + 0.5) : 0;
      const q = (place - shareFrom) / shrink - 0.5;
      const square = Math.floor(q);
      const seen = square >= -1 && square < squares;
      u16[to + 3] = seen ? square + 1 : 0;
      u16[to + 4] = seen ? Math.floor(BETWEEN * (q - square)) : 0;
    }
    return at;
  }

  /** The share with a rim of none about it. */
  function share({ share: { width, height, share: values } }: Ground): number {
    const wide = width + 2;
    const at = memory.room(wide * (height + 2));
    const { u8 } = memory.views;
    u8.fill(0, at, at + wide * (height + 2));
    for (let y = 0; y < height; y++) u8.set(values.subarray(width * y, width * (y + 1)), at + wide * (y + 1) + 1);
    return at;
  }

  /** Marks the blocks that changed nodes are read in, a row of nodes at a time. */
  function mark({ part, planes, changed, across, high, left, top, ground }: Laid): void {
    const { u8 } = memory.views;
    const reach = 1.5 * ground.step;
    const block = (at: number, first: number, size: number): number => Math.floor((at * part.factor - first) / size);
    const columns = new Uint8Array(planes.across);
    for (let j = 0; j < high; j++) {
      const y = top + j * ground.step;
      const north = Math.max(0, block(y - reach, part.top, BLOCK_HIGH) - 1);
      const south = Math.min(planes.high - 1, block(y + reach, part.top, BLOCK_HIGH) + 1);
      if (south < north) continue;
      columns.fill(0);
      for (let i = 0; i < across; i++) {
        if (changed[j * across + i] === 0) continue;
        const x = left + i * ground.step;
        const east = Math.min(planes.across - 1, block(x + reach, part.left, BLOCK_WIDE));
        for (let bx = Math.max(0, block(x - reach, part.left, BLOCK_WIDE)); bx <= east; bx++) columns[bx] = 1;
      }
      for (let row = north; row <= south; row++) {
        const from = planes.blocks + row * planes.across;
        for (let bx = 0; bx < planes.across; bx++) if (columns[bx] > 0) u8[from + bx] = 3;
      }
    }
    changed.fill(0);
  }

  return {
    lay(ground, part, planes) {
      const { step, share: seen } = ground;
      const left = seen.left - MARGIN * step;
      const top = seen.top - MARGIN * step;
      const across = Math.ceil((seen.width * seen.shrink) / step) + 2 * MARGIN + 1;
      const high = Math.ceil((seen.height * seen.shrink) / step) + 2 * MARGIN + 1;
      const nodes = memory.room(4 * across * high);
      const shares = share(ground);
      const columns = table(
        planes.stride / 2,
        (x) => (part.left + 2 * x + 1) / part.factor,
        left,
        across,
        step,
        seen.left,
        seen.width,
        seen.shrink,
      );
      const rows = table(
        planes.high + 1,
        (k) => (part.top + BLOCK_HIGH * k) / part.factor,
        top,
        high,
        step,
        seen.top,
        seen.height,
        seen.shrink,
      );
      const lines = memory.room(2 * planes.stride);
      const scratch = memory.room(4 * (across + seen.width + 2));
      memory.views.i32.fill(0, nodes >> 2, (nodes >> 2) + across * high);
      job.set({ nodes, nodesAcross: across, shares, sharesAcross: seen.width + 2, columns, rows, lines, scratch });
      laid = { ground, part, planes, nodes, across, high, left, top, changed: new Uint8Array(across * high) };
    },
    change({ at, ground }, list, count, sign) {
      if (!laid || !ground || count === 0) return;
      const { nodes, across, high, left, top, changed } = laid;
      const { i32 } = memory.views;
      const { step, ink } = ground;
      const unit = (sign * NODE_UNIT) / (step * step);
      const wx = new Float64Array(3);
      for (let k = list >> 2, end = k + count; k < end; k++) {
        const m = MARK * i32[k];
        const px = (at[m] - left) / step;
        const py = (at[m + 1] - top) / step;
        const i = Math.floor(px + 0.5);
        const j = Math.floor(py + 0.5);
        if (i < 1 || j < 1 || i + 1 >= across || j + 1 >= high) continue;
        const t = px - i;
        const s = py - j;
        wx[0] = 0.5 * (0.5 - t) * (0.5 - t);
        wx[1] = 0.75 - t * t;
        wx[2] = 0.5 * (0.5 + t) * (0.5 + t);
        const depth = unit * ink[i32[k]];
        for (let b = -1; b <= 1; b++) {
          const wy = depth * (b === 0 ? 0.75 - s * s : 0.5 * (0.5 + b * s) * (0.5 + b * s));
          const to = (j + b) * across + i - 1;
          for (let a = 0; a < 3; a++) {
            // Rounded alike to either side of nothing, so that both ways cancel.
            const part = wx[a] * wy;
            i32[(nodes >> 2) + to + a] += part < 0 ? -Math.floor(0.5 - part) : Math.floor(part + 0.5);
            changed[to + a] = 1;
          }
        }
      }
      mark(laid);
    },
    clear() {
      if (!laid) return;
      memory.views.i32.fill(0, laid.nodes >> 2, (laid.nodes >> 2) + laid.across * laid.high);
    },
    forget() {
      laid = null;
      job.set({ nodes: 0 });
    },
  };
}
