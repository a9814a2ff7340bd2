/* A close-up: a scar, a crown seen from near. It shows no outline that a head could
   be fitted to, so it is taken for flat, seen straight on, with a scale of two
   points. Its dots are those about the pole of the scalp's chart, laid out flat. */

import { sincos } from "../geometry/exact.ts";
import type { Point2 } from "../geometry/vector.ts";
import type { Millimetres, Pixels } from "../units.ts";
import { cutAway } from "./cut.ts";
import { FORE, scalpDirection } from "./scalp.ts";
import { maleVault, vaultNormal } from "./vault.ts";
import type { Cut, Patch, View } from "./view.ts";

/** Skin for a unit of the chart at its pole, mm, across and along the head. */
const ACROSS: Millimetres = maleVault.halfBreadth;
const ALONG: Millimetres = Math.sqrt(
  maleVault.height * FORE[1] * (maleVault.height * FORE[1]) +
    maleVault.halfLength * FORE[2] * (maleVault.halfLength * FORE[2]),
);

/**
 * From the area's edge inwards dots grow denser over so much, so that
 * it has no hard rim (SOURCES patch-1). Level L: illustration.
 */
const BLEND: Millimetres = 4;

const CORNERS = 8;
/** Of the photo's smaller side: how far a new area reaches, and half of what its scale spans. */
const REACH = 0.36;
const SPAN = 0.15;
/** A width that close-ups usually have; only where the length between the points is not known yet. */
const USUAL_WIDTH: Millimetres = 60;

/** What an untouched close-up begins with: an area in its middle, and a length to be set right. */
export function newPatch({ width, height }: View["camera"]): Patch {
  const side = Math.min(width, height);
  const [cx, cy] = [width / 2, height / 2];
  const area = Array.from({ length: CORNERS }, (_, i) => {
    const [s, c] = sincos((360 * i) / CORNERS);
    return { x: cx + REACH * side * s, y: cy - REACH * side * c };
  });
  const y = cy + 0.42 * side;
  return {
    ends: { from: { x: cx - SPAN * side, y }, to: { x: cx + SPAN * side, y } },
    mm: (USUAL_WIDTH * 2 * SPAN * side) / width,
    area,
  };
}

/** A close-up made ready for many points. */
export type Flat = {
  readonly camera: View["camera"];
  readonly area: Cut;
  readonly cuts: readonly Cut[];
  readonly perMm: Pixels;
};

/** Pixels to a millimetre of skin. Points on one another are taken for a pixel apart. */
export function pixelsPerMm({ ends: { from, to }, mm }: Patch): Pixels {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return Math.max(1, Math.sqrt(dx * dx + dy * dy)) / mm;
}

/** Pixels to a millimetre of skin in a view: about the middle of the head, or in a close-up. */
export const pixelsPerMmIn = ({ camera, pose, patch }: Pick<View, "camera" | "pose" | "patch">): Pixels =>
  patch ? pixelsPerMm(patch) : camera.focal / pose.z;

/** A close-up made ready: its area and cut-outs in px of the photo. */
export const flatOf = ({ camera, cuts }: Pick<View, "camera" | "cuts">, patch: Patch): Flat => ({
  camera,
  area: patch.area,
  cuts,
  perMm: pixelsPerMm(patch),
});

/** Where a point (u, v) of the scalp's chart lies in a close-up, px of the photo. */
export const placeOf = ({ camera, perMm }: Flat, u: number, v: number): Point2 => ({
  x: camera.width / 2 + perMm * ACROSS * u,
  y: camera.height / 2 + perMm * ALONG * v,
});

/** Skin in a close-up for each mm^2 of skin on the reference head, at a chart point (rho under 2): at most 1.04. */
export const flatStretch = (u: number, v: number): number =>
  (ACROSS * ALONG) / vaultNormal(maleVault, scalpDirection(u, v)).area;

/** Share of the plan's density at a chart point, 0..1: none outside the area, all from some millimetres within. */
export function flatShare(flat: Flat, u: number, v: number): number {
  const { x, y } = placeOf(flat, u, v);
  if (!cutAway([flat.area], x, y)) return 0;
  const t = Math.min(1, toEdge(flat.area, x, y) / (BLEND * flat.perMm));
  return t * t * (3 - 2 * t);
}

/** Distance of a photo point from the nearest side of an outline, px. */
function toEdge(outline: Cut, x: number, y: number): Pixels {
  let least = Infinity;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [a, b] = [outline[i], outline[j]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = dx * dx + dy * dy;
    const t = along > 0 ? Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / along)) : 0;
    const [ex, ey] = [a.x + t * dx - x, a.y + t * dy - y];
    least = Math.min(least, ex * ex + ey * ey);
  }
  return Math.sqrt(least);
}

/** The view with corner `corner` of the area, counted from 0, moved to a photo point, px, kept on the photo. */
export const withAreaCorner = (view: View, patch: Patch, corner: number, to: Point2): View => ({
  ...view,
  patch: { ...patch, area: patch.area.map((p, i) => (i === corner ? onPhoto(view, to) : p)) },
});

/** The view with an end of the known length moved to a photo point, px, kept on the photo: a person has set it. */
export const withEnd = (view: View, patch: Patch, end: "from" | "to", to: Point2): View => ({
  ...view,
  fittedBy: "person",
  patch: { ...patch, ends: { ...patch.ends, [end]: onPhoto(view, to) } },
});

const onPhoto = ({ camera: { width, height } }: View, { x, y }: Point2): Point2 => ({
  x: Math.max(0, Math.min(width, x)),
  y: Math.max(0, Math.min(height, y)),
});
