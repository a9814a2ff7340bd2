/* A uniform treated patch of skin: dots on one colour, seen so near that each is many pixels wide. */

import { LIGHT } from "../../src/core/colour/linear.ts";
import { SOFTNESS, type View, plainView } from "../../src/core/head/view.ts";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import type { Plan } from "../../src/core/plan/plan.ts";
import { type Scene, lookingAt, sceneOf, viewOf } from "../../src/core/plan/scene.ts";
import { paintedPicture, planInView } from "../../src/core/picture/picture.ts";
import type { PlanInView } from "../../src/core/picture/plan-in-view.ts";
import { listOf } from "../../src/core/picture/visible-marks.ts";
import type { Moment } from "../../src/core/pigment/healing.ts";
import { labOf } from "../../src/core/colour/lab.ts";
import { headFolliclesOf } from "./head-follicles.ts";

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

export type Patch = {
  readonly scene: Scene;
  readonly shown: PlanInView;
  /** The marks that are shown. */
  readonly list: Int32Array;
};

/** The dots of a plan at a moment: the same on every skin. */
export function patchOf(plan: Plan, moment: Moment, perMm = PER_MM, softness: number = SOFTNESS.least): Patch {
  const scene = lookingAt(sceneOf(newDocument(closeUp(perMm, softness), plan)), { moment });
  const shown = planInView(headFolliclesOf(scene.document), scene);
  return { scene, shown, list: listOf(shown.wanted) };
}

/** sRGB 0..255, as exact as it is asked for, of light 0..1. */
export const codeOf = (light: number): number =>
  255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** The mean colour of the painted patch on a skin, in linear light, as sRGB. */
export function paintedMean({ scene, shown }: Patch, skin: Colour): Colour {
  const px = viewOf(scene).camera.width;
  const perMm = px / SIDE;
  const photo = pixelBuffer(px, px);
  const [one] = new Uint32Array(Uint8Array.of(...skin, 255).buffer);
  new Uint32Array(photo.data.buffer).fill(one);
  const painting = paintedPicture(photo, scene, shown);
  let step = painting.next();
  while (!step.done) step = painting.next();
  const out = step.value.pixels;
  const sums = [0, 0, 0];
  const from = Math.round(((SIDE - MEASURED) / 2) * perMm);
  const to = px - from;
  for (let y = from; y < to; y++) {
    for (let x = from; x < to; x++) {
      for (let c = 0; c < 3; c++) sums[c] += LIGHT[out.data[4 * (y * px + x) + c]];
    }
  }
  const [red, green, blue] = sums.map((sum) => codeOf(sum / ((to - from) * (to - from)) / 65_535));
  return [red, green, blue];
}

export const labIn = (colour: Colour) => labOf([colour[0], colour[1], colour[2]]);
