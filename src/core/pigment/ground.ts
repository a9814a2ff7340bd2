/* The ground tone that a plan's ink gives the skin between its dots (SOURCES ground-1). Level M: fitted to few photos.
 */

import { exp } from "../geometry/exact.ts";
import type { Absorbance, GroundTone } from "../stipple/stipple.ts";
import type { Millimetres } from "../units.ts";
import type { Edition } from "./edition.ts";
import type { Undertone } from "./undertone.ts";

/** How far a dot's tone reaches: a Gaussian's standard deviation; at half its height it is 1.3 mm wide. */
export const GROUND_REACH: Millimetres = 0.55;

/**
 * What a mean optical depth of 1 does where dots take all light: on all channels; and of red's and blue's distance from
 * green, with a neutral pigment. So that the usual plan follows the law of real work on skin of typology angle 38.
 */
const FULL = { green: 0.36, red: 1.9, blue: 0.82 } as const;

/**
 * What a pigment's undertone makes of the tone's hue: a warm one leaves skin its hue, a colder one makes it greyer.
 * Level L.
 */
const HUES: Readonly<Record<Undertone | "cold", number>> = { warm: 0, neutral: 1, cool: 1.35, cold: 1.7 };

/**
 * The ground tone of dots that take so much; `cold`, 0..1, as pigmentAbsorbance has it; null in editions 1 and 2, which
 * have none. It goes with the light that a dot takes, not with its ink: a dot that is black already takes no more.
 */
export function groundTone(
  absorbance: Absorbance,
  undertone: Undertone,
  cold: number,
  edition: Edition,
): GroundTone | null {
  if (edition < 3) return null;
  const taken = 1 - exp(-absorbance[1]);
  const hue = taken * (HUES[undertone] + cold * (HUES.cold - HUES[undertone]));
  return { green: FULL.green * taken, red: FULL.red * hue, blue: FULL.blue * hue };
}
