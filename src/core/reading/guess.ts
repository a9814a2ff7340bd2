/* A first guess at where the head is: sought in the photo, then the outline traced about it. Coarse on purpose; it is
   shown as a guess and handles put it right. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Millimetres, Pixels } from "../units.ts";
import { type Camera, USUAL_LENS, focalPixels } from "../head/camera.ts";
import { viewAt } from "../head/fit.ts";
import { outlinePoint } from "../head/outline.ts";
import { seekHead } from "./head-search.ts";
import { surfaceOf } from "../head/surface.ts";
import { tracedView } from "./outline-trace.ts";
import type { Vault } from "../head/vault.ts";
import { type Aspect, OUTLINE_RAYS, type View, bareOutline } from "../head/view.ts";

/**
 * Evidence from which the sighting is used, and from which it counts as a head found. Tried on the demo, the scan, 13
 * portraits and seven pictures of other things: heads 1.59 to 2.00 (from above least), a wood 1.60, tablets on a table,
 * a park, a window and flat colours 1.49 and less.
 */
const LIKELY = 1.5;
/** Nothing is like a head under this: 41 photos of heads have 1.45 and more, flat colours, a drawing 1.1 and less. */
const NOTHING = 1.3;
const FOUND = 1.65;

/**
 * Nobody photographs a head from nearer than this: where the lens is unknown, it is at least so long that this holds.
 */
const NEAREST: Millimetres = 700;

/** Rounds of tracing and moving, each about the edge that the one before found. */
const ROUNDS = 3;

export type PhotoShape = {
  readonly width: Pixels;
  readonly height: Pixels;
  /** 35 mm equivalent, null where the photo does not say. */
  readonly lens: Millimetres | null;
};

/** The camera for a head `away` mm from it: where the lens is unknown, longer where the head would be too near. */
export const longEnough = (camera: Camera, lens: Millimetres | null, away: Millimetres): Camera =>
  lens === null && away < NEAREST ? { ...camera, focal: (camera.focal * NEAREST) / away } : camera;

/**
 * The guess, and whether anything like a head was found. Where nothing at all is like one the head stands in the middle
 * of the photo, fitted by "none". `pixels`:
 * the photo at 1/shrink.
 */
export function guessView(
  vault: Vault,
  aspect: Aspect,
  { width, height, lens }: PhotoShape,
  pixels: PixelBuffer,
  shrink: number,
): { readonly view: View; readonly found: boolean } {
  const camera = { width, height, focal: focalPixels(width, height, lens ?? USUAL_LENS) };
  const { top, breadth, evidence } = seekHead(vault, aspect, pixels, shrink);
  if (evidence < LIKELY) {
    const middle = { x: width / 2, y: height * 0.14 };
    const view = viewAt(vault, aspect, camera, middle, Math.min(width, height) * 0.45);
    return { view: { ...view, fittedBy: evidence < NOTHING ? "none" : "guess" }, found: false };
  }
  const near = viewAt(vault, aspect, camera, top, breadth);
  const first = viewAt(vault, aspect, longEnough(camera, lens, near.pose.z), top, breadth);
  const settled = aspect.startsWith("front") || aspect === "back" ? asBroad : filled;
  return { view: settled(vault, first, pixels, shrink), found: evidence >= FOUND };
}

/** The view with its outline traced, nearer or farther until the model's limb is as large as that, in the mean. */
function filled(vault: Vault, first: View, pixels: PixelBuffer, shrink: number): View {
  let view = tracedView(vault, first, pixels, shrink);
  for (let round = 0; round < ROUNDS; round++) {
    const seen = view.outline.filter((k) => k !== 1);
    if (seen.length < OUTLINE_RAYS / 6) break;
    const k = seen.reduce((sum, ratio) => sum + ratio, 0) / seen.length;
    const { pose } = view;
    const nearer = { ...pose, x: pose.x / k, y: pose.y / k, z: pose.z / k };
    view = tracedView(vault, { ...view, pose: nearer }, pixels, shrink);
  }
  return view;
}

/**
 * The same for a head seen along its length: by the outline's top and greatest breadth, for the breadth of a head is
 * measured where it is greatest. Between top and sides skulls stand out from the vault, at the parietal eminences, so
 * that the mean would make them too large.
 */
function asBroad(vault: Vault, first: View, pixels: PixelBuffer, shrink: number): View {
  let view = tracedView(vault, first, pixels, shrink);
  for (let round = 0; round < ROUNDS; round++) {
    const edge = upperHalf(vault, view);
    const bare = upperHalf(vault, { ...view, outline: bareOutline });
    const nearer = (edge.right - edge.left) / (bare.right - bare.left);
    const breadth = (nearer * 2 * vault.halfBreadth * view.camera.focal) / view.pose.z;
    const top = { x: (edge.left + edge.right) / 2, y: edge.top };
    view = tracedView(vault, viewAt(vault, view.aspect, view.camera, top, breadth), pixels, shrink);
  }
  return view;
}

/** How far the upper half of the outline reaches, px: below, ears and neck are in the way. */
function upperHalf(vault: Vault, view: View): { readonly left: Pixels; readonly right: Pixels; readonly top: Pixels } {
  const surface = surfaceOf(vault, view);
  const quarter = OUTLINE_RAYS / 4;
  const points = Array.from({ length: 2 * quarter + 1 }, (_, i) =>
    outlinePoint(surface, view, (i + 3 * quarter) % OUTLINE_RAYS),
  );
  const across = points.map(({ x }) => x);
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...points.map(({ y }) => y)) };
}
