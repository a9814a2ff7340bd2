/* The middle and the lower third of a face as straight heights on the head, by a landmark model's points. */

import type { Face } from "./face.ts";
import { add, apart, transform } from "../geometry/vector.ts";
import type { Thirds } from "../hairline/guides.ts";
import { rotation } from "../head/camera.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import type { Millimetres } from "../units.ts";

const [GLABELLA, SUBNASALE, MENTON] = [9, 2, 152];

/** The thirds of this face in this view, mm. */
export function facialThirds(vault: Vault, { camera, pose }: View, face: Face): Thirds {
  const turn = rotation(pose);
  const [, , depth] = add(transform(turn, [0, -40, vault.halfLength]), [pose.x, pose.y, pose.z]);
  // A bowed or lifted face is seen shorter: by the cosine, which the turn's up against the picture's down tells.
  const straight = Math.max(0.5, -turn[4] / Math.sqrt(turn[1] * turn[1] + turn[4] * turn[4] + turn[7] * turn[7]));
  const span = (a: number, b: number): Millimetres => (apart(face[a], face[b]) * (depth / camera.focal)) / straight;
  return { middle: span(GLABELLA, SUBNASALE), lower: span(SUBNASALE, MENTON) };
}
