/* The photos that the picture worker holds: each in halves down to a thumbnail, and what its skin mirrors. */

import type { Placement } from "../../core/head/surface.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { Patch, PhotoId, View } from "../../core/head/view.ts";
import { memoised } from "../../core/memo.ts";
import type { PixelBuffer } from "../../core/photo/pixel-buffer.ts";
import { GLOSS, READING, pyramidOf, smallOf } from "../../core/photo/pyramid.ts";
import { specularOf } from "../../core/picture/light.ts";
import type { Edition } from "../../core/pigment/edition.ts";
import type { HeadSilhouette } from "../../core/reading/silhouette-head.ts";
import { readSoftness } from "../../core/reading/softness.ts";
import type { Specular } from "../../core/reading/specular.ts";
import type { Answer, Ask } from "../protocol.ts";

type OpenPhoto = {
  silhouette: HeadSilhouette | null;
  readonly levels: readonly PixelBuffer[];
  readonly specular: (vault: Vault, view: View, edition: Edition) => Specular | null;
};

export type OpenPhotos = {
  open(ask: Ask<"open">): Answer<"open">;
  /** Forgets all but these. */
  keep(photos: readonly PhotoId[]): void;
  /** The photo at 1/2^level. Throws RangeError where it is not open or has no such level. */
  at(photo: PhotoId, level: number): PixelBuffer;
  /** How many levels it has, the photo itself among them. */
  levels(photo: PhotoId): number;
  /** As fine as heads and skin are read in, and how many times smaller that is. */
  small(photo: PhotoId, side?: number): { readonly pixels: PixelBuffer; readonly shrink: number };
  /** The silhouette that was read in it; null until then, and where it shows no head. */
  silhouette(photo: PhotoId): HeadSilhouette | null;
  remember(photo: PhotoId, silhouette: HeadSilhouette | null): void;
  specular(photo: PhotoId, vault: Vault, view: View, edition: Edition): Specular | null;
};

/** Nudges and cut-outs say nothing of what the skin mirrors. */
function specularIn(levels: readonly PixelBuffer[]): OpenPhoto["specular"] {
  const read = memoised(
    (
      vault: Vault,
      camera: Placement["camera"],
      pose: Placement["pose"],
      outline: Placement["outline"],
      patch: Patch | null,
      edition: Edition,
    ) => {
      const { pixels, shrink } = smallOf(levels, edition <= 2 ? READING : GLOSS);
      return specularOf(pixels, shrink, vault, { camera, pose, outline, patch, cuts: [], nudges: [] }, edition);
    },
  );
  return (vault, { camera, pose, outline, patch }, edition) => read(vault, camera, pose, outline, patch, edition);
}

export function createOpenPhotos(): OpenPhotos {
  const photos = new Map<PhotoId, OpenPhoto>();
  const find = (photo: PhotoId): OpenPhoto => {
    const found = photos.get(photo);
    if (!found) throw new RangeError(`photo ${photo} is not open`);
    return found;
  };
  return {
    open({ photo, pixels }) {
      const levels = pyramidOf(pixels);
      photos.set(photo, { silhouette: null, levels, specular: specularIn(levels) });
      return { levels: levels.length, softness: readSoftness(levels) };
    },
    keep(kept) {
      for (const photo of photos.keys()) if (!kept.includes(photo)) photos.delete(photo);
    },
    at(photo, level) {
      const { levels } = find(photo);
      const pixels = levels[level];
      if (!pixels) throw new RangeError(`level ${level} of a photo with ${levels.length}`);
      return pixels;
    },
    levels: (photo) => find(photo).levels.length,
    small: (photo, side = READING) => smallOf(find(photo).levels, side),
    silhouette: (photo) => find(photo).silhouette,
    remember(photo, silhouette) {
      find(photo).silhouette = silhouette;
    },
    specular: (photo, vault, view, edition) => find(photo).specular(vault, view, edition),
  };
}
