/* Mirrored light as it is read from edition 3 on. Skin's own colour is taken coarsely, as before (skin-planes.ts); what
   is less colourful is gloss as far as it is brighter, too: pale skin is not. How much a single pixel mirrors is then
   told by its light against the skin's about it, as fine as dots are, so that they thin in the smallest glint. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { GLOSS, cropped, halved } from "../photo/pyramid.ts";
import { LIGHT } from "../colour/linear.ts";
import {
  BURNT,
  GREENER,
  type Colourful,
  type Gains,
  NO_GAINS,
  type Plain,
  type Planes,
  between,
  boxOf,
  carryOn,
  enlarged,
  meanLight,
  plainSkin,
  planesOf,
  ramp,
  soften,
} from "./skin-planes.ts";
import type { Shine } from "./specular.ts";
import { median } from "./tone.ts";

/** Skin's colour is read in pictures of this side at most. */
const COARSE = 400;

/** Where there is skin whose colour counts, and where there is head at all: 0..1 at photo points. */
export type Within = {
  readonly skin: (x: number, y: number) => number;
  readonly head: (x: number, y: number) => number;
};

/**
 * Reads the mirrored light off `pixels`, the photo at 1/shrink; what is plainly not skin and what is burnt out has a
 * share of all. Null where there is no skin.
 */
export function readGloss(pixels: PixelBuffer, shrink: number, within: Within, gains: Gains = NO_GAINS): Shine | null {
  let fine = pixels;
  let factor = shrink;
  for (; Math.max(fine.width, fine.height) > GLOSS; factor *= 2) fine = halved(fine);
  let small = fine;
  let coarser = 1;
  for (; Math.max(small.width, small.height) > COARSE; coarser *= 2) small = halved(small);
  const scale = factor * coarser;
  const box = boxOf(small, (x, y) => within.head((x + 0.5) * scale, (y + 0.5) * scale) > 0);
  if (!box) return null;
  const part = cropped(small, box.left, box.top, box.width, box.height);
  const place =
    (of: Within["skin"]) =>
    (x: number, y: number): number =>
      of((box.left + x + 0.5) * scale, (box.top + y + 0.5) * scale);
  const head = planesOf(part, place(within.head), gains);
  const isSkin = place(within.skin);
  const inside = head.inside.map((share, i) => (share === 0 ? 0 : isSkin(i % part.width, Math.floor(i / part.width))));
  const skin = { ...head, inside };
  const ground = groundOf(skin, head);
  const finer = cropped(fine, box.left * coarser, box.top * coarser, box.width * coarser, box.height * coarser);
  return {
    left: box.left * scale,
    top: box.top * scale,
    width: finer.width,
    height: finer.height,
    shrink: factor,
    share: sharesIn(finer, ground, coarser, gains),
  };
}

/** By coarse pixel: the light that skin gives back by itself, whether there is gloss, 0..1, and what is not skin. */
type Ground = {
  readonly width: number;
  readonly height: number;
  readonly own: Float32Array;
  readonly glossy: Float32Array;
  readonly other: Float32Array;
  readonly head: Float32Array;
};

/**
 * Of the skin about a place, up to so many squares to each side, this share is less colourful than what counts as skin
 * without gloss: a sheen over most of the head, which dark skin shows most, counts as skin.
 */
const RANK = 0.6;
const REACH = 5;
/**
 * Colour is red less green, and so much blue less green with it: red less blue would take a lamp's colour, which
 * differs from place to place, for the skin's (SOURCES light-3). On dark skin most of the light is the lamp's.
 */
const BLUE_TOO = 1 / 3;
const colourful: Colourful = (red, green, blue) => red - green + BLUE_TOO * (blue - green);
/** By how much more red less blue is than that, in skin that leans so. */
const redLessBlueOf = (lean: number): number => 1 / ((1 - BLUE_TOO) / 2 - (1 + BLUE_TOO) * lean);
/** Less colourful by a share between these: the first counts as skin, from the second on it is gloss. In spreads. */
const BEGINS = 0.5;
const HOLDS = 1.4;
/** Paler by so much than skin is on one head it is gloss, unless it is darker than so much of the light about it. */
const PALE = [0.36, 0.55] as const;
const SHADE = [0.8, 1.15] as const;
/** At the rim, where skin is grazed and mirrors whatever light comes, by so much. */
const GRAZED = [0.08, 0.2] as const;
/** Paleness and light are compared over such a part of the head's width; below such a spread they tell nothing. */
const ABOUT = 16;
const UNTOLD = 0.035;
/** Slopes of light on paleness from which what is paler is gloss, and is so wholly. */
const SLOPE = [0.05, 0.3] as const;

