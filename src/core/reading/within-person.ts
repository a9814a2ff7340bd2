/* The outline kept within the person: a dot on the wall is worse than none, and what the silhouette says is wall is
   wall. Between its rays an outline runs smoothly, so that it is asked there as well. */

import { sincos } from "../geometry/exact.ts";
import { scalpEnds } from "../head/scalp-extent.ts";
import { outlineAt, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import { OUTLINE_RAYS, type Outline, type View, bareOutline, keptRatio } from "../head/view.ts";
import { type Silhouette, depthAt } from "./silhouette.ts";

/** Directions that are asked from one ray to the next. */
const BETWEEN = 5;

/** From where outwards the edge is looked for, a share of the limb's distance, and in what steps. */
const FROM = 0.5;
const STEP = 0.01;

/** Rounds of drawing in: the rays beside a place that stands out are drawn in together, and the next one again. */
const ROUNDS = 6;

/**
 * An outline of the view without ears, drawn in where it leaves the person: nowhere farther out. Throws RangeError as
 * surfaceOf does.
 */
export function withinPerson(vault: Vault, view: View, silhouette: Silhouette, outline: Outline): Outline {
  const surface = surfaceOf(vault, { ...view, outline: bareOutline });
  const { centre, limbDistance } = surface;
  const k = silhouette.width / view.camera.width;
  const most = Array.from({ length: OUTLINE_RAYS * BETWEEN }, (_, i) => {
    const [sin, cos] = sincos((i * 360) / (OUTLINE_RAYS * BETWEEN));
    const limb = limbDistance(sin, -cos) * k;
    return ends((ratio) => depthAt(silhouette, centre.x * k + ratio * limb * sin, centre.y * k - ratio * limb * cos));
  });
  const scalp = outline.map((_, i) => scalpEnds(surface, (i * 360) / OUTLINE_RAYS));
  const person = outline.map((_, i) => most[i * BETWEEN]);
  const drawn = withoutEars(outline, scalp, person).map((ratio, i) => Math.min(ratio, person[i]));
  for (let round = 0; round < ROUNDS; round++) {
    most.forEach((edge, i) => {
      const place = i / BETWEEN;
      const over = outlineAt(drawn, place) - edge;
      if (over <= 0) return;
      const [before, after] = [Math.floor(place), (Math.floor(place) + 1) % OUTLINE_RAYS];
      const share = place - before;
      const size = share * share + (1 - share) * (1 - share);
      drawn[before] -= (over * (1 - share)) / size;
      drawn[after] -= (over * share) / size;
    });
  }
  return drawn.map(keptRatio);
}

/**
 * From one ray to the next a skull stands out further by no more than this, however the model lies: 0.006 cut off backs
 * of heads of the scan and the generator, 0.02 left ears on.
 */
const RISE = 0.013;
/** An ear stands out by more at once, but less than a shoulder, and is so many rays long. */
const EAR = { least: 0.01, most: 0.25, rays: 9 } as const;
/** Above an ear its shadow and the mask's coarseness fill the gap to the skull, on so many rays. */
const ABOVE = 3;
/** There a skull draws in as it did before, from one ray to the next by no more than this. */
const FALL = 0.012;

/** The outline with what stands out of a sudden cut off, from the top down either side. As many numbers as rays. */
function withoutEars(outline: Outline, scalp: readonly boolean[], person: readonly number[]): number[] {
  const edges = [...outline];
  for (const way of [1, -1]) {
    const ray = (i: number): number => (way * i + 2 * OUTLINE_RAYS) % OUTLINE_RAYS;
    const isEar = (i: number, rays: number): boolean => {
      const out = person[ray(i + rays)] - person[ray(i - 1)];
      return out > RISE * (rays + 1) + EAR.least && out < EAR.most;
    };
    let past: number = EAR.rays;
    for (let i = 1; i <= OUTLINE_RAYS / 2; i++) {
      const above = edges[ray(i - 1)];
      const isAboveEar = Array.from({ length: ABOVE + 1 }, (_, rays) => rays).some((rays) => isEar(i, rays));
      past = isAboveEar ? 0 : past + 1;
      const fall = Math.max(-FALL, Math.min(0, (above - edges[ray(i - 1 - ABOVE)]) / ABOVE));
      const beside = scalp[ray(i)] && scalp[ray(i - 1)] && past >= EAR.rays ? RISE : 0;
      edges[ray(i)] = Math.min(edges[ray(i)], above + (isAboveEar ? fall : beside));
    }
  }
  return edges;
}

/** The first ratio outwards at which the person ends; beyond the frame nothing is known to end. */
function ends(depth: (ratio: number) => number): number {
  for (let ratio = FROM; ratio < 2; ratio += STEP) {
    const [here, next] = [depth(ratio), depth(ratio + STEP)];
    if (Number.isNaN(next)) return Infinity;
    if (next <= 0) return here > next && here > 0 ? ratio + (STEP * here) / (here - next) : ratio;
  }
  return Infinity;
}
