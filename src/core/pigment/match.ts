/* How treated skin looks from afar. */

import { type Rgb, lightOfRgb, rgbOfLight } from "../colour/linear.ts";
import { PI } from "../geometry/exact.ts";
import type { DotsPerCm2 } from "../units.ts";
import { lightTaken } from "../stipple/stipple.ts";
import { type Dot, underSkin } from "./dot.ts";
import type { Edition } from "./edition.ts";
import { type Shade, depthOfShade } from "./shades.ts";
import { type Undertone, pigmentAbsorbance } from "./undertone.ts";

/** What decides the colour of healed work from afar. */
export type Work = {
  readonly density: DotsPerCm2;
  readonly dot: Dot;
  readonly undertone: Undertone;
  readonly edition: Edition;
};

/**
 * sRGB 0..255 of skin with healed dots of a shade side by side on it (SOURCES dot-6), the light between them as it was.
 */
export function treatedSkin(skin: Rgb, shade: Shade, { density, dot, undertone, edition }: Work): Rgb {
  const depth = depthOfShade(shade, edition) * dot.strength;
  const absorbance = pigmentAbsorbance(undertone, 0, edition);
  const { wider, denser, soft } = underSkin(dot);
  const radius = (wider * dot.diameter) / 2;
  const coverage = Math.min(1, (density / 100) * PI * radius * radius);
  const [red, green, blue] = lightOfRgb(skin);
  const passing = (channel: 0 | 1 | 2): number =>
    1 - coverage * lightTaken(denser * depth * absorbance[channel], radius / soft);
  return rgbOfLight([red * passing(0), green * passing(1), blue * passing(2)]);
}