function groundOf(skin: Planes, head: Planes): Ground {
  const { width, height, red, green, blue } = skin;
  const { side, across, squares } = plainSkin(skin, RANK, REACH, colourful);
  const grown = (of: (plain: Plain) => number): Float32Array =>
    enlarged(Float32Array.from(squares, of), across, side, width, height);
  const purity = grown((plain) => plain.purity);
  const spread = grown((plain) => plain.spread);
  const usual = median(squares.map((plain) => plain.lean));
  const lean = grown((plain) => Math.min(plain.lean, usual));
  const sum = red.map((r, i) => r + green[i] + blue[i]);
  const palerAt = (all: number, i: number): number =>
    all > 0 ? Math.max(-0.5, 1 - colourful(red[i], green[i], blue[i]) / purity[i] / all) : 0;
  const paler = sum.map(palerAt);
  const brighter = brighterWhere(skin, sum, paler);
  const mirrored = paler.map((share, i) => {
    if (head.inside[i] === 0 || share <= BEGINS * spread[i]) return 0;
    // Of what skin alone would have of red less blue: where little of its colour is left, its lean is noise.
    const leans = green[i] - (red[i] + blue[i]) / 2 - lean[i] * (red[i] - blue[i]);
    const greener = leans / (redLessBlueOf(lean[i]) * purity[i] * sum[i]);
    const isSkin = 1 - ramp(greener, ...GREENER);
    const gloss = Math.max(brighter[i], (1 - skin.inside[i]) * ramp(share, ...GRAZED));
    const believed = ramp(share, BEGINS * spread[i], HOLDS * spread[i]) * isSkin * gloss;
    return Math.min(red[i], green[i], blue[i], (believed * share * sum[i]) / 3);
  });
  if (head.told.some((share) => share < 1)) carryOn(mirrored, head);
  const own = ownLight(sum, mirrored, head);
  const glossy = mirrored.map((light, i) => ramp((3 * light) / Math.max(1, sum[i]), 0.02, 0.08));
  const other = notSkin(head, purity, sum);
  return { width, height, own, glossy, other, head: head.inside };
}

/** Less colourful than skin by such a share, and as bright as that against it: white and grey hair, cloth, a wall. */
const COLOURLESS = [0.8, 0.95] as const;
const BRIGHT = [0.35, 0.6] as const;
/** Bluer than red, or greener than both, by such a share of all light: cloth. Skin in the bluest shade is not. */
const BLUE = [0.03, 0.1] as const;
const GREEN = [0.04, 0.1] as const;

/** What is plainly not skin, or burnt out: 0..1, smooth at its rim; what is dark is not told. */
function notSkin(head: Planes, purity: Float32Array, sum: Float32Array): Float32Array {
  const { width, height, red, green, blue, inside } = head;
  const usual = meanLight(head);
  const other = sum.map((all, i) => {
    if (all === 0 || inside[i] === 0) return 0;
    const bright = ramp(all / usual, ...BRIGHT);
    const colourless = ramp(1 - colourful(red[i], green[i], blue[i]) / all / purity[i], ...COLOURLESS);
    const hue = Math.max(
      ramp((blue[i] - red[i]) / all, ...BLUE),
      ramp((green[i] - Math.max(red[i], blue[i])) / all, ...GREEN),
    );
    return Math.max(ramp(blue[i], ...BURNT), bright * colourless, ramp(all / usual, 0.1, 0.3) * hue);
  });
  soften(other, width, height, 2);
  return other;
}

/**
 * Whether what is paler about a place is brighter as well, 0..1: gloss adds light, and paler skin does not. The slope
 * of light on paleness, which is 1 and more for gloss.
 */
