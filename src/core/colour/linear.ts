/* sRGB and light: IEC 61966-2-1. Tables of whole numbers, so that a round trip is exact and every machine agrees. */

import { pow } from "../geometry/exact.ts";

/** Red, green and blue as sRGB codes 0..255; and as light, 1 each for white. */
export type Rgb = readonly [red: number, green: number, blue: number];
export type Light = readonly [red: number, green: number, blue: number];

/** Light of an sRGB share 0..1, 0..1. */
export const toLight = (v: number): number => (v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
/** sRGB share 0..1 of light 0..1. */
export const fromLight = (l: number): number => (l <= 0.0031308 ? l * 12.92 : 1.055 * pow(l, 1 / 2.4) - 0.055);

/** Light, 0..1 each, of sRGB codes 0..255; codes may be fractions. */
export const lightOfRgb = ([red, green, blue]: Rgb): Light => [
  toLight(red / 255),
  toLight(green / 255),
  toLight(blue / 255),
];
/** sRGB codes of light as it is, unrounded: 0..255 for light of 0..1; what lies outside of sRGB stays outside. */
export const rgbOfLight = ([red, green, blue]: Light): Rgb => [
  255 * fromLight(red),
  255 * fromLight(green),
  255 * fromLight(blue),
];

/** Light of sRGB 0..255 in 1/65535. */
export const LIGHT: Uint16Array = Uint16Array.from({ length: 256 }, (_, v) => Math.round(toLight(v / 255) * 65535));

/**
 * sRGB 0..255 nearest to light in 1/65535: halfway between two codes
 * in light's own root, as rounding the sRGB value would.
 */
export const CODE: Uint8Array = (() => {
  const codes = new Uint8Array(65536);
  let v = 0;
  let next = toLight(0.5 / 255) * 65535;
  for (let light = 0; light < 65536; light++) {
    while (v < 255 && light >= next) {
      v++;
      next = toLight((v + 0.5) / 255) * 65535;
    }
    codes[light] = v;
  }
  return codes;
})();
