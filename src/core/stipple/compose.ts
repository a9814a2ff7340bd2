/* Pigment under skin, computed as light on the photo's own pixels: out = skin x exp(-depth x absorbance), channel by channel, in linear light.
   Where no depth lies, the pixel's bytes stay as they are. */

import { CODE, LIGHT } from "../colour/linear.ts";
import { exp } from "../geometry/exact.ts";
import { DEPTH_UNIT, type Plane } from "./plane.ts";

/** Depths beyond this let no light through that a byte could hold. */
const DEEPEST = 12 * DEPTH_UNIT;

/** Light that passes each depth, in 1/32768, for one channel of a given absorbance. */
function passing(absorbance: number): Uint16Array {
  return Uint16Array.from({ length: DEEPEST + 1 }, (_, depth) =>
    Math.round(32768 * exp((-absorbance * depth) / DEPTH_UNIT)),
  );
}

/**
 * Composes in place. `pixels`: RGBA bytes, sRGB, of the plane's size; `absorbance` at red, green, blue against the depth's own channel,
 * each 0..2.
 */
export function compose(pixels: Uint8ClampedArray, plane: Plane, absorbance: readonly [number, number, number]): void {
  const { depth } = plane;
  if (pixels.length !== depth.length * 4) {
    throw new RangeError(`pixels and plane differ: ${pixels.length / 4} against ${depth.length}`);
  }
  const [red, green, blue] = absorbance.map(passing);
  for (let i = 0, p = 0; i < depth.length; i++, p += 4) {
    const d = Math.min(depth[i], DEEPEST);
    if (d === 0) continue;
    pixels[p] = CODE[(LIGHT[pixels[p]] * red[d] + 16384) >>> 15];
    pixels[p + 1] = CODE[(LIGHT[pixels[p + 1]] * green[d] + 16384) >>> 15];
    pixels[p + 2] = CODE[(LIGHT[pixels[p + 2]] * blue[d] + 16384) >>> 15];
  }
}
