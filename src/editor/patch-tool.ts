/* A close-up: the corners of the treated area, and the two ends of a known length. */

import { withAreaCorner, withEnd } from "../core/head/patch.ts";
import { viewOf, withViewHere } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Tool, freely } from "./tool.ts";

export const patchTool: Tool = {
  name: "patch",
  handles(scene) {
    const { patch } = viewOf(scene);
    if (!patch) return [];
    return [
      ...patch.area.map((at, i) => ({ id: String(i), label: words("handle.patch.corner", { corner: i + 1 }), at })),
      { id: "from", label: words("handle.patch.from"), at: patch.ends.from },
      { id: "to", label: words("handle.patch.to"), at: patch.ends.to },
    ];
  },
  lines(scene) {
    const { patch } = viewOf(scene);
    if (!patch) return [];
    return [
      { id: "area", strong: false, points: [...patch.area, patch.area[0]] },
      { id: "length", strong: true, points: [patch.ends.from, patch.ends.to] },
    ];
  },
  moved(scene, id, to) {
    const view = viewOf(scene);
    if (!view.patch) return freely(scene.document);
    const moved =
      id === "from" || id === "to"
        ? withEnd(view, view.patch, id, to)
        : withAreaCorner(view, view.patch, Number(id), to);
    return freely(withViewHere(scene, moved));
  },
};
