/* A close-up: as many dots to the square centimetre as asked, in true scale, and only where they are wanted. */
import { describe, expect, test } from "vitest";
import { usualGrowth } from "../../../src/core/head/growth.ts";
import { cutAway } from "../../../src/core/head/cut.ts";
import {
  flatOf,
  flatShare,
  flatStretch,
  newPatch,
  pixelsPerMm,
  withAreaCorner,
  withEnd,
} from "../../../src/core/head/patch.ts";
import { fromLight } from "../../../src/core/colour/linear.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { specularOf } from "../../../src/core/picture/light.ts";
import { hash2 } from "../../../src/core/random.ts";
import { SCALP_RHO } from "../../../src/core/head/scalp.ts";
import { type Cut, type Patch, type View, plainView } from "../../../src/core/head/view.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { type Scene, sceneOf, viewOf } from "../../../src/core/plan/scene.ts";
import { MARK } from "../../../src/core/stipple/stipple.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { paintedWith } from "../../pictures/gloss.ts";
import { shownDots } from "../../pictures/shown-dots.ts";

const camera = { width: 1500, height: 1200, focal: 1500 };
/** 12 px to the millimetre: 125 x 100 mm of skin, of which 80 x 60 mm are treated. */
const area: Cut = [
  { x: 270, y: 240 },
  { x: 1230, y: 240 },
  { x: 1230, y: 960 },
  { x: 270, y: 960 },
];
const patch: Patch = { ends: { from: { x: 300, y: 1100 }, to: { x: 900, y: 1100 } }, mm: 50, area };
const view: View = {
  ...plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "person"),
  patch,
};
const head = headFolliclesOf({ seed: 3, vault: maleVault, growth: usualGrowth });

const of = (seen: View, density: number): Scene =>
  sceneOf({ ...newDocument(seen, { ...usualPlan(), density }), seed: 3 });

/** Places of the dots that a scene shows. */
function places(scene: Scene): readonly (readonly [number, number])[] {
  const { marks, list } = shownDots(head, scene);
  return [...list].map((j) => [marks.at[MARK * j], marks.at[MARK * j + 1]]);
}

/** Distance to the nearest other dot, px, in the median of every twentieth. */
function spacing(dots: readonly (readonly [number, number])[]): number {
  const nearest = dots
    .filter((_, i) => i % 20 === 0)
    .map(([x, y]) =>
      Math.min(...dots.map(([a, b]) => (a === x && b === y ? Infinity : (a - x) * (a - x) + (b - y) * (b - y)))),
    );
  return Math.sqrt(nearest.toSorted((a, b) => a - b)[nearest.length >> 1]);
}

describe.each([60, 195])("at %i dots/cm²", (density) => {
  const dots = places(of(view, density));

  test("well within the area there are as many as asked, to 2 per cent", () => {
    // 5 mm within the edge, where none of the blend is left: 70 x 50 mm.
    const inner = dots.filter(([x, y]) => x > 330 && x < 1170 && y > 300 && y < 900);
    expect(inner.length / (7 * 5) / density).toBeGreaterThan(0.98);
    expect(inner.length / (7 * 5) / density).toBeLessThan(1.02);
  });

  test("none lies outside", () => {
    expect(dots.every(([x, y]) => cutAway([area], x, y))).toBe(true);
  });
});

test("on skin that is twice as large in the photo, dots stand twice as far apart", () => {
  const near = places(of(view, 60));
  const far = places(of({ ...view, patch: { ...patch, mm: 100 } }, 60));
  expect(spacing(near) / spacing(far)).toBeGreaterThan(1.85);
  expect(spacing(near) / spacing(far)).toBeLessThan(2.15);
  expect(far.length / near.length).toBeGreaterThan(3.6);
});

test("what is cut out carries none, and the others stay", () => {
  const cut: Cut = area.map(({ x, y }) => ({ x: (x + 750) / 2, y: (y + 600) / 2 }));
  const all = places(of(view, 195));
  const left = places(of({ ...view, cuts: [cut] }, 195));
  expect(left).toEqual(all.filter(([x, y]) => !cutAway([cut], x, y)));
  expect(all.length - left.length).toBeGreaterThan(1000);
});

test("dots fade in a highlight of the treated skin, and nowhere else", () => {
  const photo = pixelBuffer(camera.width, camera.height);
  const away = (x: number, y: number): number => Math.hypot(x - 750, y - 600);
  for (let y = 0; y < photo.height; y++) {
    for (let x = 0; x < photo.width; x++) {
      const grain = 1 + 0.02 * (hash2(7, y * photo.width + x) / 2 ** 32 - 0.5);
      const mirrored = 0.3 * Math.max(0, 1 - away(x, y) / 120) ** 2;
      const codes = [0.43, 0.25, 0.17].map((albedo) => 255 * fromLight(0.8 * albedo * grain + mirrored));
      photo.data.set([...codes, 255], 4 * (y * photo.width + x));
    }
  }
  const close = of(view, 195);
  const { edition } = close.document.plans[0];
  const lit = paintedWith(photo, close, specularOf(photo, 1, close.document.vault, viewOf(close), edition));
  const bare = paintedWith(photo, close, null);
  /** What dots take of the photo's codes there, of what they take where nothing is mirrored. */
  const left = (from: number, to: number): number => {
    let [some, all] = [0, 0];
    for (let i = 0; i < photo.data.length; i++) {
      const away = Math.hypot(((i >> 2) % photo.width) - 750, Math.floor((i >> 2) / photo.width) - 600);
      if (away < from || away >= to) continue;
      some += photo.data[i] - lit.data[i];
      all += photo.data[i] - bare.data[i];
    }
    expect(all).toBeGreaterThan(1000);
    return some / all;
  };
  expect(left(0, 25)).toBeLessThan(0.6);
  expect(left(150, Infinity)).toBeGreaterThan(0.99);
});

test("the share rises from the edge inwards and never beyond all", () => {
  const flat = flatOf(view, patch);
  let before = 0;
  for (let v = -0.33; v < 0; v += 0.002) {
    const share = flatShare(flat, 0, v);
    expect(share).toBeGreaterThanOrEqual(before);
    before = share;
  }
  expect(before).toBe(1);
});

test("no place of the chart is asked for more dots than are grown for it", () => {
  const steps = Array.from({ length: 32 }, (_, i) => (i / 31) * 2 * SCALP_RHO - SCALP_RHO);
  const places = steps.flatMap((u) => steps.map((v) => [u, v])).filter(([u, v]) => Math.hypot(u, v) < SCALP_RHO);
  expect(Math.max(...places.map(([u, v]) => flatStretch(u, v)))).toBeLessThan(1.05);
});

test("ends and corners stay on the photo, and points on one another give a scale all the same", () => {
  const far = { x: 9000, y: -70 };
  expect(withEnd(view, patch, "to", far).patch?.ends.to).toEqual({ x: 1500, y: 0 });
  expect(withAreaCorner(view, patch, 2, far).patch?.area[2]).toEqual({ x: 1500, y: 0 });
  expect(pixelsPerMm({ ...patch, ends: { from: far, to: far } })).toBeCloseTo(1 / 50, 9);
  const fresh = newPatch(camera);
  expect(fresh.area.every(({ x, y }) => x > 0 && y > 0 && x < camera.width && y < camera.height)).toBe(true);
});
