/* The field of candidate follicles, from a seed: blue noise on a curved surface in which every beginning is blue noise too. Each new dot falls into
   the largest void of an energy that all earlier dots have raised about themselves ("void and cluster", Ulichney 1993, without the
   cluster half). It is lazy: energies only grow, so what a block's least energy was before is a lower bound now, and only the
   block that wins the tournament of bounds is looked at again. */

import { fraction2 } from "../random.ts";

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
  /** Places dots until there are `count` of them; what stands stays where it is. Throws RangeError beyond the field's `most`. */
  grow(count: number): void;
};

/** Reach of a dot's energy, in mean spacings at the end of a stage: at 1.9 voids fill up beside dots, at 1.6 each beginning keeps a nearest-neighbour CV of 0.10. */
const REACH = 1.6;
/** Least mean spacing, in cells; the grid doubles below it. */
const FINE = 4;
/** Blocks of 8 x 8 cells compete. */
const BLOCK = 8;
const FIRST_SIDE = 64;

/** `most`: the largest number of dots that will be asked for. Memory: about 14 bytes a dot and 150 bytes a dot of grid. */
export function createField(chart: Chart, seed: number, most: number): Field {
  const u = new Float32Array(most);
  const v = new Float32Array(most);
  const size = chartArea(chart);
  // Margin dots are placed too but not kept; the energy needs them.
  const all: { u: Float32Array; v: Float32Array; count: number } = {
    u: new Float32Array(Math.ceil(most * (size.near / size.inside) * 1.03) + 64),
    v: new Float32Array(Math.ceil(most * (size.near / size.inside) * 1.03) + 64),
    count: 0,
  };
  let count = 0;
  let grid = startGrid(chart, FIRST_SIDE, seed);
  let stageEnd = 0;
  let reach = 0;

  /** The next stage holds twice the dots at half the reach squared; its grid is made afresh with all dots so far. */
  function nextStage(): void {
    const begin = Math.max(16, all.count);
    stageEnd = begin * 2;
    const spacing = (dots: number): number => Math.sqrt((1.1547 * size.near) / dots);
    reach = REACH * spacing(stageEnd);
    let { side } = grid;
    const cell = (at: number): number => (2 * chart.reach * Math.sqrt(size.meanStretch)) / at;
    while (spacing(stageEnd) / cell(side) < FINE && side < 4096) side *= 2;
    grid = startGrid(chart, side, seed);
    for (let i = 0; i < all.count; i++) raise(chart, grid, all.u[i], all.v[i], reach);
    settle(grid);
  }

  function place(): void {
    if (all.count >= stageEnd) nextStage();
    const cell = emptiest(grid);
    const row = Math.floor(cell / grid.side);
    const step = (2 * chart.reach) / grid.side;
    const pu = Math.fround(-chart.reach + (cell - row * grid.side + 0.5) * step);
    const pv = Math.fround(-chart.reach + (row + 0.5) * step);
    if (all.count === all.u.length) throw new RangeError(`the field has no room for more than ${most} follicles`);
    all.u[all.count] = pu;
    all.v[all.count] = pv;
    all.count++;
    raise(chart, grid, pu, pv, reach);
    if (count < most && chart.inside(pu, pv)) {
      u[count] = pu;
      v[count] = pv;
      count++;
    }
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
      while (count < wanted) place();
    },
  };
}

/** Areas in mm^2 by the midpoint rule, and the mean stretch, mm^2 of surface per chart unit^2. */
function chartArea(chart: Chart): { inside: number; near: number; meanStretch: number } {
  const n = 512;
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
  return { inside, near, meanStretch: near / flat };
}

type Grid = {
  readonly side: number;
  readonly energy: Float32Array;
  /** A heap-shaped tournament: leaves are lower bounds of the blocks' least energies, each inner node the lesser of its two. */
  readonly bounds: Float32Array;
  readonly leaves: number;
  readonly blocks: number;
};

