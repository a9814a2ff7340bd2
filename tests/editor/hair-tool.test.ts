/* The hair brush: one stroke of the photo each, told when it has ended, and what the pen's other end says. */
import { expect, test } from "vitest";
import { pixelsPerMmIn } from "../../src/core/head/patch.ts";
import { plainView } from "../../src/core/head/view.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Scene, sceneOf, viewOf } from "../../src/core/plan/scene.ts";
import { hairTool } from "../../src/editor/hair-tool.ts";
import type { Stroke } from "../../src/editor/tool.ts";

const camera = { width: 600, height: 800, focal: 900 };
const view = plainView("front", camera, { yaw: 0, pitch: -20, roll: 0, x: 0, y: 0, z: 600 }, "person");
const start = sceneOf(newDocument(view));
const way = Array.from({ length: 40 }, (_, i) => ({ at: { x: 200 + 2.03 * i, y: 300 }, pressure: null }));
const stroke = (ended: boolean, eraser = false): Stroke => ({
  hand: { kind: "pen", eraser },
  points: way,
  told: ended ? way.length : 0,
  ended,
});
const brush = hairTool({ kind: "hair", brush: 8 });
const after = (scene: Scene, of: Stroke): Scene => ({
  ...scene,
  document: brush.strokes?.stroked(scene, of, false).document ?? scene.document,
});

test("a stroke is told when it has ended, as wide as the brush is on the head, first point to last", () => {
  expect(after(start, stroke(false)).document).toBe(start.document);
  const [said, ...more] = viewOf(after(start, stroke(true))).hair ?? [];
  expect(more).toEqual([]);
  expect(said.kind).toBe("hair");
  expect(said.radius).toBeCloseTo(4 * pixelsPerMmIn(view), 1);
  expect(said.points[0]).toEqual({ x: 200, y: 300 });
  expect(said.points.at(-1)).toEqual({ x: 279.2, y: 300 });
  expect(said.points.length).toBeLessThan(way.length);
});

test("a pen's other end says the other thing, and each stroke comes after those before", () => {
  const twice = after(after(start, stroke(true)), stroke(true, true));
  expect(viewOf(twice).hair?.map(({ kind }) => kind)).toEqual(["hair", "skin"]);
});

test("its rim and its way are as wide as what it says", () => {
  const rim = brush.strokes?.ring?.(start, { x: 100, y: 100 }) ?? [];
  const breadth = brush.strokes?.breadth?.(start) ?? 0;
  expect(breadth).toBeCloseTo(8 * pixelsPerMmIn(view), 6);
  expect(rim.length).toBeGreaterThan(8);
  for (const { x, y } of rim) expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(breadth / 2, 6);
});
