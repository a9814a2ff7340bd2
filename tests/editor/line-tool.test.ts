/* The line's handles: keys take them along the skin, their places are told in mm, and they say why they stop. */
import { expect, test } from "vitest";
import { demoScene } from "../../src/cli/render.ts";
import { viewAt } from "../../src/core/head/fit.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { tape } from "../../src/core/head/walk.ts";
import type { Vec3 } from "../../src/core/geometry/vector.ts";
import { hairlineHeight } from "../../src/core/hairline/hairline.ts";
import { linePoints, placeOf } from "../../src/core/hairline/line-points.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Scene, headOf, planOf, sceneOf } from "../../src/core/plan/scene.ts";
import { lineTool } from "../../src/editor/line-tool.ts";
import type { Moved } from "../../src/editor/tool.ts";

const aspects = ["front", "three-quarter-left", "left", "top", "front-bowed"] as const;
const seenFrom = (aspect: (typeof aspects)[number]): Scene =>
  sceneOf(newDocument(viewAt(maleVault, aspect, { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400)));

const stepped = (scene: Scene, id: string, towards: readonly [number, number], mm: number): Moved => {
  if (!lineTool.stepped) throw new Error("its keys go by pixels");
  return lineTool.stepped(scene, id, { x: towards[0], y: towards[1] }, mm, false);
};
const placeIn = (scene: Scene, id: (typeof linePoints)[number]): Vec3 =>
  placeOf(scene.document.vault, planOf(scene).hairline, id);

test.each(aspects)("in the %s view every key takes every handle a millimetre along the skin, its own way", (aspect) => {
  const scene = seenFrom(aspect);
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const handles = lineTool.handles(scene);
  expect(handles.length).toBeGreaterThan(1);
  for (const { id } of handles) {
    const point = linePoints.find((one) => one === id)!;
    const before = placeIn(scene, point);
    for (const [x, y] of [
      [0, -1],
      [0, 1],
      [-1, 0],
      [1, 0],
    ] as const) {
      const { document, stopped } = stepped(scene, id, [x, y], 1);
      expect(stopped).toBeNull();
      const after = placeIn(sceneOf(document), point);
      // Points are kept to a tenth of a millimetre.
      expect(Math.abs(tape(vault, before, after) - 1)).toBeLessThan(0.12);
      const [from, to] = [surface.toImage(before), surface.toImage(after)];
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      expect((dx * x + dy * y) / Math.hypot(dx, dy)).toBeGreaterThan(0.75);
    }
  }
});

test("handles tell their place in millimetres: the centre's is the height of the line", async () => {
  const { scene } = await demoScene("front", "public/demo");
  const { hairline } = planOf(scene);
  const said = Object.fromEntries(lineTool.handles(scene).map(({ id, where }) => [id, where]));
  const height = Math.round(hairlineHeight(scene.document.vault, hairline));
  expect(said["mid"]).toEqual({ across: "on the midline", down: `${height} mm above the brow` });
  expect(said["templeLeft"]).toEqual({
    across: "56 mm from the midline, on the client’s left",
    down: `${height + 4} mm above the brow`,
  });
  expect(said["templeRight"]?.across).toBe("56 mm from the midline, on the client’s right");
});

test("a handle that is dragged beyond what is possible goes part of the way and says why", () => {
  const scene = seenFrom("front");
  const mid = lineTool.handles(scene).find(({ id }) => id === "mid")!;
  const { document, stopped } = lineTool.moved(scene, "mid", { x: mid.at.x, y: mid.at.y + 420 }, true);
  expect(stopped?.id).toBe("news.line.leaves");
  const after = lineTool.handles(sceneOf(document)).find(({ id }) => id === "mid")!;
  expect(after.at.y).toBeGreaterThan(mid.at.y + 20);
});
