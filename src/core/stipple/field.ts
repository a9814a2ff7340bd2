/* The field of candidate follicles, from a seed: blue noise on a curved surface in which every beginning is blue
   noise too. Each new dot falls into the largest void of an energy that all earlier dots have raised about
   themselves ("void and cluster", Ulichney 1993, without the cluster half). The grid of energies grows finer with
   the dots, in stages. */

import { inBuckets } from "./buckets.ts";
import { type Engine, createKernel } from "./kernel/kernel.ts";
import type { Kernel } from "./kernel/loops.ts";
import { type Pattern, offsetsOf } from "./pattern.ts";

/** A surface to be stippled, told by a chart: a square of side 2 * reach about (0, 0). */
export type Chart = {
  readonly reach: number;
  /** True where follicles can be wanted. */
  inside(u: number, v: number): boolean;
  /** True where dots are placed: `inside` and a margin about it, so that the edge of the field shows nowhere. */
  near(u: number, v: number): boolean;
  /** The metric there, mm^2 per chart unit^2: |ds|^2 = e du^2 + 2 f du dv + g dv^2. */
  metric(u: number, v: number): { readonly e: number; readonly f: number; readonly g: number };
};

export type Field = {
  /** Area of the inside, mm^2. */
  readonly area: number;
  /** Dots so far, all inside, in rank order. */
  readonly count: number;
  /** Chart coordinates of dot i; of use up to `count`. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /**
   * Places dots until there are `count` of them; what stands stays where it is. Throws RangeError beyond the field's
   * `most`.
   */
  grow(count: number): void;
};

/**
 * Reach of a dot's energy, in mean spacings at the end of a stage: at 1.9 voids fill up beside dots, at 1.6 each
 * beginning keeps a nearest-neighbour CV of 0.10.
 */
const REACH = 1.6;
/** Mean spacing at the end of a stage, in cells. */
const FINE = 3.5;
/** Side of the blocks of cells that compete. */
const BLOCK = 8;
/** Cells off the surface: no sum of energies comes near it. */
const WALL = 0x40000000;
/** A whisper of noise breaks ties, so that no order of the cells shows; a dot's energy is 2^24 at its centre. */
const WHISPER = 63;

/**
 * `most`: the largest number of dots that will be asked for. Memory: 28 bytes a dot and, as it grows, up to 130 bytes
 * a dot of grid.
 */
export function createField(
  chart: Chart,
  seed: number,
  most: number,
  pattern: Pattern = "fine",
  engine: Engine = "fastest",
): Field {
  const u = new Float32Array(most);
  const v = new Float32Array(most);
  const size = chartArea(chart);
  /** What raises energy: each follicle, or each group. Those in the margin too, which are not kept. */
  const room = Math.ceil(most * (size.near / size.inside) * 1.03) + 64;
  const seats = {
    u: new Float32Array(room),
    v: new Float32Array(room),
    e: new Float32Array(room),
    f: new Float32Array(room),
    g: new Float32Array(room),
    count: 0,
    /** Follicles on them. */
    taken: 0,
  };
  let count = 0;
  let kernel: Kernel | null = null;
  let grid: Grid | null = null;
  let stageEnd = 0;
  let reach = 0;

  /** Mean distance of so many follicles, if they stood in a triangular pattern, mm. */
  const spacingOf = (follicles: number): number => Math.sqrt((1.1547 * size.near) / follicles);

  /** The next stage holds twice the dots at half the reach squared; its grid is filled afresh with all dots so far. */
  function nextStage(): Grid {
    const begin = Math.max(16, seats.taken);
    stageEnd = begin * 2;
    const spacing = spacingOf(stageEnd);
    reach = REACH * spacing;
    const chartSide = 2 * chart.reach * Math.sqrt(size.meanStretch);
    const blocks = Math.ceil((FINE * chartSide) / spacing / BLOCK);
    kernel ??= createKernel(engine);
    if (grid?.blocks !== blocks) {
      kernel.memory.cut(0);
      grid = createGrid(chart, kernel, blocks);
    }
    kernel.loops.fill(grid.energy, grid.blocks, WALL, WHISPER, seed);
    // The sums are the same in any order; row by row they stay near the processor.
    const rows = Int32Array.from({ length: seats.count }, (_, i) =>
      Math.max(0, Math.min(blocks - 1, Math.floor(((seats.v[i] + chart.reach) / (2 * chart.reach)) * blocks))),
    );
    for (const row of inBuckets(rows, rows, blocks)) for (const i of row) raise(kernel, grid, i);
    kernel.loops.buildBounds(grid.energy, grid.bounds, blocks);
    return grid;
  }

  function raise({ loops }: Kernel, { energy, blocks, step }: Grid, i: number): void {
    const scale = (step * step) / (reach * reach);
    // To an eighth of a cell: only the energy is rounded, not the place.
    const x8 = Math.round(((seats.u[i] + chart.reach) / step) * 8) - 4;
    const y8 = Math.round(((seats.v[i] + chart.reach) / step) * 8) - 4;
    loops.raise(energy, blocks, x8, y8, seats.e[i] * scale, seats.f[i] * scale, seats.g[i] * scale);
  }

  /** Places the next follicle, or the next group of them. */
  function place(): void {
    const at = seats.taken >= stageEnd || !grid ? nextStage() : grid;
    const { loops, memory } = (kernel ??= createKernel(engine));
    const cell = loops.emptiest(at.energy, at.bounds, at.blocks);
    settleIn(memory.views.i32, at, cell, middle);
    const middleU = middle.col * at.step - chart.reach;
    const middleV = middle.row * at.step - chart.reach;
    const offsets = offsetsOf(pattern, seed, seats.count, spacingOf(seats.taken + 1));
    // From mm on the skin to the chart, by a root of the metric.
    const metric = chart.metric(middleU, middleV);
    const across = Math.sqrt(metric.e);
    const upward = Math.sqrt(metric.g - (metric.f * metric.f) / metric.e);
    let [meanU, meanV] = [0, 0];
    for (const [x, y] of offsets) {
      const dv = y / upward;
      const du = (x - (metric.f / across) * dv) / across;
      keep(middleU + du, middleV + dv);
      meanU += du / offsets.length;
      meanV += dv / offsets.length;
    }
    seat(kernel, at, middleU + meanU, middleV + meanV, offsets.length);
  }

  /** Takes a place for so many follicles: its energy holds the next ones off as far as they need together. */
  function seat(of: Kernel, at: Grid, placeU: number, placeV: number, follicles: number): void {
    if (seats.count === room) throw new RangeError(`the field has no room for more than ${most} follicles`);
    const i = seats.count++;
    seats.taken += follicles;
    seats.u[i] = placeU;
    seats.v[i] = placeV;
    const { e, f, g } = chart.metric(seats.u[i], seats.v[i]);
    seats.e[i] = e / follicles;
    seats.f[i] = f / follicles;
    seats.g[i] = g / follicles;
    raise(of, at, i);
  }

  function keep(placeU: number, placeV: number): void {
    if (count === most || !chart.inside(placeU, placeV)) return;
    u[count] = placeU;
    v[count] = placeV;
    count++;
  }

  return {
    area: size.inside,
    u,
    v,
    get count() {
      return count;
    },
    grow(wanted) {
      if (wanted > most) throw new RangeError(`a field of at most ${most} follicles cannot hold ${wanted}`);
      for (let left = wanted - count; left > 0; left = wanted - count) place();
    },
  };
}

