/* The skull's outline with handles all around it. */

import { outlinePoint, outlineRays, withOutlineAt } from "../core/head/outline.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { wireOf } from "../core/head/wire.ts";
import { OUTLINE_RAYS } from "../core/head/view.ts";
import { headOf, withViewHere } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Tool, freely } from "./tool.ts";

/** As on a clock, for those who hear it: 12 is the top of the picture. */
function clockName(ray: number): string {
  const minutes = (ray / OUTLINE_RAYS) * 720;
  const hour = Math.floor(minutes / 60) || 12;
  return words(minutes % 60 === 0 ? "handle.outline.hour" : "handle.outline.halfPast", { hour });
}

export const outlineTool: Tool = {
  name: "outline",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    return outlineRays(surface, view).map((ray) => ({
      id: String(ray),
      label: clockName(ray),
      at: outlinePoint(surface, view, ray),
    }));
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    return [{ id: "outline", strong: true, points: wireOf(vault, view).outline }];
  },
  moved(scene, id, to) {
    const { vault, view } = headOf(scene);
    return freely(withViewHere(scene, withOutlineAt(surfaceOf(vault, view), view, Number(id), to)));
  },
};
