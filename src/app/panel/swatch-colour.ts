/* How a dot of a shade looks on a skin, as a CSS colour: the light that passes the pigment (Beer and Lambert). */

import { type Rgb, lightOfRgb, rgbOfLight } from "../../core/colour/linear.ts";
import { PRESENT } from "../../core/pigment/edition.ts";
import { type Shade, depthOfShade } from "../../core/pigment/shades.ts";
import { type Undertone, pigmentAbsorbance } from "../../core/pigment/undertone.ts";

/** Shown until skin has been read: a middle skin, sRGB 0..255. */
export const usualSkin: Rgb = [201, 164, 138];

export const css = (rgb: Rgb): string => `rgb(${rgb.map((v) => Math.round(v)).join(" ")})`;

export function dotColour(skin: Rgb, shade: Shade, undertone: Undertone = "neutral"): Rgb {
  const depth = depthOfShade(shade, PRESENT);
  const absorbance = pigmentAbsorbance(undertone, 0, PRESENT);
  const [red, green, blue] = lightOfRgb(skin);
  const passing = (channel: 0 | 1 | 2): number => Math.exp(-depth * absorbance[channel]);
  return rgbOfLight([red * passing(0), green * passing(1), blue * passing(2)]);
}