/** Where the void is, in cells from the grid's corner: kept, since it is asked for at every follicle. */
const middle = { col: 0, row: 0 };

/**
 * The bottom of the void whose emptiest cell this is: of a parabola each way through the cell and its neighbours, to
 * an eighth of a cell.
 */
function settleIn(energies: Int32Array, { energy, blocks }: Grid, cell: number, into: typeof middle): void {
  const block = cell >> 6;
  const blockRow = Math.floor(block / blocks);
  const row = 8 * blockRow + ((cell >> 3) & 7);
  const col = 8 * (block - blockRow * blocks) + (cell & 7);
  const last = BLOCK * blocks - 1;
  const inner = row > 0 && col > 0 && row < last && col < last;
  const at = (c: number, r: number): number => energies[(energy >> 2) + cellAt(blocks, c, r)];
  const here = at(col, row);
  into.col = col + 0.5 + (inner ? bottom(at(col - 1, row), here, at(col + 1, row)) : 0);
  into.row = row + 0.5 + (inner ? bottom(at(col, row - 1), here, at(col, row + 1)) : 0);
}

/** A cell's place in a grid of `blocks` x `blocks` blocks, which lie one after the other, each row by row. */
const cellAt = (blocks: number, col: number, row: number): number =>
  64 * (blocks * (row >> 3) + (col >> 3)) + 8 * (row & 7) + (col & 7);

/** Where a parabola through three energies a cell apart is least, from the middle one. */
function bottom(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  if (!(bend > 0) || before >= WALL || after >= WALL) return 0;
  return Math.max(-4, Math.min(4, Math.round((4 * (before - after)) / bend))) / 8;
}

type Areas = { readonly inside: number; readonly near: number; readonly meanStretch: number };

/** A chart's areas: worked out once, for it serves many fields. */
const areas = new WeakMap<Chart, Areas>();

/** Areas in mm^2 by the midpoint rule, and the mean stretch, mm^2 of surface per chart unit^2. */
function chartArea(chart: Chart): Areas {
  const known = areas.get(chart);
  if (known) return known;
  const n = 256;
  const step = (2 * chart.reach) / n;
  let inside = 0;
  let near = 0;
  let flat = 0;
  for (let row = 0; row < n; row++) {
    const v = -chart.reach + (row + 0.5) * step;
    for (let col = 0; col < n; col++) {
      const u = -chart.reach + (col + 0.5) * step;
      if (!chart.near(u, v)) continue;
      const { e, f, g } = chart.metric(u, v);
      const area = Math.sqrt(e * g - f * f) * step * step;
      near += area;
      flat += step * step;
      if (chart.inside(u, v)) inside += area;
    }
  }
  const found = { inside, near, meanStretch: near / flat };
  areas.set(chart, found);
  return found;
}

/**
 * A grid of blocks x blocks blocks, `step` of the chart from cell to cell: where in the kernel's memory its energies
 * lie, and the heap of the tournament of blocks.
 */
type Grid = { readonly blocks: number; readonly step: number; readonly energy: number; readonly bounds: number };

/** A grid whose walls stand. */
function createGrid(chart: Chart, { memory }: Kernel, blocks: number): Grid {
  const side = BLOCK * blocks;
  const energy = memory.room(4 * side * side);
  const bounds = memory.room(8 * blocks * blocks);
  const { i32 } = memory.views;
  const step = (2 * chart.reach) / side;
  for (let row = 0; row < side; row++) {
    const v = -chart.reach + (row + 0.5) * step;
    for (let col = 0; col < side; col++) {
      const near = chart.near(-chart.reach + (col + 0.5) * step, v);
      i32[(energy >> 2) + cellAt(blocks, col, row)] = near ? 0 : WALL;
    }
  }
  return { blocks, step, energy, bounds };
}
