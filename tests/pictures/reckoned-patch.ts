/* What a uniform treated patch of skin comes to by closed form, no dot being drawn. */

import { toLight } from "../../src/core/colour/linear.ts";
import { ERYTHEMA_DEPTH, ERYTHEMA_EVERY, ERYTHEMA_RADIUS } from "../../src/core/picture/erythema.ts";
import { absorbanceOf } from "../../src/core/picture/ink.ts";
import { planOf } from "../../src/core/plan/scene.ts";
import { underSkin } from "../../src/core/pigment/dot.ts";
import { SESSIONS, healingAt } from "../../src/core/pigment/healing.ts";
import { BLOOD } from "../../src/core/pigment/undertone.ts";
import { type Colour, type Patch, codeOf } from "./painted-patch.ts";

/** Steps of the reckoning: over each of the two chances that a dot has, and over a dot from its middle outwards. */
const STEPS = 8;
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
 * The same by closed form (SOURCES dot-6): light of the skin x (1 - dots to the mm^2 x the area that each takes all
 * light from), dots side by side, their edges as soft as skin makes them, in the mean over their sizes and strengths;
 * fresh work through the film that its erythema comes to.
 */
export function reckonedLight({ scene }: Patch): readonly number[] {
  const plan = planOf(scene);
  const { moment } = scene.cursor;
  const healing = healingAt(moment, plan.dot.diameter, plan.turns);
  const radius = (plan.dot.diameter / 2) * underSkin(plan.dot).wider * healing.wider;
  const density = (plan.density / 100) * SESSIONS[healing.sessions - 1];
  const absorbance = absorbanceOf(plan, moment);
  const steps = Array.from({ length: STEPS }, (_, i) => (2 * i + 1) / STEPS - 1);
  const passing = [1, 1, 1];
  for (const size of steps) {
    const depths = steps.flatMap((depth) => absorbance.map((a) => a * (1 + 0.2 * plan.dot.variation * depth)));
    const areas = taken(radius * (1 + 0.15 * plan.dot.variation * size), depths, underSkin(plan.dot).soft);
    areas.forEach((area, k) => (passing[k % 3] -= (density * area) / (STEPS * STEPS)));
  }
  const film =
    healing.redness < 0.1
      ? 0
      : (density / ERYTHEMA_EVERY) * Math.PI * ERYTHEMA_RADIUS ** 2 * ERYTHEMA_DEPTH * healing.redness;
  return passing.map((light, channel) => light * Math.exp(-film * BLOOD[channel]));
}

export function through(light: readonly number[], skin: Colour): Colour {
  const [red, green, blue] = skin.map((code, channel) => codeOf(toLight(code / 255) * light[channel]));
  return [red, green, blue];
}
