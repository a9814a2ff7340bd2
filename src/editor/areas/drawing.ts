/* Drawing the form of an area in one stroke: a closed curve, the line of a scar, or the scars of grafts, one at each
   tap. Until the pointer is lifted only its trail is seen. */

import { type Vec3, length, subtract } from "../../core/geometry/vector.ts";
import { type Area, MOST_POINTS, isLine } from "../../core/hairline/areas.ts";
import { fewPoints, roundedDirection } from "../../core/hairline/drawn-curve.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import { type Vault, vaultPoint } from "../../core/head/vault.ts";
import type { Document } from "../../core/plan/document.ts";
import { type Scene, headOf, withAreaHere } from "../../core/plan/scene.ts";
import type { Millimetres } from "../../core/units.ts";
import type { Stroke } from "../tool.ts";

/** A curve is told to so much by its points, a large one to this part of its reach; each of them is a handle. */
const NEAR: Millimetres = 0.4;
const NEAR_PART = 0.015;
const POINTS = 24;
/** What reaches no farther than this was a touch and no curve. */
const LEAST: Millimetres = 4;
/** The eraser takes away the graft that it touches, or the nearest within so much. */
const BESIDE: Millimetres = 3;

/** The document with what a stroke draws of the area; as it is until the stroke has ended. */
export function drawn(scene: Scene, id: string, stroke: Stroke): Document {
  if (!stroke.ended) return scene.document;
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const way = stroke.points.map(({ at }) => surface.fromImage(at));
  return withAreaHere(scene, id, (area) =>
    area.kind === "fue" ? tapped(vault, area, way[0], stroke.hand.eraser) : curved(vault, area, way),
  );
}

const apart = (vault: Vault, a: Vec3, b: Vec3): Millimetres =>
  length(subtract(vaultPoint(vault, a), vaultPoint(vault, b)));

function curved(vault: Vault, area: Area, way: readonly Vec3[]): Area {
  const reach = Math.max(...way.map((d) => apart(vault, way[0], d)));
  if (reach < LEAST) return area;
  const told = fewPoints(vault, way, Math.max(NEAR, NEAR_PART * reach), POINTS);
  if (isLine(area)) return { ...area, points: told };
  // Where it ends near where it began, the end is no point of its own.
  const closes = told.length > 3 && apart(vault, told[0], told[told.length - 1]) < LEAST;
  const points = closes ? told.slice(0, -1) : told;
  return points.length < 3 ? area : { ...area, points, added: "", erased: "" };
}

function tapped(vault: Vault, area: Area, at: Vec3, erasing: boolean): Area {
  if (!erasing) {
    return area.points.length < MOST_POINTS ? { ...area, points: [...area.points, roundedDirection(at)] } : area;
  }
  const far = area.points.map((d) => apart(vault, d, at));
  const nearest = far.indexOf(Math.min(...far));
  return far[nearest] <= BESIDE ? { ...area, points: area.points.filter((_, i) => i !== nearest) } : area;
}
