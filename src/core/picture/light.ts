/* Marks in a photo's light: pigment lies under the surface, so a mark fades where the skin mirrors, and takes as much
   light in a soft photo as in a sharp one. */

import { exp, ln } from "../geometry/exact.ts";
import { cutAway } from "../head/cut.ts";
import { type Placement, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { Patch } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Specular, readSpecular, specularShare, withinHead } from "../reading/specular.ts";
import { type Ground, MARK, type Marks, type Skin } from "../stipple/stipple.ts";
import type { OpticalDepth } from "../units.ts";
import { withRoom } from "./room.ts";
import type { MarksInView } from "./visible-marks.ts";

/** Marks as they take light, each made when it is first wanted. */
export type MarksInLight = {
  readonly view: MarksInView;
  /** As MarksInView has it. */
  make(wanted: Uint8Array): Marks;
};

/**
 * `specular`: of the photo, null where dots do not fade; `absorbance`: what a depth of 1 takes of green, the channel
 * that lightness goes by. `skin`: as Marks has it. `ground`: likewise, but for its ink.
 */
export function createMarksInLight(
  view: MarksInView,
  specular: Specular | null,
  absorbance: OpticalDepth,
  skin: Skin | null,
  ground: Omit<Ground, "ink"> | null,
): MarksInLight {
  let at = new Float64Array(0);
  let made = new Uint8Array(0);
  return {
    view,
    make(wanted) {
      const bare = { ...view.make(wanted), skin, ground: ground && { ...ground, ink: view.ink() } };
      if (!specular) return bare;
      at = withRoom(at, MARK * bare.count);
      made = withRoom(made, bare.count);
      for (let j = 0; j < wanted.length; j++) {
        if (wanted[j] === 0 || made[j] > 0) continue;
        fade(bare.at, at, MARK * j, specular, absorbance);
        made[j] = 1;
      }
      return { ...bare, at };
    },
  };
}

/**
 * Writes the mark at m as it takes light. What the surface mirrors passes over the pigment: of light with a share s
 * mirrored, s + (1 - s) e^-d is left over a dot of depth d (SOURCES light-1). A mark gets the depth that leaves as
 * much.
 */
function fade(bare: Float64Array, at: Float64Array, m: number, specular: Specular, absorbance: number): void {
  for (let n = 0; n < MARK; n++) at[m + n] = bare[m + n];
  const share = Math.min(1, specularShare(specular, at[m], at[m + 1]));
  if (share <= 0) return;
  const left = share + (1 - share) * exp(-at[m + 6] * absorbance);
  at[m + 6] = left < 1 ? -ln(left) / absorbance : 0;
}

/**
 * What a photo's skin mirrors where the head is, or in a close-up's treated area; null where neither is in the photo.
 * `pixels`: the photo at 1/shrink.
 */
export function specularOf(
  pixels: PixelBuffer,
  shrink: number,
  vault: Vault,
  view: Placement & { readonly patch: Patch | null },
): Specular | null {
  const { patch } = view;
  const within = patch
    ? (x: number, y: number): number => (cutAway([patch.area], x, y) ? 1 : 0)
    : withinHead(surfaceOf(vault, view));
  return readSpecular(pixels, shrink, within);
}