/** An empty grid. A whisper of noise breaks ties, so that no order of the cells shows. Cells off the surface never win. */
function startGrid(chart: Chart, side: number, seed: number): Grid {
  const energy = new Float32Array(side * side);
  const step = (2 * chart.reach) / side;
  for (let row = 0, i = 0; row < side; row++) {
    const v = -chart.reach + (row + 0.5) * step;
    for (let col = 0; col < side; col++, i++) {
      const u = -chart.reach + (col + 0.5) * step;
      energy[i] = chart.near(u, v) ? fraction2(seed, i) * 1e-6 : Infinity;
    }
  }
  const blocks = side / BLOCK;
  const leaves = blocks * blocks;
  return { side, energy, bounds: new Float32Array(2 * leaves), leaves, blocks };
}

function leastOf(grid: Grid, block: number): number {
  const { side, energy, blocks } = grid;
  const by = Math.floor(block / blocks);
  const start = by * BLOCK * side + (block - by * blocks) * BLOCK;
  let best = start;
  let least = energy[start];
  for (let y = 0; y < BLOCK; y++) {
    const row = start + y * side;
    for (let i = row; i < row + BLOCK; i++) {
      if (energy[i] < least) {
        least = energy[i];
        best = i;
      }
    }
  }
  return best;
}

/** Sets every bound to the truth. */
function settle(grid: Grid): void {
  const { bounds, leaves, energy } = grid;
  for (let block = 0; block < leaves; block++) bounds[leaves + block] = energy[leastOf(grid, block)];
  for (let node = leaves - 1; node >= 1; node--) bounds[node] = Math.min(bounds[2 * node], bounds[2 * node + 1]);
}

/** The cell of least energy. */
function emptiest(grid: Grid): number {
  const { bounds, leaves, energy } = grid;
  for (;;) {
    const least = bounds[1];
    let node = 1;
    while (node < leaves) node = bounds[2 * node] === least ? 2 * node : 2 * node + 1;
    const cell = leastOf(grid, node - leaves);
    if (energy[cell] === least) return cell;
    bounds[node] = energy[cell];
    for (node >>= 1; node >= 1; node >>= 1) {
      const lesser = Math.min(bounds[2 * node], bounds[2 * node + 1]);
      if (bounds[node] === lesser) break;
      bounds[node] = lesser;
    }
  }
}

/** Adds the energy of one dot: (1 - d^2 / reach^2)^8, d measured on the surface by the metric at the dot. */
function raise(chart: Chart, grid: Grid, u: number, v: number, reach: number): void {
  const { side, energy } = grid;
  const step = (2 * chart.reach) / side;
  const { e, f, g } = chart.metric(u, v);
  const scale = (step * step) / (reach * reach);
  const a = e * scale;
  const b = f * scale;
  const c = g * scale;
  const det = a * c - b * b;
  const x0 = (u + chart.reach) / step - 0.5;
  const y0 = (v + chart.reach) / step - 0.5;
  const tall = Math.sqrt(a / det);
  const top = Math.max(0, Math.ceil(y0 - tall));
  const bottom = Math.min(side - 1, Math.floor(y0 + tall));
  for (let y = top; y <= bottom; y++) {
    const dy = y - y0;
    const room = a - det * dy * dy;
    if (room <= 0) continue;
    const half = Math.sqrt(room) / a;
    const middle = x0 - (b * dy) / a;
    const left = Math.max(0, Math.ceil(middle - half));
    const right = Math.min(side - 1, Math.floor(middle + half));
    const row = y * side;
    const cy = c * dy * dy;
    for (let x = left; x <= right; x++) {
      const dx = x - x0;
      const t = 1 - (dx * (a * dx + 2 * b * dy) + cy);
      const t2 = t * t;
      const t4 = t2 * t2;
      energy[row + x] += t4 * t4;
    }
  }
}
