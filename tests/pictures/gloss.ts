/* Dots in the gloss of a head whose mirrored light is known: what the picture takes of the light of each pixel, against
   what pigment under a mirroring surface takes of it (SOURCES light-1), block by block. */

import { deltaE2000 } from "../../src/core/colour/difference.ts";
import { labOf } from "../../src/core/colour/lab.ts";
import { LIGHT, lightOfRgb, rgbOfLight } from "../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { paintedPicture, planInView } from "../../src/core/picture/picture.ts";
import { type Edition, PRESENT } from "../../src/core/pigment/edition.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";
import { type Scene, lookingAt, sceneOf } from "../../src/core/plan/scene.ts";
import type { Document } from "../../src/core/plan/document.ts";
import { inShade } from "../../src/core/plan/plan.ts";
import type { Specular } from "../../src/core/reading/specular.ts";
import { headFolliclesOf } from "./head-follicles.ts";

/** A photo and which share of each channel's light in it was mirrored, three to a pixel; `skull`: 255 on bare scalp. */
export type Glossy = {
  readonly pixels: PixelBuffer;
  readonly share: Float64Array;
  readonly skull: Uint8Array;
};

/** Side of a block, px: some 8 mm. */
const BLOCK = 32;
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;
/** A pixel that mirrors so much is in a highlight; a block of so much in the mean in gloss, and in dull skin. */
const SHINES = 0.5;
const GLOSSY = 0.1;
const DULL = 0.03;

/** The plan that shows every fault: as dense and as dark as the trade goes. */
export function opaque(scene: Scene, edition: Edition = PRESENT): Scene {
  const { document } = scene;
  const plans = document.plans.map((plan) => ({
    ...inShade(plan, tradeShades[0]),
    density: 320,
    edition,
  })) as unknown as Document["plans"];
  const { photo } = scene.cursor;
  return lookingAt(sceneOf({ ...document, plans }, photo), { moment: "healed" });
}

/** The picture with the skin's shine as it was read, or as if nothing shone. */
export function paintedWith(pixels: PixelBuffer, scene: Scene, specular: Specular | null): PixelBuffer {
  const painting = paintedPicture(pixels, scene, planInView(headFolliclesOf(scene.document), scene, specular));
  for (let step = painting.next(); ; step = painting.next()) if (step.done) return step.value.pixels;
}

/** What dots let through of each channel's light, 0..1, three to a pixel, where nothing shines. */
export function throughOf({ width, height }: PixelBuffer, scene: Scene): Float64Array {
  const grey = pixelBuffer(width, height);
  grey.data.fill(240);
  const painted = paintedWith(grey, scene, null);
  const lifted = (code: number): number => ((code + 14.025) / (240 + 14.025)) ** 2.4;
  return Float64Array.from({ length: 3 * width * height }, (_, o) =>
    lifted(painted.data[4 * Math.floor(o / 3) + (o % 3)]),
  );
}

export type GlossFigures = {
  /** Blocks in gloss, and by how much dots are off in contrast there, of 1: against what they should have there. */
  readonly blocks: number;
  readonly worst: number;
  readonly mean: number;
  /** The same against what they have where nothing shines. */
  readonly worstOfFull: number;
  /** What dots lose on dull skin: the worst block, the mean. */
  readonly lostWorst: number;
  readonly lostMean: number;
  /** By how much of its light a highlight's pixel is darker than it should be: the worst, and one in a thousand. */
  readonly darker: number;
  readonly darkerMost: number;
  /** Delta E 2000 of chroma, painted against bare highlight, one in a thousand; against what is right; and that's. */
  readonly hue: number;
  readonly hueOff: number;
  readonly hueRight: number;
};

const quantile = (values: readonly number[], share: number): number =>
  values.length === 0 ? 0 : values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

/** What all of the scalp mirrors counts as skin, by channel: a photo does not tell it from paler skin. */
const usualShare = ({ share, skull }: Glossy): readonly number[] =>
  [0, 1, 2].map((c) => {
    const all: number[] = [];
    for (let i = 0; i < skull.length; i += 7) if (skull[i] > 250) all.push(share[3 * i + c]);
    return quantile(all, 0.4);
  });

