/* How large the client's head is. A photo alone does not tell: a small head near by looks like a large one far away.
   Something of known size does, on the head or in the picture; all of the head then grows or shrinks about the camera,
   and the picture of it stays where it is. */

import type { Point2, Vec3 } from "../geometry/vector.ts";
import { add, apart, scale as scaled, transform } from "../geometry/vector.ts";
import type { Millimetres } from "../units.ts";
import { rotation } from "./camera.ts";
import { type Surface, surfaceOf } from "./surface.ts";
import { type Vault, maleVault } from "./vault.ts";
import type { PhotoId, Ruler, View } from "./view.ts";
import { tape } from "./walk.ts";

/**
 * What the scale rests on. "head": the breadth of the head, known to so many percent. "face": the average head's
 * breadth, pupils and iris together, by how much people vary in each. "pupils": their distance. "iris": its visible
 * width. "ruler": what the ruler on the photo spans. `photo`: the one in which they are seen.
 */
export type Scale =
  | { readonly source: "head"; readonly mm: Millimetres; readonly percent: number }
  | { readonly source: "face"; readonly photo: PhotoId }
  | { readonly source: "pupils"; readonly photo: PhotoId; readonly mm: Millimetres }
  | { readonly source: "iris"; readonly photo: PhotoId }
  | { readonly source: "ruler"; readonly photo: PhotoId; readonly mm: Millimetres };

export type ScaleSource = Scale["source"];

/** Averages of men (SOURCES head-4, head-5 and head-6): breadth of the head, distance of the pupils, visible iris. */
export const USUAL_BREADTH: Millimetres = 2 * maleVault.halfBreadth;
export const USUAL_PUPILS: Millimetres = 63;
export const IRIS: Millimetres = 11.7;

/** What a breadth taken with callipers may be out by, and that of a man of whom nothing is known, percent. */
const MEASURED = 3;
const AVERAGE = 6;

export const averageHead: Scale = { source: "head", mm: USUAL_BREADTH, percent: AVERAGE };
/** The scale of a head whose breadth was taken with callipers, mm. */
export const measuredHead = (mm: Millimetres): Scale => ({ source: "head", mm, percent: MEASURED });

/** The size that is known of a head by now, where what it rested on is seen no more. */
export const keptSize = (vault: Vault, scale: Scale): Scale => ({
  source: "head",
  mm: 2 * vault.halfBreadth,
  percent: uncertainty(scale),
});

/** One in three heads differs by more, percent: people's spread and what a photo adds to it (SOURCES head-7). */
export function uncertainty(scale: Scale): number {
  switch (scale.source) {
    case "head":
      return scale.percent;
    case "face":
      return 5;
    case "pupils":
      return scale.mm === USUAL_PUPILS ? 8 : 5;
    case "iris":
      return 8;
    case "ruler":
      return 3;
  }
}

/** Weights of breadth, pupils and iris where they stand together: one over the square of each one's spread, percent. */
const TOGETHER = { breadth: 1 / (4 * 4), pupils: 1 / (8 * 8), iris: 1 / (8 * 8) } as const;

/** The eyes on this head, mm; null where they were not seen. */
export function eyesOnHead(
  vault: Vault,
  view: View,
): { readonly pupils: Millimetres; readonly iris: Millimetres } | null {
  if (!view.eyes) return null;
  const { pose, camera } = view;
  // Pupils lie some 16 mm below the glabella and as far behind it (SOURCES head-8).
  const at: Vec3 = scaled([0, -16, maleVault.halfLength - 16], vault.halfLength / maleVault.halfLength);
  const [, , depth] = add(transform(rotation(pose), at), [pose.x, pose.y, pose.z]);
  const pixel = depth / camera.focal;
  return { pupils: view.eyes.pupils * pixel, iris: view.eyes.iris * pixel };
}

/** Whether a photo point lies within the head's outline. */
export function onHead({ centre, outlineRatio, limbDistance }: Surface, p: Point2): boolean {
  const [dx, dy] = [p.x - centre.x, p.y - centre.y];
  return apart(p, centre) < outlineRatio(dx, dy) * limbDistance(dx, dy);
}

/**
 * What the ruler spans, mm: along the skin; where an end lies beside
 * the head, straight, as far away as the middle of the head.
 */
export function rulerLength(surface: Surface, view: View, { from, to }: Ruler): Millimetres {
  if (onHead(surface, from) && onHead(surface, to))
    return tape(surface.vault, surface.skinAt(from), surface.skinAt(to));
  return (apart(from, to) * view.pose.z) / view.camera.focal;
}

/**
 * Heads are from so many to so many times as large as the average man's: breadths of 126 to 168 mm, three standard
 * deviations of women and of men (SOURCES head-4).
 */
export const HEADS = { least: 0.82, most: 1.09 } as const;

/**
 * How many times as large as the average head the client's is by this
 * scale; null where none of the views shows what the scale rests on.
 */
export function sizeBy(vault: Vault, views: readonly View[], scale: Scale): number | null {
  if (scale.source === "head") return scale.mm / USUAL_BREADTH;
  const view = views.find(({ photo }) => photo === scale.photo);
  if (!view) return null;
  const now = vault.halfBreadth / maleVault.halfBreadth;
  const eyes = eyesOnHead(vault, view);
  switch (scale.source) {
    case "pupils":
      return eyes && (now * scale.mm) / eyes.pupils;
    case "iris":
      return eyes && (now * IRIS) / eyes.iris;
    case "face":
      return eyes && together(now, eyes);
    case "ruler":
      return view.ruler && (now * scale.mm) / Math.max(0.1, rulerLength(surfaceOf(vault, view), view, view.ruler));
  }
}

/**
 * How many times as large as now a head of this size (times the average man's) is to be, in every direction. Never
 * beyond the sizes that heads have, HEADS.
 */
export const growth = (vault: Vault, size: number): number =>
  (Math.max(HEADS.least, Math.min(HEADS.most, size)) * maleVault.halfBreadth) / vault.halfBreadth;

/**
 * The mean of the three, each with its weight: near one another as they are, it does not matter that they are ratios.
 */
function together(now: number, eyes: { readonly pupils: Millimetres; readonly iris: Millimetres }): number {
  const parts = [
    [1, TOGETHER.breadth],
    [(now * USUAL_PUPILS) / eyes.pupils, TOGETHER.pupils],
    [(now * IRIS) / eyes.iris, TOGETHER.iris],
  ] as const;
  const weight = parts.reduce((sum, [, w]) => sum + w, 0);
  return parts.reduce((sum, [size, w]) => sum + size * w, 0) / weight;
}

/** A head `times` as large, over 0. */
export function grownVault({ halfLength, halfBreadth, height, depth, ear }: Vault, times: number): Vault {
  const far = ({ y, z }: Vault["ear"]["top"]): Vault["ear"]["top"] => ({ y: y * times, z: z * times });
  return {
    halfLength: halfLength * times,
    halfBreadth: halfBreadth * times,
    height: height * times,
    depth: depth * times,
    ear: { top: far(ear.top), lobe: far(ear.lobe) },
  };
}

/** The view of a head `times` as large, over 0: farther away, the picture of it is the same. */
export function grownView(view: View, times: number): View {
  const { pose } = view;
  return { ...view, pose: { ...pose, x: pose.x * times, y: pose.y * times, z: pose.z * times } };
}
