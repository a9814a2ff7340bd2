/* How well a head lies on a picture whose truth is known: its turn, its outline, and where its dots fall. */

import { rotation } from "../../src/core/head/camera.ts";
import { aspectTurns } from "../../src/core/head/fit.ts";
import { type Surface, surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, aspects, plainView } from "../../src/core/head/view.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { MARK } from "../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { shownDots } from "../pictures/shown-dots.ts";
import type { KnownHead, Part } from "./known-heads.ts";

/** Angle between two turns, degrees. */
export function turnBetween(a: View["pose"], b: View["pose"]): number {
  const [p, q] = [rotation(a), rotation(b)];
  const trace = p.reduce((sum, value, i) => sum + value * q[i], 0);
  return (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI;
}

/** A side is right if its usual turn is the nearest to the true one, or hardly farther than that, degrees. */
const AS_NEAR = 8;

export function isRight(aspect: Aspect, pose: View["pose"]): boolean {
  return awayFrom(aspect, pose) <= Math.min(...aspects.map((one) => awayFrom(one, pose))) + AS_NEAR;
}

const awayFrom = (aspect: Aspect, pose: View["pose"]): number => turnBetween({ ...pose, ...aspectTurns[aspect] }, pose);

/** The side whose usual turn is the nearest. */
export const nearestAspect = (pose: View["pose"]): Aspect =>
  aspects.reduce((best, one) => (awayFrom(one, pose) < awayFrom(best, pose) ? one : best));

/** Share of what either outline holds, in the directions in which the true one is the skull's. */
export function overlap({ skull, camera, pose }: KnownHead, view: View): number {
  const bare = { camera, pose, outline: view.outline, cuts: [], nudges: [] };
  const { centre } = surfaceOf(maleVault, bare);
  const surface = surfaceOf(maleVault, view);
  const isInside = (r: number, dx: number, dy: number): boolean => holds(surface, centre.x + r * dx, centre.y + r * dy);
  let [both, either] = [0, 0];
  for (const place of skull) {
    if (!place) continue;
    const truth = Math.hypot(place.x - centre.x, place.y - centre.y);
    const [dx, dy] = [(place.x - centre.x) / truth, (place.y - centre.y) / truth];
    let [inner, outer] = [0, 3 * truth];
    for (let k = 0; k < 20; k++) {
      const r = (inner + outer) / 2;
      if (isInside(r, dx, dy)) inner = r;
      else outer = r;
    }
    both += Math.min(inner, truth) ** 2;
    either += Math.max(inner, truth) ** 2;
  }
  return either > 0 ? both / either : 1;
}

type Place = readonly [x: number, y: number];

/** Where the dots of the usual plan lie, px. */
export function dotsIn(view: View, vault = maleVault): readonly Place[] {
  const scene = sceneOf({ ...newDocument({ ...view, cuts: [], nudges: [] }, usualPlan()), vault });
  const { marks, list } = shownDots(headFolliclesOf(scene.document), scene);
  return Array.from(list, (mark): Place => [marks.at[MARK * mark], marks.at[MARK * mark + 1]]);
}

/** Pixels to the millimetre at the head's middle. */
export const perMmOf = ({ camera, pose }: Pick<View, "camera" | "pose">): number => camera.focal / pose.z;

/** A dot farther than this beside the head is one too many, a share of its breadth. */
const BESIDE = 0.01;

/** Those of the dots that lie beside the head. */
export function dotsBeside({ background, camera, pose }: KnownHead, dots: readonly Place[]): readonly Place[] {
  const reach = BESIDE * 2 * maleVault.halfBreadth * perMmOf({ camera, pose });
  const around = Array.from({ length: 8 }, (_, i) => [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)]);
  return dots.filter(([x, y]) => {
    if (x < 0 || y < 0 || x >= background.width || y >= background.height || !background.at(x, y)) return false;
    return around.every(([dx, dy]) => background.at(x + reach * dx, y + reach * dy));
  });
}

/** Skin so near to a dot has ink, mm: dots of the usual density lie a millimetre apart. */
const INKED = 2;

/**
 * Of the bare scalp that the usual plan treats, the head laid as it truly stands, the share that gets ink; null where a
 * picture shows none.
 */
export function inkOnScalp({ scalp, vault, camera, pose }: KnownHead, dots: readonly Place[]): number | null {
  const reach = Math.max(1, INKED * perMmOf({ camera, pose }));
  const wanted = inkedBy(scalp, dotsIn(plainView("front", camera, pose, "known"), vault), reach);
  const inked = inkedBy(scalp, dots, reach);
  let [got, all] = [0, 0];
  wanted.forEach((is, i) => {
    if (is === 0 || !scalp.at((i % scalp.width) + 0.5, Math.floor(i / scalp.width) + 0.5)) return;
    all++;
    got += inked[i];
  });
  return all > 0 ? got / all : null;
}

/** 1 where a dot is within reach, px, pixel by pixel. */
function inkedBy({ width, height }: Part, dots: readonly Place[], reach: number): Uint8Array {
  const inked = new Uint8Array(width * height);
  for (const [x, y] of dots) {
    for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row++) {
      const half = Math.sqrt(reach * reach - (row - y) * (row - y));
      const [from, to] = [Math.max(0, Math.ceil(x - half)), Math.min(width, Math.floor(x + half) + 1)];
      if (to > from) inked.fill(1, row * width + from, row * width + to);
    }
  }
  return inked;
}

/** Of what the outline holds, in the directions in which the true one is the skull's, the share that is an ear. */
export function earInside({ ears, skull, camera, pose }: KnownHead, view: View): number | null {
  if (!ears) return null;
  const { centre } = surfaceOf(maleVault, { camera, pose, outline: view.outline, cuts: [], nudges: [] });
  const surface = surfaceOf(maleVault, view);
  let [ear, all] = [0, 0];
  for (let y = 0.5; y < ears.height; y++) {
    for (let x = 0.5; x < ears.width; x++) {
      const turn = Math.atan2(y - centre.y, x - centre.x) / (2 * Math.PI);
      if (!skull[Math.round((turn + 1) * skull.length) % skull.length] || !holds(surface, x, y)) continue;
      all++;
      if (ears.at(x, y)) ear++;
    }
  }
  return all > 0 ? ear / all : null;
}

/** Whether the outline goes round a place, px. */
function holds({ centre, limbDistance, outlineRatio }: Surface, x: number, y: number): boolean {
  const [dx, dy] = [x - centre.x, y - centre.y];
  return Math.hypot(dx, dy) < limbDistance(dx, dy) * outlineRatio(dx, dy);
}
