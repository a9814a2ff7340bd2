/* What lies over the ink: gloss and hair together leave of it what neither covers, and hair alone leaves the photo. */
import { expect, test } from "vitest";
import { plainView } from "../../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { hairSeen } from "../../../src/core/picture/hair-seen.ts";
import { NOTHING_OVER, hairOf, overlaid } from "../../../src/core/picture/over-ink.ts";
import { paintedPicture, planInView } from "../../../src/core/picture/picture.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { sceneOf } from "../../../src/core/plan/scene.ts";
import type { Hair } from "../../../src/core/reading/hair.ts";
import type { Shine } from "../../../src/core/reading/specular.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";

const camera = { width: 240, height: 320, focal: 420 };
const view = plainView("front-bowed", camera, { yaw: 0, pitch: -50, roll: 0, x: 0, y: 0, z: 420 }, "person");
const scene = sceneOf(newDocument(view, { ...usualPlan(), density: 200 }));
const head = headFolliclesOf(scene.document);

const photo = pixelBuffer(camera.width, camera.height);
for (let i = 0; i < photo.data.length; i += 4) photo.data.set([204 + ((i >> 2) % 5), 158, 136, 255], i);

/** Hair on the right half of the photo, whole from column 130 on. */
const hair: Hair = {
  left: 100,
  top: 0,
  width: 140,
  height: 320,
  shrink: 1,
  alpha: new Uint8Array(140 * 320).map((_, i) => (i % 140 >= 30 ? 255 : i % 140 >= 20 ? 100 : 0)),
  coarse: { width: 1, height: 1, shrink: 1, hair: new Uint8Array(1), stubble: new Uint8Array(1) },
};

function painted(over: Parameters<typeof planInView>[2]) {
  const painting = paintedPicture(photo, scene, planInView(head, scene, over));
  for (let step = painting.next(); ; step = painting.next()) if (step.done) return step.value.pixels;
}

test("under whole hair the photo stays to the last bit, and beside it the dots stay", () => {
  const [bare, under] = [painted(NOTHING_OVER), painted({ specular: null, hair })];
  const differing = (a: PixelBuffer, b: PixelBuffer, from: number, to: number): number => {
    let count = 0;
    for (let i = 0; i < a.data.length; i++) {
      const x = (i >> 2) % camera.width;
      if (x >= from && x < to && a.data[i] !== b.data[i]) count++;
    }
    return count;
  };
  // Between the middles of squares the share is read in proportion.
  expect(differing(under, photo, 131, 240)).toBe(0);
  expect(differing(under, bare, 0, 119)).toBe(0);
  expect(differing(bare, photo, 131, 240)).toBeGreaterThan(1000);
  expect(differing(under, photo, 0, 119)).toBeGreaterThan(1000);
});

test("of gloss and hair together there is what either leaves of the other, over the ground of both", () => {
  const specular = {
    left: 96,
    top: 4,
    width: 24,
    height: 8,
    shrink: 1,
    share: new Uint8Array(192).fill(51),
  } satisfies Shine;
  const both = overlaid(specular, hair)!;
  expect([both.left, both.top, both.width, both.height]).toEqual([96, 0, 144, 320]);
  const at = (x: number, y: number): number => both.share[(y - both.top) * both.width + x - both.left];
  expect(at(97, 5)).toBe(51);
  expect(at(97, 2)).toBe(0);
  expect(at(121, 5)).toBe(100);
  expect(at(119, 5)).toBe(51);
  expect(at(135, 300)).toBe(255);
  expect(overlaid(specular, null)).toBe(specular);
  expect(overlaid(null, null)).toBeNull();
  const half = { ...hair, left: 90, alpha: new Uint8Array(140 * 320).fill(100) };
  expect(overlaid(specular, half)!.share[5 * 140 + 10]).toBe(51 + Math.floor((100 * 204 + 127) / 255));
});

test("the share of dots under hair is what lies on its half of the head", () => {
  const { covered } = hairSeen(hair, planInView(head, scene), camera);
  const left = {
    ...hair,
    left: 0,
    width: 140,
    alpha: new Uint8Array(140 * 320).map((_, i) => (i % 140 < 120 ? 255 : 0)),
  };
  const other = hairSeen(left, planInView(head, scene), camera).covered;
  expect(covered).toBeGreaterThan(0.3);
  expect(covered).toBeLessThan(0.5);
  expect(other).toBeGreaterThan(0.45);
  expect(other).toBeLessThan(0.55);
});

test("hair is told from skin where a view says so, on a head, and not in a close-up or where no head is", () => {
  expect(hairOf(photo, 1, maleVault, { ...view, hair: null })).toBeNull();
  expect(hairOf(photo, 1, maleVault, { ...view, fittedBy: "none" })).toBeNull();
  const patch = { ends: { from: { x: 1, y: 1 }, to: { x: 9, y: 1 } }, mm: 10, area: [] };
  expect(hairOf(photo, 1, maleVault, { ...view, patch })).toBeNull();
  expect(hairOf(photo, 1, maleVault, view)).not.toBeNull();
});
