/* The head that a silhouette proposes: whether there is one at all, which side of it is seen and how likely each other
   side is, and where it lies. A guess, and said to be one. */

import { exp } from "../geometry/exact.ts";
import type { Vault } from "../head/vault.ts";
import { scalpEnds } from "../head/scalp-extent.ts";
import { surfaceOf } from "../head/surface.ts";
import { type Aspect, OUTLINE_RAYS, type View, aspects, bareOutline } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { PhotoShape } from "./guess.ts";
import { tracedView } from "./outline-trace.ts";
import { type Mask, type Silhouette, type SkullArc, silhouetteOf, skullArc } from "./silhouette.ts";
import { outlineBySilhouette, rimInSilhouette, viewOfSilhouette } from "./silhouette-fit.ts";
import { type Signs, shadesOf, signsOf } from "./silhouette-signs.ts";
import { weights } from "./silhouette-weights.ts";
import { withinPerson } from "./within-person.ts";

/**
 * Share of an arc from which it is a skull's: heads have 0.79 and more, from above before their own shoulders 0.54; a
 * hat's brim 0.76. Things that are no person leave no mask.
 */
const LEAST_ARC = 0.5;
const SURE_ARC = 0.85;
/**
 * A side at least so likely is said without a doubt: of heads held out of the weights one in 20 was another. But from
 * behind nothing tells how far a head is turned, and bowed ones were 25 degrees off.
 */
const SURE = 0.7;

/** How likely each side is, 0..1, 1 in all. */
export type Likelihood = Readonly<Record<Aspect, number>>;

/** A person's silhouette with a head in it. */
export type HeadSilhouette = { readonly silhouette: Silhouette; readonly arc: SkullArc; readonly likely: Likelihood };

/** What a photo's mask says. `pixels`: the photo at any size. Null where no head is seen. */
export function headSilhouette(mask: Mask, pixels: PixelBuffer): HeadSilhouette | null {
  const silhouette = silhouetteOf(mask);
  if (!silhouette) return null;
  const arc = skullArc(silhouette);
  if (arc.share < LEAST_ARC) return null;
  return { silhouette, arc, likely: likelihood(signsOf(silhouette, arc, shadesOf(pixels, silhouette))) };
}

function likelihood({ even, odd }: Signs): Likelihood {
  const sum = (a: readonly number[], b: readonly number[]): number => a.reduce((all, v, i) => all + v * b[i], 0);
  const worth = aspects.map((aspect) => {
    const { bias, even: byEven, odd: byOdd } = weights[aspect];
    return bias + sum(even, byEven) + sum(odd, byOdd);
  });
  const most = Math.max(...worth);
  const shares = worth.map((w) => exp(w - most));
  const all = shares.reduce((a, b) => a + b, 0);
  return Object.fromEntries(aspects.map((aspect, i) => [aspect, shares[i] / all])) as Likelihood;
}

/** Less of the rim on the person's edge than this, and head and silhouette are not of the same mind. */
const AGREED = 0.5;

/** How far from the silhouette's edge the photo's own is looked for, a share of the limb: the mask is that coarse. */
const COARSE = 0.05;

/** A photo at 1/shrink. */
export type Shrunk = { readonly pixels: PixelBuffer; readonly shrink: number };

/**
 * The view, placed by others, with the silhouette's outline drawn to the edge in the photo; null where the silhouette
 * has its edge elsewhere. Throws RangeError as surfaceOf does.
 */
export function outlinedBy(
  vault: Vault,
  view: View,
  { silhouette, arc }: HeadSilhouette,
  { pixels, shrink }: Shrunk,
): View | null {
  if (rimInSilhouette(vault, view, silhouette, arc) < AGREED) return null;
  const coarse = outlineBySilhouette(vault, view, silhouette);
  const { outline } = tracedView(vault, view, pixels, shrink, COARSE, coarse);
  const bare = surfaceOf(vault, { ...view, outline: bareOutline });
  const perRay = 360 / OUTLINE_RAYS;
  const scalp = coarse.map((_, i) => scalpEnds(bare, i * perRay));
  // Where no scalp ends there is nothing to trace, but the person's edge is still where dots end.
  const sharp = coarse.map((k, i) => (scalp[i] ? outline[i] : Math.min(k, outline[i])));
  return { ...view, outline: withinPerson(vault, view, silhouette, sharp) };
}

/** The likeliest side. */
export const likeliest = (likely: Likelihood): Aspect =>
  aspects.reduce((best, aspect) => (likely[aspect] > likely[best] ? aspect : best));

export type HeadProposal = {
  readonly view: View;
  /** Edge and side speak clearly. */
  readonly sure: boolean;
};

/** The head seen from a side, the likeliest unless it is said, laid on the silhouette of a photo. */
export function proposedHead(
  vault: Vault,
  shape: PhotoShape,
  found: HeadSilhouette,
  photo: Shrunk,
  aspect: Aspect = likeliest(found.likely),
): HeadProposal {
  const { silhouette, arc, likely } = found;
  const { view, rim } = viewOfSilhouette(vault, aspect, shape, silhouette, arc);
  const outlined = outlinedBy(vault, view, found, photo) ?? view;
  const isTold = aspect !== "back" && likely[aspect] >= SURE;
  return { view: outlined, sure: isTold && arc.share >= SURE_ARC && rim >= SURE_ARC };
}
