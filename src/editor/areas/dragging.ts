/* Dragging a point of an area, by a finger or by keys. */

import type { Point2, Vec3 } from "../../core/geometry/vector.ts";
import { roundedDirection } from "../../core/hairline/drawn-curve.ts";
import { alongSkin, surfaceOf } from "../../core/head/surface.ts";
import { walk } from "../../core/head/walk.ts";
import type { Document } from "../../core/plan/document.ts";
import { type Scene, headOf, withAreaHere } from "../../core/plan/scene.ts";
import type { Millimetres } from "../../core/units.ts";

function withPointAt(scene: Scene, id: string, at: number, place: (before: Vec3) => Vec3): Document {
  return withAreaHere(scene, id, (area) =>
    at in area.points
      ? { ...area, points: area.points.map((d, i) => (i === at ? roundedDirection(place(d)) : d)) }
      : area,
  );
}

/** With point number `at` of an area at a photo point. */
export function dragged(scene: Scene, id: string, at: number, to: Point2): Document {
  const { vault, view } = headOf(scene);
  return withPointAt(scene, id, at, () => surfaceOf(vault, view).fromImage(to));
}

/** With that point so far along the skin, `towards` in the picture. */
export function walked(scene: Scene, id: string, at: number, towards: Point2, mm: Millimetres): Document {
  const { vault, view } = headOf(scene);
  return withPointAt(scene, id, at, (d) => walk(vault, d, alongSkin(surfaceOf(vault, view), d, towards), mm));
}
