/* How treated skin looks from afar, and the shade that matches the sides that the client shaves. */

import { labOf } from "../colour/lab.ts";
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

/** Sides that are darker than bare skin by less than this carry no stubble that could be matched, L*. */
const STUBBLE = 1.5;

/**
 * The shade of a ladder whose work comes nearest to the shaved sides in lightness (SOURCES pigment-3: existing stubble
 * is matched first); null where they show no stubble.
 */
export function shadeForSides(ladder: readonly Shade[], skin: Rgb, sides: Rgb, work: Work): Shade | null {
  const wanted = labOf(sides).l;
  if (labOf(skin).l - wanted < STUBBLE) return null;
  const off = (shade: Shade): number => Math.abs(labOf(treatedSkin(skin, shade, work)).l - wanted);
  return ladder.reduce<Shade | null>((best, shade) => (best === null || off(shade) < off(best) ? shade : best), null);
}
