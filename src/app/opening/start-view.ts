/* A view to begin with, before anyone has looked at the photo: a head
   of average size, upright, where portraits have it. */

import { focalPixels } from "../../core/head/camera.ts";
import { type View, plainView } from "../../core/head/view.ts";
import type { Millimetres, Pixels } from "../../core/units.ts";

/** Share of the photo's width that a head takes in a portrait, and that head's breadth, mm. */
const SHARE = 0.45;
const BREADTH: Millimetres = 154;

/** Height of the brows in a portrait, as a share of the photo's from its top. */
const BROWS = 0.32;

export function startView(width: Pixels, height: Pixels, lens: Millimetres): View {
  const focal = focalPixels(width, height, lens);
  const z = (focal * BREADTH) / (SHARE * width);
  const pose = { yaw: 0, pitch: 0, roll: 0, x: 0, y: ((BROWS - 0.5) * height * z) / focal, z };
  return plainView("front", { width, height, focal }, pose, "guess");
}
