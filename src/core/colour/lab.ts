/* CIELAB under D65 (CIE 15), from sRGB and from light, and back. */

import { pow } from "../geometry/exact.ts";
import { type Light, type Rgb, lightOfRgb } from "./linear.ts";
import { WHITE, lightOfXyz, xyzOf } from "./xyz.ts";

export type Lab = { readonly l: number; readonly a: number; readonly b: number };

const root = (t: number): number => (t > 216 / 24389 ? pow(t, 1 / 3) : (t * (24389 / 27) + 16) / 116);
const cube = (f: number): number => (f > 6 / 29 ? f * f * f : ((116 * f - 16) * 27) / 24389);

/** CIELAB of light, 1 each for white, which is (100, 0, 0); light under 0 gives lightness under 0. */
export function labOfLight(light: Light): Lab {
  const xyz = xyzOf(light);
  const [x, y, z] = [root(xyz.x / WHITE.x), root(xyz.y), root(xyz.z / WHITE.z)];
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** Light of CIELAB; colours outside sRGB have channels under 0 or over 1. */
export function lightOfLab({ l, a, b }: Lab): Light {
  const y = (l + 16) / 116;
  return lightOfXyz({ x: WHITE.x * cube(y + a / 500), y: cube(y), z: WHITE.z * cube(y - b / 200) });
}

/** CIELAB of sRGB 0..255. */
export const labOf = (rgb: Rgb): Lab => labOfLight(lightOfRgb(rgb));
