/* The hairline and its five handles, on the skin of the head: what is turned away from the camera has no handle. */

import type { Vec3 } from "../core/geometry/vector.ts";
import { type EdgePoint, hairlineCurve, treatedEdge } from "../core/hairline/boundary.ts";
import { type HairlinePoint, hairlinePoints, withPoint } from "../core/hairline/hairline.ts";
import { type Surface, surfaceOf } from "../core/head/surface.ts";
import { vaultLevel } from "../core/head/vault.ts";
import { headOf, planOf, withPlan } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import type { Line, Tool } from "./tool.ts";

/** Cosine of incidence under which a handle would stand on the rim, where it cannot be judged. */
const SEEN = 0.05;

const isHairlinePoint = (id: string): id is HairlinePoint => (hairlinePoints as readonly string[]).includes(id);

/** The parts of a curve that face the camera. */
function seen(surface: Surface, id: string, strong: boolean, curve: readonly Vec3[]): readonly Line[] {
  const parts: Line[] = [];
  let points: { x: number; y: number }[] = [];
  const end = (): void => {
    if (points.length > 1) parts.push({ id: `${id}-${parts.length}`, strong, points });
    points = [];
  };
  for (const d of curve) {
    const { x, y, facing } = surface.toImage(d);
    if (facing > 0) points.push({ x, y });
    else end();
  }
  end();
  return parts;
}

/** The edge beside and behind, from where the front ends to where it begins. */
function restOfEdge(edge: readonly EdgePoint[]): readonly Vec3[] {
  const first = edge.findIndex(({ part }, i) => part === "rest" && edge.at(i - 1)?.part !== "rest");
  const turned = first < 0 ? edge : [...edge.slice(first), ...edge.slice(0, first)];
  return turned.filter(({ part }) => part === "rest").map(({ d }) => d);
}

export const lineTool: Tool = {
  name: "line",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    const { points } = planOf(scene).hairline;
    return hairlinePoints.flatMap((id) => {
      const { direction } = vaultLevel(vault, points[id]);
      const { x, y, facing } = surface.toImage(direction);
      return facing < SEEN ? [] : [{ id, label: words(`handle.line.${id}`), at: { x, y } }];
    });
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    const { hairline } = planOf(scene);
    const surface = surfaceOf(vault, view);
    return [
      ...seen(surface, "edge", false, restOfEdge(treatedEdge(vault, hairline))),
      ...seen(surface, "hairline", true, hairlineCurve(vault, hairline)),
    ];
  },
  moved(scene, id, to, mirror) {
    if (!isHairlinePoint(id)) return scene.document;
    const { vault, view } = headOf(scene);
    const { hairline } = planOf(scene);
    const moved = withPoint(vault, hairline, id, surfaceOf(vault, view).fromImage(to), mirror);
    return moved === hairline ? scene.document : withPlan(scene, { hairline: moved });
  },
};
