/* The individual typology angle, which names a skin's lightness, and
   its classes (Chardon 1991, del Bino 2013; SOURCES skin-1). */

import { atan2 } from "../geometry/exact.ts";
import type { Degrees } from "../units.ts";
import type { Lab } from "./lab.ts";

/** From light to dark, with the angle above which each begins. */
export const typologyClasses = [
  { name: "very light", above: 55 },
  { name: "light", above: 41 },
  { name: "intermediate", above: 28 },
  { name: "tan", above: 10 },
  { name: "brown", above: -30 },
  { name: "dark", above: -Infinity },
] as const;
export type TypologyClass = (typeof typologyClasses)[number]["name"];

/**
 * Individual typology angle of a colour under D65, degrees, -180..180: over 55 very light, under -30 dark. By atan2, so
 * that a skin without yellow has one too.
 */
export const typologyAngle = ({ l, b }: Lab): Degrees => atan2(l - 50, b);

/** The class that a typology angle falls in; an angle on a border belongs to the darker one. */
export const typologyClass = (angle: Degrees): TypologyClass =>
  typologyClasses.find(({ above }) => angle > above)?.name ?? "dark";
