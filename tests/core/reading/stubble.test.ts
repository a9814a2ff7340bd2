/* Which way stubble lies on the sides, read off pictures whose truth is known. */
import path from "node:path";
import { expect, test } from "vitest";
import { demoScene } from "../../../src/cli/render.ts";
import { usualGrowth } from "../../../src/core/head/growth.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, plainView } from "../../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { createPlaces, projectDots } from "../../../src/core/picture/project.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { viewOf } from "../../../src/core/plan/scene.ts";
import { readStubble } from "../../../src/core/reading/stubble.ts";

const DEMO = path.resolve(import.meta.dirname, "../../../public/demo");

test.each(["left", "right"])(
  "the demo's %s side lies 11 degrees towards the back, and is read within 8",
  async (name) => {
    const { pixels, scene } = await demoScene(name, DEMO);
    const found = readStubble(pixels, surfaceOf(maleVault, viewOf(scene)), usualGrowth);
    expect(Math.abs((found?.back ?? 90) - 11)).toBeLessThan(8);
    expect(found?.along).toBeGreaterThan(1.05);
    expect(found?.along).toBeLessThan(1.3);
  },
);

const view: View = plainView(
  "left",
  { width: 700, height: 800, focal: 3000 },
  { yaw: -88, pitch: 1, roll: 0, x: 0, y: 0, z: 800 },
  "known",
);

/** Darkens the four pixels about a place, each by its share. */
function lay({ width, height, data }: PixelBuffer, x: number, y: number, dark: number): void {
  const [col, row] = [Math.floor(x), Math.floor(y)];
  if (col < 0 || row < 0 || col + 1 >= width || row + 1 >= height) return;
  for (const [c, r] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]) {
    const share = (1 - Math.abs(x - col - c)) * (1 - Math.abs(y - row - r));
    for (let n = 0; n < 3; n++) data[4 * ((row + r) * width + col + c) + n] -= share * dark;
  }
}

/** Skin with strokes of 0.7 mm along hair. */
function painted(back: number, stroke: number, dark: number) {
  const photo = pixelBuffer(700, 800);
  photo.data.fill(190);
  const surface = surfaceOf(maleVault, view);
  const spots = Array.from({ length: 40_000 }, (_, i) => {
    const t = 1.7 * Math.sqrt((i + 0.5) / 40_000);
    return scalpDirection(t * Math.cos(2.399963 * i), t * Math.sin(2.399963 * i));
  });
  const places = createPlaces(true);
  projectDots(surface, Float64Array.from(spots.flat()), spots.length, places, { ...usualGrowth, back });
  for (let j = 0; j < places.count; j++) {
    const [x, y] = places.at.subarray(9 * j, 9 * j + 2);
    const [gx, gy] = (places.hair ?? []).slice(3 * j, 3 * j + 2);
    for (let k = -4; k <= 4; k++) lay(photo, x + (k / 8) * stroke * gx, y + (k / 8) * stroke * gy, dark / 3);
  }
  return { photo, surface };
}

test.each([-15, 0, 30, 45])("strokes that lie %d degrees towards the back are read within 4", (back) => {
  const { photo, surface } = painted(back, 0.7, 90);
  const found = readStubble(photo, surface, usualGrowth);
  expect(Math.abs((found?.back ?? 90) - back)).toBeLessThanOrEqual(4);
  expect(found?.along).toBeGreaterThan(1.2);
});

test("bare skin, faint specks and a photo of another side say nothing", () => {
  expect(readStubble(painted(0, 0.7, 0).photo, surfaceOf(maleVault, view), usualGrowth)).toBeNull();
  expect(readStubble(painted(0, 0.7, 8).photo, surfaceOf(maleVault, view), usualGrowth)).toBeNull();
  const front = { ...view, pose: { ...view.pose, yaw: 0 } };
  expect(readStubble(painted(0, 0.7, 90).photo, surfaceOf(maleVault, front), usualGrowth)).toBeNull();
});
