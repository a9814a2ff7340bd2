/* How treated skin looks from afar. */

import { type Rgb, lightOfRgb, rgbOfLight } from "../colour/linear.ts";
import { PI } from "../geometry/exact.ts";
import type { DotsPerCm2 } from "../units.ts";
import { LIFT, lightTaken, throughGround } from "../stipple/stipple.ts";
import { type Dot, underSkin } from "./dot.ts";
import type { Edition } from "./edition.ts";
import { groundTone } from "./ground.ts";
import { type Shade, depthOfShade } from "./shades.ts";
import { type Undertone, pigmentAbsorbance } from "./undertone.ts";
import { CHANCES, variationOf } from "./variation.ts";

/** What decides the colour of healed work from afar. */
export type Work = {
  readonly density: DotsPerCm2;
  readonly dot: Dot;
  readonly undertone: Undertone;
  readonly edition: Edition;
};

/**
 * sRGB 0..255 of skin with healed dots of a shade side by side on it (SOURCES dot-6), and from edition 3 on with the
 * ground tone between them.
 */
export function treatedSkin(skin: Rgb, shade: Shade, { density, dot, undertone, edition }: Work): Rgb {
  const { wider, denser, soft, cold } = underSkin(dot);
  const depth = denser * depthOfShade(shade, edition) * dot.strength;
  const [red, green, blue] = pigmentAbsorbance(undertone, cold, edition);
  const absorbance = [depth * red, depth * green, depth * blue] as const;
  const each = dotsOf(dot, edition);
  const passing = (channel: 0 | 1 | 2): number => {
    const taken = each.reduce((sum, { size, strength, part }) => {
      const radius = (size * wider * dot.diameter) / 2;
      return sum + part * PI * radius * radius * lightTaken(strength * absorbance[channel], radius / soft);
    }, 0);
    return Math.max(0, 1 - (density / 100) * taken);
  };
  const bare = lightOfRgb(skin);
  const dotted = rgbOfLight([bare[0] * passing(0), bare[1] * passing(1), bare[2] * passing(2)]);
  const tone = groundTone(absorbance, undertone, cold, edition);
  if (!tone) return dotted;
  const ink = each.reduce((sum, { size, strength, part }) => sum + part * strength * size * size, 0);
  const usual = (wider * dot.diameter) / 2;
  const area = (density / 100) * PI * usual * usual;
  const [r, g, b] = throughGround(area * ink, tone, [dotted[0] + LIFT, dotted[1] + LIFT, dotted[2] + LIFT]);
  return [r - LIFT, g - LIFT, b - LIFT];
}

/** Dots of several sizes and strengths that stand for all of a plan, and what part of all each is. */
function dotsOf(
  { variation }: Dot,
  edition: Edition,
): readonly { readonly size: number; readonly strength: number; readonly part: number }[] {
  // Editions 1 and 2 vary so little that the usual dot stands for all.
  if (edition < 3) return [{ size: 1, strength: 1, part: 1 }];
  const { size, strength } = variationOf(variation, edition);
  const at = (k: number, of: number): number => Math.floor(((k + 0.5) / of) * CHANCES);
  return Array.from({ length: SIZES * STRENGTHS }, (_, k) => ({
    size: size(at(k % SIZES, SIZES)),
    strength: strength(at(Math.floor(k / SIZES), STRENGTHS)),
    part: 1 / (SIZES * STRENGTHS),
  }));
}
const SIZES = 3;
const STRENGTHS = 12;
