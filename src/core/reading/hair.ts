/* Where hair hides the skin in a photo of a fitted head, and where stubble grows: read by what tells hair from this
   head's own skin, by place, and by a border that follows the picture's edges. Bald heads must stay bare: what is not
   surely hair is skin. A person's stroke goes before all of it. */

import type { Surface } from "../head/surface.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Pixels } from "../units.ts";
import { cutAlong } from "./hair-cut.ts";
import { cloudOf, likelier, tellingNumbers } from "./hair-kinds.ts";
import { matteOf } from "./hair-matte.ts";
import { type HairPlanes, hairPlanes } from "./hair-planes.ts";
import { hairSigns, ownSkin } from "./hair-signs.ts";
import { type HairStroke, strokesOn } from "./hair-strokes.ts";
import type { Mask } from "./silhouette.ts";
import { soften } from "./skin-planes.ts";

/** What a photo shows of hair, from the photo point (left, top) on; beyond there is none. */
export type Hair = {
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: number;
  readonly height: number;
  /** Photo px to the side of a pixel of `alpha`. */
  readonly shrink: number;
  /** Share of a pixel's light that is hair's, 0..255: what of pigment it hides. */
  readonly alpha: Uint8Array;
  /** The same ground in larger pixels, `shrink` photo px each: share hidden by hair, and how far stubble grows, 0..255. */
  readonly coarse: {
    readonly width: number;
    readonly height: number;
    readonly shrink: number;
    readonly hair: Uint8Array;
    readonly stubble: Uint8Array;
  };
};

/**
 * Reads the hair in `pixels`, the photo at 1/shrink, on the head that `surface` lays on it. `mask`: the person's
 * silhouette, at any size, null where there is none. Null where the head is beside the photo, or too little of its
 * scalp is seen.
 */
export function readHair(
  pixels: PixelBuffer,
  shrink: number,
  surface: Surface,
  mask: Mask | null,
  strokes: readonly HairStroke[],
): Hair | null {
  const found = hairPlanes(pixels, shrink, surface, mask);
  if (!found) return null;
  const { planes, fine } = found;
  const skin = ownSkin(planes);
  if (!skin) return null;
  const signs = hairSigns(planes, skin);
  const share = hairShare(planes, signs.hair, strokesOn(planes, strokes));
  const byte = (plane: Float32Array): Uint8Array => Uint8Array.from(plane, (v) => Math.floor(255 * v + 0.5));
  const { left, top, width, height } = planes;
  return {
    left,
    top,
    width: fine.pixels.width,
    height: fine.pixels.height,
    shrink: fine.shrink,
    alpha: matteOf(fine, planes, share),
    coarse: { width, height, shrink: planes.shrink, hair: byte(share), stubble: byte(signs.stubble) },
  };
}

/** The share of a pixel's light that is hair's at a photo point, 0..1. */
export function hairAt({ left, top, width, height, shrink, alpha }: Hair, x: Pixels, y: Pixels): number {
  const [column, row] = [Math.floor((x - left) / shrink), Math.floor((y - top) / shrink)];
  if (!(column >= 0 && row >= 0 && column < width && row < height)) return 0;
  return alpha[row * width + column] / 255;
}

/** Where the face is; what is dark there is brows, eyes and beard. */
const isFace = (y: number, z: number): boolean => z > 45 && y < 8;
/** The middle of the forehead: bare but for a fringe. */
const isBrow = (x: number, y: number, z: number): boolean => z > 45 && y < 35 && Math.abs(x) < 45;
/** What is taken off the odds there. */
const BROW = 2.5;
const FACE = 3;
/** Odds are believed up to so much, logarithms. */
const MOST = 3;
/** What they weigh against the border, by pixels to a millimetre. */
const WEIGHT = 0.45;

/** Share of pixels that have to be surely hair, and surely skin, for both to be learnt from. */
const LEARNT_HAIR = 0.012;
const LEARNT_SKIN = 0.03;
const ROUNDS = 2;

function hairShare(planes: HairPlanes, signs: Float32Array, said: Float32Array): Float32Array {
  const { width, height, inside, x, y, z, perMm } = planes;
  const borders = bordersOf(planes);
  const placed = (of: (i: number) => number): Float32Array =>
    inside.map((share, i) => {
      if (said[i] !== 0) return said[i];
      if (share < 0.5) return 0;
      if (isFace(y[i], z[i])) return -FACE;
      return of(i) - (isBrow(x[i], y[i], z[i]) ? BROW : 0);
    });
  const cut = (odds: Float32Array): Float32Array => {
    const data = odds.map((one) => (Math.max(-MOST, Math.min(MOST, one)) * WEIGHT) / perMm);
    return cutAlong({ width, height, data }, borders.across, borders.down);
  };
  let odds = placed((i) => signs[i]);
  let share = cut(odds);
  const numbers = tellingNumbers(planes);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = inside.map((one, i) => (one > 0.9 && !isFace(y[i], z[i]) && y[i] > -75 ? 1 : 0));
    const isHair = (i: number): boolean => counts[i] > 0 && share[i] > 0.5 && odds[i] > 0;
    const isSkin = (i: number): boolean => counts[i] > 0 && share[i] < 0.5 && odds[i] < -1;
    let [all, hairs, skins] = [0, 0, 0];
    for (let i = 0; i < counts.length; i++) {
      all += counts[i];
      if (isHair(i)) hairs++;
      if (isSkin(i)) skins++;
    }
    if (hairs < LEARNT_HAIR * all || skins < LEARNT_SKIN * all) break;
    const [hair, skin] = [cloudOf(numbers, isHair), cloudOf(numbers, isSkin)];
    odds = placed((i) => {
      const own = Math.max(-5, Math.min(5, signs[i]));
      return (own + Math.max(-4, Math.min(4, likelier(hair, skin, numbers, i)))) / 2;
    });
    share = cut(odds);
  }
  return share.map((one, i) => (inside[i] < 0.5 ? 0 : one));
}

/** A border between two pixels costs this at most, and this at an edge; steps of light and red that are an edge. */
const COST = 2;
const LEAST_COST = 0.25;
const EDGE_LIGHT = 0.12;
const EDGE_RED = 0.06;
const USUAL_PER_MM = 1.3;

function bordersOf({ width, height, light, red, perMm }: HairPlanes) {
  const [l, r] = [light.slice(), red.slice()];
  for (const plane of [l, r]) soften(plane, width, height, 1);
  const cost = (i: number, j: number): number => {
    const [dl, dr] = [(l[i] - l[j]) / EDGE_LIGHT, (r[i] - r[j]) / EDGE_RED];
    const d = ((dl * dl + dr * dr) * perMm * perMm) / (USUAL_PER_MM * USUAL_PER_MM);
    return LEAST_COST + COST / (1 + d + d * d);
  };
  const across = light.map((_, i) => (i + 1 < light.length ? cost(i, i + 1) : 0));
  const down = light.map((_, i) => (i + width < light.length ? cost(i, i + width) : 0));
  return { across, down };
}
