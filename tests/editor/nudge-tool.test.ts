/* The handles of the nudge tool: on the plan's line and on the head's landmarks, where this view shows them. */
import { expect, test } from "vitest";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { plainView } from "../../src/core/head/view.ts";
import { hairlineOfShape } from "../../src/core/hairline/hairline.ts";
import { type Consultation, newConsultation } from "../../src/core/plan/consultation.ts";
import { lineTool } from "../../src/editor/line-tool.ts";
import { nudgeTool } from "../../src/editor/nudge-tool.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const facing = (yaw: number, pitch: number): Consultation =>
  newConsultation(plainView("front", camera, { yaw, pitch, roll: 0, x: 0, y: -40, z: 900 }, "person"));
const ids = (consultation: Consultation): string[] => nudgeTool.handles(consultation).map(({ id }) => id);
const placeOf = (consultation: Consultation, id: string) =>
  nudgeTool.handles(consultation).find((handle) => handle.id === id)!.at;

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

test("a drag moves the line in this view and its handle under the finger; the plan is the same, and so is the line's handle", () => {
  const before = facing(20, -10);
  const from = placeOf(before, "templeRight");
  const to = { x: from.x + 14, y: from.y + 9 };
  const after = nudgeTool.moved(before, "templeRight", to, true);
  expect(after.plan).toBe(before.plan);
  expect({ ...after.view, nudges: [] }).toEqual(before.view);
  const there = placeOf(after, "templeRight");
  expect(Math.hypot(there.x - to.x, there.y - to.y)).toBeLessThan(0.05);
  const line = lineTool.handles(after).find(({ id }) => id === "templeRight")!.at;
  expect(line).toEqual(there);
  // And back: a finger on the new place of the line means the plan's point that is there.
  const seen = surfaceOf(maleVault, after.view).fromImage(to);
  const plain = surfaceOf(maleVault, before.view).toImage(seen);
  expect(Math.hypot(plain.x - from.x, plain.y - from.y)).toBeLessThan(0.05);
});

test("a nudge dragged to the rim keeps its handle; one that the line has left keeps one too", () => {
  const before = facing(0, -10);
  const rim = nudgeTool.moved(before, "templeLeft", { x: 5000, y: 0 }, false);
  expect(ids(rim)).toContain("templeLeft");
  const nudged = nudgeTool.moved(before, "mid", { x: 600, y: placeOf(before, "mid").y + 12 }, false);
  const hairline = hairlineOfShape(maleVault, "natural", "scalp", 95);
  const moved = { ...nudged, plan: { ...nudged.plan, hairline } };
  const left = nudgeTool.handles(moved).filter(({ label }) => label === "Nudged before");
  expect(left).toHaveLength(1);
  const again = nudgeTool.moved(moved, left[0].id, { x: left[0].at.x, y: left[0].at.y - 5 }, false);
  expect(again.view.nudges).toHaveLength(1);
  expect(ids(again)).toContain(left[0].id);
});
