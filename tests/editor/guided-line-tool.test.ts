/* Guides about the line's handles: only what faces the camera, numbers beside them, and a tape that is no part of the
   document. */
import { expect, test } from "vitest";
import { viewAt } from "../../src/core/head/fit.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault, vaultPoint } from "../../src/core/head/vault.ts";
import { project } from "../../src/core/head/camera.ts";
import { tape } from "../../src/core/head/walk.ts";
import { type GuideKind, type SkinTape, guideKinds } from "../../src/core/hairline/guides.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Scene, headOf, sceneOf } from "../../src/core/plan/scene.ts";
import { guidedLineTool } from "../../src/editor/guided-line-tool.ts";
import { lineTool } from "../../src/editor/line-tool.ts";
import type { Tool } from "../../src/editor/tool.ts";

type Aspect = Parameters<typeof viewAt>[1];
const seenFrom = (aspect: Aspect): Scene =>
  sceneOf(newDocument(viewAt(maleVault, aspect, { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400)));
const toolOf = (laid: SkinTape | null, kinds: readonly GuideKind[] = guideKinds): Tool =>
  guidedLineTool({ kinds, thirds: null, tape: laid });
const guidesOf = (scene: Scene, kinds: readonly GuideKind[] = guideKinds) =>
  toolOf(null, kinds)
    .lines(scene)
    .filter(({ guide }) => guide);
const texts = (scene: Scene, kinds?: readonly GuideKind[]) =>
  (toolOf(null, kinds).labels?.(scene) ?? []).map(({ text }) => text);

test("from in front all guides are seen with their numbers; an average face's thirds are marked as a guess", () => {
  const scene = seenFrom("front");
  const ids = guidesOf(scene).map(({ id }) => id.split("-")[0]);
  expect([...new Set(ids)]).toEqual(
    expect.arrayContaining(["midline", "third", "canthus", "eightCm", "height", "tape", "middle", "lower"]),
  );
  const [third, ruled, up, , middle, lower] = texts(scene);
  expect([third, ruled, up, middle, lower]).toEqual(["⅓ 71 mm?", "8 cm", "65 mm", "⅓ 70 mm?", "⅓ 73 mm?"]);
});

test("of a head seen from behind there is the midline alone, and a tape to be taken", () => {
  const scene = seenFrom("back");
  const ids = guidesOf(scene).map(({ id }) => id.split("-")[0]);
  expect([...new Set(ids)]).toEqual(["midline", "tape"]);
  expect(texts(scene)).toHaveLength(1);
});

test("from above no line of the face lies on the photo: the forehead is before it", () => {
  const ids = guidesOf(seenFrom("top")).map(({ id }) => id.split("-")[0]);
  expect(ids).toContain("eightCm");
  expect(ids).not.toContain("middle");
  expect(ids).not.toContain("lower");
});

test("what was not chosen is not there, and the line's own handles and lines are as ever", () => {
  const scene = seenFrom("front");
  const tool = toolOf(null, ["canthus"]);
  expect(guidesOf(scene, ["canthus"]).map(({ id }) => id.split("-")[0])).toEqual(["canthus", "canthus"]);
  expect(tool.handles(scene)).toEqual(lineTool.handles(scene));
  expect(tool.lines(scene).filter(({ guide }) => !guide)).toEqual(lineTool.lines(scene));
});

test("an end of the tape goes where it is dragged, by keys by millimetres, and the document stays as it is", () => {
  const scene = seenFrom("front");
  const tool = toolOf(null);
  const dragged = tool.moved(scene, "tape-to", { x: 420, y: 330 }, true);
  expect(dragged.document).toBe(scene.document);
  const laid = toolOf(dragged.tape!);
  const end = laid.handles(scene).find(({ id }) => id === "tape-to")!;
  expect(Math.hypot(end.at.x - 420, end.at.y - 330)).toBeLessThan(0.5);
  const mm = Math.round(tape(maleVault, dragged.tape!.from, dragged.tape!.to));
  expect(end.where?.across).toBe(`${mm} mm to the other end`);
  const stepped = laid.stepped!(scene, "tape-to", { x: 0, y: -1 }, 10, true);
  expect(stepped.document).toBe(scene.document);
  expect(tape(maleVault, dragged.tape!.to, stepped.tape!.to)).toBeCloseTo(10, 2);
  expect(stepped.tape!.from).toBe(dragged.tape!.from);
});

test("a tape lies on the head: another photo shows it, and one that does not see it has one of its own", () => {
  const { tape: laid } = toolOf(null).moved(seenFrom("front"), "tape-to", { x: 420, y: 330 }, true);
  const scene = seenFrom("three-quarter-left");
  const { vault, view } = headOf(scene);
  const to = toolOf(laid!)
    .handles(scene)
    .find(({ id }) => id === "tape-to")!;
  const truly = project(surfaceOf(vault, view).eye, vaultPoint(vault, laid!.to));
  expect(Math.hypot(to.at.x - truly.x, to.at.y - truly.y)).toBeLessThan(0.5);
  const behind = seenFrom("back");
  expect(toolOf(laid!).handles(behind)).toEqual(toolOf(null).handles(behind));
});

test("the line's handles are moved through it as without guides", () => {
  const scene = seenFrom("front");
  const mid = lineTool.handles(scene).find(({ id }) => id === "mid")!;
  const to = { x: mid.at.x, y: mid.at.y - 12 };
  expect(toolOf(null).moved(scene, "mid", to, true)).toEqual(lineTool.moved(scene, "mid", to, true));
  const step = ["mid", { x: 0, y: -1 }, 1, true] as const;
  expect(toolOf(null).stepped!(scene, ...step)).toEqual(lineTool.stepped!(scene, ...step));
});
