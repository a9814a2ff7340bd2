/* How a dot of a shade looks on a skin, as a CSS colour: the light that passes the pigment (Beer and Lambert), in linear light. */

import { PRESENT } from "../../core/pigment/edition.ts";
import { type Shade, depthOfShade } from "../../core/pigment/shades.ts";
import { type Undertone, pigmentAbsorbance } from "../../core/pigment/undertone.ts";

export type Rgb = readonly [number, number, number];

/** Shown until skin has been read: a middle skin, sRGB 0..255. */
export const usualSkin: Rgb = [201, 164, 138];

/** IEC 61966-2-1. */
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const fromLinear = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

export const css = (rgb: Rgb): string => `rgb(${rgb.map((v) => Math.round(v)).join(" ")})`;

export function dotColour(skin: Rgb, shade: Shade, undertone: Undertone = "neutral"): Rgb {
  const depth = depthOfShade(shade, PRESENT);
  const absorbance = pigmentAbsorbance(undertone, 0, PRESENT);
  const through = (v: number, channel: number): number =>
    255 * fromLinear(toLinear(v / 255) * Math.exp(-depth * absorbance[channel]));
  return [through(skin[0], 0), through(skin[1], 1), through(skin[2], 2)];
}
