/* What lies over the ink and is seen instead of it: light that the skin mirrors, and hair. A picture's pixel keeps as
   much of the photo's light as they have of it. */

import { surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { personOf } from "../reading/person-text.ts";
import { type Hair, readHair } from "../reading/hair.ts";
import type { Shine } from "../reading/specular.ts";
import type { Gloss } from "../stipple/stipple.ts";

/** As they were read in a photo; null where nothing is told. */
export type OverInk = { readonly specular: Shine | null; readonly hair: Hair | null };

export const NOTHING_OVER: OverInk = { specular: null, hair: null };

/** Of a view what its hair is read by. */
export type HairIn = Pick<View, "camera" | "pose" | "outline" | "patch" | "fittedBy" | "hair" | "person">;

/** Whether hair is told from skin in a view: not in a close-up, and not where no head is. */
const tellsHair = ({ patch, fittedBy, hair }: HairIn): boolean => hair !== null && !patch && fittedBy !== "none";

/** The hair in a view's photo; null where none is told. `pixels`: the photo at 1/shrink. */
export function hairOf(pixels: PixelBuffer, shrink: number, vault: Vault, view: HairIn): Hair | null {
  if (!view.hair || !tellsHair(view)) return null;
  const { camera, pose, outline, person } = view;
  const surface = surfaceOf(vault, { camera, pose, outline, cuts: [], nudges: [] });
  return readHair(pixels, shrink, surface, person === null ? null : personOf(person, camera), view.hair);
}

type Plane = Omit<Gloss, "share"> & { readonly share: Uint8Array };

/** How much of each pixel's light either has; null where neither is told. */
export function overlaid(specular: Shine | null, hair: Hair | null): Gloss | null {
  if (!hair) return specular;
  const strands = { ...hair, share: hair.alpha };
  return specular ? united(specular, strands) : strands;
}

/** Two planes as one, over the ground of both, in squares as small as those of the first. */
function united(one: Plane, other: Plane): Gloss {
  const { shrink } = one;
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  const reach = (of: Plane, from: "left" | "top", size: "width" | "height"): number => of[from] + of[size] * of.shrink;
  const width = Math.ceil((Math.max(reach(one, "left", "width"), reach(other, "left", "width")) - left) / shrink);
  const height = Math.ceil((Math.max(reach(one, "top", "height"), reach(other, "top", "height")) - top) / shrink);
  const share = new Uint8Array(width * height);
  const squares = { left, top, width, height, shrink };
  for (const of of [one, other]) {
    const [columns, rows] = [readAt(of, "left", "width", squares), readAt(of, "top", "height", squares)];
    for (let y = 0; y < height; y++) {
      if (rows[y] < 0) continue;
      for (let x = 0; x < width; x++) {
        if (columns[x] < 0) continue;
        const [before, more] = [share[y * width + x], of.share[rows[y] * of.width + columns[x]]];
        share[y * width + x] = before + Math.floor((more * (255 - before) + 127) / 255);
      }
    }
  }
  return { ...squares, share };
}

/** For each square along one side that of `of` over its middle; -1 where there is none. */
function readAt(of: Plane, from: "left" | "top", size: "width" | "height", squares: Omit<Gloss, "share">): Int32Array {
  return Int32Array.from({ length: squares[size] }, (_, i) => {
    const k = Math.floor((squares[from] + (i + 0.5) * squares.shrink - of[from]) / of.shrink);
    return k < 0 || k >= of[size] ? -1 : k;
  });
}