/** `through`: of throughOf, for the same scene. */
export function glossFigures(glossy: Glossy, painted: PixelBuffer, through: Float64Array): GlossFigures {
  const { pixels, share, skull } = glossy;
  const { width, height } = pixels;
  const usual = usualShare(glossy);
  const more = (o: number): number => Math.max(0, (share[o] - usual[o % 3]) / (1 - usual[o % 3]));
  const [off, ofFull, lost, dark, hue, hueOff, hueRight]: number[][] = [[], [], [], [], [], [], []];
  for (let north = 0; north + BLOCK <= height; north += BLOCK) {
    for (let west = 0; west + BLOCK <= width; west += BLOCK) {
      let [count, full, right, got] = [0, 0, 0, 0];
      for (let y = north; y < north + BLOCK; y++) {
        for (let x = west; x < west + BLOCK; x++) {
          const i = y * width + x;
          if (skull[i] < 250) continue;
          count++;
          const taken = takenAt(glossy, painted, through, more, i);
          full += taken.full;
          right += taken.right;
          got += taken.got;
          if (taken.shines < 0.3) continue;
          dark.push((taken.got - taken.right) / taken.light);
          if (taken.shines < SHINES || through[3 * i + 1] > 0.97) continue;
          const bare = rgbAt(pixels, i);
          hue.push(hueApart(bare, rgbAt(painted, i)));
          hueOff.push(hueApart(taken.rightRgb, rgbAt(painted, i)));
          hueRight.push(hueApart(bare, taken.rightRgb));
        }
      }
      // Blocks of skin, with ink.
      if (count < 0.6 * BLOCK * BLOCK || full === 0) continue;
      if (full < 0.05 * count * meanTaken(glossy, through)) continue;
      const shine = 1 - right / full;
      if (shine > GLOSSY) {
        off.push(Math.abs(got / right - 1));
        ofFull.push(Math.abs(got - right) / full);
      }
      if (shine < DULL) lost.push(1 - got / right);
    }
  }
  return {
    blocks: off.length,
    worst: Math.max(0, ...off),
    mean: mean(off),
    worstOfFull: Math.max(0, ...ofFull),
    lostWorst: Math.max(0, ...lost),
    lostMean: mean(lost),
    darker: quantile(dark, 0.999),
    darkerMost: quantile(dark, 1),
    hue: quantile(hue, 0.999),
    hueOff: quantile(hueOff, 0.999),
    hueRight: quantile(hueRight, 0.999),
  };
}

const rgbAt = ({ data }: PixelBuffer, i: number): readonly [number, number, number] => [
  data[4 * i],
  data[4 * i + 1],
  data[4 * i + 2],
];

/** Delta E 2000 with the lightness of the one: what a highlight's hue is off. */
function hueApart(bare: readonly [number, number, number], other: readonly [number, number, number]): number {
  const one = labOf(bare);
  return deltaE2000(one, { ...labOf(other), l: one.l });
}

let known: { readonly through: Float64Array; readonly mean: number } | null = null;
/** What dots take of a pixel of the scalp in the mean, luminance 0..1. */
function meanTaken({ pixels, skull }: Glossy, through: Float64Array): number {
  if (known?.through === through) return known.mean;
  let [sum, count] = [0, 0];
  for (let i = 0; i < skull.length; i += 11) {
    if (skull[i] < 250 || through[3 * i + 1] === 1) continue;
    count++;
    for (let c = 0; c < 3; c++)
      sum += LUMINANCE[c] * (LIGHT[pixels.data[4 * i + c]] / 65535) * (1 - through[3 * i + c]);
  }
  known = { through, mean: sum / Math.max(1, count) };
  return known.mean;
}

/** The luminance that dots take of a pixel: where nothing shines, as they should, and as they do. */
function takenAt(
  { pixels }: Glossy,
  painted: PixelBuffer,
  through: Float64Array,
  more: (o: number) => number,
  i: number,
) {
  const bare = lightOfRgb(rgbAt(pixels, i));
  const out = lightOfRgb(rgbAt(painted, i));
  let [full, right, got, light, shines] = [0, 0, 0, 0, 0];
  const rightLight: [number, number, number] = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const o = 3 * i + c;
    const takes = bare[c] * (1 - through[o]);
    const s = more(o);
    full += LUMINANCE[c] * takes;
    right += LUMINANCE[c] * takes * (1 - s);
    got += LUMINANCE[c] * (bare[c] - out[c]);
    light += LUMINANCE[c] * bare[c];
    shines += LUMINANCE[c] * bare[c] * s;
    rightLight[c] = bare[c] - takes * (1 - s);
  }
  return {
    full,
    right,
    got,
    light: Math.max(1e-6, light),
    shines: shines / Math.max(1e-6, light),
    rightRgb: rgbOfLight(rightLight),
  };
}
