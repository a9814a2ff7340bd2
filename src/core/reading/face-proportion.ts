/* Whether a face is as broad for its height as faces are: a photo that was squeezed on its way shows one that is not,
   and no head can be laid on it rightly. */

import { apart } from "../geometry/vector.ts";
import type { Pose } from "../head/camera.ts";
import { type Face, FACE_POINTS } from "./face.ts";

/** Before the ears, and from the forehead to the chin. */
const [LEFT, RIGHT, FOREHEAD, CHIN] = [454, 234, 10, 152];

/** Breadth to height of a mesh that is seen straight on; what is beyond is hardly a face's own (SOURCES face-5). */
const BROAD = { least: 0.775, most: 0.925 };

/** Turned or bowed further than this a face is foreshortened by more than faces differ, degrees. */
const STRAIGHT = { yaw: 12, pitch: 28 };

/**
 * Which way a face is out of proportion; null where it is not, or is not seen straight enough to tell. Throws
 * RangeError for another number of points.
 */
export function outOfProportion(face: Face, { yaw, pitch }: Pose): "narrow" | "broad" | null {
  if (face.length !== FACE_POINTS) throw new RangeError(`a face has ${FACE_POINTS} points: got ${face.length}`);
  if (Math.abs(yaw) > STRAIGHT.yaw || Math.abs(pitch) > STRAIGHT.pitch) return null;
  const broad = apart(face[LEFT], face[RIGHT]) / apart(face[FOREHEAD], face[CHIN]);
  return broad < BROAD.least ? "narrow" : broad > BROAD.most ? "broad" : null;
}
