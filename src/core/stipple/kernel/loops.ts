/* The inner loops by name, and the memory they run over. */

import type { Memory } from "./memory.ts";

/** What the loops do stands in plain.ts. Every number that is not a count or a coefficient is a byte offset into the memory. */
export type Loops = {
  fill(energy: number, blocks: number, wall: number, mask: number, seed: number): void;
  raise(energy: number, blocks: number, x8: number, y8: number, a: number, b: number, c: number): void;
  settle(energy: number, bounds: number, blocks: number): void;
  emptiest(energy: number, bounds: number, blocks: number): number;
  bake(
    marks: number,
    count: number,
    factor: number,
    shiftX: number,
    shiftY: number,
    width: number,
    height: number,
    profile: number,
    classes: number,
    steps: number,
    scratch: number,
    stamps: number,
    out: number,
    end: number,
    blur2: number,
  ): number;
  sift(
    list: number,
    count: number,
    wanted: number,
    shown: number,
    stampOf: number,
    come: number,
    go: number,
    raw: number,
    counts: number,
  ): void;
  splat(
    list: number,
    count: number,
    stampOf: number,
    plane: number,
    stride: number,
    dirty: number,
    across: number,
    away: number,
  ): void;
  tone(
    plane: number,
    stride: number,
    high: number,
    dirty: number,
    across: number,
    source: number,
    picture: number,
    passing: number,
    deepest: number,
    toe: number,
    bounds: number,
  ): void;
};

export type Kernel = { readonly memory: Memory; readonly loops: Loops };
