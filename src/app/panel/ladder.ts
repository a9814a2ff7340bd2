/* The practitioner's own ladder of shades, and how the sessions of a plan stand on it. */

import { type Bottle, type Shade, dilution } from "../../core/pigment/shades.ts";
import type { Plan } from "../../core/plan/plan.ts";

export const sameShade = (a: Shade, b: Shade): boolean => a.parts === b.parts && a.name === b.name;
export const shadeName = (shade: Shade): string => shade.name || dilution(shade);

/** The practitioner's own bottles; and the plan's, which may be in a shade that they do not have. */
export const bottlesFor = (own: readonly Bottle[], { shades: [, , last] }: Plan): readonly Bottle[] =>
  own.some((shade) => sameShade(shade, last)) ? own : [...own, last].toSorted((a, b) => a.parts - b.parts);

/** The shade of a ladder that is nearest in dilution, the darker of two; as it is where the ladder is empty. */
export const nearestShade = (ladder: readonly Shade[], wanted: Shade): Shade =>
  ladder.toSorted((a, b) => Math.abs(a.parts - wanted.parts) - Math.abs(b.parts - wanted.parts))[0] ?? wanted;

/** How the first two sessions stand to the last: in its shade, or so many steps of the ladder lighter. */
export const risings = {
  even: [0, 0],
  first: [1, 0],
  rising: [2, 1],
} as const;
export type Rising = keyof typeof risings;

export function rise(ladder: readonly Shade[], last: Shade, rising: Rising): Plan["shades"] {
  const at = ladder.findIndex((shade) => sameShade(shade, last));
  const lighter = (steps: number): Shade => ladder[Math.min(ladder.length - 1, at + steps)] ?? last;
  const [first, second] = risings[rising];
  return at < 0 ? [last, last, last] : [lighter(first), lighter(second), last];
}

export const risingOf = (ladder: readonly Shade[], { shades }: Plan): Rising | null =>
  (Object.keys(risings) as Rising[]).find((rising) =>
    rise(ladder, shades[2], rising).every((shade, i) => sameShade(shade, shades[i])),
  ) ?? null;
