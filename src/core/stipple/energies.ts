/* The energies that dots raise about themselves, on a grid over the chart that grows finer with the dots, in
   stages; and the largest void between them. */

import { clamp } from "../geometry/interpolate.ts";
import { inBuckets } from "./buckets.ts";
import type { Chart } from "./chart.ts";
import { type Engine, createKernel } from "./kernel/kernel.ts";
import type { Kernel } from "./kernel/loops.ts";

/**
 * Reach of a dot's energy, in mean spacings at the end of a stage: at 1.9 voids fill up beside dots, at 1.6 each
 * beginning keeps a nearest-neighbour CV of 0.10.
 */
const REACH = 1.6;
/** Mean spacing at the end of a stage, in cells. */
const FINE = 3.5;
/** Side of the blocks of cells that compete. */
const BLOCK = 8;
/** The energy of cells off the surface: no sum of energies comes near it. */
const OUTSIDE = 0x40000000;
/** A little noise breaks ties, so that no order of the cells shows; a dot's energy is 2^24 at its centre. */
const NOISE = 63;

/** What raises energy: places on the chart, and the metric there over how many follicles stand in each. */
export type Sites = {
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly e: Float32Array;
  readonly f: Float32Array;
  readonly g: Float32Array;
  count: number;
};

export type Energies = {
  /** Begins a stage that ends at this mean spacing, mm: the grid is filled afresh with all sites so far. */
  begin(spacing: number): void;
  /** Adds the energy of site i. */
  raise(i: number): void;
  /** The middle of the largest void, on the chart. Of use until it is asked for again. */
  largestVoid(): { readonly u: number; readonly v: number };
};

/**
 * Where in the memory the energies lie, blocks x blocks blocks of cells `step` of the chart apart, and their bounds.
 */
type Grid = { readonly blocks: number; readonly step: number; readonly energy: number; readonly bounds: number };

/** Without any stage begun. `meanStretch`: mm^2 of surface per chart unit^2. */
export function createEnergies(
  chart: Chart,
  meanStretch: number,
  sites: Sites,
  seed: number,
  engine: Engine,
): Energies {
  const kernel = createKernel(engine);
  const { memory, loops } = kernel;
  const found = { u: 0, v: 0 };
  let grid: Grid = { blocks: 0, step: 0, energy: 0, bounds: 0 };
  let reach = 0;

  function raise(i: number): void {
    const { energy, blocks, step } = grid;
    const scale = (step * step) / (reach * reach);
    // To an eighth of a cell: only the energy is rounded, not the place.
    const x8 = Math.round(((sites.u[i] + chart.reach) / step) * 8) - 4;
    const y8 = Math.round(((sites.v[i] + chart.reach) / step) * 8) - 4;
    loops.raise(energy, blocks, x8, y8, sites.e[i] * scale, sites.f[i] * scale, sites.g[i] * scale);
  }

  return {
    begin(spacing) {
      reach = REACH * spacing;
      const chartSide = 2 * chart.reach * Math.sqrt(meanStretch);
      const blocks = Math.ceil((FINE * chartSide) / spacing / BLOCK);
      if (grid.blocks !== blocks) {
        memory.cut(0);
        grid = createGrid(chart, kernel, blocks);
      }
      loops.fill(grid.energy, blocks, OUTSIDE, NOISE, seed);
      // The sums are the same in any order; row by row they stay near the processor.
      const rows = Int32Array.from({ length: sites.count }, (_, i) =>
        clamp(Math.floor(((sites.v[i] + chart.reach) / (2 * chart.reach)) * blocks), 0, blocks - 1),
      );
      for (const row of inBuckets(rows, blocks)) for (const i of row) raise(i);
      loops.buildBounds(grid.energy, grid.bounds, blocks);
    },
    raise,
    largestVoid() {
      const cell = loops.emptiest(grid.energy, grid.bounds, grid.blocks);
      findBottom(memory.views.i32, grid, cell, found);
      found.u = found.u * grid.step - chart.reach;
      found.v = found.v * grid.step - chart.reach;
      return found;
    },
  };
}

/**
 * Writes into `found` the bottom of the void whose emptiest cell this is, in cells from the grid's corner: of a
 * parabola each way through the cell and its neighbours, to an eighth of a cell.
 */
function findBottom(
  energies: Int32Array,
  { energy, blocks }: Grid,
  cell: number,
  found: { u: number; v: number },
): void {
  const block = cell >> 6;
  const blockRow = Math.floor(block / blocks);
  const row = 8 * blockRow + ((cell >> 3) & 7);
  const col = 8 * (block - blockRow * blocks) + (cell & 7);
  const last = BLOCK * blocks - 1;
  const inner = row > 0 && col > 0 && row < last && col < last;
  const at = (c: number, r: number): number => energies[(energy >> 2) + cellAt(blocks, c, r)];
  const here = at(col, row);
  found.u = col + 0.5 + (inner ? bottom(at(col - 1, row), here, at(col + 1, row)) : 0);
  found.v = row + 0.5 + (inner ? bottom(at(col, row - 1), here, at(col, row + 1)) : 0);
}

/** A cell's place in a grid of `blocks` x `blocks` blocks, which lie one after the other, each row by row. */
const cellAt = (blocks: number, col: number, row: number): number =>
  64 * (blocks * (row >> 3) + (col >> 3)) + 8 * (row & 7) + (col & 7);

/** Where a parabola through three energies a cell apart is least, from the middle one. */
function bottom(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  if (!(bend > 0) || before >= OUTSIDE || after >= OUTSIDE) return 0;
  return clamp(Math.round((4 * (before - after)) / bend), -4, 4) / 8;
}

/** A grid without energies: cells off the surface are marked as such. */
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
      i32[(energy >> 2) + cellAt(blocks, col, row)] = near ? 0 : OUTSIDE;
    }
  }
  return { blocks, step, energy, bounds };
}
