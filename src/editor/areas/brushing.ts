/* Brushing: skin that the pointer passes is added to the area or erased from it, as wide as the brush is on the skin,
   and with a pen as wide as its pressure says. Each move adds only its own piece of the way. */

import type { Point2 } from "../../core/geometry/vector.ts";
import { brushed, isCovered } from "../../core/hairline/areas.ts";
import { type Dab, brushCells } from "../../core/hairline/brush.ts";
import { ringAbout } from "../../core/hairline/drawn-curve.ts";
import { type Surface, surfaceOf } from "../../core/head/surface.ts";
import type { Document } from "../../core/plan/document.ts";
import { type Scene, headOf, withAreaHere } from "../../core/plan/scene.ts";
import type { Millimetres } from "../../core/units.ts";
import type { Stroke, StrokePoint } from "../tool.ts";

/** What the lightest touch of a pen leaves of a brush's width. */
const LIGHTEST = 0.3;
/** Beside the head nothing is brushed, photo px. */
const BESIDE = 3;

/** Null beside the head. */
function dabAt(surface: Surface, { at, pressure }: StrokePoint, brush: Millimetres): Dab | null {
  const d = surface.fromImage(at);
  const there = surface.toImage(d);
  if (Math.hypot(there.x - at.x, there.y - at.y) > BESIDE) return null;
  const width = pressure === null ? brush : Math.max(LIGHTEST, brush * (LIGHTEST + (1 - LIGHTEST) * pressure));
  return { d, radius: width / 2 };
}

/** The document with the newest piece of a stroke on an area, or `erased` from it; the pen's other end erases too. */
export function brushing(scene: Scene, id: string, stroke: Stroke, brush: Millimetres, erasing: boolean): Document {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const piece = stroke.points.slice(Math.max(0, stroke.told - 1));
  if (stroke.told === stroke.points.length) return scene.document;
  return withAreaHere(scene, id, (area) => {
    if (!isCovered(area)) return area;
    return brushedAlong(piece.map((point) => dabAt(surface, point, brush))).reduce(
      (each, dabs) => brushed(each, brushCells(vault, dabs), erasing || stroke.hand.eraser),
      area,
    );
  });
}

/** The parts of a way that lie on the head. */
function brushedAlong(way: readonly (Dab | null)[]): readonly (readonly Dab[])[] {
  const parts: Dab[][] = [[]];
  for (const dab of way) {
    if (dab) parts[parts.length - 1].push(dab);
    else parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}

const ROUND = Array.from(
  { length: 33 },
  (_, i) => [Math.sin((i * Math.PI) / 16), Math.cos((i * Math.PI) / 16)] as const,
);

/** The brush's rim about a photo point, as it lies on the skin; nothing beside the head. */
export function brushRing(scene: Scene, at: Point2, brush: Millimetres): readonly Point2[] {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const dab = dabAt(surface, { at, pressure: null }, brush);
  return dab ? ringAbout(vault, dab.d, dab.radius, ROUND).map((d) => surface.toImage(d)) : [];
}
