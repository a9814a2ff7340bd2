/* How much of each fine pixel's light is hair's: where hair is, what there is as light and as red as the skin beside it
   is skin seen between strands. */

import { type FineHead, type HairPlanes, lightOf } from "./hair-planes.ts";
import { between, ramp, soften } from "./skin-planes.ts";

/** Skin and hair beside a pixel are taken over so many mm. */
const ABOUT = 6;
/** Of the way from skin to hair, from where a pixel has hair in it, and is hair altogether. */
const [BEGINS, WHOLE] = [0.1, 0.45];

export function matteOf({ pixels, coarser }: FineHead, planes: HairPlanes, share: Float32Array): Uint8Array {
  const { width, height, light, inside, perMm } = planes;
  const radius = Math.max(2, Math.round(ABOUT * perMm * 0.5));
  const means = [0, 1].map((kind) => {
    const weight = share.map((one, i) => (inside[i] < 0.9 ? 0 : kind === 1 ? one : 1 - one));
    const sum = weight.map((one, i) => one * light[i]);
    for (const plane of [weight, sum]) soften(plane, width, height, radius);
    return { weight, mean: sum.map((one, i) => (weight[i] > 1e-3 ? one / weight[i] : 0)) };
  });
  const [skin, hair] = means;
  const alpha = new Uint8Array(pixels.width * pixels.height);
  for (let y = 0, i = 0; y < pixels.height; y++) {
    const [north, south, v] = between(y, coarser, height);
    for (let x = 0; x < pixels.width; x++, i++) {
      const [west, east, u] = between(x, coarser, width);
      const [a, b, c, d] = [north * width + west, north * width + east, south * width + west, south * width + east];
      const upper = share[a] + u * (share[b] - share[a]);
      const prior = upper + v * (share[c] + u * (share[d] - share[c]) - upper);
      if (prior < 0.004) continue;
      const known = Math.min(skin.weight[a], hair.weight[a]);
      let seen = 1;
      if (known > 0.02) {
        const apart = skin.mean[a] - hair.mean[a];
        const here = lightOf(pixels.data[4 * i], pixels.data[4 * i + 1], pixels.data[4 * i + 2]);
        const way = apart > 0.3 ? (skin.mean[a] - here) / apart : 1;
        seen = 1 - ramp(known, 0.02, 0.1) * (1 - ramp(way, BEGINS, WHOLE));
      }
      alpha[i] = Math.floor(255 * ramp(prior, 0.1, 0.6) * seen + 0.5);
    }
  }
  return alpha;
}
