/* What a plan's work comes to at its moment: how many dots there are, how large and how soft they are, and what they take of the light. */

import { pixelsPerMm } from "../head/patch.ts";
import type { View } from "../head/view.ts";
import { underSkin } from "../pigment/dot.ts";
import { type Healing, SESSIONS, healingAt } from "../pigment/healing.ts";
import { depthOfShade } from "../pigment/shades.ts";
import { pigmentAbsorbance } from "../pigment/undertone.ts";
import { type Absorbance, SHARP, type Skin, absorbanceIn, blurOf } from "../stipple/stipple.ts";
import type { DotsPerCm2, Millimetres, Pixels } from "../units.ts";
import { type Consultation, DENSITY } from "./consultation.ts";

export const healingOf = ({ plan, moment }: Consultation): Healing => healingAt(moment, plan.dot.diameter, plan.turns);

export const oneShade = ({ plan: { shades } }: Consultation): boolean =>
  shades.every(({ parts }) => parts === shades[2].parts);

/** For a follicle that is shown from a density on, dots per mm^2: the optical depth of its session's shade against that of the third. */
export function shadeOf({ plan: { shades, density, edition } }: Consultation): (from: number) => number {
  const last = depthOfShade(shades[2], edition);
  const against = shades.map((shade) => depthOfShade(shade, edition) / last);
  return (from) => against[SESSIONS.findIndex((share) => from < (share * density) / 100)] ?? 1;
}

/** Radius of a plan's dots at its moment, before they vary. */
export const radiusOf = (consultation: Consultation): Millimetres => {
  const { dot } = consultation.plan;
  return (dot.diameter / 2) * underSkin(dot).wider * healingOf(consultation).wider;
};

/** About the middle of the head, or in a close-up. */
const pixelsPerMmOf = ({ camera, pose, patch }: View): number => (patch ? pixelsPerMm(patch) : camera.focal / pose.z);

/** How soft the edges of a view's dots are, px: by what skin does to them, and by the photo's own softness. Level L: illustration. */
export function softnessOf({ view, plan }: Consultation): Pixels {
  if (plan.edition === 1) return SHARP;
  const skin = underSkin(plan.dot).soft * pixelsPerMmOf(view);
  return Math.sqrt(view.softness * view.softness + skin * skin);
}

/** Dots per cm^2 that are done at the consultation's moment. */
export const wantedDensity = (consultation: Consultation): DotsPerCm2 =>
  consultation.plan.density * SESSIONS[healingOf(consultation).sessions - 1];

/** What a plan's pigment takes out of each channel at its moment, per unit of a mark's depth. */
export function absorbanceOf(consultation: Consultation): Absorbance {
  const { plan } = consultation;
  const skin = underSkin(plan.dot);
  const healing = healingOf(consultation);
  const last = SESSIONS.length - 1;
  const depth = depthOfShade(plan.shades[last], plan.edition) * plan.dot.strength * skin.denser * healing.denser;
  const [red, green, blue] = pigmentAbsorbance(plan.undertone, Math.max(skin.cold, healing.cold), plan.edition);
  return [depth * red, depth * green, depth * blue];
}

/** What the light of a plan's dots is reckoned by; null in the first edition, which lays ink down as it is. */
export const skinOf = (consultation: Consultation): Skin | null =>
  consultation.plan.edition === 1
    ? null
    : {
        soft: underSkin(consultation.plan.dot).soft,
        absorbance: absorbanceOf(consultation)[1],
        dots: DENSITY.usual / 100,
      };

/** The same in a picture of the photo `factor` times as large, in which dots are as soft as it and its pixels make them. */
export function absorbanceSeen(consultation: Consultation, factor: number): Absorbance {
  const absorbance = absorbanceOf(consultation);
  const skin = skinOf(consultation);
  if (!skin) return absorbance;
  const perMm = factor * pixelsPerMmOf(consultation.view);
  const blur2 = blurOf(softnessOf(consultation), factor) / (perMm * perMm);
  return absorbanceIn(absorbance, skin, radiusOf(consultation), blur2);
}
