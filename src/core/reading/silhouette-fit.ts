/* The head fitted to a silhouette: the limb of the vault is laid on the person's edge where that is the skull's, by
   least squares. Size, place and tilt come from the edge; of the turn it says little, so that the turn stays near the
   usual one of the side that is seen. */

import { sincos } from "../geometry/exact.ts";
import { leastSquares } from "../geometry/least-squares.ts";
import type { Vec3 } from "../geometry/vector.ts";
import { type Camera, type Pose, USUAL_LENS, eyeOf, focalPixels, project } from "../head/camera.ts";
import { aspectTurns, viewAt } from "../head/fit.ts";
import { limbDirections } from "../head/limb.ts";
import { scalpEnds } from "../head/scalp-extent.ts";
import { surfaceOf } from "../head/surface.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import { type Aspect, OUTLINE_RAYS, type View, bareOutline } from "../head/view.ts";
import { type PhotoShape, longEnough } from "./guess.ts";
import { carriedOn } from "./outline-trace.ts";
import { type Silhouette, type SkullArc, depthAt } from "./silhouette.ts";
import { withinPerson } from "./within-person.ts";

/** Points of the limb that are laid on the edge. */
const LIMB = 40;
/** Skulls stand off from the vault by this share of its half breadth in the mean; a point further off counts little. */
const USUAL_MISS = 0.025;
const FAR_MISS = 3;
/** How far turn, bow and tilt are from those usual for a side, degrees; heads that are not bowed are held upright. */
const SPREAD = { yaw: 9, upright: 4, bowed: 5, roll: 7 };
/**
 * Seen bowed or from behind, skulls stand out from the vault by so much more, a share of its half breadth: without it
 * the scan's bowed renders came out 8 % too large, with it 4.
 */
const PROUD = 0.04;
const isBowed = (aspect: Aspect): boolean => aspect === "front-bowed" || aspect === "crown" || aspect === "back";

export type SilhouetteFit = {
  readonly view: View;
  /** Share of the limb's scalp that lies on the person's edge, 0..1. */
  readonly rim: number;
};

/** The head seen from a side, laid on the silhouette of a photo. Throws RangeError as surfaceOf does. */
export function viewOfSilhouette(
  vault: Vault,
  aspect: Aspect,
  { width, height, lens }: PhotoShape,
  silhouette: Silhouette,
  arc: SkullArc,
): SilhouetteFit {
  const k = width / silhouette.width;
  const usual = { width, height, focal: focalPixels(width, height, lens ?? USUAL_LENS) };
  const top = { x: arc.centre.x * k, y: (arc.centre.y - arc.up) * k };
  const near = viewAt(vault, aspect, usual, top, 2 * arc.across * k);
  const camera = longEnough(usual, lens, near.pose.z);
  const start = viewAt(vault, aspect, camera, top, 2 * arc.across * k);
  const pose = laid(vault, camera, aspect, start.pose, silhouette, arc);
  const bare = { ...start, pose };
  return {
    view: { ...bare, outline: outlineBySilhouette(vault, bare, silhouette) },
    rim: rimOf(vault, camera, pose, silhouette, arc),
  };
}

const between = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));

/** How surely a place of the vault, mm, is skull where it makes the outline: not brow, ear or neck; 0..1. */
const skullAt = ([, y, z]: Vec3): number => Math.max(between(y, -8, 14), between(-z, 42, 60) * between(y, -56, -36));

/** How far the limb's points lie within the edge, in usual misses, and how much each counts. */
function misses(vault: Vault, camera: Camera, pose: Pose, silhouette: Silhouette, arc: SkullArc, proud = 0) {
  const eye = eyeOf(camera, pose);
  const k = silhouette.width / camera.width;
  return limbDirections(vault, eye, LIMB).map((direction) => {
    const place = vaultPoint(vault, direction);
    const { x, y } = project(eye, place);
    const miss = (depthAt(silhouette, x * k, y * k) - proud * arc.across) / (USUAL_MISS * arc.across);
    return Number.isNaN(miss) ? { miss: 0, counts: 0 } : { miss, counts: skullAt(place) };
  });
}

