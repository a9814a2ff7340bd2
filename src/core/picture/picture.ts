/* The way through: scene and photo to picture. The same bytes on every machine. */

import { type PixelBuffer, pixelBuffer } from "../photo/pixel-buffer.ts";
import { type Scene, planOf, viewOf } from "../plan/scene.ts";
import { paintBands } from "../stipple/stipple.ts";
import { type HeadFollicles, createHeadFollicles, folliclesOf } from "./head-follicles.ts";
import { absorbanceSeen, groundOf } from "./ink.ts";
import { specularOf } from "./light.ts";
import { NOTHING_OVER, type OverInk, hairOf } from "./over-ink.ts";
import { type PlanInView, createPlanInView } from "./plan-in-view.ts";
import { listOf } from "./visible-marks.ts";

/** A picture of the whole photo, made step by step: yields the share done, 0..1, and gives the picture at last. */
export function* paintedPicture(
  photo: PixelBuffer,
  scene: Scene,
  { marks, wanted, erythema }: PlanInView,
): Generator<number, { readonly pixels: PixelBuffer; readonly dots: number }> {
  const out = pixelBuffer(photo.width, photo.height);
  const list = listOf(wanted);
  const parts = erythema ? 2 : 1;
  const [plan, { moment }] = [planOf(scene), scene.cursor];
  const absorbance = absorbanceSeen(plan, moment, viewOf(scene), 1);
  const bands = paintBands(photo, marks, list, absorbance, out.data, groundOf(plan, moment));
  for (const share of bands) yield share / parts;
  if (erythema) {
    // Laid over the picture itself: each band is read before it is written.
    const reddening = paintBands(out, erythema.marks, erythema.list, erythema.absorbance, out.data);
    for (const share of reddening) yield (1 + share) / parts;
  }
  return { pixels: out, dots: list.length };
}

/** A scene's plan in its view with all its follicles, from scratch but for those that have grown already. */
export const planInView = (head: HeadFollicles, scene: Scene, over: OverInk = NOTHING_OVER): PlanInView =>
  createPlanInView(head)(scene, over, () => false);

/**
 * Everything at once, for a file or a test: one photo, one scene, one picture as large as the photo, and how many dots
 * are in it. `head`: the document's. Throws RangeError as planOf and viewOf do.
 */
export function renderPicture(
  pixels: PixelBuffer,
  scene: Scene,
  head: HeadFollicles = createHeadFollicles(folliclesOf(scene.document)),
): { readonly picture: PixelBuffer; readonly dots: number } {
  const { vault, matteSkin } = scene.document;
  const specular = matteSkin ? null : specularOf(pixels, 1, vault, viewOf(scene), planOf(scene).edition);
  const hair = hairOf(pixels, 1, vault, viewOf(scene));
  const painting = paintedPicture(pixels, scene, planInView(head, scene, { specular, hair }));
  for (let step = painting.next(); ; step = painting.next()) {
    if (step.done) return { picture: step.value.pixels, dots: step.value.dots };
  }
}
