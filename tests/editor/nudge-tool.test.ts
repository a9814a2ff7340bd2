/* The handles of the nudge tool: on the plan's line and on the head's landmarks, where this view shows them. */
import { expect, test } from "vitest";
import type { Point2 } from "../../src/core/geometry/vector.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { plainView } from "../../src/core/head/view.ts";
import { hairlineOfShape } from "../../src/core/hairline/hairline.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Scene, planOf, sceneOf, viewOf, withPlan } from "../../src/core/plan/scene.ts";
import { lineTool } from "../../src/editor/line-tool.ts";
import { nudgeTool } from "../../src/editor/nudge-tool.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const facing = (yaw: number, pitch: number): Scene =>
  sceneOf(newDocument(plainView("front", camera, { yaw, pitch, roll: 0, x: 0, y: -40, z: 900 }, "person")));
const moved = (scene: Scene, ...drag: [id: string, to: Point2, mirror: boolean]): Scene => ({
  ...scene,
  document: nudgeTool.moved(scene, ...drag).document,
});
const ids = (scene: Scene): string[] => nudgeTool.handles(scene).map(({ id }) => id);
const placeOf = (scene: Scene, id: string) => nudgeTool.handles(scene).find((handle) => handle.id === id)!.at;

test("each side of the head shows its own places", () => {
  expect(ids(facing(0, -10))).toEqual([
    "mid",
    "templeLeft",
    "templeRight",
    "peakLeft",
    "peakRight",
    "halfLeft",
    "halfRight",
  ]);
  expect(ids(facing(-90, 0))).toEqual(["templeLeft", "peakLeft", "earLeft"]);
  expect(ids(facing(0, -85))).toEqual(expect.arrayContaining(["mid", "vertex", "crown"]));
  expect(ids(facing(180, 0))).toContain("back");
});

test("a drag moves the line in this view and its handle under the finger; the plan and the line's handle stay", () => {
  const before = facing(20, -10);
  const from = placeOf(before, "templeRight");
  const to = { x: from.x + 14, y: from.y + 9 };
  const after = moved(before, "templeRight", to, true);
  expect(planOf(after)).toBe(planOf(before));
  expect({ ...viewOf(after), nudges: [] }).toEqual(viewOf(before));
  const there = placeOf(after, "templeRight");
  expect(Math.hypot(there.x - to.x, there.y - to.y)).toBeLessThan(0.05);
  const line = lineTool.handles(after).find(({ id }) => id === "templeRight")!.at;
  expect(line).toEqual(there);
  // And back: a finger on the new place of the line means the plan's point that is there.
  const seen = surfaceOf(maleVault, viewOf(after)).fromImage(to);
  const plain = surfaceOf(maleVault, viewOf(before)).toImage(seen);
  expect(Math.hypot(plain.x - from.x, plain.y - from.y)).toBeLessThan(0.05);
});

test("a nudge dragged to the rim keeps its handle; one that the line has left keeps one too", () => {
  const before = facing(0, -10);
  const rim = moved(before, "templeLeft", { x: 5000, y: 0 }, false);
  expect(ids(rim)).toContain("templeLeft");
  const nudged = moved(before, "mid", { x: 600, y: placeOf(before, "mid").y + 12 }, false);
  const hairline = hairlineOfShape(maleVault, "natural", "scalp", 95);
  const drawn = { ...nudged, document: withPlan(nudged, { hairline }) };
  const left = nudgeTool.handles(drawn).filter(({ label }) => label === "Nudged before");
  expect(left).toHaveLength(1);
  const again = moved(drawn, left[0].id, { x: left[0].at.x, y: left[0].at.y - 5 }, false);
  expect(viewOf(again).nudges).toHaveLength(1);
  expect(ids(again)).toContain(left[0].id);
});
