/* The six views of the demo head with the usual plan, at a quarter of their size, as they were when last looked at.
   `UPDATE_GOLDEN=1` writes them anew: look at them before you commit. */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { expect, test } from "vitest";
import { demoScene } from "../../../src/cli/render.ts";
import { hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";
import { withPlan } from "../../../src/core/plan/scene.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";

const top = path.resolve(import.meta.dirname, "../../..");

/** JPEG decoders differ by a code here and there; a dot more or less differs by more. */
const ALLOWED = 0.5;
const BLOCK = 10;

/** Mean difference of two pictures' bytes in the block where they differ most, in sRGB codes. */
function difference(width: number, a: ArrayLike<number>, b: ArrayLike<number>): number {
  const across = Math.ceil(width / BLOCK);
  const sums = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const pixel = i >> 2;
    const block = Math.floor(pixel / width / BLOCK) * across + Math.floor((pixel % width) / BLOCK);
    sums.set(block, (sums.get(block) ?? 0) + Math.abs(a[i] - b[i]));
  }
  return Math.max(...sums.values()) / (3 * BLOCK * BLOCK);
}

test("the measure of difference sees another shape of hairline", async () => {
  const { pixels, scene } = await demoScene("front", path.join(top, "public/demo"));
  const shape = "widows-peak";
  const hairline = hairlineOfShape(scene.document.vault, shape);
  const usual = halved(halved(renderPicture(pixels, scene).picture));
  const other = renderPicture(pixels, { ...scene, document: withPlan(scene, { hairline }) });
  expect(difference(usual.width, usual.data, halved(halved(other.picture)).data)).toBeGreaterThan(3 * ALLOWED);
}, 60_000);

test.each(["front", "three-quarter", "left", "right", "top", "back"])(
  "the %s view looks as it did",
  async (name) => {
    const { pixels, scene } = await demoScene(name, path.join(top, "public/demo"));
    const { width, height, data } = halved(halved(renderPicture(pixels, scene).picture));
    const file = path.join(top, `tests/golden/${name}.png`);
    const raw = { raw: { width, height, channels: 4 as const } };
    if (process.env.UPDATE_GOLDEN) await sharp(Buffer.from(data.buffer), raw).png().toFile(file);
    expect(existsSync(file)).toBe(true);
    const golden = await sharp(file).ensureAlpha().raw().toBuffer();
    expect(golden.length).toBe(data.length);
    expect(difference(width, golden, data)).toBeLessThan(ALLOWED);
  },
  60_000,
);
