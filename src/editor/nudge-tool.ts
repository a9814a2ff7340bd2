/* Handles on places of the head that a photo shows: each takes the plan to where the place is in this photo. */

import { type Vec3, length, subtract } from "../core/geometry/vector.ts";
import { isNudgeOf, landmarkDirection, landmarks, withNudge } from "../core/head/nudge.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { vaultLevel } from "../core/head/vault.ts";
import { wireOf } from "../core/head/wire.ts";
import { hairlineCurve } from "../core/hairline/boundary.ts";
import { type HairlinePoint, hairlinePoints } from "../core/hairline/hairline.ts";
import { type Scene, headOf, planOf, withViewHere } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { lineTool } from "./line-tool.ts";
import { type Tool, freely } from "./tool.ts";

/**
 * Cosine of incidence under which a place is too near the rim to be
 * told; what has been nudged there can still be taken back.
 */
const SEEN = 0.25;

/** The point of a curve that is as far from one place as from another. */
function halfWay(curve: readonly Vec3[], a: Vec3, b: Vec3): Vec3 {
  const uneven = (d: Vec3): number => Math.abs(length(subtract(d, a)) - length(subtract(d, b)));
  return curve.reduce((best, d) => (uneven(d) < uneven(best) ? d : best));
}

type Place = { readonly id: string; readonly label: string; readonly direction: Vec3 };

/**
 * The line's points, those half way to the temples, and the head's landmarks; and what was nudged where neither is any
 * more, since the line has been moved.
 */
function placesOf(scene: Scene): readonly Place[] {
  const { vault, view } = headOf(scene);
  const { hairline } = planOf(scene);
  const at = (point: HairlinePoint): Vec3 => vaultLevel(vault, hairline.points[point]).direction;
  const curve = hairlineCurve(vault, hairline);
  const half = (temple: HairlinePoint): Vec3 => halfWay(curve, at("mid"), at(temple));
  const places = [
    ...hairlinePoints.map((id) => ({ id, label: words(`handle.line.${id}`), direction: at(id) })),
    { id: "halfLeft", label: words("handle.nudge.halfLeft"), direction: half("templeLeft") },
    { id: "halfRight", label: words("handle.nudge.halfRight"), direction: half("templeRight") },
    ...landmarks.map((id) => ({ id, label: words(`handle.nudge.${id}`), direction: landmarkDirection(vault, id) })),
  ];
  const left = view.nudges.filter((nudge) => !places.some(({ direction }) => isNudgeOf(nudge, direction)));
  return [
    ...places,
    ...left.map(({ at }) => ({ id: at.join(" "), label: words("handle.nudge.before"), direction: at })),
  ];
}

export const nudgeTool: Tool = {
  name: "nudge",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    return placesOf(scene).flatMap(({ id, label, direction }) => {
      const { x, y, facing } = surface.toImage(direction);
      const nudged = view.nudges.some((nudge) => isNudgeOf(nudge, direction));
      return facing < (nudged ? 0 : SEEN) ? [] : [{ id, label, at: { x, y } }];
    });
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    const { outline, midline } = wireOf(vault, view);
    return [
      { id: "outline", strong: false, points: outline },
      { id: "midline", strong: false, points: midline },
      ...lineTool.lines(scene),
    ];
  },
  moved(scene, id, to) {
    const place = placesOf(scene).find((one) => one.id === id);
    if (!place) return freely(scene.document);
    const { vault, view } = headOf(scene);
    return freely(withViewHere(scene, withNudge(surfaceOf(vault, view), view, place.direction, to)));
  },
};
