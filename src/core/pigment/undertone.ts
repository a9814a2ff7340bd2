/* What colour a pigment has under skin: how much of red, green and blue it takes, against red. Carbon reads as a neutral grey; seen through more skin red loses
   more than blue, and the dot turns cold (domain.md 3.6). All of level L: illustration. */

import type { Absorbance } from "../stipple/stipple.ts";

export const undertones = ["warm", "neutral", "cool"] as const;
export type Undertone = (typeof undertones)[number];

/** Tried on light skin: 1 : 1 : 1 reads brown, 1 : 0.9 : 0.82 grey, 1 : 0.75 : 0.6 greenish. */
const triples: Readonly<Record<Undertone, Absorbance>> = {
  warm: [1, 0.97, 0.93],
  neutral: [1, 0.9, 0.82],
  cool: [1, 0.84, 0.73],
};

/** Carbon under half a millimetre of skin, where the blue film is plain to see. */
const COLD: Absorbance = [1, 0.6, 0.42];

/** Absorbance per unit of optical depth at red; `cold`: 0 as the pigment is by itself, 1 the blue of work that is old or too deep. */
export function pigmentAbsorbance(undertone: Undertone, cold: number): Absorbance {
  const own = triples[undertone];
  const towards = (channel: 0 | 1 | 2): number => own[channel] + cold * (COLD[channel] - own[channel]);
  return [towards(0), towards(1), towards(2)];
}

/** What reddens skin, against green: so that skin of ITA 38 grows redder by a* 6 and darker by L* 4 while b* stays (domain.md 3.3). Oxygenated blood has 0.02 : 1 : 0.84. */
export const BLOOD: Absorbance = [0.106, 1, 0.783];
