/* A face in a photo, as points that a landmark model found, and the head's pose that it tells: a canonical face in
   millimetres, fixed to the vault at the glabella, is turned and moved until its points fall on those found. */

import { sincos } from "../geometry/exact.ts";
import { leastSquares } from "../geometry/least-squares.ts";
import { type Point2, type Vec3, add, apart, scale, subtract, transform } from "../geometry/vector.ts";
import type { Millimetres } from "../units.ts";
import { type Camera, type Pose, eyeOf, project, rotation } from "../head/camera.ts";
import type { Vault } from "../head/vault.ts";
import type { Eyes } from "../head/view.ts";

/** Points of a face, px of the photo, numbered as in MediaPipe's face mesh with irises: 478. */
export type Face = readonly Point2[];

export const FACE_POINTS = 478;

/** The glabella's number. */
const GLABELLA = 9;

/**
 * Points of the midline and of the image's right half of a frontal view, cm, from MediaPipe's canonical face model
 * (SOURCES face-4), pupils 63 mm apart; x, y, z as in the head frame.
 */
const model: readonly (readonly [number: number, twin: number, x: number, y: number, z: number])[] = [
  [10, 10, 0, 8.262, 4.482],
  [151, 151, 0, 6.545, 5.027],
  [9, 9, 0, 4.886, 5.385],
  [8, 8, 0, 4.019, 5.285],
  [168, 168, 0, 3.271, 5.236],
  [6, 6, 0, 2.473, 5.789],
  [197, 197, 0, 1.728, 6.317],
  [195, 195, 0, 1.059, 6.775],
  [5, 5, 0, 0.366, 7.243],
  [4, 4, 0, -0.463, 7.587],
  [1, 1, 0, -1.127, 7.476],
  [2, 2, 0, -2.089, 6.058],
  [152, 152, 0, -9.403, 4.264],
  [263, 33, 4.446, 2.664, 3.173],
  [362, 133, 1.856, 2.585, 3.758],
  [291, 61, 2.456, -4.343, 4.284],
  [454, 234, 7.664, 0.673, -2.436],
  [356, 127, 7.743, 2.365, -2.005],
  [300, 70, 5.721, 4.255, 2.831],
  [334, 105, 3.987, 5.109, 4.466],
  [336, 107, 1.396, 5.012, 5.316],
  [299, 69, 3.064, 6.566, 4.53],
  [333, 104, 4.539, 6.32, 3.683],
];

const [, , , glabellaY, glabellaZ] = model[2];

/** The model's points in the head frame of a vault, mm. */
const facePoints = (vault: Vault): readonly { readonly number: number; readonly at: Vec3 }[] =>
  model.flatMap(([number, twin, x, y, z]) => {
    const at: Vec3 = [10 * x, 10 * (y - glabellaY), 10 * (z - glabellaZ) + vault.halfLength];
    const mirrored: Vec3 = [-at[0], at[1], at[2]];
    return number === twin
      ? [{ number, at }]
      : [
          { number, at },
          { number: twin, at: mirrored },
        ];
  });

/** Outer corners of the eyes, and how far apart they are in the model, mm. */
const [OUTER_LEFT, OUTER_RIGHT, OUTER_SPAN] = [263, 33, 88.92];

export type FaceFit = {
  readonly pose: Pose;
  /** Root mean square of what the model's points miss, mm on the face. */
  readonly miss: Millimetres;
};

/**
 * The pose in which the model's points fall nearest to the face's, for a head whose pupils are 63 mm apart. Throws
 * RangeError for another number of points.
 */
export function fitFace(vault: Vault, camera: Camera, face: Face): FaceFit {
  if (face.length !== FACE_POINTS) throw new RangeError(`a face has ${FACE_POINTS} points: got ${face.length}`);
  const [left, right, glabella] = [face[OUTER_LEFT], face[OUTER_RIGHT], face[GLABELLA]];
  const span = Math.max(1, apart(left, right));
  const pixel = OUTER_SPAN / span;
  const z = camera.focal * pixel;
  const points = facePoints(vault);
  const start: Pose = {
    yaw: 0,
    pitch: 0,
    roll: 0,
    x: (glabella.x - camera.width / 2) * pixel,
    y: (glabella.y - camera.height / 2) * pixel,
    z: z + vault.halfLength,
  };
  // Degrees and hundredths of the distance: steps of like effect.
  const poseOf = ([yaw, pitch, roll, x, y, away]: readonly number[]): Pose => ({
    yaw,
    pitch,
    roll,
    x: start.x + x,
    y: start.y + y,
    z: Math.max(vault.halfLength + 50, start.z * (1 + away / 100)),
  });
  const miss = (x: readonly number[]): number[] => {
    const eye = eyeOf(camera, poseOf(x));
    return points.flatMap(({ number, at }) => {
      const p = project(eye, at);
      return [(p.x - face[number].x) * pixel, (p.y - face[number].y) * pixel];
    });
  };
  const best = leastSquares(miss, [0, 0, 0, 0, 0, 0], [0.05, 0.05, 0.05, 0.05, 0.05, 0.05], 60);
  const squares = miss(best).reduce((sum, v) => sum + v * v, 0);
  return { pose: poseOf(best), miss: Math.sqrt(squares / points.length) };
}

/** The pose with the glabella on the same pixel and the head seen `times` as large, over 0. */
export function enlarged(vault: Vault, pose: Pose, times: number): Pose {
  const glabella = transform(rotation(pose), [0, 0, vault.halfLength]);
  const [x, y, z] = subtract(scale(add(glabella, [pose.x, pose.y, pose.z]), 1 / times), glabella);
  return { ...pose, x, y, z };
}

/**
 * The face's eyes, px, set straight for the turn of the head: a head turned by a right angle shows none of their width.
 */
export function eyesOf(face: Face, pose: Pose): Eyes {
  const between = (a: number, b: number): number => apart(face[a], face[b]);
  const [, straight] = sincos(Math.min(75, Math.abs(pose.yaw)));
  const rounded = (value: number): number => Math.round((100 * value) / straight) / 100;
  return {
    pupils: rounded(between(468, 473)),
    iris: rounded((between(469, 471) + between(474, 476)) / 2),
  };
}
