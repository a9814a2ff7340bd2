/* A new area, begun in the middle of what the photo shows of the scalp, so that there is something to drag, by a hand
   or by keys. */

import { type Vec3, unit } from "../../core/geometry/vector.ts";
import { type Area, type AreaKind, isCovered, isLine, newArea } from "../../core/hairline/areas.ts";
import { ringAbout, roundedDirection } from "../../core/hairline/drawn-curve.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import type { Vault } from "../../core/head/vault.ts";
import { type Scene, headOf } from "../../core/plan/scene.ts";
import type { Millimetres } from "../../core/units.ts";

/** Places of the scalp: front, top, crown, both sides, back. The one that faces the camera most is its middle. */
const places: readonly Vec3[] = [
  [0, 0.8, 0.6],
  [0, 1, 0],
  [0, 0.85, -0.52],
  [0.85, 0.5, -0.1],
  [-0.85, 0.5, -0.1],
  [0, 0.35, -0.94],
];

/** Corners of a new curve; half of its width, and half of a scar's length. */
const CORNERS = 8;
const RADIUS: Millimetres = 18;
const FREE: Millimetres = 6;
const HALF: Millimetres = 30;

const round = (many: number): readonly (readonly [number, number])[] =>
  Array.from({ length: many }, (_, i) => [Math.sin((2 * Math.PI * i) / many), Math.cos((2 * Math.PI * i) / many)]);

function middleOf(scene: Scene): Vec3 {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const facing = places.map((d) => surface.toImage(unit(d)).facing);
  return unit(places[facing.indexOf(Math.max(...facing))]);
}

function formOf(vault: Vault, kind: AreaKind, middle: Vec3): readonly Vec3[] {
  if (kind === "fue") return [middle];
  if (isLine({ kind })) {
    // A scar lies across the head, a parting along it.
    const ends = ringAbout(vault, middle, HALF, round(4)).filter((_, i) => i % 2 === (kind === "scar" ? 0 : 1));
    return [ends[0], middle, ends[1]];
  }
  return ringAbout(vault, middle, kind === "leave-free" ? FREE : RADIUS, round(CORNERS));
}

/** A new area; `empty`: for a brush, with nothing on the head yet. */
export function placedArea(scene: Scene, id: string, kind: AreaKind, name: string, empty: boolean): Area {
  const { vault } = headOf(scene);
  const area = newArea(id, kind, name, false);
  if (empty && isCovered(area)) return area;
  return { ...area, points: formOf(vault, kind, middleOf(scene)).map(roundedDirection) };
}
