/* The ink of a sheet's marks, spread on nodes in whole numbers: what was added is taken away to the last bit. A node's
   number is the mean optical depth about it in 1/65536; kernel/plain/tint.ts says how it is read off between, and
   tints the photo by it. Only where nodes differ from what was tinted is there anything to tint. */

import { type ComposeJob, TintJob } from "./kernel/jobs.ts";
import type { Kernel } from "./kernel/loops.ts";
import { type JobRecord, createRecord } from "./kernel/record.ts";
import type { Ground } from "./ground.ts";
import { MARK, type Marks } from "./marks.ts";
import type { Part } from "./pixels.ts";
import { BLOCK_HIGH, BLOCK_WIDE, type Planes } from "./planes.ts";

const NODE_UNIT = 65536;
/** Weights of a column or row among the three nodes that it is read from, and between two squares of the share. */
const WEIGHT = 4096;
const BETWEEN = 256;
/** Numbers that say what a mark adds. */
const SOAKED = 16;
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

type Laid = {
  readonly step: number;
  readonly part: Part;
  readonly planes: Planes;
  readonly nodes: number;
  /** What blocks were tinted by, as nodes. */
  readonly tintedBy: number;
  readonly across: number;
  readonly high: number;
  readonly left: number;
  readonly top: number;
};

