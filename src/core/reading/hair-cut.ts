/* Two kinds of place parted along the edges of a picture: what speaks for one or the other at each pixel is weighed
   against the length of the border between them, which costs little where the picture itself has an edge. The least
   cut of a graph, found as the flow through it (Chambolle & Pock 2011): no step depends on the order of pixels. */

/** Each pixel a value; `width` times `height`, by row. */
export type Plane = { readonly width: number; readonly height: number; readonly data: Float32Array };

/** Steps of the two halves of the method; their product times 8 is at most 1. */
const STEP = 0.35;
const ROUNDS = 80;

/**
 * 0..1 by pixel, nearly all 0 or 1: how far it is of the second kind. `speaks`: what speaks for that, negative against;
 * `across`, `down`: what a border costs between a pixel and its neighbour to the right and below.
 */
export function cutAlong(speaks: Plane, across: Float32Array, down: Float32Array): Float32Array {
  const { width, height, data } = speaks;
  const share = data.map((one) => (one > 0 ? 1 : one < 0 ? 0 : 0.5));
  const ahead = share.slice();
  const flowAcross = new Float32Array(share.length);
  const flowDown = new Float32Array(share.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (x + 1 < width) {
          const flow = flowAcross[i] + STEP * (ahead[i + 1] - ahead[i]);
          flowAcross[i] = Math.max(-across[i], Math.min(across[i], flow));
        }
        if (y + 1 < height) {
          const flow = flowDown[i] + STEP * (ahead[i + width] - ahead[i]);
          flowDown[i] = Math.max(-down[i], Math.min(down[i], flow));
        }
      }
    }
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        let sum = flowAcross[i] + flowDown[i] + data[i];
        if (x > 0) sum -= flowAcross[i - 1];
        if (y > 0) sum -= flowDown[i - width];
        const next = Math.max(0, Math.min(1, share[i] + STEP * sum));
        ahead[i] = 2 * next - share[i];
        share[i] = next;
      }
    }
  }
  return share;
}
