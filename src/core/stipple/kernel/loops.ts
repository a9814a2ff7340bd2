/* The inner loops by name, and the memory they run over. */

import type { Memory } from "./memory.ts";

/**
 * What the loops do stands in plain/. Every number that is not a count or a coefficient is a byte offset into the
 * memory; `job`: that of a record, see jobs.ts.
 */
export type Loops = {
  fill(energy: number, blocks: number, outside: number, mask: number, seed: number): void;
  raise(energy: number, blocks: number, x8: number, y8: number, a: number, b: number, c: number): void;
  buildBounds(energy: number, bounds: number, blocks: number): void;
  emptiest(energy: number, bounds: number, blocks: number): number;
  ink(job: number): number;
  bake(job: number): number;
  compare(job: number, list: number, count: number): void;
  splat(job: number, list: number, count: number, away: 0 | 1): void;
  soak(job: number, list: number, count: number, away: 0 | 1): void;
  differ(job: number, least: number): 0 | 1;
  tint(job: number): void;
  compose(job: number): void;
};

export type Kernel = { readonly memory: Memory; readonly loops: Loops };
