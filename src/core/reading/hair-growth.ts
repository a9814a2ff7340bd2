/* Where on a head hair grows, as far as any head tells. */

import { atan2 } from "../geometry/exact.ts";
import type { HairPlanes } from "./hair-planes.ts";

/**
 * Where hair ends below: forehead, sideburns, the arch over the ear, the nape. Degrees from in front, and mm of height
 * (SOURCES hair-1).
 */
const LOWER_AT = [0, 58, 66, 71, 75, 84, 88, 92, 101, 107, 113, 122, 150, 180];
const LOWER_END = [35, 26, 10, -14, -40, -44, -12, -1, -1, -14, -50, -76, -90, -92];
/** A fit may be wrong by so much, mm; and hair lies so much farther down before the ears, between such degrees. */
const LOOSE = 22;
const SIDEBURN = 12;
const BEFORE_EARS = [55, 95] as const;
/** What is taken off the odds on the forehead, up to so high above it, mm. */
const BROW = 2.5;
const BROW_HIGH = 45;
/** A forehead is no wider than so many degrees to a side. */
const BROW_WIDE = 38;

/** By pixel what place adds to the odds for hair; NaN where none grows. */
export function growsOn({ x, y, z, inside }: HairPlanes): Float32Array {
  const grows = new Float32Array(inside.length);
  for (let i = 0; i < grows.length; i++) {
    if (inside[i] === 0) continue;
    const degrees = Math.abs(atan2(x[i], z[i]));
    if (y[i] < lowerEnd(degrees) - loose(degrees)) grows[i] = Number.NaN;
    else if (degrees < BROW_WIDE && y[i] < BROW_HIGH) grows[i] = -BROW;
  }
  return grows;
}

const loose = (degrees: number): number =>
  LOOSE + (degrees > BEFORE_EARS[0] && degrees < BEFORE_EARS[1] ? SIDEBURN : 0);

function lowerEnd(degrees: number): number {
  let k = 0;
  while (k < LOWER_AT.length - 2 && degrees > LOWER_AT[k + 1]) k++;
  const t = Math.min(1, (degrees - LOWER_AT[k]) / (LOWER_AT[k + 1] - LOWER_AT[k]));
  return LOWER_END[k] + t * (LOWER_END[k + 1] - LOWER_END[k]);
}
