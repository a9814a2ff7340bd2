/* What colour a pigment has under skin: how much of red, green and blue it takes, against red. Carbon reads as a
   neutral grey; seen through more skin red loses more than blue, and the dot turns cold (SOURCES pigment-4). All of
   level L: illustration. */

import type { Edition } from "./edition.ts";
import type { Absorbance } from "../stipple/stipple.ts";

export const undertones = ["warm", "neutral", "cool"] as const;
export type Undertone = (typeof undertones)[number];

/** `cold`: carbon under half a millimetre of skin, where the blue film is plain to see. */
type Triples = Readonly<Record<Undertone | "cold", Absorbance>>;

const triples: Readonly<Record<Edition, Triples>> = {
  1: {
    warm: [1, 0.97, 0.93],
    neutral: [1, 0.9, 0.82],
    cool: [1, 0.84, 0.73],
    cold: [1, 0.6, 0.42],
  },
  // Shaved sides take more of red than of green, and of green than of blue: -ln 0.3 : 0.12 : 0.06 on the temple of a
  // portrait. Neutral is what makes the middle of a dot of 1:20 on light skin (typology angle 50) a grey without hue.
  2: {
    warm: [1, 0.86, 0.75],
    neutral: [1, 0.7, 0.55],
    cool: [1, 0.58, 0.4],
    cold: [1, 0.46, 0.28],
  },
  // Real work takes of red what makes skin a grey with the ground tone between the dots (SOURCES ground-1).
  3: {
    warm: [1, 0.98, 0.95],
    neutral: [1, 0.88, 0.81],
    cool: [1, 0.77, 0.65],
    cold: [1, 0.7, 0.46],
  },
};

/**
 * Absorbance per unit of optical depth at red; `cold`, 0..1: 0 as the
 * pigment is by itself, 1 the blue of work that is old or too deep.
 */
export function pigmentAbsorbance(undertone: Undertone, cold: number, edition: Edition): Absorbance {
  const { [undertone]: own, cold: coldest } = triples[edition];
  const towards = (channel: 0 | 1 | 2): number => own[channel] + cold * (coldest[channel] - own[channel]);
  return [towards(0), towards(1), towards(2)];
}

/**
 * What reddens skin, against green: so that skin of ITA 38 grows redder by a* 6 and darker by L* 4 while b* stays
 * (SOURCES skin-5). Oxygenated blood has 0.02 : 1 : 0.84 (SOURCES skin-6).
 */
export const BLOOD: Absorbance = [0.106, 1, 0.783];
