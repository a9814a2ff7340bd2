/* CIELAB under D65 (CIE 15) from sRGB, and the individual typology angle that names a skin's lightness (domain.md 3.1). */

import { atan2, pow } from "../geometry/exact.ts";
import { toLight } from "./linear.ts";

export type Lab = { readonly l: number; readonly a: number; readonly b: number };

/** CIELAB of sRGB 0..255; white is (100, 0, 0). */
export function labOf([red, green, blue]: readonly [number, number, number]): Lab {
  const r = toLight(red / 255);
  const g = toLight(green / 255);
  const b = toLight(blue / 255);
  const root = (t: number): number => (t > 216 / 24389 ? pow(t, 1 / 3) : (t * (24389 / 27) + 16) / 116);
  const x = root((0.4123908 * r + 0.3575843 * g + 0.1804808 * b) / 0.9504559);
  const y = root(0.212639 * r + 0.7151687 * g + 0.0721923 * b);
  const z = root((0.0193308 * r + 0.1191948 * g + 0.9505322 * b) / 1.0890578);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** Individual typology angle, degrees: over 55 very light, under -30 dark. */
export const typologyAngle = ({ l, b }: Lab): number => atan2(l - 50, b);
