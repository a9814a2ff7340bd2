/* How much the dots of one plan differ (SOURCES dot-2): a dot's size and strength by two chances of its own. */

import { exp, ln } from "../geometry/exact.ts";
import type { Edition } from "./edition.ts";

/** Each chance is one of so many, evenly. */
export const CHANCES = 65_536;
/** Strengths that are told apart in edition 3. */
const STRENGTHS = 256;

export type Variation = {
  /** Times the diameter of the dot with this chance, a whole number from 0 to CHANCES less 1. */
  readonly size: (chance: number) => number;
  /** Times its optical depth; 1 in the mean of all. */
  readonly strength: (chance: number) => number;
};

/** Dots vary in size by so much to either side, evenly. */
const SIZES: Readonly<Record<Edition, number>> = { 1: 0.15, 2: 0.15, 3: 0.25 };
/** Editions 1 and 2: in strength too. */
const EVEN_STRENGTHS = 0.2;
/** Edition 3: standard deviation of the strength's logarithm, with its tail to the dark side. */
const LOG_STRENGTHS = 0.5;

/** `times`: a factor on how much dots vary, 0 upwards. */
export function variationOf(times: number, edition: Edition): Variation {
  const size = evenly(SIZES[edition] * times);
  if (edition < 3) return { size, strength: evenly(EVEN_STRENGTHS * times) };
  const raw = Float64Array.from({ length: STRENGTHS }, (_, k) =>
    exp(LOG_STRENGTHS * times * normalQuantile((k + 0.5) / STRENGTHS)),
  );
  const mean = raw.reduce((sum, each) => sum + each, 0) / STRENGTHS;
  return { size, strength: (chance) => raw[Math.floor((chance * STRENGTHS) / CHANCES)] / mean };
}

const evenly =
  (by: number) =>
  (chance: number): number =>
    1 + by * (chance / (CHANCES / 2) - 1);

/** The standard normal's quantile, 0 < share < 1, to 5e-4 (Abramowitz and Stegun 26.2.23). */
function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * ln(tail));
  const above = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return share < 0.5 ? -above : above;
}