function brighterWhere(skin: Planes, sum: Float32Array, paler: Float32Array): Float32Array {
  const { width, height, inside, told } = skin;
  const radius = Math.max(2, Math.round(width / ABOUT));
  const about = (plane: Float32Array): Float32Array => {
    soften(plane, width, height, radius);
    return plane;
  };
  const usable = (i: number): number => (inside[i] < 1 || told[i] < 1 ? 0 : 1);
  const weight = about(sum.map((_, i) => usable(i)));
  const light = about(sum.map((all, i) => usable(i) * all));
  const relative = sum.map((all, i) => (light[i] > 0 ? (all * weight[i]) / light[i] : 0));
  const usual = meanLight(skin);
  // Shade and hair are neither gloss nor pale skin.
  const counts = relative.map((all, i) => (all > 0.6 ? usable(i) : 0));
  const [n, s, l, sl, ss] = [
    counts.slice(),
    counts.map((one, i) => one * paler[i]),
    counts.map((one, i) => one * relative[i]),
    counts.map((one, i) => one * paler[i] * relative[i]),
    counts.map((one, i) => one * paler[i] * paler[i]),
  ].map(about);
  return n.map((count, i) => {
    const pale = ramp(paler[i], ...PALE) * ramp(Math.min(relative[i], sum[i] / usual), ...SHADE);
    if (count < 1e-4) return pale;
    const [share, all] = [s[i] / count, l[i] / count];
    const together = sl[i] / count - share * all;
    const spread = Math.max(0, ss[i] / count - share * share);
    return Math.max(pale, ramp(together / (spread + UNTOLD * UNTOLD), ...SLOPE));
  });
}

/** What of the light skin gives back by itself, evened over a few pixels, in which glints count little. */
function ownLight(sum: Float32Array, mirrored: Float32Array, { width, height, inside }: Planes): Float32Array {
  const bare = sum.map((all, i) => all - 3 * mirrored[i]);
  const weight = inside.slice();
  soften(weight, width, height, 2);
  const evened = (plane: Float32Array): Float32Array => {
    const out = plane.map((light, i) => light * inside[i]);
    soften(out, width, height, 2);
    return out.map((light, i) => (weight[i] > 1e-3 ? light / weight[i] : bare[i]));
  };
  const first = evened(bare);
  return evened(bare.map((light, i) => Math.min(light, 1.04 * first[i])));
}

/** What skin's light differs by that is no glint, as a share of it, beside what it dips by. */
const GRAIN = 0.02;

function sharesIn({ width, height, data }: PixelBuffer, ground: Ground, coarser: number, gains: Gains): Uint8Array {
  const sumAt = (i: number): number =>
    LIGHT[data[4 * i]] * gains[0] + LIGHT[data[4 * i + 1]] * gains[1] + LIGHT[data[4 * i + 2]] * gains[2];
  const { own, glossy, head, other } = ground;
  const dips = new Float32Array(own.length);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / coarser) * ground.width;
    for (let x = 0; x < width; x++, i++) {
      const at = row + Math.floor(x / coarser);
      dips[at] += Math.max(0, 1 - sumAt(i) / Math.max(1, own[at]));
    }
  }
  soften(dips, ground.width, ground.height, 2);
  const per = 1 / (coarser * coarser);
  const least = own.map((light, i) => light * (1 + (1 - glossy[i]) * Math.min(0.5, GRAIN + per * dips[i])));
  const share = new Uint8Array(width * height);
  const rows = allBetween(height, coarser, ground.height);
  const columns = allBetween(width, coarser, ground.width);
  const planes = [least, head, other];
  // One fine row of each, between two coarse ones.
  const across = planes.map(() => new Float32Array(ground.width));
  const [leastAt, headAt, otherAt] = across;
  const { one, other: next, share: part } = columns;
  for (let y = 0, i = 0; y < height; y++) {
    const [north, south, v] = [rows.one[y] * ground.width, rows.other[y] * ground.width, rows.share[y]];
    for (let k = 0; k < planes.length; k++) {
      const [plane, row] = [planes[k], across[k]];
      for (let x = 0; x < ground.width; x++) row[x] = plane[north + x] + v * (plane[south + x] - plane[north + x]);
    }
    for (let x = 0; x < width; x++, i++) {
      const [west, east, u] = [one[x], next[x], part[x]];
      const inside = headAt[west] + u * (headAt[east] - headAt[west]);
      if (inside === 0) continue;
      const all = sumAt(i);
      const own = leastAt[west] + u * (leastAt[east] - leastAt[west]);
      const mirrored = all > own ? 1 - own / all : 0;
      const none = Math.max(mirrored, otherAt[west] + u * (otherAt[east] - otherAt[west]));
      share[i] = Math.floor(255 * inside * none + 0.5);
    }
  }
  return share;
}

/** For each fine pixel of a row what `between` says of it. */
function allBetween(fine: number, coarser: number, coarse: number) {
  const [one, other, share] = [new Int32Array(fine), new Int32Array(fine), new Float32Array(fine)];
  for (let i = 0; i < fine; i++) [one[i], other[i], share[i]] = between(i, coarser, coarse);
  return { one, other, share };
}
