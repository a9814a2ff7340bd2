/* Dots reach the silhouette of the head and never leave it: measured on the demo, whose own hair is part of what is
   seen, and on the first demo, who had none. Their renderers wrote the silhouettes. */
import { expect, test } from "vitest";
import { viewOf } from "../../../src/core/plan/scene.ts";
import { demoScene } from "../../../src/cli/render.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { demoAspects } from "../../heads/demo-sitter.ts";
import { aboveEars, behindEars, type headMasks, rimOf } from "../../heads/rim.ts";

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

/** What of the demo lies where: its photos, and its name among the masks. */
const FOLDERS: Record<keyof typeof headMasks, string> = { demo: "public/demo", first: "tests/first-demo" };

async function rimIn(which: keyof typeof headMasks, name: string) {
  const { scene } = await demoScene(name, FOLDERS[which]);
  const surface = surfaceOf(scene.document.vault, viewOf(scene));
  return { surface, ...(await rimOf(which, name, scene, surface)) };
}

/** How far the outline lies outside the silhouette along each ray above the ears, and how much stays bare there, px. */
async function measured(which: keyof typeof headMasks, name: string) {
  const { surface, beside, rays: all } = await rimIn(which, name);
  const rays = all.filter(aboveEars);
  const off = rays.map(({ dx, dy, edge }) => surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy) - edge);
  const bare = quantile(
    rays.map(({ edge, reached }) => edge - reached),
    0.5,
  );
  expect(off.length).toBeGreaterThan(50);
  return { beside, off, bare: bare / surface.limbDistance(0, -1) };
}

const bald = ["front", "left", "top"];

test.each(bald)("on the first demo's %s view", async (name) => {
  const { beside, off, bare } = await measured("first", name);
  expect(beside).toBe(0);
  // Pixels of a head 730 px high: the outline lies on the silhouette, and half of all rays have a dot within a
  // hundredth of the radius of it.
  expect(quantile(off, 0.05)).toBeGreaterThan(-1.5);
  expect(quantile(off, 0.95)).toBeLessThan(2.5);
  expect(bare).toBeLessThan(0.01);
});

test.each(Object.keys(demoAspects))("on the demo's %s view", async (name) => {
  const { beside, off, bare } = await measured("demo", name);
  expect(beside).toBe(0);
  // Two millimetres, one of them hair; some rays leave the picture of the head at an ear.
  expect(quantile(off, 0.1)).toBeGreaterThan(-7.2);
  expect(quantile(off, 0.95)).toBeLessThan(2.5);
  expect(bare).toBeLessThan(0.01);
});

test.each(["left", "right"])("the light along the back of the head, %s, is not taken for its edge", async (name) => {
  const { surface, rays } = await rimIn("first", name);
  const off = rays
    .filter(behindEars)
    .map(({ dx, dy, edge }) => Math.abs(surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy) - edge));
  expect(off.length).toBeGreaterThan(40);
  // Two millimetres.
  expect(Math.max(...off)).toBeLessThan(7.6);
});
