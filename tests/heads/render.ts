/* One generated picture, start to finish: trace, scatter, hairs, room, lens, sensor; with all that its truth is taken
   from. */
import { Camera, type View } from "../demo/camera.ts";
import { develop, lens } from "../demo/develop.ts";
import type { Field } from "../demo/grid.ts";
import { hash } from "../demo/noise.ts";
import { scatter } from "../demo/scatter.ts";
import { drawStrands, type Strand } from "../demo/strands.ts";
import { type Layers, type Look, trace } from "../demo/trace.ts";
import { composed } from "../demo/view.ts";
import { calm } from "./calm.ts";
import { type Strands, layHair } from "./hair.ts";
import { growthAt, rootShade } from "./hair-styles.ts";
import { lightingOf } from "./lighting.ts";
import { backdropOf } from "./rooms.ts";
import type { Shot } from "./shots.ts";
import type { Sitter } from "./sitters.ts";

/** A sitter's solid, and the hairs on it. */
export type Grown = { readonly field: Field; readonly brows: Strand[]; readonly hair: Strands };

/** What a camera sees of a sitter, by sample: a pixel, or a part of one. */
export type Sampled = {
  readonly layers: Layers;
  /** Share of each sample that hair covers, 0..1. */
  readonly cover: Float32Array;
  /** Share of each sample's light that was mirrored at a surface, 0..1. */
  readonly mirrored: Float32Array;
};

export type Picture = Sampled & {
  readonly width: number;
  readonly height: number;
  /** sRGB codes, red, green and blue. */
  readonly data: Uint8Array;
};

function lookOf(
  sitter: Sitter,
  shot: Shot,
): { readonly look: Look; readonly exposure: number; readonly grain: number } {
  const { lighting, exposure, grain } = lightingOf(shot.light, shot.view.pose.z);
  const { hair } = sitter;
  const long = hair.length[1] > 10;
  return {
    look: {
      tone: sitter.tone,
      iris: sitter.iris,
      shirt: shot.shirt,
      oil: shot.oil,
      lighting,
      fine: Math.min(1, 0.16 * (shot.view.focalPx / shot.view.pose.z)),
      under: (x, y, z) => {
        const { dense, thin } = growthAt(hair, x, y, z);
        // Long hair also keeps light from the skin under it.
        return rootShade(dense) * (long ? 1 - 0.55 * dense - 0.1 * thin : 1);
      },
    },
    exposure,
    grain: grain * shot.grain,
  };
}

/** A view with so many samples along a pixel's side as pixels. */
export const finer = (view: View, samples: number): View => ({
  ...view,
  width: view.width * samples,
  height: view.height * samples,
  focalPx: view.focalPx * samples,
});

/** `samples`: along a pixel's side, a whole number. */
export function renderHead(sitter: Sitter, shot: Shot, { field, brows, hair }: Grown, samples = 1): Picture {
  const view = finer(shot.view, samples);
  const { width, height } = view;
  const { look, exposure, grain } = lookOf(sitter, shot);
  const camera = new Camera(view);
  const layers = trace(field, camera, 0, 0, width, height, 1, 1, look);
  calm(layers);
  const inner = scatter(layers, view.focalPx / view.pose.z, 24);
  const behind = backdropOf(shot.room, shot.roomSeed);
  const lit = roomLight(look);
  const { rgb, mirrored } = composed(field, layers, inner, (p, back) => {
    behind((p % width) / width, Math.floor(p / width) / height, back);
    for (let c = 0; c < 3; c++) back[c] *= lit[c];
  });
  const sum = (of: Float32Array, p: number): number => of[3 * p] + of[3 * p + 1] + of[3 * p + 2];
  const share = Float32Array.from({ length: width * height }, (_, p) => sum(mirrored, p) / Math.max(1e-9, sum(rgb, p)));
  drawStrands(brows, camera, layers, 0, 0, rgb, inner);
  const cover = layHair(hair, camera, layers, inner, rgb);
  for (let p = 0; p < share.length; p++) share[p] *= 1 - cover[p];
  for (let o = 0; o < rgb.length; o++) rgb[o] *= exposure;
  const { width: w, height: h } = shot.view;
  const light = blurred(lens(rgb, width, height, samples), w, h, shot.blur);
  const data = grained(develop(light, w), w, grain, shot.roomSeed);
  return { width: w, height: h, data, layers, cover, mirrored: share };
}

/** What lights the room behind, against the studio. */
function roomLight({ lighting }: Look): readonly number[] {
  const all = [0, 1, 2].map((c) => {
    const lamps = lighting.lamps.map(({ at, wide, high, power }) => {
      const d2 = at[0] ** 2 + at[1] ** 2 + at[2] ** 2;
      return (power[c] * 4 * wide * high) / d2;
    });
    return 0.25 * lamps.reduce((sum, e) => sum + e, 0) + 0.35 * lighting.room[c];
  });
  return all;
}

/** A lens's blur of this standard deviation, px; none for 0. */
function blurred(light: Float64Array, width: number, height: number, deviation: number): Float64Array {
  if (deviation === 0) return light;
  const reach = Math.ceil(3 * deviation);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / deviation) ** 2));
  const all = weights.reduce((sum, w) => sum + w, 0);
  const along = (from: Float64Array, step: number, last: (p: number) => number): Float64Array => {
    const out = new Float64Array(from.length);
    for (let p = 0; p < width * height; p++) {
      const place = last(p);
      const end = step === 1 ? width - 1 : height - 1;
      for (let k = 0; k < weights.length; k++) {
        const to = Math.max(0, Math.min(end, place + k - reach));
        const q = 3 * (p + (to - place) * step);
        const w = weights[k] / all;
        for (let c = 0; c < 3; c++) out[3 * p + c] += w * from[q + c];
      }
    }
    return out;
  };
  const rows = along(light, 1, (p) => p % width);
  return along(rows, width, (p) => Math.floor(p / width));
}

/** More of a sensor's grain, coarser in the dark: `times` the demo's own. */
function grained(data: Uint8Array, width: number, times: number, seed: number): Uint8Array {
  if (times <= 1) return data;
  return data.map((code, o) => {
    const p = Math.floor(o / 3);
    const [i, j] = [p % width, Math.floor(p / width)];
    const chance = hash(i, j, o % 3, seed) + hash(i, j, 5, seed + 1);
    return Math.max(0, Math.min(255, Math.round(code + 2.2 * (times - 1) * (chance - 1) * (1.6 - code / 255))));
  });
}
