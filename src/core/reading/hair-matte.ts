/* How much of each fine pixel's light is hair's: where hair is, what is as light as the skin beside it is skin seen
   between strands; and where single strands lie over skin, what is darker than the skin about it is a strand. */

import { ln } from "../geometry/exact.ts";
import { growsOn } from "./hair-growth.ts";
import { type FineHead, type HairPlanes, lightOf } from "./hair-planes.ts";
import type { OwnSkin } from "./hair-signs.ts";
import { between, ramp, soften } from "./skin-planes.ts";
import type { Millimetres } from "../units.ts";

/** Skin and hair beside a pixel are taken over so much. */
const ABOUT: Millimetres = 6;
/** Of the way from skin to hair, from where a pixel has hair in it, and is hair altogether. */
const SEEN = [0.1, 0.45] as const;
/** Coarse shares between which hair comes on. */
const COMES = [0.1, 0.6] as const;
/** Less light apart than this, a logarithm, hair and skin are not told by it. */
const ALIKE = 0.3;
/** Shares of both about a place from which their lights are known there. */
const KNOWN = [0.02, 0.1] as const;

/** So much more uneven than this head's skin, a logarithm, and so uneven in itself, a place has strands on it. */
const MORE_UNEVEN = [1, 1.6] as const;
const UNEVEN = [0.1, 0.2] as const;
const NOISE = 0.015;
/** So near to the head's edge no strand is told. */
const EDGE: Millimetres = 1.5;
/** Darker than the light between strands by so much, a logarithm, a pixel is a strand. */
const DARKER = [0.35, 0.9] as const;

/**
 * 0..255 by fine pixel. By coarse pixel, `share`: how far hair hides the skin, 0..1; `said`: 1 where a person says
 * skin.
 */
export function matteOf(
  { pixels, coarser }: FineHead,
  planes: HairPlanes,
  skin: OwnSkin,
  share: Float32Array,
  said: Float32Array,
): Uint8Array {
  const { width, height, light, inside, perMm, fine, rough } = planes;
  const radius = Math.max(2, Math.round((ABOUT * perMm) / 2));
  const beside = (of: (i: number) => number) => {
    const weight = share.map((_, i) => (inside[i] < 0.9 ? 0 : of(i)));
    const mean = weight.map((one, i) => one * light[i]);
    for (const plane of [weight, mean]) soften(plane, width, height, radius);
    return { weight, mean: mean.map((one, i) => (weight[i] > 1e-3 ? one / weight[i] : 0)) };
  };
  const [bare, hair] = [beside((i) => 1 - share[i]), beside((i) => share[i])];
  const grows = growsOn(planes);
  const usual = ln(skin.fine + NOISE);
  // At the head's edge it is the edge that is uneven.
  const deep = inside.map((one) => (one > 0.99 ? 1 : 0));
  soften(deep, width, height, Math.max(2, Math.round(EDGE * perMm)));
  const strands = fine.map((one, i) =>
    Number.isNaN(grows[i]) || said[i] === 1 || deep[i] < 0.999
      ? 0
      : ramp(ln(one + NOISE) - usual, ...MORE_UNEVEN) * ramp(one, ...UNEVEN),
  );
  const open = light.slice();
  soften(open, width, height, Math.max(1, Math.round(perMm / 2)));
  for (let i = 0; i < open.length; i++) open[i] += Math.max(fine[i], rough[i]);
  const alpha = new Uint8Array(pixels.width * pixels.height);
  for (let y = 0, i = 0; y < pixels.height; y++) {
    const [north, south, v] = between(y, coarser, height);
    for (let x = 0; x < pixels.width; x++, i++) {
      const [west, east, u] = between(x, coarser, width);
      const [a, b, c, d] = [north * width + west, north * width + east, south * width + west, south * width + east];
      const upper = share[a] + u * (share[b] - share[a]);
      const whole = ramp(upper + v * (share[c] + u * (share[d] - share[c]) - upper), ...COMES);
      if (whole === 0 && strands[a] === 0) continue;
      const here = lightOf(pixels.data[4 * i], pixels.data[4 * i + 1], pixels.data[4 * i + 2]);
      const apart = bare.mean[a] - hair.mean[a];
      const known = apart > ALIKE ? ramp(Math.min(bare.weight[a], hair.weight[a]), ...KNOWN) : 0;
      const gap = known > 0 ? known * (1 - ramp((bare.mean[a] - here) / apart, ...SEEN)) : 0;
      const single = strands[a] * ramp(open[a] - here, ...DARKER);
      alpha[i] = Math.floor(255 * Math.max(whole * (1 - gap), single) + 0.5);
    }
  }
  return alpha;
}
