/* The follicles of a seed, grown once for all the pictures of a test run's worker: growing them takes longer than most
   pictures do. */

import { type Follicles, createFollicles } from "../../src/core/picture/follicles.ts";
import { type HeadFollicles, createHeadFollicles } from "../../src/core/picture/head-follicles.ts";

const grown = new Map<number, Follicles>();

export function headFolliclesOf(seed: number): HeadFollicles {
  const follicles = grown.get(seed) ?? createFollicles(seed);
  grown.set(seed, follicles);
  return createHeadFollicles(seed, follicles);
}
