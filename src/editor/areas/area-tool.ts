/* The area in hand on the photo: its points as handles, and a hand that draws its curve, brushes skin onto it or
   erases. Each moment of a gesture has a file: at rest (shown.ts), dragging a point, drawing, brushing. */

import type { Area } from "../../core/hairline/areas.ts";
import { planOf } from "../../core/plan/scene.ts";
import type { AreaHand } from "../../store/session.ts";
import { lineTool } from "../line-tool.ts";
import { type Strokes, type Tool, freely } from "../tool.ts";
import { brushRing, brushing } from "./brushing.ts";
import { dragged, walked } from "./dragging.ts";
import { drawn } from "./drawing.ts";
import { areaHandles, areaLines } from "./shown.ts";

/** What a stroke does to the area in hand; while points are dragged it pans. */
function strokesOf({ id, doing, brush }: AreaHand): Strokes | undefined {
  if (doing === "points") return undefined;
  if (doing === "draw") return { trail: true, stroked: (scene, stroke) => freely(drawn(scene, id, stroke)) };
  return {
    trail: false,
    ring: (scene, at) => brushRing(scene, at, brush),
    stroked: (scene, stroke) => freely(brushing(scene, id, stroke, brush, doing === "erase")),
  };
}

export function areaTool(hand: AreaHand): Tool {
  const inHand = ({ id }: Area): boolean => id === hand.id;
  return {
    name: "areas",
    handles(scene) {
      const area = planOf(scene).areas.find(inHand);
      return area && hand.doing === "points" ? areaHandles(scene, area) : [];
    },
    lines: (scene) => [
      ...lineTool.lines(scene).map((line) => ({ ...line, strong: false })),
      ...planOf(scene).areas.flatMap((area) => areaLines(scene, area, inHand(area))),
    ],
    moved: (scene, point, to) => freely(dragged(scene, hand.id, Number(point), to)),
    stepped: (scene, point, towards, mm) => freely(walked(scene, hand.id, Number(point), towards, mm)),
    strokes: strokesOf(hand),
  };
}
