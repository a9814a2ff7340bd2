/* The demo head's pictures taken again, smaller and in other light: what came from within the skin and what it mirrored
   are known apart, so that each can be made more or less of. */
import sharp from "sharp";
import { readPhoto } from "../../src/cli/render.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../src/core/photo/pyramid.ts";
import { decode, develop, unfilm } from "../demo/develop.ts";

type Triple = readonly [number, number, number];

/**
 * `oil`: how many times the shine; `albedo`: how many times what the
 * skin gives back; `cast`: the light's colour as the camera takes it.
 */
export type Taken = {
  readonly exposure?: number;
  readonly oil?: number;
  readonly cast?: Triple;
  readonly albedo?: Triple;
};

/** Light before film, at 1/4 of the picture. */
export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly all: Float64Array;
  readonly shine: Float64Array;
  /** 255 on the skull's skin. */
  readonly skull: Uint8Array;
};

export async function sceneOf(view: string, top: string): Promise<Scene> {
  const { width, height, data } = halved(halved(await readPhoto(`${top}/tests/first-demo/${view}.jpg`)));
  const truth = await sharp(`${top}/tests/first-demo/${view}-shine.png`).removeAlpha().raw().toBuffer();
  const skull = sharp(`${top}/tests/first-demo/${view}-skull.png`).resize(width, height).extractChannel(0).raw();
  const light = (_: number, o: number): number => unfilm(decode(data[4 * Math.floor(o / 3) + (o % 3)] / 255));
  const all = Float64Array.from({ length: truth.length }, light);
  const shine = Float64Array.from(truth, (code, o) => Math.min(all[o], decode(code / 255)));
  return { width, height, all, shine, skull: await skull.toBuffer() };
}

/** The picture, with fresh grain, and which share of each channel's light in it was mirrored, before film. */
export function relit(
  { width, height, all, shine }: Scene,
  { exposure = 1, oil = 1, cast = [1, 1, 1], albedo = [1, 1, 1] }: Taken,
): { readonly pixels: PixelBuffer; readonly share: Float64Array } {
  const within = all.map((light, o) => (light - shine[o]) * albedo[o % 3]);
  const share = shine.map((light, o) => (oil * light) / Math.max(1e-9, within[o] + oil * light));
  const taken = within.map((light, o) => (light + oil * shine[o]) * exposure * cast[o % 3]);
  const codes = develop(taken, width);
  const pixels = pixelBuffer(width, height);
  pixels.data.forEach((_, i) => (pixels.data[i] = i % 4 === 3 ? 255 : codes[3 * (i >> 2) + (i % 4)]));
  return { pixels, share };
}
