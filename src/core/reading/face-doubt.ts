/* What speaks against relying on a face that was found. A landmark model gives points for anything; whether they are a
   face's is asked of the photo (SOURCES face-1). */

import { labOf } from "../colour/lab.ts";
import { type Point2, apart } from "../geometry/vector.ts";
import type { Degrees } from "../units.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Pose } from "../head/camera.ts";
import { type Face, type FaceFit, FACE_POINTS, eyesOf } from "./face.ts";
import { IRIS, USUAL_PUPILS } from "../head/scale.ts";
import type { Eyes } from "../head/view.ts";

/**
 * "not-a-face": the points have no face's shape, as on a scalp or upside down. "turned": too far to the side or up for
 * a fit. "cut": part of the face lies beyond the photo. "eyes": they are shut, or hidden by glasses. "no-rim": the
 * skull's edge is not seen.
 */
export type FaceDoubt = "not-a-face" | "turned" | "cut" | "eyes" | "no-rim";

/** With these doubts a fit is of no use at all; with the others it is a guess. */
export const useless = (doubt: FaceDoubt | null): boolean => doubt === "not-a-face" || doubt === "turned";

/** Farthest that points may miss the canonical face, mm: portraits 2.1 to 5.9. */
const MOST_MISS = 9;
const MOST_YAW = 45;
const MOST_PITCH = 40;
/**
 * Irises are darker than the skin under the eyes by so much of L*: open
 * eyes 23.5 and more; shut ones 20, scalps and mirrors 13 and less.
 */
const DARKER = 22;

/** Under the eyes. */
const CHEEKS = [117, 118, 101, 346, 347, 330];
/** The skin under the lower lids. */
const LIDS = [23, 24, 253, 254];
/**
 * It is lighter than the irises by so much of L*: straight portraits by 13 and more, with clear glasses as well, the
 * demo by 7; behind dark glasses both are as dark.
 */
const LIGHTER = 5;
const IRISES = [
  [468, 469, 471],
  [473, 474, 476],
] as const;

/**
 * The first doubt that holds, the worst first; null when nothing
 * speaks against the face. `pixels`: the photo at 1/shrink.
 */
export function faceDoubt(face: Face, { pose, miss }: FaceFit, pixels: PixelBuffer, shrink: number): FaceDoubt | null {
  if (face.length !== FACE_POINTS || miss > MOST_MISS || Math.abs(pose.roll) > 60) return "not-a-face";
  if (Math.abs(pose.yaw) > MOST_YAW || Math.abs(pose.pitch) > MOST_PITCH) return "turned";
  const inside = ({ x, y }: Point2): boolean =>
    x >= 0 && y >= 0 && x < pixels.width * shrink && y < pixels.height * shrink;
  if (face.filter(inside).length < 0.97 * FACE_POINTS) return "cut";
  if (!eyesTold(pose.yaw)) return null;
  const iris = mean(
    IRISES.map(([centre, a, b]) => lightness(pixels, shrink, face[centre], apart(face[a], face[b]) / 2)),
  );
  const radius = apart(face[469], face[471]) / 2;
  const cheek = mean(CHEEKS.map((at) => lightness(pixels, shrink, face[at], radius)));
  const lids = mean(LIDS.map((at) => lightness(pixels, shrink, face[at], 0.6 * radius)));
  return cheek - iris < DARKER || lids - iris < LIGHTER ? "eyes" : null;
}

/** On a head turned further than this the model's irises lie beside the true ones (SOURCES face-2). */
const eyesTold = (yaw: Degrees): boolean => Math.abs(yaw) <= 15;

/**
 * The eyes for a scale; null where they are not told, or where pupils and irises disagree by more than 15 %: then one
 * of them is not where it is thought.
 */
export function trustedEyes(face: Face, pose: Pose): Eyes | null {
  if (!eyesTold(pose.yaw)) return null;
  const eyes = eyesOf(face, pose);
  const ratio = eyes.iris / IRIS / (eyes.pupils / USUAL_PUPILS);
  return ratio > 0.85 && ratio < 1.15 ? eyes : null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Mean L* of the disc of radius `reach` about a photo point, or of its pixel where that is all. */
function lightness({ width, height, data }: PixelBuffer, shrink: number, at: Point2, reach: number): number {
  const [cx, cy, r] = [at.x / shrink, at.y / shrink, Math.max(0.75, reach / shrink)];
  const values: number[] = [];
  for (let y = Math.max(0, Math.floor(cy - r)); y <= Math.min(height - 1, cy + r); y++) {
    for (let x = Math.max(0, Math.floor(cx - r)); x <= Math.min(width - 1, cx + r); x++) {
      if (apart({ x: x + 0.5, y: y + 0.5 }, { x: cx, y: cy }) > r) continue;
      const i = 4 * (y * width + x);
      values.push(labOf([data[i], data[i + 1], data[i + 2]]).l);
    }
  }
  return values.length > 0 ? mean(values) : 0;
}
