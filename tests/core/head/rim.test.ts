/* Dots reach the silhouette of the skull and never leave it: measured
   on the demo, whose silhouette its renderer wrote beside it. */
import { expect, test } from "vitest";
import { viewOf } from "../../../src/core/plan/scene.ts";
import { demoScene } from "../../../src/cli/render.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { aboveEars, behindEars, rimOf } from "../../heads/rim.ts";

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

test.each(["front", "three-quarter", "left", "right", "top", "back"])("on the demo's %s view", async (name) => {
  const { scene } = await demoScene(name, "public/demo");
  const surface = surfaceOf(scene.document.vault, viewOf(scene));
  const { beside, rays: all } = await rimOf(name, scene, surface);
  expect(beside).toBe(0);

  const rays = all.filter(aboveEars);
  const off = rays.map(({ dx, dy, edge }) => surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy) - edge);
  const bare = rays.map(({ edge, reached }) => edge - reached);
  const radius = surface.limbDistance(0, -1);
  expect(off.length).toBeGreaterThan(60);
  // Pixels of a head 730 px high: the outline lies on the silhouette, and half of all rays have a dot within a
  // hundredth of the radius of it.
  expect(quantile(off, 0.05)).toBeGreaterThan(-1.5);
  expect(quantile(off, 0.95)).toBeLessThan(2.5);
  expect(quantile(bare, 0.5) / radius).toBeLessThan(0.01);
});

test.each(["left", "right"])("the light along the back of the head, %s, is not taken for its edge", async (name) => {
  const { scene } = await demoScene(name, "public/demo");
  const surface = surfaceOf(scene.document.vault, viewOf(scene));
  const { rays } = await rimOf(name, scene, surface);
  const off = rays
    .filter(behindEars)
    .map(({ dx, dy, edge }) => Math.abs(surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy) - edge));
  expect(off.length).toBeGreaterThan(40);
  // Two millimetres.
  expect(Math.max(...off)).toBeLessThan(7.6);
});
