/* Whether a photo shows more people than one: a person beside the largest, or one more skull on its edge. */

import { type Mask, type Silhouette, type SkullArc, silhouetteOf, skullArc } from "./silhouette.ts";

/**
 * Share of an arc from which it is another skull's, on a person of its own and on the edge of the same: shoulders and
 * hands are no arcs. Sizes that a second head may have against the first.
 */
const LEAST_ARC = { apart: 0.7, joined: 0.8 };
const SIZES = { least: 0.5, most: 2 };

/** Whether there is another head in the mask than the one on `arc`. */
export function showsOthers(mask: Mask, silhouette: Silhouette, arc: SkullArc): boolean {
  const isHead = (other: SkullArc, least: number): boolean => {
    const times = other.across / arc.across;
    return other.share >= least && times > SIZES.least && times < SIZES.most;
  };
  if (isHead(skullArc(silhouette, arc), LEAST_ARC.joined)) return true;
  const other = silhouetteOf(mask, silhouette);
  return other !== null && isHead(skullArc(other), LEAST_ARC.apart);
}
