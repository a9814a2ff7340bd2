/* Dots in the gloss of a head whose mirrored light is known: what the picture takes of the light of each pixel, against
   what the same camera would have shown of the same work on the skin without that light (SOURCES light-1), block by
   block. */

import { deltaE2000 } from "../../src/core/colour/difference.ts";
import { labOf } from "../../src/core/colour/lab.ts";
import { type Light, lightOfRgb, rgbOfLight } from "../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { paintedPicture, planInView } from "../../src/core/picture/picture.ts";
import { type Edition, PRESENT } from "../../src/core/pigment/edition.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";
import { type Scene, lookingAt, sceneOf } from "../../src/core/plan/scene.ts";
import type { Document } from "../../src/core/plan/document.ts";
import { inShade } from "../../src/core/plan/plan.ts";
import type { Shine } from "../../src/core/reading/specular.ts";
import { film, unfilm } from "../demo/develop.ts";
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
/** Luminance that dots take of each pixel in the mean where there are some. */
const INKED = 0.004;

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
export function paintedWith(pixels: PixelBuffer, scene: Scene, specular: Shine | null): PixelBuffer {
  const painting = paintedPicture(
    pixels,
    scene,
    planInView(headFolliclesOf(scene.document), scene, { specular, hair: null }),
  );
  for (let step = painting.next(); ; step = painting.next()) if (step.done) return step.value.pixels;
}

export type GlossFigures = {
  /** Blocks in gloss, and by how much dots are off in contrast there, of 1: against what they should have there. */
  readonly blocks: number;
  readonly worst: number;
  readonly mean: number;
  /** The worst against what they have where nothing shines. */
  readonly worstOfFull: number;
  /** What dots lose on dull skin: the worst block. */
  readonly lost: number;
  /** By how much of its light a highlight's pixel is darker than it should be, but for one in a thousand. */
  readonly darker: number;
  /** Delta E 2000 of chroma, painted against bare highlight, but for one in a thousand; and where all is right. */
  readonly hue: number;
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

/** What a photo mirrors above what is usual on it, of each channel's light. */
function moreOf(glossy: Glossy): Float64Array {
  const usual = usualShare(glossy);
  return glossy.share.map((share, o) => Math.max(0, (share - usual[o % 3]) / (1 - usual[o % 3])));
}

/** Light before film: there what is mirrored adds to what comes from within. */
const beforeFilm = (pixels: PixelBuffer, i: number): Light =>
  lightOfRgb(rgbAt(pixels, i)).map((light) => unfilm(light)) as unknown as Light;

/** The photo without that: what pigment lies in the light of. */
function matte({ pixels }: Glossy, more: Float64Array): PixelBuffer {
  const out = pixelBuffer(pixels.width, pixels.height);
  for (let i = 0; i < pixels.width * pixels.height; i++) {
    const left = beforeFilm(pixels, i).map((each, c) => film(each * (1 - more[3 * i + c]))) as unknown as Light;
    out.data.set([...rgbOfLight(left).map(Math.round), 255], 4 * i);
  }
  return out;
}

/** The scene painted on a photo with the gloss that was read there, against ink laid under what it truly mirrors. */
export function glossFigures(glossy: Glossy, scene: Scene, specular: Shine | null): GlossFigures {
  const { pixels, skull } = glossy;
  const { width, height } = pixels;
  const more = moreOf(glossy);
  const under = matte(glossy, more);
  const pictures = { painted: paintedWith(pixels, scene, specular), inked: paintedWith(under, scene, null) };
  const full = paintedWith(pixels, scene, null);
  const [off, ofFull, lost, dark, hue, hueRight]: number[][] = [[], [], [], [], [], []];
  for (let north = 0; north + BLOCK <= height; north += BLOCK) {
    for (let west = 0; west + BLOCK <= width; west += BLOCK) {
      let [count, all, right, got] = [0, 0, 0, 0];
      for (let y = north; y < north + BLOCK; y++) {
        for (let x = west; x < west + BLOCK; x++) {
          const i = y * width + x;
          if (skull[i] < 250) continue;
          count++;
          const taken = takenAt(pixels, pictures, more, i);
          all += luminance(lightOfRgb(rgbAt(pixels, i))) - luminance(lightOfRgb(rgbAt(full, i)));
          right += taken.right;
          got += taken.got;
          if (taken.shines < 0.3) continue;
          dark.push((taken.got - taken.right) / taken.light);
          if (taken.shines < SHINES) continue;
          const bare = rgbAt(pixels, i);
          hue.push(hueApart(bare, rgbAt(pictures.painted, i)));
          hueRight.push(hueApart(bare, taken.rightRgb));
        }
      }
      // Blocks of skin, with ink.
      if (count < 0.6 * BLOCK * BLOCK || all < INKED * count) continue;
      const shine = 1 - right / all;
      if (shine > GLOSSY) {
        off.push(Math.abs(got / right - 1));
        ofFull.push(Math.abs(got - right) / all);
      }
      if (shine < DULL) lost.push(1 - got / right);
    }
  }
  return {
    blocks: off.length,
    worst: Math.max(0, ...off),
    mean: mean(off),
    worstOfFull: Math.max(0, ...ofFull),
    lost: Math.max(0, ...lost),
    darker: quantile(dark, 0.999),
    hue: quantile(hue, 0.999),
    hueRight: quantile(hueRight, 0.999),
  };
}

const rgbAt = ({ data }: PixelBuffer, i: number): readonly [number, number, number] => [
  data[4 * i],
  data[4 * i + 1],
  data[4 * i + 2],
];
const luminance = (light: Light): number => LUMINANCE.reduce((sum, weight, c) => sum + weight * light[c], 0);

/** Delta E 2000 with the lightness of the one: what a highlight's hue is off. */
function hueApart(bare: readonly [number, number, number], other: readonly [number, number, number]): number {
  const one = labOf(bare);
  return deltaE2000(one, { ...labOf(other), l: one.l });
}

/** The luminance that dots take of a pixel: as they should, and as they do. */
function takenAt(
  pixels: PixelBuffer,
  { painted, inked }: Readonly<Record<"painted" | "inked", PixelBuffer>>,
  more: Float64Array,
  i: number,
) {
  const bare = lightOfRgb(rgbAt(pixels, i));
  const mirrored = beforeFilm(pixels, i).map((each, c) => each * more[3 * i + c]);
  const right = beforeFilm(inked, i).map((each, c) => film(each + mirrored[c])) as unknown as Light;
  const light = Math.max(1e-6, luminance(bare));
  return {
    right: luminance(bare) - luminance(right),
    got: luminance(bare) - luminance(lightOfRgb(rgbAt(painted, i))),
    light,
    shines: luminance(mirrored as unknown as Light) / luminance(beforeFilm(pixels, i)),
    rightRgb: rgbOfLight(right),
  };
}
