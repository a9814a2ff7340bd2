/* The inner loops in plain TypeScript: what each does is said here, and its twin in source/kernel.ts does the same to the last bit. Energies are
   whole numbers, so that the order of adding cannot matter; real numbers see only correctly rounded operations. */

import type { Kernel, Loops } from "./loops.ts";
import { type Memory, type Views, createMemory } from "./memory.ts";

export function plainKernel(): Kernel {
  let buffer = new ArrayBuffer(1 << 16);
  const enlarged = (bytes: number): ArrayBuffer => {
    if (bytes > buffer.byteLength) {
      const larger = new ArrayBuffer(Math.ceil(Math.max(bytes, buffer.byteLength * 1.25) / 16) * 16);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    }
    return buffer;
  };
  const memory = createMemory(buffer, enlarged);
  return { memory, loops: loopsOver(memory) };
}

function loopsOver(memory: Memory): Loops {
  return {
    /**
     * Sets each cell to a whisper of noise, `mask` at most, but for walls, which stay walls. A grid is blocks of 8 x 8 cells, row by row of blocks and
     * within them row by row of cells, so that what lies near lies near in memory.
     */
    fill(energy, blocks, wall, mask, seed) {
      const { i32 } = memory.views;
      const e = energy >> 2;
      for (let i = 0; i < 64 * blocks * blocks; i++) {
        if (i32[e + i] >= wall) {
          i32[e + i] = wall;
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
     * Adds one dot's energy, 2^24 (1 - q)^8 in whole steps with q = a dx^2 + 2 b dx dy + c dy^2, to the cells where q < 1. The dot stands
     * at (x8/8, y8/8) cells; a, b, c: its metric per cell over the reach squared.
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

    /** Sets every bound of the tournament to the truth: leaves are the least energies of blocks of 8 x 8 cells, inner nodes the lesser of two. */
    settle(energy, bounds, blocks) {
      const { i32 } = memory.views;
      const leaves = blocks * blocks;
      const b = bounds >> 2;
      for (let block = 0; block < leaves; block++) {
        i32[b + leaves + block] = leastOf(i32, (energy >> 2) + 64 * block);
      }
      for (let node = leaves - 1; node >= 1; node--) i32[b + node] = Math.min(i32[b + 2 * node], i32[b + 2 * node + 1]);
    },

    /**
     * The place in memory, in cells, of the cell of least energy. Energies only grow, so an old bound is a lower bound: only the block that wins is looked at
     * again, until its bound is true.
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

    /**
     * Bakes marks into stamps. A mark is seven numbers: place x, y in pixels, the form xx, xy, yy that its outline takes (px^2 per mm^2), radius in mm, depth. It is seen
     * `factor` times as large, moved by the shift. A stamp: its first column and row in the plane, how many rows, eights to a row; then depths. All a mark's ink, depth x area, is in
     * its stamp to half a unit, unless the picture's edge cuts it. `stamps`: where each stamp begins, 0 for none. Gives the end of what was written, or
     * -1 - i when the stamp of mark i finds no room before `end`.
     */
    bake(
      marks,
      count,
      factor,
      shiftX,
      shiftY,
      width,
      height,
      profile,
      classes,
      steps,
      scratch,
      stamps,
      out,
      end,
      blur2,
    ) {
      const { f64, i32, u16 } = memory.views;
      const factor2 = factor * factor;
      for (let i = 0; i < count; i++) {
        const m = (marks >> 3) + 7 * i;
        const mx = f64[m] * factor - shiftX;
        const my = f64[m + 1] * factor - shiftY;
        const r2 = f64[m + 5] * f64[m + 5] * 0.25;
        const fxx = f64[m + 2] * factor2;
        const fxy = f64[m + 3] * factor2;
        const fyy = f64[m + 4] * factor2;
        i32[(stamps >> 2) + i] = 0;
        const skin2 = fxx * fyy - fxy * fxy;
        if (!(skin2 > 0)) continue;
        // Covariance of the softened ellipse: a quarter of the radius squared for the disc, and the blur.
        const xx = r2 * fxx + blur2;
        const xy = r2 * fxy;
        const yy = r2 * fyy + blur2;
        const det = xx * yy - xy * xy;
        const area = 4 * r2 * Math.sqrt(skin2);
        const ink = f64[m + 6] * 3216.990877275948;
        // As a disc of the same area: its radius in blurs picks the profile's row.
        const row = Math.min(classes - 1, Math.floor(Math.sqrt(area / blur2) * 4 + 0.5));
        const table = (profile >> 1) + row * (steps + 1);
        const rho = row * 0.25;
        const scale = rho * rho * 0.25 + 1;
        const limit = (rho + 3.2) * (rho + 3.2);
        const perStep = steps / limit;
        const a = Math.fround((yy / det) * scale * perStep);
        const b = Math.fround((-xy / det) * scale * perStep * 2);
        const c = Math.fround((xx / det) * scale * perStep);
        const cx = mx - 0.5;
        const cy = my - 0.5;
        const tall = Math.sqrt((limit * yy) / scale);
        const broad = Math.sqrt((limit * xx) / scale);
        const top = Math.ceil(cy - tall);
        const bottom = Math.floor(cy + tall);
        const left = Math.ceil(cx - broad);
        const right = Math.floor(cx + broad);
        if (bottom < 0 || top >= height || right < 0 || left >= width) continue;
        const rows = bottom - top + 1;
        const wide = right - left + 1;
        const eights = (wide + 7) >> 3;
        if (rows * eights > 8192) continue;
        const total = profiled(
          memory.views,
          scratch,
          rows,
          wide,
          8 * eights,
          left - cx,
          top - cy,
          a,
          b,
          c,
          table,
          steps,
        );
        if (total === 0) continue;
        const share = Math.floor((ink * area * UNIT) / total + 0.5);
        const firstRow = Math.max(0, top);
        const lastRow = Math.min(height - 1, bottom);
        // Of the baked columns, those that fall into the plane.
        const from = Math.max(0, -left);
        const to = Math.min(wide, width - left);
        const kept = (to - from + 7) >> 3;
        const size = 16 + (lastRow - firstRow + 1) * kept * 16;
        if (out + size > end) return -1 - i;
        const firstCol = left + from;
        i32[(stamps >> 2) + i] = out;
        i32.set([firstCol, firstRow, lastRow - firstRow + 1, kept], out >> 2);
        u16.fill(0, (out >> 1) + 8, (out + size) >> 1);
        // What a pixel rounds off is the next one's, so that the whole is right to half a unit.
        let carry = UNIT / 2;
        for (let y = top, s = scratch >> 1; y <= bottom; y++, s += 8 * eights) {
          const line = (out >> 1) + 8 + (y - firstRow) * kept * 8;
          for (let k = 0; k < wide; k++) {
            carry += u16[s + k] * share;
            const given = Math.floor(carry / UNIT);
            if (y >= firstRow && y <= lastRow && k >= from && k < to) u16[line + k - from] = given;
            carry -= given * UNIT;
          }
        }
        out += size;
      }
      return out;
    },

    /**
     * Of the marks before `count`, or of the `count` listed where there is a list, notes in `shown` which are wanted, and lists those that come, those that go, and of those that come
     * the ones without a stamp yet. `counts`: how many of each.
     */
    sift(list, count, wanted, shown, stampOf, come, go, raw, counts) {
      const { i32, u8 } = memory.views;
      let [comes, goes, raws] = [0, 0, 0];
      for (let k = 0; k < count; k++) {
        const i = list ? i32[(list >> 2) + k] : k;
        if (u8[wanted + i] === u8[shown + i]) continue;
        u8[shown + i] = u8[wanted + i];
        if (u8[wanted + i] === 0) {
          i32[(go >> 2) + goes++] = i;
          continue;
        }
        i32[(come >> 2) + comes++] = i;
        if (i32[(stampOf >> 2) + i] < 0) i32[(raw >> 2) + raws++] = i;
      }
      i32.set([comes, goes, raws], counts >> 2);
    },

    /** Adds the listed marks' stamps to the plane, or takes them `away`, and marks the blocks of 16 x 4 pixels that they touch: 1 for changed, 2 for inked. Depths wrap at 64. */
    splat(list, count, stampOf, plane, stride, dirty, across, away) {
      const { i32, u16, u8 } = memory.views;
      const sign = away ? -1 : 1;
      for (let k = 0; k < count; k++) {
        const stamp = i32[(stampOf >> 2) + i32[(list >> 2) + k]];
        if (stamp === 0) continue;
        const [x0, y0, rows, eights] = i32.subarray(stamp >> 2, (stamp >> 2) + 4);
        const wide = 8 * eights;
        let s = (stamp >> 1) + 8;
        for (let y = 0, p = (plane >> 1) + y0 * stride + x0; y < rows; y++, p += stride) {
          for (let x = 0; x < wide; x++, s++) u16[p + x] += sign * u16[s];
        }
        for (let by = y0 >> 2; by <= (y0 + rows - 1) >> 2; by++) {
          for (let bx = x0 >> 4; bx <= (x0 + wide - 1) >> 4; bx++) u8[dirty + by * across + bx] = 3;
        }
      }
    },

    /**
     * Composes the changed blocks of `source` into `picture`; they are changed no more. Above sRGB code 10 light is a power of 2.4 of the code and a constant, so what
     * passes a depth can be taken of that sum, here in 1/64: 898 is the constant, 866 half a code less. Darker results come from a table. `bounds` gets the
     * first and the last column and row of blocks that were changed.
     */
    tone(plane, stride, high, dirty, across, source, picture, passing, deepest, toe, bounds) {
      const { u8, u16, i32 } = memory.views;
      let [west, north, east, south] = [across, high, -1, -1];
      for (let block = 0; block < high * across; block++) {
        if ((u8[dirty + block] & 1) === 0) continue;
        u8[dirty + block] = 2;
        const by = Math.floor(block / across);
        const bx = block - by * across;
        [west, north, east, south] = [Math.min(west, bx), Math.min(north, by), Math.max(east, bx), by];
        for (let y = by * 4; y < by * 4 + 4; y++) {
          for (let x = bx * 16; x < bx * 16 + 16; x++) {
            const at = y * stride + x;
            const depth = Math.min(deepest, u16[(plane >> 1) + at]);
            for (let channel = 0; channel < 3; channel++) {
              const v = u8[source + 4 * at + channel];
              const through = u16[(passing >> 1) + 4 * depth + channel];
              const out = ((((64 * v + 898) * through + 16384) >> 15) - 866) >> 6;
              u8[picture + 4 * at + channel] =
                out >= 11 || through === 32767 ? out : u8[toe + (v << 8) + (through >> 7)];
            }
            u8[picture + 4 * at + 3] = u8[source + 4 * at + 3];
          }
        }
      }
      i32.set([west, north, east, south], bounds >> 2);
    },
  };
}

/** What a whole unit of depth is to the share that a pixel gets. */
const UNIT = 4294967296;

/** Writes the profile's values over a box of pixels, rows `pitch` apart, and gives their sum. (x0, y0): its first pixel from the centre. */
function profiled(
  { u16 }: Views,
  to: number,
  rows: number,
  wide: number,
  pitch: number,
  x0: number,
  y0: number,
  a: number,
  b: number,
  c: number,
  table: number,
  steps: number,
): number {
  // The twin goes by fours, each from the one before.
  const columns = new Float32Array(wide);
  for (let k = 0; k < wide; k++) columns[k] = k < 4 ? Math.fround(x0) + k : columns[k - 4] + 4;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const s = (to >> 1) + row * pitch;
    const dy = Math.fround(Math.fround(y0) + row);
    const by = Math.fround(b * dy);
    const cyy = Math.fround(Math.fround(c * dy) * dy);
    for (let k = 0; k < wide; k++) {
      const dx = columns[k];
      const q = Math.fround(Math.fround(Math.fround(Math.fround(a * dx) + by) * dx) + cyy);
      // Halves go to the even number.
      const n = Math.fround(Math.min(steps, q) + 8388608) - 8388608;
      u16[s + k] = u16[table + n];
      total += u16[s + k];
    }
  }
  return total;
}

function leastOf(i32: Int32Array, start: number): number {
  let least = i32[start];
  for (let i = start + 1; i < start + 64; i++) if (i32[i] < least) least = i32[i];
  return least;
}
