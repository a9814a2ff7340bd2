/* The outline by hand: where the traced one took the rim of an ear or
   a collar for the skull's, a few handles bend it right. */

import { sincos } from "../geometry/exact.ts";
import type { Point2 } from "../geometry/vector.ts";
import type { Degrees } from "../units.ts";
import type { Surface } from "./surface.ts";
import { scalpEnds } from "./scalp-extent.ts";
import { type View, OUTLINE_RAYS, keptRatio } from "./view.ts";

/** A handle on every third ray: 15 degrees. */
export const OUTLINE_STEP = 3;
const PER_RAY: Degrees = 360 / OUTLINE_RAYS;

/** How many rays to either side a drag is felt, fading: to the neighbouring handle, which stays where it is. */
const REACH = OUTLINE_STEP;

/**
 * The photo point where the outline crosses the ray, a whole number of 0..OUTLINE_RAYS - 1, clockwise from straight up.
 */
export function outlinePoint({ centre, limbDistance }: Surface, { outline }: View, ray: number): Point2 {
  const [s, c] = sincos(ray * PER_RAY);
  const r = limbDistance(s, -c) * outline[ray];
  return { x: centre.x + r * s, y: centre.y - r * c };
}

/**
 * The view with its outline on a ray, 0..OUTLINE_RAYS - 1, as far out as the photo point is; the rays between its
 * handles follow. It is no longer the traced one.
 */
export function withOutlineAt(surface: Surface, view: View, ray: number, to: Point2): View {
  const [s, c] = sincos(ray * PER_RAY);
  // Along the ray alone: sideways the outline has nowhere to go.
  const along = (to.x - surface.centre.x) * s - (to.y - surface.centre.y) * c;
  const change = along / surface.limbDistance(s, -c) - view.outline[ray];
  const outline = view.outline.map((k, i) => {
    const away = Math.abs(((i - ray + OUTLINE_RAYS * 1.5) % OUTLINE_RAYS) - OUTLINE_RAYS / 2);
    if (away >= REACH) return k;
    const t = away / REACH;
    const share = 1 - t * t * (3 - 2 * t);
    return keptRatio(k + share * change);
  });
  return { ...view, outline, traced: false };
}

/**
 * The rays, 0..OUTLINE_RAYS - 1, that have a handle: where scalp
 * ends, and one further to each side; and where the photo shows it.
 */
export function outlineRays(surface: Surface, view: View): readonly number[] {
  const { width, height } = view.camera;
  const rays = Array.from({ length: OUTLINE_RAYS / OUTLINE_STEP }, (_, i) => i * OUTLINE_STEP);
  const scalp = rays.map((ray) => scalpEnds(surface, ray * PER_RAY));
  return rays.filter((ray, i) => {
    const p = outlinePoint(surface, view, ray);
    const near = scalp[i] || scalp.at(i - 1) || scalp[(i + 1) % rays.length];
    return near && p.x > 0 && p.y > 0 && p.x < width && p.y < height;
  });
}
