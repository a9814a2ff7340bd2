/* From a face to a view of the head: the turn and the place of the brows come from the face; how large the head is, and
   how far it is bowed, are settled on its rim, which the face says little about. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Vec3, subtract, transform } from "../geometry/vector.ts";
import { type Camera, type Pose, USUAL_LENS, eyeOf, focalPixels, project, rotation } from "../head/camera.ts";
import { type Face, enlarged, fitFace } from "./face.ts";
import { type FaceDoubt, faceDoubt, trustedEyes } from "./face-doubt.ts";
import { type PhotoShape, longEnough } from "./guess.ts";
import { limbDirections } from "../head/limb.ts";
import { scalpAt } from "../head/scalp-extent.ts";
import { tracedView } from "./outline-trace.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import { type Aspect, type View, plainView } from "../head/view.ts";

/**
 * How large a head is, seen at the brows, against that of the canonical face: five bald portraits, the scan and the
 * demo have 0.99 to 1.25.
 */
const USUAL_SIZE = 1.1;
const SIZE_SPREAD = 0.1;
/** Degrees by which a face model is out about the bowing of a head (SOURCES face-3). */
const BOW_SPREAD = 4;
/** What one spread away costs of the rim's evidence, which is 0..1. */
const PRIOR = 0.03;
/** Rim evidence under which the head's size is not to be relied on: bald heads 0.6 to 0.97, a hat 0.47. */
const CLEAR_RIM = 0.5;

const RAYS = 72;

export type FaceView = {
  readonly view: View;
  /** Why the fit should be looked at, or null. "turned" and "not-a-face": it is of no use. */
  readonly doubt: FaceDoubt | null;
};

/**
 * The head that a face belongs to, its outline traced. `pixels`: the
 * photo at 1/shrink. Throws RangeError as fitFace does.
 */
export function viewOfFace(
  vault: Vault,
  { width, height, lens }: PhotoShape,
  face: Face,
  pixels: PixelBuffer,
  shrink: number,
): FaceView {
  const usual = { width, height, focal: focalPixels(width, height, lens ?? USUAL_LENS) };
  const near = fitFace(vault, usual, face);
  const camera = longEnough(usual, lens, near.pose.z);
  const fit = camera === usual ? near : fitFace(vault, camera, face);
  const { pose, rim } = settled(vault, camera, fit.pose, pixels, shrink);
  const doubt = faceDoubt(face, fit, pixels, shrink) ?? (rim < CLEAR_RIM ? "no-rim" : null);
  const eyes = doubt === "eyes" ? null : trustedEyes(face, pose);
  const view = { ...plainView(aspectOf(pose), camera, pose, doubt ? "guess" : "face"), eyes };
  return { view: tracedView(vault, view, pixels, shrink), doubt };
}

/** A face turned further than this is a three-quarter view; one bowed half way to the usual bow is bowed. Degrees. */
const STRAIGHT = 20;
const UPRIGHT = 20;

/** What a photo with this face shows. */
function aspectOf({ yaw, pitch }: Pose): Aspect {
  if (Math.abs(yaw) < STRAIGHT) return pitch < -UPRIGHT ? "front-bowed" : "front";
  return yaw < 0 ? "three-quarter-left" : "three-quarter-right";
}

/** The pose about the same glabella whose rim is seen best in the photo. */
function settled(
  vault: Vault,
  camera: Camera,
  start: Pose,
  pixels: PixelBuffer,
  shrink: number,
): { readonly pose: Pose; readonly rim: number } {
  let best = { pose: start, rim: 0, worth: -Infinity, size: USUAL_SIZE, bow: 0 };
  const look = (size: number, bow: number): void => {
    const pose = bowed(vault, enlarged(vault, start, size), bow);
    const rim = rimEvidence(vault, camera, pose, pixels, shrink);
    const [grown, bent] = [(size - USUAL_SIZE) / SIZE_SPREAD, bow / BOW_SPREAD];
    const worth = rim - PRIOR * (grown * grown + bent * bent);
    if (worth > best.worth) best = { pose, rim, worth, size, bow };
  };
  for (let size = 0.86; size < 1.4; size += 0.04) for (let bow = -9; bow <= 9; bow += 3) look(size, bow);
  for (const step of [1, 0.4]) {
    const { size, bow } = best;
    for (let i = -2; i <= 2; i++) for (let j = -2; j <= 2; j++) look(size + 0.01 * step * i, bow + step * j);
  }
  return best;
}

/** The pose with the chin lifted by so many degrees about the glabella. */
function bowed(vault: Vault, pose: Pose, degrees: number): Pose {
  const glabella: Vec3 = [0, 0, vault.halfLength];
  const turned = { ...pose, pitch: pose.pitch + degrees };
  const [x, y, z] = subtract(transform(rotation(pose), glabella), transform(rotation(turned), glabella));
  return { ...turned, x: pose.x + x, y: pose.y + y, z: pose.z + z };
}

/** How clearly colours change across the limb where it is scalp, 0..1: per ray the best place within 5 % of it. */
function rimEvidence(vault: Vault, camera: Camera, pose: Pose, pixels: PixelBuffer, shrink: number): number {
  const eye = eyeOf(camera, pose);
  const centre = project(eye, [0, 0, 0]);
  let sum = 0;
  let rays = 0;
  for (const direction of limbDirections(vault, eye, RAYS)) {
    const p = vaultPoint(vault, direction);
    if (!scalpAt(p)) continue;
    rays++;
    const { x, y } = project(eye, p);
    let most = 0;
    for (let k = 0.95; k < 1.06; k += 0.02) {
      const off = (k - 1) / 0.06;
      const change = across(pixels, shrink, centre.x, centre.y, x - centre.x, y - centre.y, k);
      most = Math.max(most, Math.min(1, change / 240) * (1 - 0.6 * off * off));
    }
    sum += most;
  }
  return rays > 0 ? sum / rays : 0;
}

/** Change of colour across the place k on the way (dx, dy) from the centre, at two distances; 0 at the photo's edge. */
function across(
  { width, height, data }: PixelBuffer,
  shrink: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  k: number,
): number {
  let change = 0;
  for (const reach of [0.015, 0.035]) {
    const place = (share: number): number => {
      const col = Math.floor((cx + share * dx) / shrink);
      const row = Math.floor((cy + share * dy) / shrink);
      return col < 0 || row < 0 || col >= width || row >= height ? -1 : 4 * (row * width + col);
    };
    const inner = place(k - reach);
    const outer = place(k + reach);
    if (inner < 0 || outer < 0) return 0;
    for (let channel = 0; channel < 3; channel++) change += Math.abs(data[inner + channel] - data[outer + channel]);
  }
  return change;
}
