/* Pigment under skin, computed as light on the photo's own pixels: out = skin x exp(-depth x absorbance), channel by
   channel, in linear light. sRGB is IEC 61966-2-1: above its toe light goes with ((code + LIFT) / (255 + LIFT))^2.4, so
   what is let through can be taken of the code itself. */

import { exp, ln } from "../geometry/exact.ts";

/** Units of a plane per optical depth 1. */
export const DEPTH_UNIT = 1024;
/** Depths beyond this let no light through that a byte could hold. */
export const DEEPEST = 12 * DEPTH_UNIT;

/** Absorbance at red, green and blue of what is laid down, per unit of its optical depth, each 0..4. */
export type Absorbance = readonly [red: number, green: number, blue: number];

/** What sRGB adds to a code, 0..255, before it takes its power of 2.4. */
export const LIFT = 14.025;

/**
 * For each depth what it lets through at red, green, blue and alpha, which is all: in 1/32767 of the code with its
 * lift.
 */
export function transmissionTable(absorbance: Absorbance): Int16Array {
  const table = new Int16Array(4 * (DEEPEST + 1));
  for (let channel = 0; channel < 4; channel++) {
    const rate = -(absorbance[channel] ?? 0) / (DEPTH_UNIT * 2.4);
    const step = exp(rate);
    let through = 32767;
    for (let depth = 0; depth <= DEEPEST; depth++) {
      // Anew now and then, so that the error of many products stays under that of one rounding.
      if (depth % 64 === 0) through = 32767 * exp(rate * depth);
      table[4 * depth + channel] = Math.floor(through + 0.5);
      through *= step;
    }
  }
  return table;
}

const lightOf = (code: number): number =>
  code <= 10 ? code / 255 / 12.92 : exp(2.4 * ln((code + LIFT) / (255 + LIFT)));

let toe: Uint8Array | undefined;

/** Results in the toe of sRGB, codes under 11: by source code (row) and factor / 128 (column). */
export function toeTable(): Uint8Array {
  if (toe) return toe;
  toe = new Uint8Array(65_536);
  const factors = Float64Array.from({ length: 256 }, (_, column) => exp(2.4 * ln((column + 0.5) / 256)));
  for (let code = 0; code < 256; code++) {
    const light = lightOf(code) * 12.92 * 255;
    for (let column = 0; column < 256; column++) toe[256 * code + column] = Math.min(10, light * factors[column] + 0.5);
  }
  return toe;
}
