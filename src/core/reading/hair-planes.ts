/* A head's part of a photo as hair is read in it: light and colour of each pixel, how uneven it is there, and which
   place of the head it shows. */

import { LOG_LIGHT } from "../colour/chroma.ts";
import { LIGHT } from "../colour/linear.ts";
import { ln } from "../geometry/exact.ts";
import type { Surface } from "../head/surface.ts";
import { vaultNormal, vaultPoint } from "../head/vault.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { GLOSS, cropped, halved } from "../photo/pyramid.ts";
import type { Millimetres } from "../units.ts";
import type { Mask } from "./silhouette.ts";
import { boxOf, ramp, soften } from "./skin-planes.ts";
import { withinOutline } from "./specular.ts";

/** A head is at most so many px to a side where its hair is read. */
const COARSE = 400;

export type HairPlanes = {
  /** Photo px: where the upper left pixel begins, and the side of a pixel. */
  readonly left: number;
  readonly top: number;
  readonly shrink: number;
  readonly width: number;
  readonly height: number;
  /** Pixels to a millimetre in the middle of the head. */
  readonly perMm: number;
  /** Whether the head is there, 0..1. */
  readonly inside: Float32Array;
  /** The place of the head that is seen, mm, and the cosine of incidence. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly facing: Float32Array;
  /** Natural logarithms: of luminance, 0 for white; of red against green, and of blue against green. */
  readonly light: Float32Array;
  readonly red: Float32Array;
  readonly blue: Float32Array;
  /** Deviation of the logarithm of light from that about it, over half a millimetre and over two. */
  readonly fine: Float32Array;
  readonly rough: Float32Array;
};

/** The head's part of a photo at GLOSS px at most; `coarser`: how many of its pixels make the side of a plane's. */
export type FineHead = {
  readonly pixels: PixelBuffer;
  readonly left: number;
  readonly top: number;
  readonly shrink: number;
  readonly coarser: number;
};

/**
 * Null where the head is beside the picture. `pixels`: the photo at 1/shrink; `mask`: the person's silhouette in it, at
 * any size, or null.
 */
export function hairPlanes(
  pixels: PixelBuffer,
  shrink: number,
  surface: Surface,
  mask: Mask | null,
): { readonly fine: FineHead; readonly planes: HairPlanes } | null {
  let whole = pixels;
  let factor = shrink;
  for (; Math.max(whole.width, whole.height) > GLOSS; factor *= 2) whole = halved(whole);
  const isPerson = mask ? personIn(mask, whole.width * factor, whole.height * factor) : () => 1;
  // Long hair stands out beyond the skull; where that is person, and not where nobody has said so.
  const onHead = mask ? reachOf(surface) : withinOutline(surface);
  const isHead = (x: number, y: number): number => Math.min(onHead(x, y), isPerson(x, y));
  const found = boxOf(whole, (x, y) => isHead((x + 0.5) * factor, (y + 0.5) * factor) > 0);
  if (!found) return null;
  let coarser = 1;
  while (Math.max(found.width, found.height) > COARSE * coarser) coarser *= 2;
  const box = {
    ...found,
    width: Math.max(coarser, found.width - (found.width % coarser)),
    height: Math.max(coarser, found.height - (found.height % coarser)),
  };
  const part = cropped(whole, box.left, box.top, box.width, box.height);
  let small = part;
  for (let k = 1; k < coarser; k *= 2) small = halved(small);
  const [left, top, side] = [box.left * factor, box.top * factor, factor * coarser];
  const perMm = surface.eye.camera.focal / surface.eye.shift[2] / side;
  const inside = insideOf(small, (x, y) => isHead(left + (x + 0.5) * side, top + (y + 0.5) * side));
  const planes = {
    left,
    top,
    shrink: side,
    width: small.width,
    height: small.height,
    perMm,
    inside,
    ...placesOf(small, surface, left, top, side),
    ...coloursOf(small),
    ...unevenness(part, inside, coarser, perMm),
  };
  return { fine: { pixels: part, left, top, shrink: factor, coarser }, planes };
}

/** How far beyond the skull's outline hair is looked for, a multiple of its distance from the middle. */
const BEYOND = 1.25;

const reachOf =
  ({ centre, limbDistance, outlineRatio }: Surface): ((x: number, y: number) => number) =>
  (x, y) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    const reach = BEYOND * limbDistance(dx, dy) * outlineRatio(dx, dy);
    return dx * dx + dy * dy < reach * reach ? 1 : 0;
  };

/** How far a photo point belongs to the person, 0..1, smooth over the mask's pixels. */
function personIn({ width, height, data }: Mask, wide: number, high: number): (x: number, y: number) => number {
  const at = (x: number, y: number): number =>
    data[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] / 255;
  return (x, y) => {
    const [u, v] = [(x * width) / wide - 0.5, (y * height) / high - 0.5];
    const [a, b] = [Math.floor(u), Math.floor(v)];
    const upper = at(a, b) + (u - a) * (at(a + 1, b) - at(a, b));
    const lower = at(a, b + 1) + (u - a) * (at(a + 1, b + 1) - at(a, b + 1));
    return ramp(upper + (v - b) * (lower - upper), 0.3, 0.7);
  };
}

function insideOf({ width, height }: PixelBuffer, at: (x: number, y: number) => number): Float32Array {
  const inside = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) inside[i] = at(x, y);
  return inside;
}

/** Places are asked of the head at every so many pixels; between them they run smoothly enough. */
const STEP = 12;

