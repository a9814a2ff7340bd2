/* The first guess against the demo's known cameras and poses, and against pictures of nothing. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPhoto } from "../../../src/cli/render.ts";
import type { Pose } from "../../../src/core/head/camera.ts";
import { fitHandlePoints, fitHandles } from "../../../src/core/head/fit.ts";
import { type PhotoShape, guessView } from "../../../src/core/reading/guess.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, bareOutline } from "../../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";
import { readSkin } from "../../../src/core/reading/skin.ts";

type Known = { width: number; height: number; focalPx: number; pose: Pose };
const demo = JSON.parse(readFileSync("tests/first-demo/demo.json", "utf8")) as { views: Record<string, Known> };

const small = async (name: string): Promise<PixelBuffer> => halved(await readPhoto(`tests/first-demo/${name}.jpg`));
const shapeOf = ({ width, height }: PixelBuffer, shrink: number): PhotoShape => ({
  width: width * shrink,
  height: height * shrink,
  lens: null,
});

describe.each(["front", "left", "right", "top", "back"] as const)("the demo's %s view", (aspect: Aspect) => {
  test("is found, each handle within a tenth of the head's breadth of the truth, and its skin is read", async () => {
    const pixels = await small(aspect);
    const { view, found } = guessView(maleVault, aspect, shapeOf(pixels, 2), pixels, 2);
    expect(found).toBe(true);
    const { width, height, focalPx, pose } = demo.views[aspect];
    const truth = fitHandlePoints(maleVault, {
      ...view,
      camera: { width, height, focal: focalPx },
      pose,
      outline: bareOutline,
    });
    const guess = fitHandlePoints(maleVault, view);
    const breadth = truth.right.x - truth.left.x;
    for (const handle of fitHandles) {
      const off = Math.hypot(guess[handle].x - truth[handle].x, guess[handle].y - truth[handle].y);
      expect(off / breadth).toBeLessThan(0.1);
    }
    const skin = readSkin(pixels, 2, surfaceOf(maleVault, view));
    expect(skin?.shade.parts).toBeGreaterThanOrEqual(20);
  });
});

test("a flat picture holds no head: it stands in the middle, and nothing is painted on it", () => {
  const pixels = pixelBuffer(300, 400, new Uint8ClampedArray(300 * 400 * 4).fill(170));
  const { view, found } = guessView(maleVault, "front", shapeOf(pixels, 1), pixels, 1);
  expect(found).toBe(false);
  expect(view.fittedBy).toBe("none");
  expect(fitHandlePoints(maleVault, view).crown.x).toBeCloseTo(150, 0);
});
