/* A uniform treated patch of skin, painted and reckoned: dots on one
   colour, seen so near that each is many pixels wide. */

import { labOf } from "../../src/core/colour/lab.ts";
import { toLight } from "../../src/core/colour/linear.ts";
import { SOFTNESS, type View, plainView } from "../../src/core/head/view.ts";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import type { Plan } from "../../src/core/plan/plan.ts";
import { type Scene, lookingAt, planOf, sceneOf, viewOf } from "../../src/core/plan/scene.ts";
import { ERYTHEMA_DEPTH, ERYTHEMA_EVERY, ERYTHEMA_RADIUS } from "../../src/core/picture/erythema.ts";
import { createHeadFollicles } from "../../src/core/picture/head-follicles.ts";
import { absorbanceOf } from "../../src/core/picture/ink.ts";
import { paintedPicture, planInView } from "../../src/core/picture/picture.ts";
import type { PlanInView } from "../../src/core/picture/plan-in-view.ts";
import { listOf } from "../../src/core/picture/visible-marks.ts";
import { underSkin } from "../../src/core/pigment/dot.ts";
import { type Moment, SESSIONS, healingAt } from "../../src/core/pigment/healing.ts";
import { BLOOD } from "../../src/core/pigment/undertone.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/**
 * Pixels to the millimetre, and millimetres to a side: the patch, and within it the part that is measured, where
 * nothing of the soft edge is left.
 */
const PER_MM = 24;
const SIDE = 40;
const MEASURED = 26;

/** A square of skin, so many pixels to the millimetre, in a photo that is so soft. */
function closeUp(perMm: number, softness: number): View {
  const px = SIDE * perMm;
  const camera = { width: px, height: px, focal: px };
  return {
    ...plainView("top", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "known"),
    softness,
    patch: {
      ends: { from: { x: 0, y: 0 }, to: { x: px, y: 0 } },
      mm: SIDE,
      area: [
        { x: 0, y: 0 },
        { x: px, y: 0 },
        { x: px, y: px },
        { x: 0, y: px },
      ],
    },
  };
}
const head = createHeadFollicles(1);

export type Patch = {
  readonly scene: Scene;
  readonly shown: PlanInView;
  /** The marks that are shown. */
  readonly list: Int32Array;
};

/** The dots of a plan at a moment: the same on every skin. */
export function patchOf(plan: Plan, moment: Moment, perMm = PER_MM, softness: number = SOFTNESS.least): Patch {
  const scene = lookingAt(sceneOf(newDocument(closeUp(perMm, softness), plan)), { moment });
  const shown = planInView(head, scene);
  return { scene, shown, list: listOf(shown.wanted) };
}

/** sRGB 0..255, as exact as it is asked for, of light 0..1. */
const codeOf = (light: number): number =>
  255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** The mean colour of the painted patch on a skin, in linear light, as sRGB. */
export function paintedMean({ scene, shown }: Patch, skin: Colour): Colour {
  const px = viewOf(scene).camera.width;
  const perMm = px / SIDE;
  const photo = pixelBuffer(px, px);
  for (let i = 0; i < photo.data.length; i += 4) photo.data.set([...skin, 255], i);
  const painting = paintedPicture(photo, scene, shown);
  let step = painting.next();
  while (!step.done) step = painting.next();
  const out = step.value.pixels;
  const sums = [0, 0, 0];
  const from = Math.round(((SIDE - MEASURED) / 2) * perMm);
  const to = px - from;
  for (let y = from; y < to; y++) {
    for (let x = from; x < to; x++) {
      for (let c = 0; c < 3; c++) sums[c] += toLight(out.data[4 * (y * px + x) + c] / 255);
    }
  }
  const [red, green, blue] = sums.map((sum) => codeOf(sum / ((to - from) * (to - from))));
  return [red, green, blue];
}

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

export const labIn = (colour: Colour) => labOf([colour[0], colour[1], colour[2]]);