function placesOf(
  { width, height }: PixelBuffer,
  surface: Surface,
  left: number,
  top: number,
  side: number,
): Pick<HairPlanes, "x" | "y" | "z" | "facing"> {
  const across = Math.ceil(width / STEP) + 1;
  const down = Math.ceil(height / STEP) + 1;
  const grid = new Float32Array(4 * across * down);
  const { place: eye } = surface.eye;
  for (let k = 0; k < across * down; k++) {
    const [column, row] = [k % across, Math.floor(k / across)];
    const direction = surface.skinAt({ x: left + column * STEP * side, y: top + row * STEP * side });
    const [x, y, z] = vaultPoint(surface.vault, direction);
    const { normal } = vaultNormal(surface.vault, direction);
    const [dx, dy, dz] = [eye[0] - x, eye[1] - y, eye[2] - z];
    const away = Math.sqrt(dx * dx + dy * dy + dz * dz);
    grid.set([x, y, z, (normal[0] * dx + normal[1] * dy + normal[2] * dz) / away], 4 * k);
  }
  const [x, y, z, facing] = [0, 1, 2, 3].map((channel) => {
    const plane = new Float32Array(width * height);
    for (let row = 0, i = 0; row < height; row++) {
      const [b, v] = [Math.floor(row / STEP), ((row % STEP) + 0.5) / STEP];
      for (let column = 0; column < width; column++, i++) {
        const [a, u] = [Math.floor(column / STEP), ((column % STEP) + 0.5) / STEP];
        const at = 4 * (b * across + a) + channel;
        const upper = grid[at] + u * (grid[at + 4] - grid[at]);
        const below = at + 4 * across;
        plane[i] = upper + v * (grid[below] + u * (grid[below + 4] - grid[below]) - upper);
      }
    }
    return plane;
  });
  return { x, y, z, facing };
}

function coloursOf({ width, height, data }: PixelBuffer): Pick<HairPlanes, "light" | "red" | "blue"> {
  const plane = (): Float32Array => new Float32Array(width * height);
  const [light, red, blue] = [plane(), plane(), plane()];
  for (let i = 0; i < light.length; i++) {
    const [r, g, b] = [data[4 * i], data[4 * i + 1], data[4 * i + 2]];
    light[i] = lightOf(r, g, b);
    red[i] = LOG_LIGHT[Math.max(DARK, r)] - LOG_LIGHT[Math.max(DARK, g)];
    blue[i] = LOG_LIGHT[Math.max(DARK, b)] - LOG_LIGHT[Math.max(DARK, g)];
  }
  return { light, red, blue };
}

/** Darker codes hold more noise than colour. */
const DARK = 8;
/** Light that is taken for none, 1/65535: shadows are not to be all noise. */
const FLOOR = 400;

/** Luminances that are told apart, 1/65535. */
const APART = 4;
const LOGARITHMS = Float32Array.from({ length: 65536 / APART }, (_, k) => ln((FLOOR + k * APART) / (65535 + FLOOR)));

/** Natural logarithm of luminance, 0 for white, of codes. */
export const lightOf = (r: number, g: number, b: number): number =>
  LOGARITHMS[Math.floor((0.2126 * LIGHT[r] + 0.7152 * LIGHT[g] + 0.0722 * LIGHT[b]) / APART)];

const FINE: Millimetres = 0.5;
const ROUGH: Millimetres = 2;

/**
 * How far light lies from its mean about it, at two sizes, as the root of the mean square about each coarse pixel. What
 * lies beside the head is left out: its edge is no unevenness of skin.
 */
function unevenness(
  part: PixelBuffer,
  inside: Float32Array,
  coarser: number,
  perMm: number,
): Pick<HairPlanes, "fine" | "rough"> {
  const [wide, high] = [Math.floor(part.width / coarser), Math.floor(part.height / coarser)];
  const within = inside.map((share) => (share > 0.99 ? 1 : 0));
  const at = (size: Millimetres): Float32Array => {
    let pixels = part;
    let factor = coarser;
    // At a size of which two pixels and more make one.
    for (; factor > 1 && size * perMm * factor >= 4; factor /= 2) pixels = halved(pixels);
    const { width, data } = pixels;
    const height = high * factor;
    const light = new Float32Array(width * height);
    const weight = new Float32Array(width * height);
    for (let y = 0, i = 0; y < height; y++) {
      const row = Math.floor(y / factor) * wide;
      for (let x = 0; x < width; x++, i++) {
        weight[i] = within[row + Math.min(wide - 1, Math.floor(x / factor))];
        light[i] = weight[i] * lightOf(data[4 * i], data[4 * i + 1], data[4 * i + 2]);
      }
    }
    const [about, count] = [light.slice(), weight.slice()];
    const radius = Math.max(1, Math.round(size * perMm * factor));
    for (const plane of [about, count]) soften(plane, width, height, radius);
    const [out, all] = [new Float32Array(wide * high), within.slice()];
    for (let y = 0, i = 0; y < height; y++) {
      const row = Math.floor(y / factor) * wide;
      for (let x = 0; x < width; x++, i++) {
        if (weight[i] === 0) continue;
        const off = light[i] - about[i] / count[i];
        out[row + Math.floor(x / factor)] += off * off;
      }
    }
    for (const plane of [out, all]) soften(plane, wide, high, Math.max(1, Math.round(perMm)));
    return out.map((sum, i) => (all[i] > 0.02 ? Math.sqrt(Math.max(0, sum) / all[i]) / factor : 0));
  };
  return { fine: at(FINE), rough: at(ROUGH) };
}
