/* The demo head's pictures taken again, smaller and in other light: what came from within the skin and what it mirrored
   are known apart, so that each can be made more or less of. */
import sharp from "sharp";
import { readPhoto } from "../../src/cli/render.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../src/core/photo/pyramid.ts";
import { hash2 } from "../../src/core/random.ts";
import { decode, develop, unfilm } from "../demo/develop.ts";

type Triple = readonly [number, number, number];

/**
 * `oil`: how many times the shine; `albedo`: how many times what the
 * skin gives back; `cast`: the light's colour as the camera takes it; `wet`: light of a drop's glint at its brightest.
 */
export type Taken = {
  readonly exposure?: number;
  readonly oil?: number;
  readonly cast?: Triple;
  readonly albedo?: Triple;
  readonly wet?: number;
};

/** Light before film. */
export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly all: Float64Array;
  readonly shine: Float64Array;
  /** 255 on the skull's skin. */
  readonly skull: Uint8Array;
};

/** Of the first demo's picture, at 1/4 of it, or in full: there all that is fine counts as skin. */
export async function sceneOf(view: string, top: string, size: "quarter" | "full" = "quarter"): Promise<Scene> {
  const photo = await readPhoto(`${top}/tests/first-demo/${view}.jpg`);
  const { width, height, data } = size === "full" ? photo : halved(halved(photo));
  const mirrored = sharp(`${top}/tests/first-demo/${view}-shine.png`).removeAlpha();
  const truth = await mirrored.resize(width, height, { kernel: "cubic" }).raw().toBuffer();
  const skull = sharp(`${top}/tests/first-demo/${view}-skull.png`).resize(width, height).extractChannel(0).raw();
  const light = (_: number, o: number): number => unfilm(decode(data[4 * Math.floor(o / 3) + (o % 3)] / 255));
  const all = Float64Array.from({ length: truth.length }, light);
  const shine = Float64Array.from(truth, (code, o) => Math.min(all[o], decode(code / 255)));
  return { width, height, all, shine, skull: await skull.toBuffer() };
}

/** A drop to a square of so much of the picture's width, in about half of them; and how wide their glints are. */
const DROP = 14 / 1200;
const GLINT = [1 / 1200, 4.5 / 1200] as const;

/** The glints of drops on wet skin, as fine as pixels and up to two millimetres wide: 0..1 by pixel. */
function glintsOn(width: number, height: number): Float64Array {
  const out = new Float64Array(width * height);
  const side = DROP * width;
  const across = Math.ceil(1 / DROP);
  for (let cell = 0; cell < across * Math.ceil(height / side); cell++) {
    const chance = (salt: number): number => hash2(salt, cell) / 2 ** 32;
    if (chance(1) < 0.5) continue;
    const x = ((cell % across) + chance(2)) * side;
    const y = (Math.floor(cell / across) + chance(3)) * side;
    const radius = (GLINT[0] + (GLINT[1] - GLINT[0]) * chance(4) ** 2) * width;
    const bright = 0.3 + 0.7 * chance(5);
    for (let j = Math.max(0, Math.ceil(y - radius)); j < Math.min(height, y + radius); j++) {
      for (let i = Math.max(0, Math.ceil(x - radius)); i < Math.min(width, x + radius); i++) {
        const t = Math.max(0, 1 - ((i - x) ** 2 + (j - y) ** 2) / radius ** 2);
        out[j * width + i] = Math.max(out[j * width + i], bright * t);
      }
    }
  }
  return out;
}

/** The picture, with fresh grain, and which share of each channel's light in it was mirrored, before film. */
export function relit(
  { width, height, all, shine }: Scene,
  { exposure = 1, oil = 1, cast = [1, 1, 1], albedo = [1, 1, 1], wet = 0 }: Taken,
): { readonly pixels: PixelBuffer; readonly share: Float64Array } {
  const within = all.map((light, o) => (light - shine[o]) * albedo[o % 3]);
  const glints = wet > 0 ? glintsOn(width, height) : new Float64Array(width * height);
  const mirrored = shine.map((light, o) => oil * light + wet * glints[Math.floor(o / 3)]);
  const share = mirrored.map((light, o) => light / Math.max(1e-9, within[o] + light));
  const taken = within.map((light, o) => (light + mirrored[o]) * exposure * cast[o % 3]);
  const codes = develop(taken, width);
  const pixels = pixelBuffer(width, height);
  pixels.data.forEach((_, i) => (pixels.data[i] = i % 4 === 3 ? 255 : codes[3 * (i >> 2) + (i % 4)]));
  return { pixels, share };
}
