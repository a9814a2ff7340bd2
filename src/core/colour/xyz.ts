/* Light and CIE XYZ, 2 degree observer: the matrix of sRGB's primaries under D65 (IEC 61966-2-1, to double precision as
   in CSS Color 4) and its inverse. */

import type { Light } from "./linear.ts";

/** CIE tristimulus values; white has y = 1. */
export type Xyz = { readonly x: number; readonly y: number; readonly z: number };

/** D65, as white light makes it through the matrix. */
export const WHITE: Xyz = { x: 0.9504559270516716, y: 1, z: 1.0890577507598784 };

/** CIE XYZ of light, 1 each for white, whose y is 1 too. */
export const xyzOf = ([r, g, b]: Light): Xyz => ({
  x: 0.41239079926595934 * r + 0.357584339383878 * g + 0.1804807884018343 * b,
  y: 0.21263900587151027 * r + 0.715168678767756 * g + 0.07219231536073371 * b,
  z: 0.01933081871559182 * r + 0.11919477979462598 * g + 0.9505321522496607 * b,
});

/** The way back; colours outside sRGB have channels under 0 or over 1. */
export const lightOfXyz = ({ x, y, z }: Xyz): Light => [
  3.2409699419045226 * x - 1.537383177570094 * y - 0.4986107602930034 * z,
  -0.9692436362808796 * x + 1.8759675015077202 * y + 0.04155505740717559 * z,
  0.05563007969699366 * x - 0.20397695888897652 * y + 1.0569715142428786 * z,
];
