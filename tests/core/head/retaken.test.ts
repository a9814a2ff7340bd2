/* A view taken again through another camera, framed as the old one was. */
import { expect, test } from "vitest";
import { fitHandlePoints, fitHandles } from "../../../src/core/head/fit.ts";
import { newPatch } from "../../../src/core/head/patch.ts";
import { retaken } from "../../../src/core/head/retaken.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, plainView } from "../../../src/core/head/view.ts";

const old: View = {
  ...plainView(
    "left",
    { width: 1200, height: 1600, focal: 2500 },
    { yaw: -80, pitch: -6, roll: 4, x: 12, y: -30, z: 900 },
    "person",
  ),
  photo: "five",
};
const fresh: View = {
  ...plainView("front", { width: 3840, height: 2160, focal: 1 }, old.pose, "guess"),
  photo: "eight",
};

test.each([null, 50])("the head stands where it stood, at the same height and about the middle (lens %s)", (lens) => {
  const view = retaken(old, fresh, lens);
  expect(view).toMatchObject({
    photo: "eight",
    aspect: "left",
    fittedBy: "guess",
    camera: { width: 3840, height: 2160 },
  });
  const [before, after] = [old, view].map((one) => fitHandlePoints(maleVault, one));
  const times = 2160 / 1600;
  for (const handle of fitHandles) {
    const [x, y] = [1920 + (before[handle].x - 600) * times, 1080 + (before[handle].y - 800) * times];
    // Through another lens from another distance a head is not quite the same.
    expect(Math.hypot(after[handle].x - x, after[handle].y - y)).toBeLessThan(lens === null ? 1e-6 : 40);
  }
});

test("a close-up keeps its area and its known length", () => {
  const patch = newPatch(old.camera);
  const view = retaken({ ...old, patch }, fresh, null);
  expect(view.patch?.mm).toBe(patch.mm);
  expect(view.patch?.area[0]).toEqual({ x: 1920, y: 1080 + (patch.area[0].y - 800) * (2160 / 1600) });
});
