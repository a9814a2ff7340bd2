/* The whorl's handle: where the crown is seen, one place on the head for all photos, and no dot moves with it. */
import { expect, test } from "vitest";
import { viewAt } from "../../src/core/head/fit.ts";
import { isWhorl } from "../../src/core/head/growth.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { tape } from "../../src/core/head/walk.ts";
import { newDocument, withGrowth } from "../../src/core/plan/document.ts";
import { documentWithin } from "../../src/core/plan/document-limits.ts";
import { type Scene, sceneOf } from "../../src/core/plan/scene.ts";
import { showsWhorl, whorlTool } from "../../src/editor/whorl-tool.ts";

const seenFrom = (aspect: "front" | "top" | "crown" | "back"): Scene =>
  sceneOf(newDocument(viewAt(maleVault, aspect, { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400)));
const whorlOf = ({ document }: Pick<Scene, "document">) => document.growth!.whorl;

test("the whorl has its handle where it is seen, and strokes lie on every view", () => {
  for (const aspect of ["top", "crown", "back"] as const) expect(whorlTool.handles(seenFrom(aspect))).toHaveLength(1);
  expect(showsWhorl(seenFrom("front"))).toBe(false);
  expect(whorlTool.handles(seenFrom("front"))).toEqual([]);
  for (const aspect of ["front", "crown"] as const) {
    const lines = whorlTool.lines(seenFrom(aspect));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThan(200);
    expect(lines.every(({ hair, strong }) => hair === true && !strong)).toBe(true);
  }
});

test("a drag takes it under the finger, and what the document says of it can be kept", () => {
  const scene = seenFrom("crown");
  const [{ at }] = whorlTool.handles(scene);
  const { document, stopped } = whorlTool.moved(scene, "whorl", { x: at.x + 40, y: at.y - 25 }, false);
  expect(stopped).toBeNull();
  const [after] = whorlTool.handles(sceneOf(document));
  expect(after.at.x).toBeCloseTo(at.x + 40, 0);
  expect(after.at.y).toBeCloseTo(at.y - 25, 0);
  expect({ ...document, growth: null }).toEqual({ ...scene.document, growth: null });
  expect(documentWithin(document).ok).toBe(true);
});

test("an arrow key takes it 1 mm along the skin", () => {
  const scene = seenFrom("crown");
  const { document } = whorlTool.stepped!(scene, "whorl", { x: 1, y: 0 }, 1, false);
  expect(tape(maleVault, whorlOf(scene), whorlOf({ document }))).toBeCloseTo(1, 2);
});

test("drawn over the forehead it stops where a whorl can lie, and says so", () => {
  const scene = seenFrom("top");
  const { document, stopped } = whorlTool.moved(scene, "whorl", { x: 450, y: 1100 }, false);
  expect(stopped?.id).toBe("news.whorl");
  expect(isWhorl(whorlOf({ document }))).toBe(true);
  expect(documentWithin(document).ok).toBe(true);
});

test("a plan from before growth has neither handle nor strokes until its dots are to follow hair", () => {
  const scene = seenFrom("crown");
  const old = sceneOf({
    ...scene.document,
    growth: null,
    plans: [{ ...scene.document.plans[0], dot: { ...scene.document.plans[0].dot, along: 1 } }],
  });
  expect([whorlTool.handles(old), whorlTool.lines(old)]).toEqual([[], []]);
  expect(whorlTool.moved(old, "whorl", { x: 450, y: 600 }, false).document).toBe(old.document);
  expect(withGrowth(old.document)).toEqual(scene.document);
});
