/* Dots in the demo head's highlights: what is left of their contrast by the shine that is read off a photo, against
   what the head truly mirrors. */

import path from "node:path";
import { viewOf } from "../../src/core/plan/scene.ts";
import { demoScene } from "../../src/cli/render.ts";
import { LIGHT } from "../../src/core/colour/linear.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { type Gains, NO_GAINS } from "../../src/core/reading/skin-planes.ts";
import { type Specular, readSpecular, specularAt, withinHead } from "../../src/core/reading/specular.ts";
import { type Scene, type Taken, relit, sceneOf } from "./relit.ts";

const top = path.resolve(import.meta.dirname, "../..");
export const SHRINK = 4;
const BLOCK = 5;
/** Luminance of sRGB's channels. */
const LUMINANCE = [0.2126, 0.7152, 0.0722];

/**
 * What is left of a dot's contrast in a block of the scalp, of 1: by the true shine, and by that read off the photo.
 */
type Block = { readonly truly: number; readonly read: number };

/** Blocks of the scalp. What all of it mirrors counts as skin: a photo does not tell it from paler skin. */
function blocksOf(
  { width, height, skull }: Scene,
  pixels: PixelBuffer,
  share: Float64Array,
  shine: Specular,
  within: (x: number, y: number) => number,
): Block[] {
  const scalp = (x: number, y: number): boolean =>
    skull[y * width + x] > 250 && within((x + 0.5) * SHRINK, (y + 0.5) * SHRINK) > 0.9;
  const usual = [0, 1, 2].map((c) => {
    const all: number[] = [];
    for (let i = 0; i < width * height; i++) if (scalp(i % width, Math.floor(i / width))) all.push(share[3 * i + c]);
    return all.toSorted((a, b) => a - b)[Math.floor(0.4 * all.length)];
  });
  const blocks: Block[] = [];
  for (let north = 0; north + BLOCK <= height; north += BLOCK) {
    for (let west = 0; west + BLOCK <= width; west += BLOCK) {
      let [count, light, truly, read] = [0, 0, 0, 0];
      for (let y = north; y < north + BLOCK; y++) {
        for (let x = west; x < west + BLOCK; x++) {
          if (!scalp(x, y)) continue;
          count++;
          const mirrored = specularAt(shine, (x + 0.5) * SHRINK, (y + 0.5) * SHRINK);
          for (let c = 0; c < 3; c++) {
            const i = y * width + x;
            const here = LIGHT[pixels.data[4 * i + c]];
            const more = Math.max(0, (share[3 * i + c] - usual[c]) / (1 - usual[c]));
            light += LUMINANCE[c] * here;
            truly += LUMINANCE[c] * here * (1 - more);
            read += LUMINANCE[c] * (here - Math.min(here, mirrored * shine.colour[c]));
          }
        }
      }
      if (count > 0.6 * BLOCK * BLOCK) blocks.push({ truly: truly / light, read: read / light });
    }
  }
  return blocks;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

export type LitView = { readonly scene: Scene; readonly within: (x: number, y: number) => number };

export const litViews = ["front", "three-quarter", "top", "right", "back", "left"] as const;

export async function litView(name: (typeof litViews)[number]): Promise<LitView> {
  const { scene: opened } = await demoScene(name, `${top}/tests/first-demo`);
  return { scene: await sceneOf(name, top), within: withinHead(surfaceOf(maleVault, viewOf(opened))) };
}

/**
 * Blocks in highlights, how far off dots are there and would be without a reading; and what dots lose elsewhere, and in
 * how many blocks they lose nothing.
 */
export function measured({ scene, within }: LitView, taken: Taken, gains: Gains) {
  const { pixels, share } = relit(scene, taken);
  const shine = shineIn(pixels, within, gains);
  const blocks = blocksOf(scene, pixels, share, shine, within);
  const bright = blocks.filter(({ truly }) => truly < 0.9);
  const dull = blocks.filter(({ truly }) => truly > 0.97);
  return {
    blocks: bright.length,
    error: mean(bright.map(({ truly, read }) => Math.abs(read / truly - 1))),
    unread: mean(bright.map(({ truly }) => 1 / truly - 1)),
    outside: 1 - mean(dull.map(({ read }) => read)),
    untouched: dull.filter(({ read }) => read === 1).length / dull.length,
  };
}

/** The shine in a picture of the demo at its scene's size. Throws RangeError where no skin is seen. */
export function shineIn(pixels: PixelBuffer, within: (x: number, y: number) => number, gains = NO_GAINS): Specular {
  const shine = readSpecular(pixels, SHRINK, within, gains);
  if (!shine) throw new RangeError("no skin");
  return shine;
}
