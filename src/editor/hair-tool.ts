/* A brush that says where there is hair that hides skin, and where there is none. A stroke counts when it has ended:
   the hair is then read anew with it. */

import type { Point2 } from "../core/geometry/vector.ts";
import { type HairKind, hairStroke, withStroke } from "../core/head/hair-strokes.ts";
import { pixelsPerMmIn } from "../core/head/patch.ts";
import { type Scene, viewOf, withViewHere } from "../core/plan/scene.ts";
import type { Document } from "../core/plan/document.ts";
import type { Millimetres, Pixels } from "../core/units.ts";
import { type Stroke, type Tool, freely } from "./tool.ts";

/** What a stroke says, and how wide it is. */
export type HairHand = { readonly kind: HairKind; readonly brush: Millimetres };

const RIM = Array.from({ length: 33 }, (_, i) => [Math.sin((i * Math.PI) / 16), Math.cos((i * Math.PI) / 16)] as const);

const radiusIn = (scene: Scene, { brush }: HairHand): Pixels => (brush / 2) * pixelsPerMmIn(viewOf(scene));

/** A pen's other end says the other thing. */
const saidBy = ({ kind }: HairHand, { hand }: Stroke): HairKind =>
  hand.eraser ? (kind === "hair" ? "skin" : "hair") : kind;

function brushed(scene: Scene, hand: HairHand, stroke: Stroke): Document {
  const { hair } = viewOf(scene);
  if (!stroke.ended || stroke.points.length === 0) return scene.document;
  const way = stroke.points.map(({ at }) => at);
  const said = hairStroke(saidBy(hand, stroke), radiusIn(scene, hand), way);
  return withViewHere(scene, { hair: withStroke(hair ?? [], said) });
}

function ringAt(scene: Scene, { x, y }: Point2, hand: HairHand): readonly Point2[] {
  const radius = radiusIn(scene, hand);
  return RIM.map(([s, c]) => ({ x: x + radius * s, y: y + radius * c }));
}

export const hairTool = (hand: HairHand): Tool => ({
  name: "hair",
  handles: () => [],
  lines: () => [],
  moved: (scene) => freely(scene.document),
  strokes: {
    trail: true,
    breadth: (scene) => 2 * radiusIn(scene, hand),
    ring: (scene, at) => ringAt(scene, at, hand),
    stroked: (scene, stroke) => freely(brushed(scene, hand, stroke)),
  },
});
