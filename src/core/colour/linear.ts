/* sRGB and light: IEC 61966-2-1. Tables of whole numbers, so that a round trip is exact and every machine agrees. */

import { pow } from "../geometry/exact.ts";

/** Light of an sRGB share 0..1, 0..1. */
export const toLight = (v: number): number => (v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
/** sRGB share 0..1 of light 0..1. */
export const fromLight = (l: number): number => (l <= 0.0031308 ? l * 12.92 : 1.055 * pow(l, 1 / 2.4) - 0.055);

/** Light of sRGB 0..255 in 1/65535. */
export const LIGHT: Uint16Array = Uint16Array.from({ length: 256 }, (_, v) => Math.round(toLight(v / 255) * 65535));

/** sRGB 0..255 nearest to light in 1/65535: halfway between two codes in light's own root, as rounding the sRGB value would. */
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
