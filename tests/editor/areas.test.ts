/* Areas drawn on a photo: by a brush, a curve, a scar's line and taps, in one view and so in all, undone stroke by
   stroke. */
import { beforeEach, describe, expect, test } from "vitest";
import { demoScene } from "../../src/cli/render.ts";
import type { Point2 } from "../../src/core/geometry/vector.ts";
import { cellsOfArea, newArea, skinOfArea } from "../../src/core/hairline/areas.ts";
import { type Scene, planOf } from "../../src/core/plan/scene.ts";
import { areaTool } from "../../src/editor/areas/area-tool.ts";
import { placedArea } from "../../src/editor/areas/placing.ts";
import type { Stroke, StrokePoint } from "../../src/editor/tool.ts";
import { type AreaDoing, createSession } from "../../src/store/session.ts";
import { plainPhoto } from "../store/plain-photo.ts";

const { scene: top } = await demoScene("top", "public/demo");
const [MIDDLE] = middles(top);
const { vault } = top.document;

/** Where the tool of the area "1" would put its handles if it had one in the middle of the scalp. */
function middles(scene: Scene): readonly Point2[] {
  const dot = placedArea(scene, "1", "fue", "", false);
  const plans = scene.document.plans.map((plan) => ({ ...plan, areas: [dot] }));
  const shown = { ...scene, document: { ...scene.document, plans: [plans[0]] as const } };
  return areaTool({ id: "1", doing: "points", brush: 1 })
    .handles(shown)
    .map(({ at }) => at);
}

let session = createSession();
const here = (): Scene => session.store.getState().scene!;
const area = () => planOf(here()).areas[0];
beforeEach(() => {
  session = createSession();
  session.open(plainPhoto(top.cursor.photo, "top", 900, 1200), new File([], "top"), top, "line");
});
const place = (kind: "area" | "scar" | "fue" | "leave-free", empty = false): void =>
  session.plan({ areas: [placedArea(here(), "1", kind, "One", empty)] });

/** A stroke as the stage tells it, one point at a time. */
function stroke(
  doing: AreaDoing,
  brush: number,
  way: readonly Point2[],
  changed: Partial<StrokePoint> = {},
  eraser = false,
) {
  const { strokes } = areaTool({ id: "1", doing, brush });
  const points = way.map((at) => ({ at, pressure: null, ...changed }));
  const hand = { kind: "pen", eraser } as const;
  session.beginGesture();
  const tell = (told: number, upTo: number, ended: boolean): void => {
    const so: Stroke = { hand, points: points.slice(0, upTo), told, ended };
    session.edit((scene) => strokes!.stroked(scene, so, false).document);
  };
  points.forEach((_, i) => tell(i, i + 1, false));
  tell(points.length, points.length, true);
  session.endGesture();
}

const across = (from: number, to: number, by = 0): readonly Point2[] =>
  Array.from({ length: 9 }, (_, i) => ({ x: MIDDLE.x + from + ((to - from) * i) / 8, y: MIDDLE.y + by }));
const round = (radius: number): readonly Point2[] =>
  Array.from({ length: 40 }, (_, i) => ({
    x: MIDDLE.x + radius * Math.cos((i * Math.PI) / 19.5),
    y: MIDDLE.y + radius * Math.sin((i * Math.PI) / 19.5),
  }));

describe("a brush", () => {
  test("erasing what it added gives the plan's bytes back, however the way there was cut up", () => {
    place("area", true);
    const before = JSON.stringify(here().document);
    stroke("brush", 8, across(-60, 60));
    expect(skinOfArea(vault, area())).toBeGreaterThan(100);
    stroke("erase", 8, across(60, -60));
    stroke("erase", 9, across(-60, 60));
    expect(JSON.stringify(here().document)).toBe(before);
  });

  test("is undone one stroke at a time, all the way", () => {
    const documents = [here().document];
    place("area", true);
    documents.push(here().document);
    for (const by of [-40, 0, 40]) {
      stroke("brush", 6, across(-50, 50, by));
      documents.push(here().document);
    }
    for (const document of documents.toReversed().slice(1)) {
      session.undo();
      expect(here().document).toEqual(document);
    }
    expect(session.store.getState().history.past).toEqual([]);
  });

  test("is narrower under a light pen, and the pen's other end erases", () => {
    place("area", true);
    stroke("brush", 10, across(-60, 60), { pressure: 0.1 });
    const light = skinOfArea(vault, area());
    stroke("brush", 10, across(-60, 60), { pressure: 1 });
    const firm = skinOfArea(vault, area());
    expect(firm / light).toBeGreaterThan(2);
    stroke("brush", 11, across(-60, 60), {}, true);
    expect(skinOfArea(vault, area())).toBe(0);
  });

  test("draws nothing beside the head", () => {
    place("area", true);
    stroke("brush", 10, [
      { x: 3, y: 3 },
      { x: 30, y: 3 },
    ]);
    expect(area().added).toBe("");
  });
});

describe("drawing", () => {
  test("round an area in one stroke gives its curve, whose points can be dragged and walked", () => {
    place("area");
    stroke("draw", 1, round(80));
    const drawn = area();
    expect(drawn.points.length).toBeGreaterThanOrEqual(5);
    const tool = areaTool({ id: "1", doing: "points", brush: 1 });
    const [first] = tool.handles(here());
    expect(Math.abs(Math.hypot(first.at.x - MIDDLE.x, first.at.y - MIDDLE.y) - 80)).toBeLessThan(3);
    session.edit((scene) => tool.moved(scene, "0", { x: MIDDLE.x + 120, y: MIDDLE.y }, false).document);
    expect(skinOfArea(vault, area())).toBeGreaterThan(skinOfArea(vault, drawn));
    session.edit((scene) => tool.stepped!(scene, "0", { x: 1, y: 0 }, 1, false).document);
    expect(tool.handles(here())[0].at.x).toBeGreaterThan(MIDDLE.x + 120);
  });

  test("a touch draws no curve, and while a stroke lasts nothing changes", () => {
    place("leave-free");
    const before = here().document;
    stroke("draw", 1, [MIDDLE, { x: MIDDLE.x + 2, y: MIDDLE.y }]);
    expect(here().document).toBe(before);
  });

  test("along a scar gives its line; taps set grafts, and the eraser takes them away", () => {
    place("scar");
    stroke("draw", 1, across(-100, 100));
    expect(area().points.length).toBeGreaterThanOrEqual(2);
    expect(area().points.length).toBeLessThan(8);
    place("fue");
    for (const x of [-50, 50]) stroke("draw", 1, [{ x: MIDDLE.x + x, y: MIDDLE.y }]);
    expect(area().points).toHaveLength(3);
    stroke("draw", 1, [{ x: MIDDLE.x + 51, y: MIDDLE.y }], {}, true);
    expect(area().points).toHaveLength(2);
  });
});

test("what is drawn in one view lies on the same skin in another, and mirrored on both sides", async () => {
  place("area", true);
  stroke("brush", 12, across(-30, 30));
  const { scene: crown } = await demoScene("crown", "public/demo");
  const plans = [{ ...planOf(crown), areas: [{ ...area(), mirrored: true }] }] as const;
  const lines = areaTool({ id: "1", doing: "points", brush: 1 }).lines({
    ...crown,
    document: { ...crown.document, plans },
  });
  const ids = lines.map(({ id }) => id.split("-")[0]);
  expect(ids).toContain("area");
  expect(ids).toContain("twin");
  expect(cellsOfArea({ ...newArea("1", "area", "", true), added: area().added }).rows.length).toBeGreaterThan(20);
});
