/* Cut-outs on the photo, each with its corners. */

import { withCorner } from "../core/head/cut.ts";
import { words } from "../words/words.ts";
import type { Tool } from "./tool.ts";

export const cutTool: Tool = {
  name: "cut",
  handles: ({ view }) =>
    view.cuts.flatMap((cut, which) =>
      cut.map((at, corner) => ({
        id: `${which} ${corner}`,
        label: words("handle.cut.corner", { cut: which + 1, corner: corner + 1 }),
        at,
      })),
    ),
  lines: ({ view }) => view.cuts.map((cut, which) => ({ id: `cut-${which}`, strong: true, points: [...cut, cut[0]] })),
  moved(consultation, id, to) {
    const [which, corner] = id.split(" ").map(Number);
    return { ...consultation, view: withCorner(consultation.view, which, corner, to) };
  },
};
