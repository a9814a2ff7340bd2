/* Between two values, and within two. */

/**
 * The value, or the bound that it lies beyond, all three in one unit; `least` where the bounds are the wrong way round.
 */
export const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** From 0 at t = 0 to 1 at t = 1, level at both ends; t of 0..1. */
export const smoothstep = (t: number): number => t * t * (3 - 2 * t);
