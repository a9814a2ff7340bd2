/* The ears' handles: seen from the side alone, both ears together, and the edge round them goes with them. */
import { expect, test } from "vitest";
import { viewAt } from "../../src/core/head/fit.ts";
import { aroundOf } from "../../src/core/hairline/rest.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { documentWithin } from "../../src/core/plan/document-limits.ts";
import { type Scene, planOf, sceneOf } from "../../src/core/plan/scene.ts";
import { earTool, showsEar } from "../../src/editor/ear-tool.ts";

const seenFrom = (aspect: "front" | "left" | "right" | "back"): Scene =>
  sceneOf(newDocument(viewAt(maleVault, aspect, { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400)));

const around = (scene: Scene) => aroundOf(scene.document.vault, planOf(scene).hairline.rest!);

test("an ear has its handles where it is seen from the side", () => {
  for (const aspect of ["left", "right"] as const) expect(earTool.handles(seenFrom(aspect))).toHaveLength(2);
  for (const aspect of ["front", "back"] as const) expect(showsEar(seenFrom(aspect))).toBe(false);
});

test("a drag takes the ear there in all photos, and the edge round it keeps its millimetres", () => {
  const scene = seenFrom("left");
  const [top] = earTool.handles(scene);
  const before = around(scene);
  const { document, stopped } = earTool.moved(scene, top.id, { x: top.at.x + 12, y: top.at.y - 15 }, true);
  expect(stopped).toBeNull();
  const after = sceneOf(document);
  const [moved] = earTool.handles(after);
  expect(moved.at.x).toBeCloseTo(top.at.x + 12, 0);
  expect(moved.at.y).toBeCloseTo(top.at.y - 15, 0);
  expect(document.vault.ear.lobe).toEqual(scene.document.vault.ear.lobe);
  const now = around(after);
  expect(now.sideburn).toBeCloseTo(before.sideburn, 2);
  expect(Math.abs(now.napeDrop - before.napeDrop)).toBeLessThan(0.1);
  // In ear lengths it stays; the ear has grown by less than a fifth.
  expect(Math.abs(now.overEar - before.overEar)).toBeLessThan(0.6);
  expect(documentWithin(document).ok).toBe(true);
});

test("an ear that is drawn over the head stops where ears can be, and says so", () => {
  const scene = seenFrom("left");
  const [, lobe] = earTool.handles(scene);
  const { document, stopped } = earTool.moved(scene, lobe.id, { x: lobe.at.x, y: lobe.at.y - 400 }, true);
  expect(stopped?.id).toBe("news.ear");
  const { top, lobe: end } = document.vault.ear;
  expect(top.y - end.y).toBeGreaterThan(20);
  expect(documentWithin(document).ok).toBe(true);
});
