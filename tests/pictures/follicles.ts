/* The follicles of a seed, grown once for all the pictures of a test run's worker: growing them takes longer than most pictures do. */

import { type Follicles, createFollicles } from "../../src/core/plan/crop.ts";

const grown = new Map<number, Follicles>();

export function folliclesOf(seed: number): Follicles {
  const follicles = grown.get(seed) ?? createFollicles(seed);
  grown.set(seed, follicles);
  return follicles;
}
