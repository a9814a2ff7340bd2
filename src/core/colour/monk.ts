/* The Monk Skin Tone scale (Ellis Monk and Google, CC BY 4.0; SOURCES skin-2): ten swatches to name a skin by. They are
   labels: the palest and the darkest lie beyond measured skin. */

import type { Degrees } from "../units.ts";
import { labOf } from "./lab.ts";
import type { Rgb } from "./linear.ts";
import { typologyAngle } from "./typology.ts";

/** From 1 to 10. */
export const monkSwatches: readonly Rgb[] = [
  [0xf6, 0xed, 0xe4],
  [0xf3, 0xe7, 0xdb],
  [0xf7, 0xea, 0xd0],
  [0xea, 0xda, 0xba],
  [0xd7, 0xbd, 0x96],
  [0xa0, 0x7e, 0x56],
  [0x82, 0x5c, 0x43],
  [0x60, 0x41, 0x34],
  [0x3a, 0x31, 0x2a],
  [0x29, 0x24, 0x20],
];

const angles = monkSwatches.map((rgb) => typologyAngle(labOf(rgb)));

/**
 * The tone, 1..10, whose swatch has the nearest typology angle. Not the nearest colour: every swatch is paler or less
 * red than skin of its lightness, so that a colour difference weighs their redness more than the tone they stand for,
 * and calls all but dark skin 6.
 */
export function monkTone(angle: Degrees): number {
  const away = angles.map((other) => Math.abs(other - angle));
  return away.indexOf(Math.min(...away)) + 1;
}