/** `composing`: that of the composing, which reads what was tinted. `inPlace`: the photo's copy is tinted itself. */
export function createGroundNodes(
  kernel: Kernel,
  composing: JobRecord<typeof ComposeJob>,
  inPlace: boolean,
): GroundNodes {
  const { memory, loops } = kernel;
  const job = createRecord(memory, TintJob);
  let laid: Laid | null = null;
  /** Marks that there is room for. */
  let room = 0;

  function widen(count: number): void {
    const [before, was] = [room, job.get("soaked")];
    room = Math.max(count, Math.ceil(room * 1.5));
    const soaked = memory.room(4 * SOAKED * room);
    if (before > 0) memory.views.u8.copyWithin(soaked, was, was + 4 * SOAKED * before);
    job.set({ soaked });
  }

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
      // Beyond either end the nearest one, so that places in order are read in order.
      u16[to] = Math.max(0, Math.min(nodes - 3, node - 1));
      u16[to + 1] = within ? Math.floor(WEIGHT * 0.5 * (0.5 - t) * (0.5 - t) + 0.5) : 0;
      u16[to + 2] = within ? Math.floor(WEIGHT * 0.5 * (0.5 + t) * (0.5 + t) + 0.5) : 0;
      const q = (place - shareFrom) / shrink - 0.5;
      const square = Math.floor(q);
      u16[to + 3] = Math.max(0, Math.min(squares, square + 1));
      u16[to + 4] = square < -1 ? 0 : square >= squares ? BETWEEN : Math.floor(BETWEEN * (q - square));
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

  /** Marks the blocks that are read from nodes which differ by more than `least`; gives whether others differ. */
  function mark({ step, part, planes, nodes, tintedBy, across, high, left, top }: Laid, least: number): boolean {
    const { u8, i32 } = memory.views;
    const reach = 1.5 * step;
    const block = (at: number, first: number, size: number): number => Math.floor((at * part.factor - first) / size);
    const columns = new Uint8Array(planes.across);
    let others = false;
    for (let j = 0; j < high; j++) {
      const y = top + j * step;
      const north = Math.max(0, block(y - reach, part.top, BLOCK_HIGH) - 1);
      const south = Math.min(planes.high - 1, block(y + reach, part.top, BLOCK_HIGH) + 1);
      let any = false;
      for (let i = 0, n = (nodes >> 2) + j * across, was = (tintedBy >> 2) + j * across; i < across; i++, n++, was++) {
        if (i32[n] === i32[was]) continue;
        if (Math.abs(i32[n] - i32[was]) <= least) {
          others = true;
          continue;
        }
        i32[was] = i32[n];
        const x = left + i * step;
        const east = Math.min(planes.across - 1, block(x + reach, part.left, BLOCK_WIDE));
        for (let bx = Math.max(0, block(x - reach, part.left, BLOCK_WIDE)); bx <= east; bx++) columns[bx] = 1;
        any = true;
      }
      if (!any) continue;
      for (let row = north; row <= south; row++) {
        const from = planes.blocks + row * planes.across;
        for (let bx = 0; bx < planes.across; bx++) if (columns[bx] > 0) u8[from + bx] |= 4;
      }
      columns.fill(0);
    }
    return others;
  }

  return {
    lay(ground, part, planes) {
      const { step, share: seen } = ground;
      const left = seen.left - MARGIN * step;
      const top = seen.top - MARGIN * step;
      const across = Math.ceil((seen.width * seen.shrink) / step) + 2 * MARGIN + 1;
      const high = Math.ceil((seen.height * seen.shrink) / step) + 2 * MARGIN + 1;
      const nodes = memory.room(4 * (across * (high + 1) + 4));
      // Read four at a time, so that the last may reach a little further.
      const tintedBy = memory.room(4 * (across * high + 4));
      const tinted = inPlace ? planes.source : memory.room(4 * planes.area);
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
      const { u8, i32 } = memory.views;
      i32.fill(0, nodes >> 2, (nodes >> 2) + across * (high + 1) + 4);
      i32.fill(0, tintedBy >> 2, (tintedBy >> 2) + across * high);
      if (!inPlace) u8.copyWithin(tinted, planes.source, planes.source + 4 * planes.area);
      const { stride, blocks, source } = planes;
      job.set({ nodes, nodesAcross: across, shares, sharesAcross: seen.width + 2, columns, rows, lines, scratch });
      job.set({ stride, blocks, across: planes.across, high: planes.high, source, tinted });
      job.set({ tone: composing.get("tone"), toe: composing.get("toe") });
      composing.set({ source: tinted });
      laid = { step, part, planes, nodes, tintedBy, across, high, left, top };
    },
    soak({ at, ground, count }, list, many) {
      if (!laid || !ground) return;
      if (count > room) widen(count);
      const { nodes, across, high, left, top } = laid;
      const { i32 } = memory.views;
      const { step, ink } = ground;
      const soaked = job.get("soaked") >> 2;
      for (let k = list >> 2, end = k + many; k < end; k++) {
        const mark = i32[k];
        const px = (at[MARK * mark] - left) / step;
        const py = (at[MARK * mark + 1] - top) / step;
        const i = Math.floor(px + 0.5);
        const j = Math.floor(py + 0.5);
        const to = soaked + SOAKED * mark;
        i32[to + 3] = 0;
        if (i < 1 || j < 1 || i + 1 >= across || j + 1 >= high) continue;
        const depth = (NODE_UNIT / (step * step)) * ink[mark];
        const [t, s] = [px - i, py - j];
        for (let b = -1; b <= 1; b++) {
          const row = depth * (b === 0 ? 0.75 - s * s : 0.5 * (0.5 + b * s) * (0.5 + b * s));
          const of = to + 4 * (b + 1);
          i32[of] = Math.floor(0.5 * (0.5 - t) * (0.5 - t) * row + 0.5);
          i32[of + 1] = Math.floor((0.75 - t * t) * row + 0.5);
          i32[of + 2] = Math.floor(0.5 * (0.5 + t) * (0.5 + t) * row + 0.5);
        }
        i32[to + 3] = nodes + 4 * ((j - 1) * across + i - 1);
        i32[to + 7] = 0;
        i32[to + 11] = 0;
      }
    },
    change(list, count, away) {
      if (laid && count > 0) loops.soak(job.at, list, count, away);
    },
    tint(least, anew) {
      if (!laid) return false;
      const left = mark(laid, least);
      const { blocks, across, high } = laid.planes;
      const { u8 } = memory.views;
      if (anew) for (let at = blocks; at < blocks + across * high; at++) if (u8[at] > 0) u8[at] |= 4;
      loops.tint(job.at);
      return left;
    },
    clear() {
      if (!laid) return;
      const { nodes, across, high } = laid;
      memory.views.i32.fill(0, nodes >> 2, (nodes >> 2) + across * high);
    },
    forget() {
      laid = null;
      room = 0;
    },
  };
}
