/* The finishes as the blind detector, which knows nothing of the plan, sees them on painted skin, against real work
   (SOURCES hairline-11). */
import { expect, test } from "vitest";
import { type FrontFinish, fronts, sides } from "../../../src/core/hairline/finish.ts";
import { hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, plainView } from "../../../src/core/head/view.ts";
import { headPoint } from "../../../src/core/head/walk.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { sceneOf } from "../../../src/core/plan/scene.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { type Edge, edgeIn } from "../../report/edge.ts";

const [WIDTH, HEIGHT, LINE] = [640, 560, 65];
const camera = { width: WIDTH, height: HEIGHT, focal: 3600 };

/** Straight onto the middle of the line, from near. */
function view(): View {
  const mid = headPoint(maleVault, LINE, 0);
  let seen = plainView("front-bowed", camera, { yaw: 0, pitch: -42, roll: 0, x: 0, y: 0, z: 640 }, "known");
  for (let round = 0; round < 20; round++) {
    const { x, y } = surfaceOf(maleVault, seen).toImage(mid);
    const { pose } = seen;
    const [dx, dy] = [(x - WIDTH / 2) * (pose.z / camera.focal), (y - HEIGHT / 2) * (pose.z / camera.focal)];
    seen = { ...seen, pose: { ...pose, x: pose.x - dx, y: pose.y - dy } };
  }
  return seen;
}

const skin = pixelBuffer(WIDTH, HEIGHT);
for (let i = 0; i < skin.data.length; i += 4) skin.data.set([200, 158, 136, 255], i);
const near = view();
const perMm = (() => {
  const surface = surfaceOf(maleVault, near);
  const [a, b] = [headPoint(maleVault, LINE, -10), headPoint(maleVault, LINE, 10)].map((d) => surface.toImage(d));
  return Math.hypot(a.x - b.x, a.y - b.y) / 20;
})();

const mean = (edges: readonly Edge[], of: (edge: Edge) => number): number =>
  edges.reduce((sum, edge) => sum + of(edge), 0) / edges.length;

/** The edge of a natural line with this finish, as two heads of follicles show it. */
function seenOf(name: FrontFinish): readonly Edge[] {
  const finish = { front: fronts[name], sides: sides.soft };
  const plan = { ...usualPlan(), hairline: hairlineOfShape(maleVault, "natural", "scalp", LINE, finish) };
  return [1, 2].map((seed) => {
    const document = { ...newDocument(near, plan), seed };
    const { picture } = renderPicture(skin, sceneOf(document), headFolliclesOf(document));
    return edgeIn(picture, perMm, { x: 70, y: 30, width: 500, height: 500 }, "below", skin);
  });
}

test("a soft line is 8 to 11 mm wide, a sharp one 2.5 to 4.3, a faded one more; a broken one is ragged", () => {
  const [soft, sharp, faded, broken] = (["soft", "sharp", "faded", "broken"] as const).map((name) => seenOf(name));
  const width = (edges: readonly Edge[]): number => mean(edges, (edge) => edge.width);
  const stray = (edges: readonly Edge[]): number => mean(edges, (edge) => edge.stray);
  expect(width(soft)).toBeGreaterThan(8);
  expect(width(soft)).toBeLessThan(11);
  expect(width(sharp)).toBeGreaterThan(2.5);
  expect(width(sharp)).toBeLessThan(4.3);
  expect(width(faded)).toBeGreaterThan(13);
  expect(stray(soft)).toBeGreaterThan(stray(sharp));
  expect(stray(broken)).toBeGreaterThan(1.25 * stray(soft));
});
