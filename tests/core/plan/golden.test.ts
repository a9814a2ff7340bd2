/* The six views of the demo head with the usual plan, at a quarter of their size, as they were when last looked at. `UPDATE_GOLDEN=1` writes
   them anew: look at them before you commit. */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { expect, test } from "vitest";
import { demoConsultation } from "../../../src/cli/render.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";
import { renderPicture } from "../../../src/core/plan/picture.ts";

const top = path.resolve(import.meta.dirname, "../../..");
const LARGEST_MEAN = 0.2;

/** Mean difference of two pictures' bytes, in sRGB codes. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}

test("the measure of difference sees a picture without dots", async () => {
  const { pixels, consultation } = await demoConsultation("top", path.join(top, "public/demo"));
  const bare = halved(halved(pixels));
  const dotted = halved(halved(renderPicture(pixels, consultation).picture));
  expect(difference(bare.data, dotted.data)).toBeGreaterThan(5 * LARGEST_MEAN);
}, 60_000);

test.each(["front", "three-quarter", "left", "right", "top", "back"])(
  "the %s view looks as it did",
  async (name) => {
    const { pixels, consultation } = await demoConsultation(name, path.join(top, "public/demo"));
    const { width, height, data } = halved(halved(renderPicture(pixels, consultation).picture));
    const file = path.join(top, `tests/golden/${name}.png`);
    const raw = { raw: { width, height, channels: 4 as const } };
    if (process.env.UPDATE_GOLDEN) await sharp(Buffer.from(data.buffer), raw).png().toFile(file);
    expect(existsSync(file)).toBe(true);
    const golden = await sharp(file).ensureAlpha().raw().toBuffer();
    expect(golden.length).toBe(data.length);
    expect(difference(golden, data)).toBeLessThan(LARGEST_MEAN);
  },
  60_000,
);
