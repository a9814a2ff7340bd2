/* A colour whatever its brightness. In logarithms a lamp's colour and
   a surface's add up, and so do the layers of skin. */

import { ln } from "../geometry/exact.ts";
import { type Light, toLight } from "./linear.ts";

/** Natural logarithms of red against green and of blue against green; grey has 0 and 0. */
export type Chroma = { readonly red: number; readonly blue: number };

/** Colour of light whose channels are all over 0. */
export const chromaOf = ([red, green, blue]: Light): Chroma => ({ red: ln(red / green), blue: ln(blue / green) });

/** How far two colours are apart, in natural logarithms: 0.1 is a tenth more red, or blue, against green. */
export const chromaApart = (a: Chroma, b: Chroma): number => {
  const [red, blue] = [a.red - b.red, a.blue - b.blue];
  return Math.sqrt(red * red + blue * blue);
};

/** Natural logarithm of the light of each sRGB code; code 0 has none and stands as code 1. */
export const LOG_LIGHT: Float64Array = Float64Array.from({ length: 256 }, (_, v) => ln(toLight(Math.max(1, v) / 255)));

/** Luminance of light, 0..1, 1 for white (IEC 61966-2-1). */
export const luminance = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
