/* How a single dot looks when it has healed: its size, its strength,
   how much dots differ; and what needle and depth make of them. */

import type { Millimetres } from "../units.ts";

export type Dot = {
  /** Apparent diameter, mm, 0.12..0.60 (SOURCES dot-1). */
  readonly diameter: Millimetres;
  /** Times the usual optical depth, 0.4..1.6. */
  readonly strength: number;
  /** Times the usual difference between dots, in size and in strength, 0..2. */
  readonly variation: number;
  /** How deep the needle went, mm, 0.2..1.5. */
  readonly needleDepth: Millimetres;
  /** How many times as long as wide it is along the growth of hair, where hair lies flat, 1..1.4 (SOURCES growth-5). */
  readonly along: number;
};

export const DOT = {
  diameter: { least: 0.12, most: 0.6 },
  strength: { least: 0.4, most: 1.6 },
  variation: { least: 0, most: 2 },
  needleDepth: { least: 0.2, most: 1.5 },
  along: { least: 1, most: 1.4 },
} as const;

/** Upper dermis: the needle's depth that work is planned with (SOURCES dot-4). */
export const RIGHT_DEPTH: Millimetres = 0.5;
/** Deeper than this lies beyond what protocols call for (SOURCES dot-4). */
export const TOO_DEEP: Millimetres = 0.8;

export const looks = ["fine", "natural", "bold"] as const;
export type Look = (typeof looks)[number];

/** Size, strength and variation together are one look. */
export const looksLike: Readonly<Record<Look, Omit<Dot, "needleDepth" | "along">>> = {
  fine: { diameter: 0.34, strength: 0.9, variation: 0.7 },
  natural: { diameter: 0.42, strength: 1, variation: 1 },
  bold: { diameter: 0.5, strength: 1.2, variation: 1.2 },
};

export const usualDot: Dot = { ...looksLike.natural, needleDepth: RIGHT_DEPTH, along: 1.15 };

/**
 * Needles as they are sold: groupings and diameters (SOURCES dot-3), and the healed dot that each is shown with. That a
 * larger needle leaves a larger dot is sure, how much larger is not: level L, illustration.
 */
export const needles = [
  { name: "1RL 0.18", leaves: 0.28 },
  { name: "1RL 0.25", leaves: 0.33 },
  { name: "3RL 0.20", leaves: 0.38 },
  { name: "3RL 0.25", leaves: 0.44 },
  { name: "3RL 0.30", leaves: 0.5 },
] as const;

/**
 * Spread of light and pigment for each millimetre deeper than right,
 * mm of diameter, added in squares (SOURCES dot-5; level L).
 */
const SPREAD_PER_MM = 0.7;
/**
 * How soft light scattered in skin makes a dot's edge, mm of standard deviation for each millimetre that it lies deep:
 * it spreads by 0.2 to 0.3 mm (SOURCES dot-5; level L).
 */
const SOFT_PER_MM = 0.12;
/** From the right depth to this much deeper the dot turns wholly cold, mm. */
const COLD_BY: Millimetres = 0.8;
/**
 * A shallow needle leaves less: of what lies above this depth part is
 * shed with the epidermis, 0.06 to 0.12 mm thick (SOURCES dot-7).
 */
const KEPT_FROM: Millimetres = 0.4;

/**
 * What the needle's depth does to a dot: times its diameter, times its optical depth, how soft its edge is, mm, and how
 * cold it looks, 0..1. The ink stays the same but for what is shed.
 */
export function underSkin({ diameter, needleDepth }: Dot): {
  readonly wider: number;
  readonly denser: number;
  readonly soft: Millimetres;
  readonly cold: number;
} {
  const deeper = Math.max(0, needleDepth - RIGHT_DEPTH);
  const spread = SPREAD_PER_MM * deeper;
  const area = 1 + (spread * spread) / (diameter * diameter);
  const kept = Math.min(1, 0.4 + (0.6 * needleDepth) / KEPT_FROM);
  return {
    wider: Math.sqrt(area),
    denser: kept / area,
    soft: SOFT_PER_MM * needleDepth,
    cold: Math.min(1, deeper / COLD_BY),
  };
}
