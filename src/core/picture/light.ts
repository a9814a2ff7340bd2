/* Marks in a photo's light: pigment lies under the surface, so no more of it is seen than what skin does not mirror.
   From edition 3 on that is so pixel by pixel; before, a mark fades as a whole. */

import { exp, ln } from "../geometry/exact.ts";
import { cutAway } from "../head/cut.ts";
import { type Placement, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { Patch } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Edition } from "../pigment/edition.ts";
import { readGloss } from "../reading/gloss.ts";
import { type Shine, readSpecular, specularShare, withinHead, withinOutline } from "../reading/specular.ts";
import { type Gloss, type Ground, MARK, type Marks, type Skin } from "../stipple/stipple.ts";
import type { OpticalDepth } from "../units.ts";
import { withRoom } from "./room.ts";
import type { MarksInView } from "./visible-marks.ts";

/** Marks as they take light, each made when it is first wanted. */
export type MarksInLight = {
  readonly view: MarksInView;
  /** As MarksInView has it. */
  make(wanted: Uint8Array): Marks;
};

/** What is mirrored over each mark of a view, 0..1, worked out when it is first asked for. */
export type Mirrored = (at: Float64Array, j: number) => number;

/**
 * `mirrored`: over the view's marks, null where they do not fade as a whole; `absorbance`: what a depth of 1 takes of
 * green, the channel that lightness goes by. `skin` and `gloss`: as Marks has them. `ground`: likewise, but for its
 * ink.
 */
export function createMarksInLight(
  view: MarksInView,
  mirrored: Mirrored | null,
  absorbance: OpticalDepth,
  skin: Skin | null,
  ground: Omit<Ground, "ink"> | null,
  gloss: Gloss | null,
): MarksInLight {
  let at = new Float64Array(0);
  let made = new Uint8Array(0);
  return {
    view,
    make(wanted) {
      const bare = { ...view.make(wanted), skin, ground: ground && { ...ground, ink: view.ink() }, gloss };
      if (!mirrored) return bare;
      at = withRoom(at, MARK * bare.count);
      made = withRoom(made, bare.count);
      for (let j = 0; j < wanted.length; j++) {
        if (wanted[j] === 0 || made[j] > 0) continue;
        const m = MARK * j;
        for (let n = 0; n < MARK; n++) at[m + n] = bare.at[m + n];
        const share = mirrored(at, j);
        if (share > 0) at[m + 6] = faded(at[m + 6] * absorbance, share) / absorbance;
        made[j] = 1;
      }
      return { ...bare, at };
    },
  };
}

/**
 * What the surface mirrors passes over the pigment: of light with a share s mirrored, s + (1 - s) e^-d is left over a
 * dot of depth d (SOURCES light-1). The depth that leaves as much.
 */
function faded(depth: OpticalDepth, share: number): OpticalDepth {
  const left = share + (1 - share) * exp(-depth);
  return left < 1 ? -ln(left) : 0;
}

/** What is mirrored over the middles of marks. */
export const mirroredOver =
  (shine: Shine): Mirrored =>
  (at, j) =>
    Math.min(1, specularShare(shine, at[MARK * j], at[MARK * j + 1]));

/**
 * What a photo's skin mirrors where the head is, or in a close-up's treated area; null where neither is in the photo.
 * `pixels`: the photo at 1/shrink.
 * `edition`: of the plan; pictures of the first two are read as they were.
 */
export function specularOf(
  pixels: PixelBuffer,
  shrink: number,
  vault: Vault,
  view: Placement & { readonly patch: Patch | null },
  edition: Edition,
): Shine | null {
  const { patch } = view;
  const within = patch ? (x: number, y: number): number => (cutAway([patch.area], x, y) ? 1 : 0) : null;
  const skin = within ?? withinHead(surfaceOf(vault, view));
  if (edition <= 2) return readSpecular(pixels, shrink, skin);
  return readGloss(pixels, shrink, { skin, head: within ?? withinOutline(surfaceOf(vault, view)) });
}
