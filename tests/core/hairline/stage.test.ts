/* A start from a stage of hair loss: a line and areas that can be drawn further, on every head. */
import { expect, test } from "vitest";
import { newArea, skinOfArea } from "../../../src/core/hairline/areas.ts";
import { hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import { faultOf } from "../../../src/core/hairline/moved-point.ts";
import { regionOf } from "../../../src/core/hairline/region.ts";
import { atStage, ludwigStages, norwoodStages } from "../../../src/core/hairline/stage.ts";
import { treatedBy } from "../../../src/core/hairline/treated.ts";
import { HEADS, grownVault } from "../../../src/core/head/scale.ts";
import { scalpChart } from "../../../src/core/head/scalp.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { headPoint } from "../../../src/core/head/walk.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { documentWithin } from "../../../src/core/plan/document-limits.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { viewAt } from "../../../src/core/head/fit.ts";

const names = { crown: "Thin crown", thin: "Thin top" };
const stages = [...norwoodStages, ...ludwigStages];
const usual = { hairline: hairlineOfShape(maleVault, "natural"), areas: [] };
const view = viewAt(maleVault, "front", { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400);

test.each(stages)("stage %s gives a line on heads of every size, and a plan that can be kept", (stage) => {
  for (const vault of [HEADS.least, 1, HEADS.most].map((k) => grownVault(maleVault, k))) {
    const plan = atStage(vault, { hairline: hairlineOfShape(vault, "natural"), areas: [] }, stage, names);
    expect(faultOf(vault, plan.hairline)).toBeNull();
    expect(documentWithin({ ...newDocument(view, { ...usualPlan(), ...plan }), vault }).ok).toBe(true);
  }
});

test("one stage takes the place of another, and leaves what the hand has drawn", () => {
  const own = newArea("7", "area", "Patch", false);
  const first = atStage(maleVault, { ...usual, areas: [own] }, "IV", names);
  expect(first.areas.map(({ name }) => name)).toEqual(["Patch", "Thin crown"]);
  const second = atStage(maleVault, first, "L2", names);
  expect(second.areas.map(({ name }) => name)).toEqual(["Patch", "Thin top"]);
  expect(second.hairline.points).toEqual(usual.hairline.points);
  expect(atStage(maleVault, second, "VI", names).areas).toEqual([own]);
});

test("the later the stage the more is covered: front, then top with a fringe that sinks, thin tops that widen", () => {
  const share = (stage: (typeof stages)[number], above: number, across: number): number => {
    const { hairline, areas } = atStage(maleVault, usual, stage, names);
    const { u, v } = scalpChart(headPoint(maleVault, above, across));
    return treatedBy(maleVault, regionOf(maleVault, hairline, 1), areas).share(u, v);
  };
  // Behind the front, on the vertex, at the crown.
  expect(share("II", 85, 0)).toBeGreaterThan(0.9);
  expect(share("II", 140, 0)).toBe(0);
  expect(share("IVA", 140, 0)).toBeGreaterThan(0.9);
  expect(share("III", 200, 0)).toBe(0);
  expect(share("IV", 200, 0)).toBeGreaterThan(0.7);
  expect(share("VI", 140, 0)).toBe(1);
  const skin = (stage: (typeof stages)[number]): number =>
    skinOfArea(maleVault, atStage(maleVault, usual, stage, names).areas[0]);
  expect(skin("L1")).toBeLessThan(0.8 * skin("L2"));
  expect(skin("L2")).toBeLessThan(0.8 * skin("L3"));
  const fringe = (stage: (typeof stages)[number]): number =>
    atStage(maleVault, usual, stage, names).hairline.rest!.points.fringeSideLeft[1];
  expect(fringe("V")).toBeGreaterThan(fringe("VI"));
  expect(fringe("VI")).toBeGreaterThan(fringe("VII"));
});
