/* The head's handles on the stage, and the head itself as one thing within its wire. */
import { expect, test } from "vitest";
import { apart } from "../../src/core/geometry/vector.ts";
import { viewAt } from "../../src/core/head/fit.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, bareOutline } from "../../src/core/head/view.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Scene, headOf, sceneOf, withViewHere } from "../../src/core/plan/scene.ts";
import { headTool } from "../../src/editor/head-tool.ts";

const sceneFrom = (aspect: Aspect) =>
  sceneOf(newDocument(viewAt(maleVault, aspect, { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400)));
const front = sceneFrom("front");
const whole = headTool.whole!;
const labels = (scene: Scene) => headTool.handles(scene).map(({ label }) => label);
const bent = { ...front, document: withViewHere(front, { outline: bareOutline.map(() => 1.1) }) };

test("handles say what they are of the client", () => {
  expect(labels(front)).toEqual(["Turn", "Top", "Client’s left", "Client’s right", "Roll and size"]);
  expect(labels(sceneFrom("left"))).toEqual(["Turn", "Top", "Back of the head", "Forehead", "Roll and size"]);
  expect(labels(sceneFrom("top"))[1]).toBe("Back of the head");
});

test("a handle lies on the bare model, which is shown beside an outline that was bent", () => {
  const [plain, other] = [front, bent].map((scene) => headTool.handles(scene).map(({ at }) => at));
  expect(other).toEqual(plain);
  const ids = (scene: Scene) => headTool.lines(scene).map(({ id }) => id);
  expect(ids(front)).not.toContain("model");
  expect(ids(bent)).toContain("model");
});

test("the head is within the wire, and only there, as far as it was bent", () => {
  const { at } = whole.handle(front);
  const { limbDistance } = surfaceOf(maleVault, headOf(front).view);
  const right = (share: number) => ({ x: at.x + share * limbDistance(1, 0), y: at.y });
  expect([0, 0.5, 0.99].map((share) => whole.holds(front, right(share)))).toEqual([true, true, true]);
  expect(whole.holds(front, right(1.05))).toBe(false);
  expect(whole.holds(bent, right(1.05))).toBe(true);
});

test("by its middle or by fingers it goes to where it is taken, and a person has placed it", () => {
  const { id, at } = whole.handle(front);
  const to = { x: at.x + 40, y: at.y - 25 };
  const byKeys = headTool.moved(front, id, to, false).document;
  const byFinger = whole.carried(front, { from: { x: 0, y: 0 }, to: { x: 40, y: -25 }, times: 1, clockwise: 0 });
  expect(byFinger.document.views).toEqual(byKeys.views);
  expect(apart(whole.handle(sceneOf(byKeys)).at, to)).toBeLessThan(1e-6);
  expect(byKeys.views[0].fittedBy).toBe("person");
});
