/* What a plan's work comes to at a moment: how many dots there are, how large and how soft they are, and what they take
   of the light. */

import type { Area } from "../hairline/areas.ts";
import { pixelsPerMmIn } from "../head/patch.ts";
import type { View } from "../head/view.ts";
import { underSkin } from "../pigment/dot.ts";
import { type Healing, type Moment, SESSIONS, healingAt } from "../pigment/healing.ts";
import type { Edition } from "../pigment/edition.ts";
import { depthOfShade, depthOfStep } from "../pigment/shades.ts";
import { GROUND_REACH, groundTone } from "../pigment/ground.ts";
import { pigmentAbsorbance } from "../pigment/undertone.ts";
import type { Plan } from "../plan/plan.ts";
import { type Absorbance, type GroundTone, SHARP, type Skin, absorbanceIn, blurOf } from "../stipple/stipple.ts";
import { type DotsPerCm2, type DotsPerMm2, type Millimetres, type Pixels, perMm2 } from "../units.ts";

/** What a moment makes of a plan's dots. */
export const healingOf = ({ dot, turns }: Plan, moment: Moment): Healing => healingAt(moment, dot.diameter, turns);

/** Whether all three sessions are of one dilution. */
export const sameShades = (shades: Plan["shades"]): boolean => shades.every(({ parts }) => parts === shades[2].parts);

/** Whether that is so and all areas are of the same one. */
export const oneShade = ({ shades, areas }: Pick<Plan, "shades" | "areas">): boolean =>
  sameShades(shades) && areas.every(({ shade }) => shade === 0);

/** What each area's step makes of the optical depth, a multiple over 0; the first is the line's, 1. */
export const stepsOf = (shades: Plan["shades"], areas: readonly Area[]): readonly number[] => [
  1,
  ...areas.map(({ shade }) => depthOfStep(shades[2], shade)),
];

/**
 * For a follicle that is shown from a density on and for which an area decides (its number from 1 on, 0: none): the
 * optical depth of its session's shade as a multiple of the third's, over 0. An area's last session is done in the
 * plan's last shade, the one before it in the one before; its own step lies on top.
 */
export function shadeOf(
  shades: Plan["shades"],
  density: DotsPerCm2,
  edition: Plan["edition"],
  areas: readonly Area[],
): (from: DotsPerMm2, area: number) => number {
  const last = depthOfShade(shades[2], edition);
  const against = shades.map((shade) => depthOfShade(shade, edition) / last);
  const rows = [SESSIONS, ...areas.map(({ sessions }) => sessions)].map((sessions) => ({
    ends: sessions.map((share) => perMm2(share * density)),
    against: sessions.map((_, i) => against[Math.max(0, i + against.length - sessions.length)]),
  }));
  const steps = stepsOf(shades, areas);
  return (from, area) => {
    const { ends, against: each } = rows[area];
    return (each[ends.findIndex((end) => from < end)] ?? 1) * steps[area];
  };
}

/** Dots per mm^2 that are done at a moment where the line decides, and then where each area does. */
export function doneAt(plan: Plan, moment: Moment, areas: readonly Area[]): readonly DotsPerMm2[] {
  const { sessions } = healingOf(plan, moment);
  const done = (shares: readonly number[]): number =>
    sessions >= SESSIONS.length ? 1 : shares[Math.min(sessions, shares.length) - 1];
  return [perMm2(wantedDensity(plan, moment)), ...areas.map((area) => perMm2(plan.density * done(area.sessions)))];
}

/** Radius of a plan's dots at a moment, mm, before they vary. */
export const radiusOf = (plan: Plan, moment: Moment): Millimetres =>
  (plan.dot.diameter / 2) * underSkin(plan.dot).wider * healingOf(plan, moment).wider;

/**
 * How soft the edges of a view's dots are: by what skin does to them, and by the photo's own softness. Standard
 * deviation (SOURCES dot-5). Level L: illustration.
 */
export function softnessOf(plan: Plan, view: View): Pixels {
  if (plan.edition === 1) return SHARP;
  const skin = underSkin(plan.dot).soft * pixelsPerMmIn(view);
  return Math.sqrt(view.softness * view.softness + skin * skin);
}

/** Dots per cm^2 that are done at a moment, behind the line. */
export const wantedDensity = (plan: Plan, moment: Moment): DotsPerCm2 =>
  plan.density * SESSIONS[healingOf(plan, moment).sessions - 1];

/** What a plan's pigment takes out of each channel at a moment, per unit of a mark's depth. */
export function absorbanceOf(plan: Plan, moment: Moment): Absorbance {
  const skin = underSkin(plan.dot);
  const healing = healingOf(plan, moment);
  const last = SESSIONS.length - 1;
  const depth = depthOfShade(plan.shades[last], plan.edition) * plan.dot.strength * skin.denser * healing.denser;
  const [red, green, blue] = pigmentAbsorbance(plan.undertone, coldAt(plan, moment), plan.edition);
  return [depth * red, depth * green, depth * blue];
}

/** Dots per cm^2 that the light of a crowd is reckoned for: the usual density of each edition. */
const CROWD: Readonly<Record<Edition, DotsPerCm2>> = { 1: 195, 2: 195, 3: 160 };

/** What the light of a plan's dots is reckoned by; null in the first edition, which lays ink down as it is. */
export const skinOf = (plan: Plan, moment: Moment): Skin | null =>
  plan.edition === 1
    ? null
    : { soft: underSkin(plan.dot).soft, absorbance: absorbanceOf(plan, moment)[1], dots: perMm2(CROWD[plan.edition]) };

/**
 * The same as absorbanceOf in a picture of the photo `factor` times as large, in which dots are as soft as it and its
 * pixels make them.
 */
export function absorbanceSeen(plan: Plan, moment: Moment, view: View, factor: number): Absorbance {
  const absorbance = absorbanceOf(plan, moment);
  const skin = skinOf(plan, moment);
  if (!skin) return absorbance;
  const perMm = factor * pixelsPerMmIn(view);
  const blur2 = blurOf(softnessOf(plan, view), factor) / (perMm * perMm);
  return absorbanceIn(absorbance, skin, radiusOf(plan, moment), blur2);
}

/** What the ink of a plan's dots does to the skin between them at a moment; undefined where it has no ground tone. */
export const groundOf = (plan: Plan, moment: Moment): GroundTone | undefined =>
  groundTone(absorbanceOf(plan, moment), plan.undertone, coldAt(plan, moment), plan.edition) ?? undefined;

/** How cold the pigment looks at a moment, 0..1: for how deep it lies, and for the years. */
const coldAt = (plan: Plan, moment: Moment): number => Math.max(underSkin(plan.dot).cold, healingOf(plan, moment).cold);

/** How far apart the ground tone's nodes stand in a view: 1.4 of its reach, as the stippling module spreads it. */
export const groundStep = (view: View): Pixels => Math.SQRT2 * GROUND_REACH * pixelsPerMmIn(view);
