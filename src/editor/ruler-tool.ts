/* A ruler on the photo: two ends, and between them the line along the skin that it measures. */

import type { Point2 } from "../core/geometry/vector.ts";
import { onHead } from "../core/head/scale.ts";
import { surfaceOf } from "../core/head/surface.ts";
import type { Ruler } from "../core/head/view.ts";
import { between } from "../core/head/walk.ts";
import { wireOf } from "../core/head/wire.ts";
import { type Consultation, withView } from "../core/plan/consultation.ts";
import { words } from "../words/words.ts";
import type { Tool } from "./tool.ts";

const PARTS = 40;

/** Where the ruler lies: on the skin between two places of the head, else straight. */
function path({ vault, view }: Consultation, { from, to }: Ruler): readonly Point2[] {
  const surface = surfaceOf(vault, view);
  if (!onHead(surface, from) || !onHead(surface, to)) return [from, to];
  const [a, b] = [surface.fromImage(from), surface.fromImage(to)];
  const along = Array.from({ length: PARTS - 1 }, (_, i) => surface.toImage(between(a, b, (i + 1) / PARTS)));
  return [from, ...along, to];
}

export const rulerTool: Tool = {
  name: "ruler",
  handles({ view: { ruler } }) {
    if (!ruler) return [];
    return [
      { id: "from", label: words("handle.ruler.from"), at: ruler.from },
      { id: "to", label: words("handle.ruler.to"), at: ruler.to },
    ];
  },
  lines(consultation) {
    const { vault, view } = consultation;
    if (!view.ruler) return [];
    return [
      { id: "outline", strong: false, points: wireOf(vault, view).outline },
      { id: "ruler", strong: true, points: path(consultation, view.ruler) },
    ];
  },
  moved(consultation, id, to) {
    const { view } = consultation;
    const { width, height } = view.camera;
    if (!view.ruler || (id !== "from" && id !== "to")) return consultation;
    const at = { x: Math.max(0, Math.min(width, to.x)), y: Math.max(0, Math.min(height, to.y)) };
    return withView(consultation, { ...view, ruler: { ...view.ruler, [id]: at } });
  },
};
