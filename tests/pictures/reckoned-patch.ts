/* What a uniform treated patch of skin comes to by closed form, no dot being drawn. */

import { toLight } from "../../src/core/colour/linear.ts";
import { ERYTHEMA_DEPTH, ERYTHEMA_EVERY, ERYTHEMA_RADIUS } from "../../src/core/picture/erythema.ts";
import { absorbanceOf, groundOf } from "../../src/core/picture/ink.ts";
import { planOf } from "../../src/core/plan/scene.ts";
import { underSkin } from "../../src/core/pigment/dot.ts";
import { SESSIONS, healingAt } from "../../src/core/pigment/healing.ts";
import { BLOOD } from "../../src/core/pigment/undertone.ts";
import { CHANCES, variationOf } from "../../src/core/pigment/variation.ts";
import { type GroundTone, throughGround } from "../../src/core/stipple/stipple.ts";
import { type Colour, type Patch, codeOf } from "./painted-patch.ts";

/** Steps of the reckoning: over a dot's sizes, over its strengths, and over a dot from its middle outwards. */
const SIZES = 6;
const STRENGTHS = 32;
const RINGS = 160;

/** e^-x I0(x), the modified Bessel function (Abramowitz and Stegun 9.8.1 and 9.8.2). */
function bessel(x: number): number {
  if (x < 3.75) {
    const t = (x / 3.75) ** 2;
    const series = [3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813];
    return Math.exp(-x) * series.reduce((sum, c, k) => sum + c * t ** (k + 1), 1);
  }
  const t = 3.75 / x;
  const series = [0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377];
  return series.reduce((sum, c, k) => sum + c * t ** (k + 1), 0.39894228) / Math.sqrt(x);
}

/** Share of a disc that a Gaussian of width `soft` sees at distance r from its centre, mm. */
function softened(radius: number, r: number, soft: number): number {
  const n = 80;
  const [from, to] = [Math.max(0, r - 6 * soft), Math.min(radius, r + 6 * soft)];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const s = from + ((i + 0.5) / n) * (to - from);
    const d = (r - s) / soft;
    sum += ((s * (to - from)) / n / soft ** 2) * Math.exp(-0.5 * d * d) * bessel((r * s) / soft ** 2);
  }
  return to > from ? sum : 0;
}

/** Area that a dot of this size takes all light from, mm^2: what its rings hold back, by what of the disc each sees. */
function taken(radius: number, depths: readonly number[], soft: number): number[] {
  const out = radius + 5 * soft;
  const sums = depths.map(() => 0);
  for (let i = 0; i < RINGS; i++) {
    const r = ((i + 0.5) / RINGS) * out;
    const share = softened(radius, r, soft);
    const ring = (2 * Math.PI * r * out) / RINGS;
    depths.forEach((depth, k) => (sums[k] += ring * (1 - Math.exp(-depth * share))));
  }
  return sums;
}

/**
 * What passes the dots, and the film of fresh work, channel by channel; the mean optical depth of ink, and its tone.
 */
export type Reckoned = {
  readonly passing: readonly number[];
  readonly film: readonly number[];
  readonly ink: number;
  readonly tone: GroundTone | undefined;
};

/**
 * The same by closed form (SOURCES dot-6): light of the skin x (1 - dots to the mm^2 x the area that each takes all
 * light from), dots side by side, their edges as soft as skin makes them, in the mean over their sizes and strengths;
 * that through the ground tone of their ink, and fresh work through the film that its erythema comes to.
 */
export function reckoned({ scene }: Patch): Reckoned {
  const plan = planOf(scene);
  const { moment } = scene.cursor;
  const healing = healingAt(moment, plan.dot.diameter, plan.turns);
  const radius = (plan.dot.diameter / 2) * underSkin(plan.dot).wider * healing.wider;
  const density = (plan.density / 100) * SESSIONS[healing.sessions - 1];
  const absorbance = absorbanceOf(plan, moment);
  const variation = variationOf(plan.dot.variation, plan.edition);
  const each = (steps: number, of: (chance: number) => number): number[] =>
    Array.from({ length: steps }, (_, i) => of(Math.floor(((i + 0.5) / steps) * CHANCES)));
  const strengths = each(STRENGTHS, variation.strength);
  const passing = [1, 1, 1];
  let ink = 0;
  for (const size of each(SIZES, variation.size)) {
    const depths = strengths.flatMap((strength) => absorbance.map((a) => a * strength));
    const areas = taken(radius * size, depths, underSkin(plan.dot).soft);
    areas.forEach((area, k) => (passing[k % 3] -= (density * area) / (SIZES * STRENGTHS)));
    ink += (density * Math.PI * (radius * size) ** 2) / SIZES;
  }
  const film =
    healing.redness < 0.1
      ? 0
      : (density / ERYTHEMA_EVERY) * Math.PI * ERYTHEMA_RADIUS ** 2 * ERYTHEMA_DEPTH * healing.redness;
  const filmed = passing.map((light, channel) => light * Math.exp(-film * BLOOD[channel]));
  return { passing, film: filmed.map((light, channel) => light / passing[channel]), ink, tone: groundOf(plan, moment) };
}

/** The colour of a skin under what was reckoned. */
export function through({ passing, film, ink, tone }: Reckoned, skin: Colour): Colour {
  const lift = 14.025;
  const dotted = skin.map((code, channel) => codeOf(toLight(code / 255) * passing[channel]) + lift);
  const [r, g, b] = tone ? throughGround(ink, tone, [dotted[0], dotted[1], dotted[2]]) : dotted;
  const [red, green, blue] = [r, g, b].map((code, channel) => codeOf(toLight((code - lift) / 255) * film[channel]));
  return [red, green, blue];
}
