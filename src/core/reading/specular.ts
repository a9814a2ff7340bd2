/* How much of a photo's light the skin mirrors before it goes in. Shafer's dichromatic model:
   a pixel is the skin's colour times what comes back from within, plus light of the lamp's own
   colour; so a highlight is less colourful than the skin about it. Where a channel is full the
   colour tells nothing: what comes from within is carried on from the highlight's rim. */

import type { Surface } from "../head/surface.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { cropped, halved } from "../photo/pyramid.ts";
import {
  BURNT,
  GREENER,
  type Gains,
  NO_GAINS,
  type Planes,
  boxOf,
  carryOn,
  enlarged,
  leanOf,
  plainSkin,
  planesOf,
  ramp,
  type Plain,
} from "./skin-planes.ts";
import { median } from "./tone.ts";

/**
 * How much of a photo's light the skin mirrors: at the middle of each square of `shrink` photo pixels' side from the
 * point (left, top) on, row by row, as a share of all light that the photo has there, 0..255; all of it where the photo
 * is burnt out, since pigment would leave it white. None beyond.
 */
export type Shine = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shrink: number;
  readonly share: Uint8Array;
};

/** And the mirrored light itself, in 1/65535 as LIGHT has it: the photo shows it times `colour`, channel by channel. */
export type Specular = Shine & {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly light: Uint16Array;
};

/** The reading is of pictures of this side at most: finer than that lie pores, and noise. */
const SIDE = 400;
/** Of the skin about a place, this share is less colourful than what counts as skin without shine. */
const RANK = 0.8;
/** Specular begins at so many spreads and is believed in full at so many. */
const BEGINS = 2;
const HOLDS = 3;
/**
 * Without its shine a place is not darker than this share of the skin
 * about it: what is greyer but no brighter is pale skin or stubble.
 */
const NO_DARKER = 0.85;
/**
 * Whether a photo point lies on the head: 1, falling to 0 just within the outline, where a pixel is half background.
 */
export const withinHead = (surface: Surface): ((x: number, y: number) => number) => within(surface, 0.9, 0.98);

/** The same, 1 to 0 at photo points, px, up to the outline itself, in which dots lie. */
export const withinOutline = (surface: Surface): ((x: number, y: number) => number) => within(surface, 0.985, 1.01);

function within(
  { centre, limbDistance, outlineRatio }: Surface,
  from: number,
  to: number,
): (x: number, y: number) => number {
  return (x, y) => {
    const dx = x - centre.x;
    const dy = y - centre.y;
    const out = Math.sqrt(dx * dx + dy * dy) / (limbDistance(dx, dy) * outlineRatio(dx, dy));
    return 1 - ramp(out, from, to);
  };
}

/**
 * Reads the mirrored light off `pixels`, the photo at 1/shrink, where `within`, asked at photo points, says 0..1 that
 * there is skin. Null where there is none.
 */
export function readSpecular(
  pixels: PixelBuffer,
  shrink: number,
  within: (x: number, y: number) => number,
  gains: Gains = NO_GAINS,
): Specular | null {
  let small = pixels;
  let factor = shrink;
  for (; Math.max(small.width, small.height) > SIDE; factor *= 2) small = halved(small);
  const box = boxOf(small, (x, y) => within((x + 0.5) * factor, (y + 0.5) * factor) > 0);
  if (!box) return null;
  const left = box.left * factor;
  const top = box.top * factor;
  const part = cropped(small, box.left, box.top, box.width, box.height);
  const skin = planesOf(part, (x, y) => within(left + (x + 0.5) * factor, top + (y + 0.5) * factor), gains);
  const mirrored = split(skin);
  if (skin.told.some((share) => share < 1)) carryOn(mirrored, skin);
  const colour = [1 / gains[0], 1 / gains[1], 1 / gains[2]] as const;
  const light = new Uint16Array(mirrored.length);
  const share = new Uint8Array(mirrored.length);
  for (let i = 0; i < mirrored.length; i++) {
    light[i] = Math.min(65535, Math.floor(skin.inside[i] * mirrored[i] + 0.5));
    const all = (skin.red[i] + skin.green[i] + skin.blue[i]) / 3;
    const part = all > 0 ? Math.min(1, light[i] / all) : 0;
    const burnt = skin.inside[i] > 0 ? ramp(skin.green[i], ...BURNT) : 0;
    share[i] = Math.floor(255 * Math.max(part, burnt) + 0.5);
  }
  return { left, top, width: box.width, height: box.height, shrink: factor, colour, light, share };
}

/** The mirrored light at a photo point, 0..65535. */
export const specularAt = (shine: Specular, x: number, y: number): number => lookUp(shine, shine.light, x, y);

/** Its share of all light there, 0..1. */
export const specularShare = (shine: Shine, x: number, y: number): number => lookUp(shine, shine.share, x, y) / 255;

/** Between the middles of squares in proportion; 0 beyond them. */
function lookUp(
  { left, top, width, height, shrink }: Shine,
  plane: Uint16Array | Uint8Array,
  x: number,
  y: number,
): number {
  const u = (x - left) / shrink - 0.5;
  const v = (y - top) / shrink - 0.5;
  const a = Math.floor(u);
  const b = Math.floor(v);
  if (a >= 0 && b >= 0 && a + 1 < width && b + 1 < height) {
    const k = b * width + a;
    const upper = plane[k] + (u - a) * (plane[k + 1] - plane[k]);
    const lower = plane[k + width] + (u - a) * (plane[k + width + 1] - plane[k + width]);
    return upper + (v - b) * (lower - upper);
  }
  const at = (i: number, j: number): number => (i < 0 || j < 0 || i >= width || j >= height ? 0 : plane[j * width + i]);
  const upper = at(a, b) + (u - a) * (at(a + 1, b) - at(a, b));
  const lower = at(a, b + 1) + (u - a) * (at(a + 1, b + 1) - at(a, b + 1));
  return upper + (v - b) * (lower - upper);
}

/**
 * The mirrored light as the colours have it: what is left of a
 * pixel's light when its colour is put down to skin without shine.
 */
function split(skin: Planes): Float32Array {
  const { width, height, red, green, blue, inside } = skin;
  const { side, across, squares } = plainSkin(skin, RANK);
  const grown = (of: (plain: Plain) => number): Float32Array =>
    enlarged(Float32Array.from(squares, of), across, side, width, height);
  const purity = grown((plain) => plain.purity);
  const spread = grown((plain) => plain.spread);
  const bright = grown((plain) => plain.bright);
  const usual = median(squares.map((plain) => plain.lean));
  const lean = grown((plain) => Math.min(plain.lean, usual));
  return red.map((r, i) => {
    if (inside[i] === 0) return 0;
    const sum = r + green[i] + blue[i];
    const excess = sum - (r - blue[i]) / purity[i];
    const least = spread[i] * sum;
    if (excess <= BEGINS * least) return 0;
    const room = Math.max(0, sum - NO_DARKER * bright[i]);
    const greener = leanOf(r, green[i], blue[i]) - lean[i];
    const believed = ramp(excess, BEGINS * least, HOLDS * least) * (1 - ramp(greener, ...GREENER));
    const shine = believed * Math.min(excess, room);
    return Math.min(r, green[i], blue[i], shine / 3);
  });
}
