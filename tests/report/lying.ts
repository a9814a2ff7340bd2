/* How well a head lies on a picture whose truth is known: its turn, its outline, and where its dots fall. */

import { rotation } from "../../src/core/head/camera.ts";
import { aspectTurns } from "../../src/core/head/fit.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, aspects } from "../../src/core/head/view.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { MARK } from "../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { shownDots } from "../pictures/shown-dots.ts";
import type { KnownHead } from "./known-heads.ts";

/** Angle between two turns, degrees. */
export function turnBetween(a: View["pose"], b: View["pose"]): number {
  const [p, q] = [rotation(a), rotation(b)];
  const trace = p.reduce((sum, value, i) => sum + value * q[i], 0);
  return (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI;
}

/** A side is right if its usual turn is the nearest to the true one, or hardly farther than that, degrees. */
const AS_NEAR = 8;

export function isRight(aspect: Aspect, pose: View["pose"]): boolean {
  const away = (one: Aspect): number => turnBetween({ ...pose, ...aspectTurns[one] }, pose);
  return away(aspect) <= Math.min(...aspects.map(away)) + AS_NEAR;
}

/** Share of what either outline holds, in the directions in which the true one is the skull's. */
export function overlap({ skull, camera, pose }: KnownHead, view: View): number {
  const bare = { camera, pose, outline: view.outline, cuts: [], nudges: [] };
  const { centre } = surfaceOf(maleVault, bare);
  const surface = surfaceOf(maleVault, view);
  const isInside = (r: number, dx: number, dy: number): boolean => {
    const [x, y] = [centre.x + r * dx - surface.centre.x, centre.y + r * dy - surface.centre.y];
    return Math.hypot(x, y) < surface.limbDistance(x, y) * surface.outlineRatio(x, y);
  };
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

/** Whether any dot of the usual plan lies farther than this beside the head, a share of its breadth. */
type Place = readonly [x: number, y: number];

const BESIDE = 0.01;

export function dotsBeside({ background }: KnownHead, view: View, perMm: number): readonly Place[] {
  const scene = sceneOf(newDocument({ ...view, cuts: [], nudges: [] }, usualPlan()));
  const { marks, list } = shownDots(headFolliclesOf(scene.document), scene);
  const reach = BESIDE * 2 * maleVault.halfBreadth * perMm;
  const around = Array.from({ length: 8 }, (_, i) => [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)]);
  const places = Array.from(list, (mark): Place => [marks.at[MARK * mark], marks.at[MARK * mark + 1]]);
  return places.filter(([x, y]) => {
    if (x < 0 || y < 0 || x >= background.width || y >= background.height || !background.at(x, y)) return false;
    return around.every(([dx, dy]) => background.at(x + reach * dx, y + reach * dy));
  });
}
