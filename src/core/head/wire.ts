/* The light wire that shows how the head was fitted: outline, midline and brow line, as polylines in photo pixels. */

import { sincos } from "../geometry/exact.ts";
import type { Point2, Vec3 } from "../geometry/vector.ts";
import { type Surface, surfaceOf } from "./surface.ts";
import type { Vault } from "./vault.ts";
import type { View } from "./view.ts";

/** Hidden parts are left out; `outline` is closed, its first point is not repeated. */
export type Wire = {
  readonly outline: readonly Point2[];
  readonly midline: readonly Point2[];
  readonly browLine: readonly Point2[];
};

/** The wire of a head in a view, px of the photo. Throws RangeError as surfaceOf does. */
export function wireOf(vault: Vault, view: View): Wire {
  const surface = surfaceOf(vault, view);
  return {
    outline: outlinePoints(surface),
    // From the brow over the vertex to the nape.
    midline: seen(surface, -6, 215, (s, c) => [0, s, c]),
    // Level through the glabella, from ear to ear about the face.
    browLine: seen(surface, -110, 110, (s, c) => [s, 0, c]),
  };
}

function outlinePoints({ centre, limbDistance, outlineRatio }: Surface): Point2[] {
  return Array.from({ length: 180 }, (_, i) => {
    const [s, c] = sincos(i * 2);
    const r = limbDistance(s, -c) * outlineRatio(s, -c);
    return { x: centre.x + r * s, y: centre.y - r * c };
  });
}

/** The longest run of visible points on an arc of the vault, every 2 degrees. */
function seen(surface: Surface, from: number, to: number, at: (sin: number, cos: number) => Vec3): Point2[] {
  let best: Point2[] = [];
  let run: Point2[] = [];
  for (let angle = from; angle <= to; angle += 2) {
    const [s, c] = sincos(angle);
    const p = surface.toImage(at(s, c));
    if (p.facing > 0) run.push({ x: p.x, y: p.y });
    else run = [];
    if (run.length > best.length) best = [...run];
  }
  return best;
}
