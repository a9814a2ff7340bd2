/* Cut-outs on the photo, each with its corners. */

import { withCorner } from "../core/head/cut.ts";
import { viewOf, withViewHere } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Tool, freely } from "./tool.ts";

export const cutTool: Tool = {
  name: "cut",
  handles: (scene) =>
    viewOf(scene).cuts.flatMap((cut, which) =>
      cut.map((at, corner) => ({
        id: `${which} ${corner}`,
        label: words("handle.cut.corner", { cut: which + 1, corner: corner + 1 }),
        at,
      })),
    ),
  lines: (scene) =>
    viewOf(scene).cuts.map((cut, which) => ({ id: `cut-${which}`, strong: true, points: [...cut, cut[0]] })),
  moved(scene, id, to) {
    const [which, corner] = id.split(" ").map(Number);
    return freely(withViewHere(scene, withCorner(viewOf(scene), which, corner, to)));
  },
};
