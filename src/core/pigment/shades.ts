/* The ladder of dilutions. A shade is named as the trade names it, by its dilution: 1:20 is one part of pigment in
   twenty of water (domain.md 2.5). Light through a dot follows Beer and Lambert: optical depth goes with the share
   of pigment, 1 / (1 + N). */

import type { OpticalDepth } from "../units.ts";

/** From dark to fair. */
export const shadeIds = ["1:6", "1:10", "1:15", "1:20", "1:25", "1:30"] as const;
export type ShadeId = (typeof shadeIds)[number];
export const usualShade: ShadeId = "1:20";

/** Optical depth of 1:20 at red. First calibration, by eye on a scanned head: reads as shaved stubble. An illustration, not a measurement. */
const USUAL_DEPTH: OpticalDepth = 1.2;

/** Parts of water to one of pigment. */
export const dilution = (shade: ShadeId): number => Number(shade.slice(2));

/** Optical depth of a healed dot of this shade at red. */
export const depthOfShade = (shade: ShadeId): OpticalDepth =>
  (USUAL_DEPTH * (1 + dilution(usualShade))) / (1 + dilution(shade));

/** Absorbance at red, green and blue against red: carbon seen through a little skin, reads as neutral grey (domain.md 3.6 and trial). */
export const absorbance: readonly [red: number, green: number, blue: number] = [1, 0.9, 0.82];
