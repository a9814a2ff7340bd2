/* Areas at rest: the curves of all of them where they face the camera, stronger that of the one in hand, and its points
   as handles. */

import type { Point2, Vec3 } from "../../core/geometry/vector.ts";
import { type Area, isCovered, isLine, ownCells } from "../../core/hairline/areas.ts";
import { outlineOf } from "../../core/hairline/cells-outline.ts";
import { ringAbout, smoothWay } from "../../core/hairline/drawn-curve.ts";
import { scalpDirection } from "../../core/head/scalp.ts";
import { type Surface, surfaceOf } from "../../core/head/surface.ts";
import { type Scene, headOf } from "../../core/plan/scene.ts";
import { words } from "../../words/words.ts";
import type { Handle, Line } from "../tool.ts";

/** Cosine of incidence under which a point would stand on the rim, where it cannot be judged. */
const SEEN = 0.05;
/** About a graft's scar. */
const ROUND = Array.from({ length: 13 }, (_, i) => [Math.sin((i * Math.PI) / 6), Math.cos((i * Math.PI) / 6)] as const);

export function areaHandles(scene: Scene, area: Area): readonly Handle[] {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  return area.points.flatMap((d, i) => {
    const { x, y, facing } = surface.toImage(d);
    const label = words("handle.areas.point", { name: area.name, number: i + 1 });
    return facing < SEEN ? [] : [{ id: String(i), label, at: { x, y } }];
  });
}

/** The ways that tell an area's form, directions: its curve, its line, a ring about each graft, the edge of a brush. */
function waysOf(scene: Scene, area: Area): readonly (readonly Vec3[])[] {
  const { vault } = headOf(scene);
  const { kind, points, added, erased, width } = area;
  if (isLine(area)) return [smoothWay(points, false)];
  if (kind === "fue") return points.map((d) => ringAbout(vault, d, width / 2, ROUND));
  const curve = smoothWay(points, true);
  const own = added !== "" || erased !== "";
  return own
    ? outlineOf(ownCells(area)).map((way) => way.map(({ u, v }) => scalpDirection(u, v)))
    : curve.length > 2
      ? [[...curve, curve[0]]]
      : [];
}

/** The parts of a way that face the camera. */
function facing(surface: Surface, way: readonly Vec3[]): readonly (readonly Point2[])[] {
  const parts: Point2[][] = [[]];
  for (const d of way) {
    const { x, y, facing: cosine } = surface.toImage(d);
    if (cosine > 0) parts[parts.length - 1].push({ x, y });
    else parts.push([]);
  }
  return parts.filter(({ length }) => length > 1);
}

/** An area's lines, and fainter those of its twin on the other side. */
export function areaLines(scene: Scene, area: Area, inHand: boolean): readonly Line[] {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const ways = waysOf(scene, area);
  const twins = area.mirrored ? ways.map((way) => way.map(([x, y, z]): Vec3 => [-x, y, z])) : [];
  const strong = inHand && (isCovered(area) || area.points.length > 0);
  const shown = (all: readonly (readonly Vec3[])[], name: string, isStrong: boolean): readonly Line[] =>
    all
      .flatMap((way) => facing(surface, way))
      .map((points, i) => ({ id: `${name}-${area.id}-${i}`, strong: isStrong, points }));
  return [...shown(ways, "area", strong), ...shown(twins, "twin", false)];
}
