/* Where hair hides the skin in a photo of a fitted head, and where stubble grows: read by what tells hair from this
   head's own skin, by place, and by a border that follows the picture's edges. Bald heads must stay bare: what is not
   surely hair is skin. A person's stroke goes before all of it. */

import type { Surface } from "../head/surface.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Pixels } from "../units.ts";
import { cutAlong } from "./hair-cut.ts";
import { cloudOf, isSpeckled, likelier, tellingNumbers } from "./hair-kinds.ts";
import { matteOf } from "./hair-matte.ts";
import { noHair } from "./hair-pieces.ts";
import { type HairPlanes, hairPlanes } from "./hair-planes.ts";
import { type OwnSkin, type Signs, hairSigns, ownSkin } from "./hair-signs.ts";
import type { HairStroke } from "../head/hair-strokes.ts";
import { strokesOn } from "./hair-strokes.ts";
import type { Mask } from "./silhouette.ts";
import { growsOn } from "./hair-growth.ts";
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
  /** The same ground in pixels of `shrink` photo px: share hidden by hair, and how far stubble grows, 0..255. */
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
  const { share, stubble, bare } = sharesOf(planes, skin, signs, strokes);
  const byte = (plane: Float32Array): Uint8Array => Uint8Array.from(plane, (v) => Math.floor(255 * v + 0.5));
  const { left, top, width, height } = planes;
  return {
    left,
    top,
    width: fine.pixels.width,
    height: fine.pixels.height,
    shrink: fine.shrink,
    alpha: matteOf(fine, planes, skin, share, bare),
    coarse: {
      width,
      height,
      shrink: planes.shrink,
      hair: byte(share.map((one, i) => (planes.inside[i] < 0.5 ? 0 : one))),
      stubble: byte(stubble),
    },
  };
}

/** The share of a pixel's light that is hair's at a photo point, 0..1. */
export function hairAt({ left, top, width, height, shrink, alpha }: Hair, x: Pixels, y: Pixels): number {
  const [column, row] = [Math.floor((x - left) / shrink), Math.floor((y - top) / shrink)];
  if (!(column >= 0 && row >= 0 && column < width && row < height)) return 0;
  return alpha[row * width + column] / 255;
}

/** Odds are believed up to so much, logarithms. */
const MOST = 3;
/** What they weigh against the border, by pixels to a millimetre. */
const WEIGHT = 0.45;

/** Share of pixels that have to be surely hair, and surely skin, for both to be learnt from. */
const LEARNT_HAIR = 0.012;
const LEARNT_SKIN = 0.03;
const ROUNDS = 2;

/** By pixel the share that hair hides, how far stubble grows where it does not, and what was said to be skin, 0..1. */
function sharesOf(planes: HairPlanes, skin: OwnSkin, signs: Signs, strokes: readonly HairStroke[]) {
  const { width, height, inside, perMm } = planes;
  const rim = rimOf(planes);
  const grows = growsOn(planes);
  const borders = bordersOf(planes, rim);
  const numbers = tellingNumbers(planes);
  const { sure, alike } = strokesOn(planes, numbers, strokes);
  const placed = (of: (i: number) => number): Float32Array =>
    inside.map((share, i) => {
      if (share < 0.5 || rim[i] === 1) return 0;
      return Number.isNaN(grows[i]) ? -MOST : within(of(i) + grows[i], MOST);
    });
  const said = (odds: Float32Array): Float32Array =>
    odds.map((one, i) => (sure[i] === 0 ? within(one + alike[i], MOST) : sure[i]));
  const cut = (odds: Float32Array): Float32Array => {
    const data = odds.map((one) => (one * WEIGHT) / perMm);
    return cutAlong({ width, height, data }, borders.across, borders.down);
  };
  // Stubble is skin: what a person says of hair and skin leaves it as it is.
  const grown = cut(placed((i) => signs.stubble[i]));
  const counts = Uint8Array.from(inside, (one, i) => (one > 0.9 && rim[i] === 0 && !Number.isNaN(grows[i]) ? 1 : 0));
  const hairy = (odds: Float32Array): Float32Array => {
    const share = cut(odds);
    const none = noHair(planes, skin, share, counts, sure);
    return share.map((one, i) => (none[i] === 1 ? 0 : one));
  };
  let odds = said(placed((i) => signs.hair[i]));
  let share = hairy(odds);
  for (let round = 0; round < ROUNDS; round++) {
    const isHair = (i: number): boolean =>
      counts[i] > 0 && share[i] > 0.5 && odds[i] > 0 && (sure[i] > 0 || !isSpeckled(numbers, i));
    const isSkin = (i: number): boolean => counts[i] > 0 && share[i] < 0.5 && odds[i] < -1;
    let [all, hairs, skins] = [0, 0, 0];
    for (let i = 0; i < counts.length; i++) {
      all += counts[i];
      if (isHair(i)) hairs++;
      if (isSkin(i)) skins++;
    }
    if (hairs < LEARNT_HAIR * all || skins < LEARNT_SKIN * all) break;
    const [likeHair, likeSkin] = [cloudOf(numbers, isHair), cloudOf(numbers, isSkin)];
    odds = said(placed((i) => (within(signs.hair[i], 5) + within(likelier(likeHair, likeSkin, numbers, i), 4)) / 2));
    share = hairy(odds);
  }
  // Beside the person nothing speaks, and what is next to it goes on: a silhouette may have missed dark hair.
  const bare = alike.map((one, i) => (one < 0 || sure[i] < 0 ? 1 : 0));
  return { share, bare, stubble: grown.map((one, i) => (inside[i] < 0.5 ? 0 : Math.max(0, one - share[i]))) };
}

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** A border between two pixels costs this at most, and this at an edge; steps of light and red that are an edge. */
const COST = 2;
const LEAST_COST = 0.25;
const EDGE_LIGHT = 0.12;
const EDGE_RED = 0.06;
const USUAL_PER_MM = 1.3;

function bordersOf({ width, height, light, red, perMm }: HairPlanes, rim: Uint8Array) {
  const [l, r] = [light, red].map((plane) => {
    const soft = plane.slice();
    soften(soft, width, height, 1);
    return soft.map((one, i) => (one + plane[i]) / 2);
  });
  const cost = (i: number, j: number): number => {
    if (rim[i] === 1 || rim[j] === 1) return COST;
    const [dl, dr] = [(l[i] - l[j]) / EDGE_LIGHT, (r[i] - r[j]) / EDGE_RED];
    const d = ((dl * dl + dr * dr) * perMm * perMm) / (USUAL_PER_MM * USUAL_PER_MM);
    return LEAST_COST + COST / (1 + d + d * d);
  };
  const across = light.map((_, i) => (i + 1 < light.length ? cost(i, i + 1) : 0));
  const down = light.map((_, i) => (i + width < light.length ? cost(i, i + width) : 0));
  return { across, down };
}

/** So near to where the person ends light of both is mixed, px. */
const RIM = 1;

/** 1 where a pixel of the head tells nothing by itself, since it lies at the person's edge. */
function rimOf({ width, height, inside }: HairPlanes): Uint8Array {
  const deep = inside.map((share) => (share > 0.99 ? 1 : 0));
  soften(deep, width, height, RIM);
  return Uint8Array.from(deep, (share) => (share < 0.999 ? 1 : 0));
}
