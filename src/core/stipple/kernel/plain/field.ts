/* Energies of the field, in which the next largest void is found. They are whole numbers, so that the order of
   adding cannot matter. A grid is blocks of 8 x 8 cells, row by row of blocks and within them row by row of cells,
   so that what lies near lies near in memory. */

import type { Loops } from "../loops.ts";
import type { Memory } from "../memory.ts";

export const fieldLoops = (memory: Memory): Pick<Loops, "fill" | "raise" | "buildBounds" | "emptiest"> => ({
  /** Sets each cell to a little noise, `mask` at most, but for those `outside`, which stay so. */
  fill(energy, blocks, outside, mask, seed) {
    const { i32 } = memory.views;
    const e = energy >> 2;
    for (let i = 0; i < 64 * blocks * blocks; i++) {
      if (i32[e + i] >= outside) {
        i32[e + i] = outside;
        continue;
      }
      let x = Math.imul(seed + i, 0x9e3779b1);
      x ^= x >>> 15;
      x = Math.imul(x, 0x85ebca77);
      x ^= x >>> 13;
      i32[e + i] = x & mask;
    }
  },

  /**
   * Adds one dot's energy, 2^24 (1 - q)^8 in whole steps with q = a dx^2 + 2 b dx dy + c dy^2, to the cells where
   * q < 1. The dot stands at (x8/8, y8/8) cells; a, b, c: its metric per cell over the reach squared.
   */
  raise(energy, blocks, x8, y8, a, b, c) {
    const { i32 } = memory.views;
    const side = 8 * blocks;
    const det = a * c - b * b;
    const x0 = x8 * 0.125;
    const y0 = y8 * 0.125;
    const tall = Math.sqrt(a / det);
    const top = Math.max(0, Math.ceil(y0 - tall));
    const bottom = Math.min(side - 1, Math.floor(y0 + tall));
    const ka = Math.floor(a * 262144 + 0.5);
    const kb = Math.floor(b * 524288 + 0.5);
    const kc = Math.floor(c * 262144 + 0.5);
    for (let y = top; y <= bottom; y++) {
      const dy = y - y0;
      const room = a - det * dy * dy;
      if (room <= 0) continue;
      const half = Math.sqrt(room) / a;
      const middle = x0 - (b * dy) / a;
      const left = Math.max(0, Math.ceil(middle - half));
      const right = Math.min(side - 1, Math.floor(middle + half));
      const ry = 8 * y - y8;
      const slope = kb * ry;
      const rx = 8 * left - x8;
      let q = (ka * rx + slope) * rx + kc * ry * ry;
      let step = 16 * ka * (rx + 4) + 8 * slope;
      const start = (energy >> 2) + 64 * blocks * (y >> 3) + 8 * (y & 7);
      for (let x = left; x <= right; x++) {
        let t = Math.max(0, 0xffffff - q) >> 9;
        t = Math.imul(t, t) >>> 15;
        t = Math.imul(t, t) >>> 15;
        i32[start + 64 * (x >> 3) + (x & 7)] += Math.imul(t, t) >>> 6;
        q += step;
        step += 128 * ka;
      }
    }
  },

  /**
   * Sets every bound of the tournament to the truth: leaves are the least energies of blocks of 8 x 8 cells, inner
   * nodes the lesser of two.
   */
  buildBounds(energy, bounds, blocks) {
    const { i32 } = memory.views;
    const leaves = blocks * blocks;
    const b = bounds >> 2;
    for (let block = 0; block < leaves; block++) i32[b + leaves + block] = leastOf(i32, (energy >> 2) + 64 * block);
    for (let node = leaves - 1; node >= 1; node--) i32[b + node] = Math.min(i32[b + 2 * node], i32[b + 2 * node + 1]);
  },

  /**
   * The place in memory, in cells, of the cell of least energy. Energies only grow, so an old bound is a lower bound:
   * only the block that wins is looked at again, until its bound is true.
   */
  emptiest(energy, bounds, blocks) {
    const { i32 } = memory.views;
    const leaves = blocks * blocks;
    const b = bounds >> 2;
    const e = energy >> 2;
    for (;;) {
      const least = i32[b + 1];
      let node = 1;
      while (node < leaves) node = i32[b + 2 * node] === least ? 2 * node : 2 * node + 1;
      const start = 64 * (node - leaves);
      const now = leastOf(i32, e + start);
      if (now === least) {
        for (let i = start; i < start + 64; i++) if (i32[e + i] === least) return i;
      }
      i32[b + node] = now;
      for (node >>= 1; node >= 1; node >>= 1) {
        const lesser = Math.min(i32[b + 2 * node], i32[b + 2 * node + 1]);
        if (i32[b + node] === lesser) break;
        i32[b + node] = lesser;
      }
    }
  },
});

function leastOf(i32: Int32Array, start: number): number {
  let least = i32[start];
  for (let i = start + 1; i < start + 64; i++) if (i32[i] < least) least = i32[i];
  return least;
}
