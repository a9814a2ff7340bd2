/* The nine views of the demo head with the usual plan, at a quarter of their size, as they were when last looked at.
   `UPDATE_GOLDEN=1` writes them anew: look at them before you commit. */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { expect, test } from "vitest";
import { demoScene } from "../../../src/cli/render.ts";
import { hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import type { PixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";
import { type Scene, withPlan } from "../../../src/core/plan/scene.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import { demoAspects } from "../../heads/demo-sitter.ts";
import { difference } from "../../pictures/difference.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";

const top = path.resolve(import.meta.dirname, "../../..");

/** JPEG decoders differ by a code here and there; a dot more or less differs by more. */
const ALLOWED = 0.5;

const painted = (pixels: PixelBuffer, scene: Scene): PixelBuffer =>
  halved(halved(renderPicture(pixels, scene, headFolliclesOf(scene.document)).picture));

test("the measure of difference sees another shape of hairline", async () => {
  const { pixels, scene } = await demoScene("front", path.join(top, "public/demo"));
  const shape = "widows-peak";
  const hairline = hairlineOfShape(scene.document.vault, shape);
  const usual = painted(pixels, scene);
  const other = painted(pixels, { ...scene, document: withPlan(scene, { hairline }) });
  expect(difference(usual.width, usual.data, other.data)).toBeGreaterThan(3 * ALLOWED);
});

test.each(Object.keys(demoAspects))("the %s view looks as it did", async (name) => {
  const { pixels, scene } = await demoScene(name, path.join(top, "public/demo"));
  const { width, height, data } = painted(pixels, scene);
  const file = path.join(top, `tests/golden/${name}.png`);
  const raw = { raw: { width, height, channels: 4 as const } };
  if (process.env.UPDATE_GOLDEN) await sharp(Buffer.from(data.buffer), raw).png().toFile(file);
  expect(existsSync(file)).toBe(true);
  const golden = await sharp(file).ensureAlpha().raw().toBuffer();
  expect(golden.length).toBe(data.length);
  expect(difference(width, golden, data)).toBeLessThan(ALLOWED);
});
