/* What time does to the work: sessions, the first weeks, the years.
   Most of it is of level L (SOURCES.md): an illustration. */

import { pow } from "../geometry/exact.ts";
import type { Millimetres } from "../units.ts";

/**
 * Moments that can be looked at, in the order of time. After the first
 * and second session as healed; after the third from the same day on.
 */
export const moments = [
  "session-1",
  "session-2",
  "fresh",
  "day-3",
  "healed",
  "year-1",
  "year-2",
  "year-3",
  "year-4",
  "year-5",
  "year-6",
] as const;
export type Moment = (typeof moments)[number];

/** The one that is planned for: four weeks after the last session. */
export const usualMoment: Moment = "healed";

/** Share of the dots that stand after each session (SOURCES work-2: 30, 70, 100 %). */
export const SESSIONS = [0.3, 0.7, 1] as const;

/** A dot at a moment, against the healed one. */
export type Healing = {
  /** Sessions that are done. */
  readonly sessions: 1 | 2 | 3;
  /** Times the diameter. */
  readonly wider: number;
  /** Times the optical depth. */
  readonly denser: number;
  /** Redness of the skin about the dots: 1 on the same day, when a* is up by 6 (SOURCES skin-5). */
  readonly redness: number;
  /** How cold the colour has turned of itself, 0..1: nothing for carbon that was well placed. */
  readonly cold: number;
};

/** Part of a fresh dot's contrast that is lost by week four (SOURCES healing-1). */
const LOST = 0.3;
/**
 * Area of a fresh dot against a healed one. Practitioners speak of dots that shrink by half (SOURCES healing-2); so
 * large, fresh work looks like ink all over.
 */
const FRESH_AREA = 1.4;
/** Contrast kept from year to year (SOURCES healing-3). */
const KEPT = 0.9;
/**
 * Spread of pigment, mm^2 a year (SOURCES healing-4): sigma^2 grows
 * by 2 D t; a dot is as wide as its Gaussian at half height.
 */
const DIFFUSION = 3e-4;
const WIDTH_OF_SIGMA = 2.3548;
/** Redness goes by half every 18 hours (SOURCES skin-5). */
const HALF_LIFE_HOURS = 18;
/** Pigment that turns is wholly cold after six years (SOURCES pigment-5). */
const TURNS = 1 / 6;

const healed = (sessions: 1 | 2 | 3): Healing => ({ sessions, wider: 1, denser: 1, redness: 0, cold: 0 });

/** Years since the work had healed, 0..6; null before that. */
export const yearsAt = (moment: Moment): number | null =>
  moment === "healed" ? 0 : moment.startsWith("year-") ? Number(moment.slice(5)) : null;

/**
 * What a moment makes of a dot. `diameter`: of the healed dot, mm, over 0. `turns`: the pigment is one that turns cold.
 */
export function healingAt(moment: Moment, diameter: Millimetres, turns: boolean): Healing {
  if (moment === "session-1") return healed(1);
  if (moment === "session-2") return healed(2);
  if (moment === "fresh" || moment === "day-3") return inFirstDays(moment === "fresh" ? 0 : 72);
  return afterYears(yearsAt(moment) ?? 0, diameter, turns);
}

/** Swollen and dark as it was made, then under scabs that are half as much too large, while the redness goes. */
function inFirstDays(hours: number): Healing {
  const area = hours === 0 ? FRESH_AREA : (1 + FRESH_AREA) / 2;
  const redness = pow(0.5, hours / HALF_LIFE_HOURS);
  return { sessions: 3, wider: Math.sqrt(area), denser: 1 / (1 - LOST), redness, cold: 0 };
}

function afterYears(years: number, diameter: Millimetres, turns: boolean): Healing {
  const grown = WIDTH_OF_SIGMA * WIDTH_OF_SIGMA * 2 * DIFFUSION * years;
  // What spreads grows pale: the ink stays the same, but for what fades.
  const area = 1 + grown / (diameter * diameter);
  return {
    sessions: 3,
    wider: Math.sqrt(area),
    denser: pow(KEPT, years) / area,
    redness: 0,
    cold: turns ? Math.min(1, TURNS * years) : 0,
  };
}

/** Contrast under which a touch-up is usually wanted: that of the third to fifth year (SOURCES healing-5). */
const WANTED = 0.7;

/** Whether people usually come back for a touch-up by then. */
export function touchUpDue(moment: Moment): boolean {
  const years = yearsAt(moment);
  return years !== null && pow(KEPT, years) < WANTED;
}
