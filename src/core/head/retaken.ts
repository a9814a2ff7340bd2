/* A view photographed again: until anything better is known, the head is where it was in the old photo. */

import type { Point2 } from "../geometry/vector.ts";
import type { Millimetres } from "../units.ts";
import { focalPixels } from "./camera.ts";
import { type View, plainView } from "./view.ts";

/**
 * The old view's head or close-up in a new photo that was framed alike: of the same height, and centred, as the ghost
 * lies over the camera's picture. `fresh`: a view of the new photo; `lens`: its 35 mm equivalent, null where it does
 * not say, which is then that of the old photo.
 */
export function retaken(old: View, fresh: View, lens: Millimetres | null): View {
  const { width, height } = fresh.camera;
  const times = height / old.camera.height;
  const focal = lens === null ? old.camera.focal * times : focalPixels(width, height, lens);
  // A longer lens shows a head as large from farther away.
  const farther = focal / (old.camera.focal * times);
  const pose = { ...old.pose, z: old.pose.z * farther };
  const moved = ({ x, y }: Point2): Point2 => ({
    x: width / 2 + (x - old.camera.width / 2) * times,
    y: height / 2 + (y - old.camera.height / 2) * times,
  });
  const patch = old.patch && {
    ends: { from: moved(old.patch.ends.from), to: moved(old.patch.ends.to) },
    mm: old.patch.mm,
    area: old.patch.area.map(moved),
  };
  const camera = { width, height, focal };
  const { photo, softness } = fresh;
  return { ...plainView(old.aspect, camera, pose, "guess"), photo, softness, traced: old.traced, patch };
}
