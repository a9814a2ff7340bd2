/* How soft a photo is, read off photos blurred by known amounts. */
import path from "node:path";
import { expect, test } from "vitest";
import { readPhoto } from "../../../src/cli/render.ts";
import { LIGHT, fromLight } from "../../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { pyramidOf } from "../../../src/core/photo/pyramid.ts";
import { SOFTNESS } from "../../../src/core/head/view.ts";
import { readSoftness } from "../../../src/core/reading/softness.ts";
import { hash2 } from "../../../src/core/random.ts";

const demo = path.resolve(import.meta.dirname, "../../first-demo");
const read = (pixels: PixelBuffer): number => readSoftness(pyramidOf(pixels));

/**
 * Each value the weighted mean of its neighbours so many steps to either side; beyond the ends the end itself goes on.
 */
function along(from: Float32Array, weights: readonly number[], lines: number, line: number, step: number) {
  const reach = (weights.length - 1) / 2;
  const all = weights.reduce((sum, w) => sum + w, 0);
  const out = new Float32Array(from.length);
  const count = from.length / lines;
  const padded = new Float64Array(count + 2 * reach);
  for (let l = 0; l < lines; l++) {
    for (let i = 0; i < padded.length; i++) {
      padded[i] = from[l * line + step * Math.max(0, Math.min(count - 1, i - reach))];
    }
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * padded[i + k];
      out[l * line + step * i] = sum / all;
    }
  }
  return out;
}

/** sRGB codes, unrounded, of light in 1/65535. */
const codes = Float64Array.from({ length: 65_536 }, (_, light) => 255 * fromLight(light / 65_535));

/** A sensor's noise of a code or two, by pixel. */
const NOISE = Float32Array.from({ length: 1200 * 1600 }, (_, i) => 3 * (hash2(2, i) / 2 ** 32 - 0.5));

/**
 * A picture through a lens whose blur has this standard deviation, px, and with a sensor's noise of a code or two; all
 * of it grey as green is, the one channel that softness is read in.
 */
function blurred({ width, height, data }: PixelBuffer, deviation: number): PixelBuffer {
  const reach = Math.ceil(4 * deviation);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / deviation) ** 2));
  const out = pixelBuffer(width, height);
  const light = Float32Array.from({ length: width * height }, (_, i) => LIGHT[data[4 * i + 1]]);
  const rows = along(light, weights, height, width, 1);
  const both = along(rows, weights, width, 1, width);
  for (let i = 0; i < both.length; i++) out.data.fill(codes[Math.round(both[i])] + NOISE[i], 4 * i, 4 * i + 3);
  for (let i = 3; i < out.data.length; i += 4) out.data[i] = 255;
  return out;
}

test.each(["front", "top", "left"])("the demo's %s blurred by a known amount is read within a fifth", async (name) => {
  const pixels = await readPhoto(path.join(demo, `${name}.jpg`));
  const own = read(pixels);
  expect(own).toBeLessThan(0.8);
  for (const deviation of [1.2, 2, 4]) {
    const known = Math.hypot(deviation, own);
    const found = read(blurred(pixels, deviation));
    expect(found / known).toBeGreaterThan(0.8);
    expect(found / known).toBeLessThan(1.2);
  }
});

test("a picture without edges, or of nothing but noise, counts as sharp", () => {
  const plain = pixelBuffer(640, 480);
  plain.data.fill(128);
  expect(read(plain)).toBe(SOFTNESS.least);
  const noise = pixelBuffer(640, 480);
  for (let i = 0; i < noise.data.length; i++) noise.data[i] = hash2(9, i) & 255;
  expect(read(noise)).toBe(SOFTNESS.least);
  expect(read(pixelBuffer(3, 5))).toBe(SOFTNESS.least);
});
