/* The ground tone: what the ink of all dots together does to the skin between them. Light that goes into skin comes
   out a millimetre and more beside, red farthest, so that skin among dots is darker and greyer than skin (SOURCES
   ground-1). Told as mean optical depth of the ink about a place; here is what of the light that takes. */

import { exp } from "../geometry/exact.ts";
import type { Squares } from "./squares.ts";

/** How much of the ground tone a picture shows, in 1/128: more than all of it where ink is missing beyond a rim. */
export type GroundShare = Squares;

/** The ground tone of marks. */
export type Ground = {
  /** How far apart the nodes stand that ink is spread on, px: it is spread by a Gaussian's deviation of 0.7 of it. */
  readonly step: number;
  readonly share: GroundShare;
  /** Of each mark: its optical depth times its area, px^2; of use where the mark is. */
  readonly ink: Float64Array;
  /**
   * The nodes of all marks that are wanted, where they are known: see `spread`. Marks then come with their ink there.
   */
  readonly spread?: Int32Array;
};

/**
 * What a mean optical depth of 1 does: `green` is the optical depth that lies on all three channels; of the distance
 * in sRGB codes from red to green, and from blue to green, all but e^-`red` and e^-`blue` is lost. So it adapts to the
 * skin by itself, and grey stays grey.
 */
export type GroundTone = { readonly green: number; readonly red: number; readonly blue: number };

/** Steps of the table to a mean optical depth of 1, and how many it has: the deepest it knows is just under 2. */
export const GROUND_UNIT = 512;
export const GROUND_STEPS = 1024;
/** Bytes of a step. */
export const GROUND_ENTRY = 32;
/** In 1/64 of a code: what is added to it, so that light is a power of the sum, and the same less half a code. */
const [LIFT, DROP] = [898, 866];

/**
 * For each step, and for red, green, blue and alpha, what a channel keeps of its own code and what it gets of green's,
 * in -1/32768, two numbers of two bytes; and then for each what is added, in 1/32768 of a code, four bytes. So the
 * code with its lift goes through, and half a code is added for the rounding.
 */
export function groundTable({ green, red, blue }: GroundTone): Uint8Array {
  const bytes = new ArrayBuffer(GROUND_ENTRY * GROUND_STEPS);
  const [shares, adds] = [new Int16Array(bytes), new Int32Array(bytes)];
  for (let k = 0; k < GROUND_STEPS; k++) {
    const depth = k / GROUND_UNIT;
    const through = 32768 * exp((-depth * green) / 2.4);
    const left = [exp(-depth * red), 1, exp(-depth * blue)];
    for (let channel = 0; channel < 4; channel++) {
      const own = channel < 3 ? Math.floor(through * left[channel] + 0.5) : 32768;
      const got = channel < 3 ? Math.floor(through * (1 - left[channel]) + 0.5) : 0;
      shares.set([-own, -got], 16 * k + 2 * channel);
      adds[8 * k + 4 + channel] = Math.floor((LIFT * (own + got) - DROP * 32768) / 64);
    }
  }
  return new Uint8Array(bytes);
}

/** What is left of light, channel by channel, where the mean optical depth is so much; `codes`: with their lift. */
export function throughGround(
  depth: number,
  { green, red, blue }: GroundTone,
  codes: readonly [red: number, green: number, blue: number],
): readonly [red: number, green: number, blue: number] {
  const through = exp((-depth * green) / 2.4);
  const towards = (channel: 0 | 2, rate: number): number =>
    through * (codes[1] + exp(-depth * rate) * (codes[channel] - codes[1]));
  return [towards(0, red), through * codes[1], towards(2, blue)];
}
