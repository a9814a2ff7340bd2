/* A ruler on the photo: two ends, and between them the line along the skin that it measures. */

import type { Point2 } from "../core/geometry/vector.ts";
import { onHead } from "../core/head/scale.ts";
import { surfaceOf } from "../core/head/surface.ts";
import type { Ruler } from "../core/head/view.ts";
import { between } from "../core/head/walk.ts";
import { wireOf } from "../core/head/wire.ts";
import { withFit } from "../core/plan/document.ts";
import { type Scene, headOf, viewOf } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Tool, freely } from "./tool.ts";

const PARTS = 40;

/** Where the ruler lies: on the skin between two places of the head, else straight. */
function path(scene: Scene, { from, to }: Ruler): readonly Point2[] {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  if (!onHead(surface, from) || !onHead(surface, to)) return [from, to];
  const [a, b] = [surface.fromImage(from), surface.fromImage(to)];
  const along = Array.from({ length: PARTS - 1 }, (_, i) => surface.toImage(between(a, b, (i + 1) / PARTS)));
  return [from, ...along, to];
}

export const rulerTool: Tool = {
  name: "ruler",
  handles(scene) {
    const { ruler } = viewOf(scene);
    if (!ruler) return [];
    return [
      { id: "from", label: words("handle.ruler.from"), at: ruler.from },
      { id: "to", label: words("handle.ruler.to"), at: ruler.to },
    ];
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    if (!view.ruler) return [];
    return [
      { id: "outline", strong: false, points: wireOf(vault, view).outline },
      { id: "ruler", strong: true, points: path(scene, view.ruler) },
    ];
  },
  moved(scene, id, to) {
    const view = viewOf(scene);
    const { width, height } = view.camera;
    if (!view.ruler || (id !== "from" && id !== "to")) return freely(scene.document);
    const at = { x: Math.max(0, Math.min(width, to.x)), y: Math.max(0, Math.min(height, to.y)) };
    return freely(withFit(scene.document, { ...view, ruler: { ...view.ruler, [id]: at } }));
  },
};
