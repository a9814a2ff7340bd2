/* How a healed dot looks on a skin, close to: what is left of the skin's light when it has passed the pigment (Beer and
   Lambert). */

import { type Rgb, lightOfRgb, rgbOfLight } from "../colour/linear.ts";
import { exp } from "../geometry/exact.ts";
import type { Edition } from "./edition.ts";
import { type Shade, depthOfShade } from "./shades.ts";
import { type Undertone, pigmentAbsorbance } from "./undertone.ts";

/** sRGB 0..255 of the middle of a dot of full strength in this shade; `skin` likewise. */
export function dotColour(
  skin: Rgb,
  shade: Shade,
  { undertone, edition }: { readonly undertone: Undertone; readonly edition: Edition },
): Rgb {
  const depth = depthOfShade(shade, edition);
  const absorbance = pigmentAbsorbance(undertone, 0, edition);
  const [red, green, blue] = lightOfRgb(skin);
  const passing = (channel: 0 | 1 | 2): number => exp(-depth * absorbance[channel]);
  return rgbOfLight([red * passing(0), green * passing(1), blue * passing(2)]);
}
