/* A hairline's height from the face: the forehead is about as high as the middle and the lower third of the face
   (SOURCES hairline-1). A proposal, to be dragged. */

import type { Face } from "./face.ts";
import { add, apart, transform } from "../geometry/vector.ts";
import { rotation } from "../head/camera.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import type { Millimetres } from "../units.ts";

const [GLABELLA, SUBNASALE, MENTON] = [9, 2, 152];

/**
 * Against the mean of the two thirds: 0.86 a youthful line, 1 a mature one; between them (SOURCES hairline-1, measured
 * on 63 foreheads with an error of 6 mm).
 */
const SHARE = 0.95;
/** Lines that are drawn at all. */
const [LEAST, MOST] = [55, 80];

/** Glabella to mid-frontal point, mm, as the thirds of this face in this view propose it. */
export function heightByThirds(vault: Vault, { camera, pose }: View, face: Face): Millimetres {
  const turn = rotation(pose);
  const [, , depth] = add(transform(turn, [0, -40, vault.halfLength]), [pose.x, pose.y, pose.z]);
  const span = (a: number, b: number): number => apart(face[a], face[b]) * (depth / camera.focal);
  // A bowed or lifted face is seen shorter: by the cosine, which the turn's up against the picture's down tells.
  const straight = Math.max(0.5, -turn[4] / Math.sqrt(turn[1] * turn[1] + turn[4] * turn[4] + turn[7] * turn[7]));
  const third = (span(GLABELLA, SUBNASALE) + span(SUBNASALE, MENTON)) / 2 / straight;
  return Math.round(Math.max(LEAST, Math.min(MOST, SHARE * third)));
}
