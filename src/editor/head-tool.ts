/* The wire of the skull and its four handles: bringing the model head to the head in the photo. */

import { type FitHandle, fitHandlePoints, fitHandles, fromBehind, withFitHandle } from "../core/head/fit.ts";
import { wireOf } from "../core/head/wire.ts";
import { withFit } from "../core/plan/document.ts";
import { headOf } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Tool, freely } from "./tool.ts";

const isFitHandle = (id: string): id is FitHandle => (fitHandles as readonly string[]).includes(id);

export const headTool: Tool = {
  name: "head",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const points = fitHandlePoints(vault, view);
    const behind = fromBehind(view.aspect);
    return fitHandles.map((id) => ({
      id,
      label: words(`handle.head.${behind && id === "brow" ? "behind" : id}`),
      at: points[id],
    }));
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    const { outline, midline, browLine } = wireOf(vault, view);
    return [
      { id: "outline", strong: true, points: outline },
      { id: "midline", strong: false, points: midline },
      { id: "brow-line", strong: false, points: browLine },
    ];
  },
  moved(scene, id, to) {
    if (!isFitHandle(id)) return freely(scene.document);
    const { vault, view } = headOf(scene);
    return freely(withFit(scene.document, withFitHandle(vault, view, id, to)));
  },
};
