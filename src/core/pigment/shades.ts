/* The ladder of dilutions. A shade is named as the trade names it, by its dilution: 1:20 is one part of pigment in
   twenty of water (SOURCES pigment-1); a practitioner may give it the name and brand of her own bottle. Light through a
   dot follows Beer and Lambert: optical depth goes with the share of pigment, 1 / (1 + N). */

import type { Hex } from "../colour/css-colour.ts";
import type { Edition } from "./edition.ts";
import type { OpticalDepth } from "../units.ts";

/** `parts` of water to one of pigment, 3..60. `name`: the practitioner's own; empty where the dilution says it all. */
export type Shade = { readonly parts: number; readonly name: string };

/** A practitioner's own bottle. Its colour, or that of its label, is for telling bottles apart: no picture is made by
    it, and no plan holds it. */
export type Bottle = Shade & { readonly colour?: Hex };

/** The shade alone, as a plan holds it. */
export const shadeIn = ({ parts, name }: Bottle): Shade => ({ parts, name });

export const PARTS = { least: 3, most: 60 } as const;

/** From dark to fair, as the trade has them. */
export const tradeShades: readonly Shade[] = [6, 10, 15, 20, 25, 30].map((parts) => ({ parts, name: "" }));

export const usualShade: Shade = { parts: 20, name: "" };

/** The shade as the trade writes it: "1:20". */
export const dilution = ({ parts }: Shade): string => `1:${parts}`;

/**
 * Optical depth of 1:20 at red. Editions 1 and 2 by eye; the third so that with the ground tone treated skin and single
 * dots are as dark as those of real work (SOURCES pigment-6).
 */
const usualDepth: Readonly<Record<Edition, OpticalDepth>> = { 1: 1.2, 2: 1.75, 3: 1.35 };

/**
 * Optical depth of a healed dot of this shade at red, of usual
 * strength: as Beer and Lambert have it, by its share of pigment.
 */
export const depthOfShade = ({ parts }: Shade, edition: Edition): OpticalDepth =>
  (usualDepth[edition] * (1 + usualShade.parts)) / (1 + parts);

/**
 * What an area's own step on the ladder does to the optical depth of a shade, a multiple over 0: a step is from one of
 * the trade's dilutions to the next, over 0 to the darker. A dilution between two of them goes as far between the two
 * next to those; beyond the ladder it goes on as at its end, within PARTS.
 */
export function depthOfStep({ parts }: Shade, step: number): number {
  const ladder = tradeShades.map((shade) => shade.parts);
  const within = (rung: number): number => Math.min(ladder.length - 2, Math.max(0, rung));
  const at = within(ladder.findLastIndex((rung) => rung <= parts));
  const place = at + (parts - ladder[at]) / (ladder[at + 1] - ladder[at]) - step;
  const to = within(Math.floor(place));
  const stepped = ladder[to] + (place - to) * (ladder[to + 1] - ladder[to]);
  return (1 + parts) / (1 + Math.max(PARTS.least, Math.min(PARTS.most, stepped)));
}
