/* Where the skin is read: the places that were looked at, and what a person has pointed to instead. */

import type { Point2 } from "../core/geometry/vector.ts";
import { type Scene, viewOf, withViewHere } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Moved, type Tool, freely } from "./tool.ts";

/** Half the arm of a cross at a place that was read, px of the photo for each 1000 px of its width. */
const ARM = 2;

type Pointed = "skinAt" | "neutralAt";

const pointedTo = (scene: Scene, id: Pointed, to: Point2): Moved => {
  const { width, height } = viewOf(scene).camera;
  const at = { x: Math.max(0, Math.min(width, to.x)), y: Math.max(0, Math.min(height, to.y)) };
  return freely(withViewHere(scene, { [id]: at }));
};

/** `places`: in pixels of the photo. `pointing`: what a touch beside the handles says; null: the photo is panned. */
export const skinTool = (places: readonly Point2[], pointing: Pointed | null = null): Tool => ({
  name: "skin",
  handles(scene) {
    const { skinAt, neutralAt } = viewOf(scene);
    return [
      ...(skinAt ? [{ id: "skinAt", label: words("handle.skin.skinAt"), at: skinAt }] : []),
      ...(neutralAt ? [{ id: "neutralAt", label: words("handle.skin.neutralAt"), at: neutralAt }] : []),
    ];
  },
  lines(scene) {
    const { camera } = viewOf(scene);
    const arm = (ARM * camera.width) / 1000;
    return places.map(({ x, y }, i) => ({
      id: `place-${i}`,
      strong: true,
      points: [
        { x: x - arm, y },
        { x: x + arm, y },
      ],
    }));
  },
  moved(scene, id, to) {
    if (id !== "skinAt" && id !== "neutralAt") return freely(scene.document);
    return pointedTo(scene, id, to);
  },
  strokes: pointing
    ? {
        trail: false,
        stroked: (scene, { points }) => {
          const last = points.at(-1);
          return last ? pointedTo(scene, pointing, last.at) : freely(scene.document);
        },
      }
    : undefined,
});
