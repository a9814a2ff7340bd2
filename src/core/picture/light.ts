/* Marks in a photo's light: pigment lies under the surface, so a mark fades where the skin mirrors, and takes as much
   light in a soft photo as in a sharp one. */

import { exp, ln } from "../geometry/exact.ts";
import { cutAway } from "../head/cut.ts";
import { type Placement, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { Patch } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Edition } from "../pigment/edition.ts";
import { readGloss } from "../reading/gloss.ts";
import { type Specular, readSpecular, specularShare, withinHead, withinOutline } from "../reading/specular.ts";
import { type Ground, MARK, type Marks, type Skin, depthLeaving } from "../stipple/stipple.ts";
import type { OpticalDepth, Pixels } from "../units.ts";
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
 * `mirrored`: over the view's marks, null where dots do not fade; `absorbance`: what a depth of 1 takes of green, the
 * channel that lightness goes by. `skin`: as Marks has it. `ground`: likewise, but for its ink. `whole`: whether a dot
 * is as dark as it is in all (from edition 3 on), or as in its middle.
 */
export function createMarksInLight(
  view: MarksInView,
  mirrored: Mirrored | null,
  absorbance: OpticalDepth,
  skin: Skin | null,
  ground: Omit<Ground, "ink"> | null,
  whole: boolean,
): MarksInLight {
  let at = new Float64Array(0);
  let made = new Uint8Array(0);
  return {
    view,
    make(wanted) {
      const bare = { ...view.make(wanted), skin, ground: ground && { ...ground, ink: view.ink() } };
      if (!mirrored) return bare;
      at = withRoom(at, MARK * bare.count);
      made = withRoom(made, bare.count);
      for (let j = 0; j < wanted.length; j++) {
        if (wanted[j] === 0 || made[j] > 0) continue;
        const m = MARK * j;
        for (let n = 0; n < MARK; n++) at[m + n] = bare.at[m + n];
        const share = mirrored(at, j);
        if (share > 0) {
          const depth = at[m + 6] * absorbance;
          const left = whole && skin ? depthLeaving(depth, 1 - share, at[m + 5], skin.soft) : faded(depth, share);
          at[m + 6] = left / absorbance;
        }
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
  (specular: Specular): Mirrored =>
  (at, j) =>
    Math.min(1, specularShare(specular, at[MARK * j], at[MARK * j + 1]));

/** Places about a dot's middle where it is asked what is mirrored, in radii of what it reaches. */
const ASKED = [
  [0, 0],
  [0.8, 0],
  [-0.8, 0],
  [0, 0.8],
  [0, -0.8],
  [0.55, 0.55],
  [-0.55, 0.55],
  [0.55, -0.55],
  [-0.55, -0.55],
] as const;
/** How far from the mean to the most of what is mirrored there: ink in a glint shows, ink missing beside it not. */
const GLINTS = 0.3;
const UNASKED = -1;

/** The same over all that a dot lies on, which reaches by `blur` farther than its disc. */
export function mirroredOverAll(specular: Specular, blur: Pixels): Mirrored {
  let shares = new Float64Array(0);
  let asked = 0;
  const shareOver = (at: Float64Array, m: number): number => {
    const radius = at[m + 5];
    const wide = Math.sqrt(radius * radius * at[m + 2] + blur * blur);
    const tall = Math.sqrt(radius * radius * at[m + 4] + blur * blur);
    let [sum, most] = [0, 0];
    for (let k = 0; k < ASKED.length; k++) {
      const share = specularShare(specular, at[m] + ASKED[k][0] * wide, at[m + 1] + ASKED[k][1] * tall);
      sum += share;
      most = Math.max(most, share);
    }
    const mean = sum / ASKED.length;
    return Math.min(1, mean + GLINTS * (most - mean));
  };
  return (at, j) => {
    if (j >= asked) {
      shares = withRoom(shares, j + 1);
      shares.fill(UNASKED, asked);
      asked = shares.length;
    }
    if (shares[j] === UNASKED) shares[j] = shareOver(at, MARK * j);
    return shares[j];
  };
}

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
): Specular | null {
  const { patch } = view;
  const within = patch ? (x: number, y: number): number => (cutAway([patch.area], x, y) ? 1 : 0) : null;
  const skin = within ?? withinHead(surfaceOf(vault, view));
  if (edition <= 2) return readSpecular(pixels, shrink, skin);
  return readGloss(pixels, shrink, { skin, head: within ?? withinOutline(surfaceOf(vault, view)) });
}
