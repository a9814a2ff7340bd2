/* The line, all round the head, and its handles, on the skin: what is turned away from the camera has no handle. */

import type { Vec3 } from "../core/geometry/vector.ts";
import { hairlineCurve, treatedEdge } from "../core/hairline/boundary.ts";
import { type EdgePoint, isDesigned } from "../core/hairline/edge.ts";
import { type DrawnLine, withAddedPoint, withStroke, withoutPoint } from "../core/hairline/drawn-line.ts";
import {
  type LinePoint,
  type NamedPoint,
  drawnNumber,
  isLinePoint,
  placeOf,
  pointsOf,
} from "../core/hairline/line-points.ts";
import { withPoint } from "../core/hairline/moved-point.ts";
import { type Surface, alongSkin, surfaceOf } from "../core/head/surface.ts";
import type { Vault } from "../core/head/vault.ts";
import { aboveBrow, acrossMidline, walk } from "../core/head/walk.ts";
import { type Scene, headOf, planOf, withPlan } from "../core/plan/scene.ts";
import { saying, words } from "../words/words.ts";
import { type Handle, type Line, type Moved, type Tool, freely } from "./tool.ts";

/** Cosine of incidence under which a handle would stand on the rim, where it cannot be judged. */
const SEEN = 0.05;

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

/** The edge beside and behind, from where the front ends to where it begins; all of it where there is no front. */
function restOfEdge(edge: readonly EdgePoint[]): readonly Vec3[] {
  if (edge.length > 0 && !edge.some(({ part }) => isDesigned(part))) return [...edge, edge[0]].map(({ d }) => d);
  const first = edge.findIndex(({ part }, i) => !isDesigned(part) && isDesigned(edge.at(i - 1)?.part ?? "front"));
  const turned = first < 0 ? edge : [...edge.slice(first), ...edge.slice(0, first)];
  return turned.filter(({ part }) => !isDesigned(part)).map(({ d }) => d);
}

/** A point's place on the head, in words. */
function whereOf(vault: Vault, d: Vec3): NonNullable<Handle["where"]> {
  const [across, above] = [Math.round(acrossMidline(vault, d)), Math.round(aboveBrow(vault, d))];
  const side = across === 0 ? "midline" : across > 0 ? "left" : "right";
  return {
    across: words(`handle.line.across.${side}`, { mm: Math.abs(across) }),
    down: words(above < 0 ? "handle.line.below" : "handle.line.above", { mm: Math.abs(above) }),
  };
}

function labelOf(id: LinePoint): string {
  const number = drawnNumber(id);
  return number === null
    ? words(`handle.line.${id as NamedPoint}`)
    : words("handle.line.drawn", { number: number + 1 });
}

const reasons = { crosses: saying("news.line.crosses"), leaves: saying("news.line.leaves") } as const;

/** The line with a point moved towards a direction, as far as there is a line. */
function movedTo(scene: Scene, id: LinePoint, d: Vec3, mirror: boolean): Moved {
  const { vault } = headOf(scene);
  const { hairline } = planOf(scene);
  const moved = withPoint(vault, hairline, id, d, mirror);
  return {
    document: moved.hairline === hairline ? scene.document : withPlan(scene, { hairline: moved.hairline }),
    stopped: moved.stop && reasons[moved.stop],
  };
}

/** What becomes of the line, and why it stays as it is where it does. */
const told = (scene: Scene, { hairline, stop }: DrawnLine): Moved => ({
  document: hairline === planOf(scene).hairline ? scene.document : withPlan(scene, { hairline }),
  stopped: stop && reasons[stop],
});

export const lineTool: Tool = {
  name: "line",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    const { hairline } = planOf(scene);
    return pointsOf(hairline).flatMap((id) => {
      const direction = placeOf(vault, hairline, id);
      const { x, y, facing } = surface.toImage(direction);
      const label = labelOf(id);
      return facing < SEEN ? [] : [{ id, label, at: { x, y }, where: whereOf(vault, direction) }];
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
    if (!isLinePoint(id)) return freely(scene.document);
    const { vault, view } = headOf(scene);
    return movedTo(scene, id, surfaceOf(vault, view).fromImage(to), mirror);
  },
  stepped(scene, id, towards, mm, mirror) {
    if (!isLinePoint(id)) return freely(scene.document);
    const { vault, view } = headOf(scene);
    const direction = placeOf(vault, planOf(scene).hairline, id);
    const to = walk(vault, direction, alongSkin(surfaceOf(vault, view), direction, towards), mm);
    return movedTo(scene, id, to, mirror);
  },
  added(scene, at, reach, mirror) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    const { hairline } = planOf(scene);
    const off = hairlineCurve(vault, hairline).map((d) => {
      const { x, y, facing } = surface.toImage(d);
      return facing > 0 ? Math.hypot(x - at.x, y - at.y) : Infinity;
    });
    if (off.every((far) => far > reach)) return null;
    return told(scene, withAddedPoint(vault, hairline, surface.fromImage(at), mirror));
  },
  removed(scene, id, mirror) {
    const number = drawnNumber(id);
    if (number === null) return null;
    return told(scene, withoutPoint(scene.document.vault, planOf(scene).hairline, number, mirror));
  },
};

/** The line in the hand that draws it: one stroke over the photo, and no handles in its way. */
export const drawingTool: Tool = {
  ...lineTool,
  handles: () => [],
  strokes: {
    trail: true,
    stroked(scene, { ended, points }, mirror) {
      if (!ended) return freely(scene.document);
      const { vault, view } = headOf(scene);
      const surface = surfaceOf(vault, view);
      const way = points.map(({ at }) => surface.fromImage(at));
      return told(scene, withStroke(vault, planOf(scene).hairline, way, mirror));
    },
  },
};
