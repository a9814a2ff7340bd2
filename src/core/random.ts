/* Chance without chance: numbers that look random and are the same on every machine. Integer arithmetic only. */

/** Mixes two 32-bit integers into one, 0..2^32-1 (the finaliser of splitmix32, applied twice). */
export function hash2(a: number, b: number): number {
  let h = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) >>> 0;
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
    h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

/** hash2 as a fraction, 0 <= f < 1. */
export const fraction2 = (a: number, b: number): number => hash2(a, b) / 4294967296;
