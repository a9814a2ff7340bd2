/* A view to begin with, before anyone has looked at the photo: a head of average size, upright, in the middle. */

import { focalPixels } from "../../core/head/camera.ts";
import { bareOutline, type View } from "../../core/head/view.ts";
import type { Millimetres, Pixels } from "../../core/units.ts";

/** Share of the photo's width that a head takes in a portrait, and that head's breadth, mm. */
const SHARE = 0.45;
const BREADTH: Millimetres = 154;

export function startView(width: Pixels, height: Pixels, lens: Millimetres): View {
  const focal = focalPixels(width, height, lens);
  const z = (focal * BREADTH) / (SHARE * width);
  return {
    aspect: "front",
    camera: { width, height, focal },
    pose: { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z },
    outline: bareOutline,
    traced: true,
    fittedBy: "guess",
  };
}
