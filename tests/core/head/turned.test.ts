/* A view of a photo that is turned by a quarter: every place of the head falls on the same pixel of it as before. */
import { expect, test } from "vitest";
import { unit } from "../../../src/core/geometry/vector.ts";
import { newPatch } from "../../../src/core/head/patch.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { turnedView } from "../../../src/core/head/turned.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, bareOutline, plainView } from "../../../src/core/head/view.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const plain = plainView("left", camera, { yaw: -80, pitch: -6, roll: 4, x: 32, y: -50, z: 900 }, "person");
const view: View = {
  ...plain,
  photo: "lying",
  outline: bareOutline.map((_, i) => 1 + 0.1 * Math.sin(i / 5)),
  ruler: { from: { x: 10, y: 20 }, to: { x: 300, y: 40 } },
  cuts: [
    [
      { x: 1, y: 2 },
      { x: 3, y: 2 },
      { x: 3, y: 5 },
    ],
  ],
  skinAt: { x: 100, y: 700 },
};
const right = turnedView(view, "right", "upright");

test("turned to the right, skin and marks lie where they lay on the photo", () => {
  expect(right).toMatchObject({ photo: "upright", aspect: "left", camera: { width: 1600, height: 1200, focal: 2500 } });
  const [before, after] = [view, right].map((one) => surfaceOf(maleVault, one));
  let seen = 0;
  for (let i = 0; i < 60; i++) {
    const d = unit([Math.sin(i * 1.3), Math.cos(i * 2.7), Math.sin(i * 0.71 + 1)]);
    const [p, q] = [before.toImage(d), after.toImage(d)];
    if (p.facing < 0) continue;
    seen++;
    expect(Math.hypot(q.x - (1600 - p.y), q.y - p.x)).toBeLessThan(0.05);
  }
  expect(seen).toBeGreaterThan(15);
  expect(right.ruler).toEqual({ from: { x: 1580, y: 10 }, to: { x: 1560, y: 300 } });
  expect(right.skinAt).toEqual({ x: 900, y: 100 });
});

test("turned back it is what it was, a close-up as well", () => {
  const back = turnedView(right, "left", "lying");
  expect(back).toEqual(view);
  const { ends, mm } = newPatch(camera);
  const closeUp = { ...view, patch: { ends, mm, area: view.cuts[0] } };
  expect(turnedView(turnedView(closeUp, "left", "upright"), "right", "lying")).toEqual(closeUp);
});
