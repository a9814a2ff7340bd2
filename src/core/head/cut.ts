/* Cut-outs: parts of a photo where no dots lie, though the head is there: a hat, a hand, a collar before it. */

import type { Point2 } from "../geometry/vector.ts";
import { sincos } from "../geometry/exact.ts";
import type { Pixels } from "../units.ts";
import type { Cut, View } from "./view.ts";

/** Corners of a new cut-out, and how many cut-outs a view may have. */
const CORNERS = 6;
export const MOST_CUTS = 6;

/** Whether the photo point (x, y), px, lies in a cut-out: an odd number of its edges lies to the right. */
export function cutAway(cuts: readonly Cut[], x: number, y: number): boolean {
  return cuts.some((cut) => {
    let inside = false;
    for (let i = 0, j = cut.length - 1; i < cut.length; j = i++) {
      const [a, b] = [cut[i], cut[j]];
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) inside = !inside;
    }
    return inside;
  });
}

/**
 * The view with one more cut-out, a small one on the upper half of what reaches `up` px from its centre; with as many
 * as there may be (MOST_CUTS), the view itself.
 */
export function withCut(view: View, centre: Point2, up: Pixels): View {
  if (view.cuts.length >= MOST_CUTS) return view;
  // Side by side, so that no new one hides under the one before.
  const aside = ((view.cuts.length % 3) - 1) * 0.4 * up;
  const cut = Array.from({ length: CORNERS }, (_, i) => {
    const [s, c] = sincos((360 * i) / CORNERS);
    return { x: centre.x + aside + 0.18 * up * s, y: centre.y - 0.7 * up - 0.18 * up * c };
  });
  return { ...view, cuts: [...view.cuts, cut] };
}

/**
 * The view with corner `corner` of cut-out `which`, both counted from 0, moved to a photo point, px, kept on the photo;
 * without such a corner nothing changes.
 */
export function withCorner(view: View, which: number, corner: number, to: Point2): View {
  const { width, height } = view.camera;
  const at = { x: Math.max(0, Math.min(width, to.x)), y: Math.max(0, Math.min(height, to.y)) };
  return {
    ...view,
    cuts: view.cuts.map((cut, i) => (i === which ? cut.map((p, j) => (j === corner ? at : p)) : cut)),
  };
}

/** The view without the cut-out that was made last. */
export const withoutLastCut = (view: View): View => ({ ...view, cuts: view.cuts.slice(0, -1) });
