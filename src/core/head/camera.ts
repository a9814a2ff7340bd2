/* A view's geometry: pinhole camera and pose, from head millimetres to photo pixels.

       Xc = R X + t,   px = width/2 + focal Xc.x / Xc.z,   py = height/2 + focal Xc.y / Xc.z

   in a camera frame with x right, y down, z away. R = diag(1,-1,-1) Rz(roll) Rx(pitch) Ry(yaw). */

import type { Degrees, Millimetres, Pixels } from "../units.ts";
import { sincos } from "../geometry/exact.ts";
import {
  type Mat3,
  type Point2,
  type Vec3,
  product,
  scale,
  subtract,
  transform,
  transposed,
} from "../geometry/vector.ts";

/**
 * Yaw turns the face to the image's right, pitch lifts the chin, roll tilts the head clockwise; x, y, z: the vault's
 * centre in the camera frame.
 */
export type Pose = {
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  readonly roll: Degrees;
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly z: Millimetres;
};

export type Camera = { readonly width: Pixels; readonly height: Pixels; readonly focal: Pixels };

/** Diagonal of the 36 x 24 mm frame that "35 mm equivalent" refers to. */
const FULL_FRAME_DIAGONAL: Millimetres = 43.2666;

/** 26 mm: the main lens of a telephone, for photos that do not say (SOURCES camera-1). */
export const USUAL_LENS: Millimetres = 26;

/**
 * Focal length in pixels of a photo of this size taken through a lens
 * of `equivalent` mm (35 mm equivalent, by the diagonal).
 */
export function focalPixels(width: Pixels, height: Pixels, equivalent: Millimetres): Pixels {
  return (equivalent / FULL_FRAME_DIAGONAL) * Math.sqrt(width * width + height * height);
}

/** Rotation from head to camera frame: R in the head of this file. */
export function rotation(pose: Pose): Mat3 {
  const [sy, cy] = sincos(pose.yaw);
  const [sp, cp] = sincos(pose.pitch);
  const [sr, cr] = sincos(pose.roll);
  const yaw: Mat3 = [cy, 0, sy, 0, 1, 0, -sy, 0, cy];
  const pitch: Mat3 = [1, 0, 0, 0, cp, sp, 0, -sp, cp];
  const roll: Mat3 = [cr, sr, 0, sr, -cr, 0, 0, 0, -1];
  return product(roll, product(pitch, yaw));
}

/** A pose made ready for many points. */
export type Eye = {
  readonly camera: Camera;
  readonly turn: Mat3;
  readonly shift: Vec3;
  /** The camera's place in the head frame, mm. */
  readonly place: Vec3;
};

/** The camera at a pose, for `project` and `sightLine`. */
export function eyeOf(camera: Camera, pose: Pose): Eye {
  const turn = rotation(pose);
  const shift: Vec3 = [pose.x, pose.y, pose.z];
  return { camera, turn, shift, place: scale(transform(transposed(turn), shift), -1) };
}

/** Pixel on which a head point falls. Throws RangeError for a point at or behind the camera. */
export function project(eye: Eye, p: Vec3): Point2 {
  const c = transform(eye.turn, p);
  const z = c[2] + eye.shift[2];
  if (!(z > 0)) throw new RangeError(`a point before the camera is needed: got depth ${z} mm`);
  return {
    x: eye.camera.width / 2 + (eye.camera.focal * (c[0] + eye.shift[0])) / z,
    y: eye.camera.height / 2 + (eye.camera.focal * (c[1] + eye.shift[1])) / z,
  };
}

/** Direction in the head frame in which the camera sees a pixel (not unit length). */
export function sightLine(eye: Eye, p: Point2): Vec3 {
  const camera: Vec3 = [
    (p.x - eye.camera.width / 2) / eye.camera.focal,
    (p.y - eye.camera.height / 2) / eye.camera.focal,
    1,
  ];
  return transform(transposed(eye.turn), camera);
}

/** True when the surface at p with the outward normal n faces the camera. */
export const faces = (eye: Eye, p: Vec3, n: Vec3): boolean => {
  const toEye = subtract(eye.place, p);
  return toEye[0] * n[0] + toEye[1] * n[1] + toEye[2] * n[2] > 0;
};