function laid(vault: Vault, camera: Camera, aspect: Aspect, start: Pose, silhouette: Silhouette, arc: SkullArc): Pose {
  const turn = aspectTurns[aspect];
  const bow = isBowed(aspect) ? SPREAD.bowed : SPREAD.upright;
  const poseOf = ([yaw, pitch, roll, x, y, z]: readonly number[]): Pose => ({
    yaw: turn.yaw + yaw,
    pitch: Math.max(-100, Math.min(60, turn.pitch + pitch)),
    roll: turn.roll + roll,
    x: start.x + (x * start.z) / camera.focal,
    y: start.y + (y * start.z) / camera.focal,
    z: Math.max(160, Math.min(20000, start.z * (1 + z / 100))),
  });
  const off = (change: readonly number[]): number[] => {
    const all = misses(vault, camera, poseOf(change), silhouette, arc, isBowed(aspect) ? PROUD : 0);
    const seen = all.reduce((sum, { counts }) => sum + counts, 0) + 1;
    const near = all.map(({ miss, counts }) => {
      const far = miss / FAR_MISS;
      return (counts * miss * 4) / Math.sqrt(seen * (1 + far * far));
    });
    return [...near, change[0] / SPREAD.yaw, change[1] / bow, change[2] / SPREAD.roll];
  };
  const pose = poseOf(leastSquares(off, [0, 0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 1, 1, 0.5], 25));
  return { ...pose, yaw: pose.yaw - 360 * Math.round(pose.yaw / 360) };
}

/** A point of the limb this near lies on the edge, in usual misses. */
const ON_EDGE = 3;

/** Share of a view's limb of scalp that lies on the person's edge, 0..1; 0 where no scalp makes the limb. */
export const rimInSilhouette = (vault: Vault, { camera, pose }: View, silhouette: Silhouette, arc: SkullArc): number =>
  rimOf(vault, camera, pose, silhouette, arc);

function rimOf(vault: Vault, camera: Camera, pose: Pose, silhouette: Silhouette, arc: SkullArc): number {
  let [on, all] = [0, 0];
  for (const { miss, counts } of misses(vault, camera, pose, silhouette, arc)) {
    all += counts;
    if (Math.abs(miss) < ON_EDGE) on += counts;
  }
  return all > 0 ? on / all : 0;
}

/** How far from the limb the skull's edge is looked for, a share of the limb's distance, and in what steps. */
const REACH = 0.16;
const STEP = 0.01;

/**
 * The person's edge as the outline where scalp ends on it; elsewhere the model's, but nowhere beyond the person: a neck
 * and a jaw are narrower than the vault. As many ratios as rays.
 */
export function outlineBySilhouette(vault: Vault, view: View, silhouette: Silhouette): readonly number[] {
  const surface = surfaceOf(vault, { ...view, outline: bareOutline });
  const { centre } = surface;
  const k = silhouette.width / view.camera.width;
  const rays = Array.from({ length: OUTLINE_RAYS }, (_, i) => {
    const degrees = (i * 360) / OUTLINE_RAYS;
    const [sin, cos] = sincos(degrees);
    const limb = surface.limbDistance(sin, -cos) * k;
    const depth = (ratio: number): number =>
      depthAt(silhouette, centre.x * k + ratio * limb * sin, centre.y * k - ratio * limb * cos);
    const edge = scalpEnds(surface, degrees) ? crossing(depth) : null;
    return { scalp: edge !== null, edge: edge ?? 1 };
  });
  const edges = rays.map(({ edge }) => edge);
  const smooth = edges.map((edge, i) => {
    const beside = [-2, -1, 0, 1, 2].map((d) => (i + d + OUTLINE_RAYS) % OUTLINE_RAYS).filter((j) => rays[j].scalp);
    if (!rays[i].scalp) return edge;
    return beside.map((j) => edges[j]).toSorted((a, b) => a - b)[beside.length >> 1];
  });
  return withinPerson(vault, view, silhouette, carriedOn(smooth, rays));
}

/** The ratio nearest to 1 at which the person ends; null where that is nowhere near. */
function crossing(depth: (ratio: number) => number): number | null {
  const inside = depth(1) > 0;
  const step = inside ? STEP : -STEP;
  for (let ratio = 1; Math.abs(ratio - 1) < REACH; ratio += step) {
    const [here, next] = [depth(ratio), depth(ratio + step)];
    if (Number.isNaN(next) || Number.isNaN(here)) return null;
    if (next > 0 !== here > 0) return ratio + (step * here) / (here - next);
  }
  return null;
}
