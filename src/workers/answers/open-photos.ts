/* The photos that the picture worker holds: each in halves down to a thumbnail, what its skin mirrors, and its hair. */

import { areEqual } from "../../core/equal-parts.ts";
import type { Placement } from "../../core/head/surface.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { Patch, PhotoId, View } from "../../core/head/view.ts";
import { memoised } from "../../core/memo.ts";
import type { PixelBuffer } from "../../core/photo/pixel-buffer.ts";
import { GLOSS, READING, THUMBNAIL, pyramidOf, smallOf } from "../../core/photo/pyramid.ts";
import { specularOf } from "../../core/picture/light.ts";
import { hairOf } from "../../core/picture/over-ink.ts";
import type { Edition } from "../../core/pigment/edition.ts";
import type { Hair } from "../../core/reading/hair.ts";
import type { HeadSilhouette } from "../../core/reading/silhouette-head.ts";
import { readSoftness } from "../../core/reading/softness.ts";
import type { Shine } from "../../core/reading/specular.ts";
import type { Answer, Ask } from "../protocol.ts";

type OpenPhoto = {
  silhouette: HeadSilhouette | null;
  readonly levels: readonly PixelBuffer[];
  /** What lies over the ink: as fine as dots, and as thumbnails have need of it. */
  readonly over: Readonly<Record<Fineness, OverInkIn>>;
};

/** How finely a photo is read. */
export type Fineness = "dots" | "thumbnail";
const sides = { dots: GLOSS, thumbnail: THUMBNAIL } as const;

type OverInkIn = {
  readonly specular: (vault: Vault, view: View, edition: Edition) => Shine | null;
  readonly hair: (vault: Vault, view: View, now: boolean) => ReadHair;
};

/** `settled`: it is that of the view as it lies now; else what was last read. */
export type ReadHair = { readonly hair: Hair | null; readonly settled: boolean };

export type OpenPhotos = {
  open(ask: Ask<"open">): Answer<"open">;
  /** Forgets all but these. */
  keep(photos: readonly PhotoId[]): void;
  has(photo: PhotoId): boolean;
  /** The photo at 1/2^level. Throws RangeError where it is not open or has no such level. */
  at(photo: PhotoId, level: number): PixelBuffer;
  /** How many levels it has, the photo itself among them. */
  levels(photo: PhotoId): number;
  /** As fine as heads and skin are read in, and how many times smaller that is. */
  small(photo: PhotoId, side?: number): { readonly pixels: PixelBuffer; readonly shrink: number };
  /** The silhouette that was read in it; null until then, and where it shows no head. */
  silhouette(photo: PhotoId): HeadSilhouette | null;
  remember(photo: PhotoId, silhouette: HeadSilhouette | null): void;
  specular(photo: PhotoId, vault: Vault, view: View, edition: Edition, fineness?: Fineness): Shine | null;
  /** `now`: it is read where it is not known; under a head that is dragged there is no time for that. */
  hair(photo: PhotoId, vault: Vault, view: View, now: boolean, fineness?: Fineness): ReadHair;
};

/** Nudges and cut-outs say nothing of what the skin mirrors. */
function specularIn(levels: readonly PixelBuffer[], side: number): OverInkIn["specular"] {
  const read = memoised(
    (
      vault: Vault,
      camera: Placement["camera"],
      pose: Placement["pose"],
      outline: Placement["outline"],
      patch: Patch | null,
      edition: Edition,
    ) => {
      const { pixels, shrink } = smallOf(levels, edition <= 2 ? READING : side);
      return specularOf(pixels, shrink, vault, { camera, pose, outline, patch, cuts: [], nudges: [] }, edition);
    },
  );
  return (vault, { camera, pose, outline, patch }, edition) => read(vault, camera, pose, outline, patch, edition);
}

function hairIn(levels: readonly PixelBuffer[], side: number): OverInkIn["hair"] {
  let last: { readonly by: readonly unknown[]; readonly hair: Hair | null } | null = null;
  return (vault, view, now) => {
    const { camera, pose, outline, patch, hair, fittedBy, person } = view;
    const by = [vault, camera, pose, outline, patch, hair, person, fittedBy === "none"];
    const isKnown = (): boolean => last !== null && areEqual(last.by, by);
    if (!isKnown() && (now || hair === null)) {
      const { pixels, shrink } = smallOf(levels, side);
      last = { by, hair: hairOf(pixels, shrink, vault, view) };
    }
    return { hair: last?.hair ?? null, settled: isKnown() };
  };
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
      const over = (side: number): OverInkIn => ({ specular: specularIn(levels, side), hair: hairIn(levels, side) });
      photos.set(photo, {
        silhouette: null,
        levels,
        over: { dots: over(sides.dots), thumbnail: over(sides.thumbnail) },
      });
      return { levels: levels.length, softness: readSoftness(levels) };
    },
    keep(kept) {
      for (const photo of photos.keys()) if (!kept.includes(photo)) photos.delete(photo);
    },
    has: (photo) => photos.has(photo),
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
    specular: (photo, vault, view, edition, fineness = "dots") =>
      find(photo).over[fineness].specular(vault, view, edition),
    hair: (photo, vault, view, now, fineness = "dots") => find(photo).over[fineness].hair(vault, view, now),
  };
}
