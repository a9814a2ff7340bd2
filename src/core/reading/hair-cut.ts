/* Two kinds of place parted along the edges of a picture: what speaks for one or the other at each pixel is weighed
   against the length of the border between them, which costs little where the picture itself has an edge. The least
   cut of a graph, found as the flow through it (Chambolle & Pock 2011): no step depends on the order of pixels. Large
   planes are begun from the flow through their halves. */

/** By pixel, row by row. `data`: what speaks for the second kind, negative against. */
type Speaks = { readonly width: number; readonly height: number; readonly data: Float32Array };
type Flow = { readonly share: Float32Array; readonly across: Float32Array; readonly down: Float32Array };

/** Steps of the two halves of the method: their product times 8 is at most 1. */
const STEP = 0.35;
/** Rounds from nothing, and from the flow of the half. */
const ROUNDS = 80;
const MORE_ROUNDS = 24;
/** Planes with a longer side are begun from their half, px. */
const SMALL = 120;

/**
 * 0..1 by pixel, nearly all 0 or 1: how far it is of the second kind. `across`, `down`: what a border costs between a
 * pixel and its neighbour to the right and below, by pixel.
 */
export const cutAlong = (speaks: Speaks, across: Float32Array, down: Float32Array): Float32Array =>
  flowThrough(speaks, across, down).share;

function flowThrough(speaks: Speaks, across: Float32Array, down: Float32Array): Flow {
  const { width, height, data } = speaks;
  const isSmall = Math.max(width, height) <= SMALL;
  const flow = isSmall ? still(data) : fromHalf(speaks, across, down);
  const { share, across: flowAcross, down: flowDown } = flow;
  const ahead = share.slice();
  for (let round = isSmall ? ROUNDS : MORE_ROUNDS; round > 0; round--) {
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (x + 1 < width) {
          const moved = flowAcross[i] + STEP * (ahead[i + 1] - ahead[i]);
          flowAcross[i] = Math.max(-across[i], Math.min(across[i], moved));
        }
        if (y + 1 < height) {
          const moved = flowDown[i] + STEP * (ahead[i + width] - ahead[i]);
          flowDown[i] = Math.max(-down[i], Math.min(down[i], moved));
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
  return flow;
}

const still = (data: Float32Array): Flow => ({
  share: data.map((one) => (one > 0 ? 1 : one < 0 ? 0 : 0.5)),
  across: new Float32Array(data.length),
  down: new Float32Array(data.length),
});

/** The flow through a plane of half the size, spread over this one. An odd last row or column joins the one before. */
function fromHalf({ width, height, data }: Speaks, across: Float32Array, down: Float32Array): Flow {
  const [w, h] = [width >> 1, height >> 1];
  const half = { width: w, height: h, data: new Float32Array(w * h) };
  const halfAcross = new Float32Array(w * h);
  const halfDown = new Float32Array(w * h);
  const column = (x: number): number => Math.min(w - 1, x >> 1);
  const row = (y: number): number => Math.min(h - 1, y >> 1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const k = row(y) * w + column(x);
      half.data[k] += data[i];
      if (column(x + 1) !== column(x)) halfAcross[k] += across[i];
      if (row(y + 1) !== row(y)) halfDown[k] += down[i];
    }
  }
  const coarse = flowThrough(half, halfAcross, halfDown);
  const flow = still(data);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const k = row(y) * w + column(x);
      flow.share[i] = coarse.share[k];
      // Through the border of two blocks half of their flow, within one the mean of what comes in and goes out.
      const before = column(x) > 0 ? coarse.across[k - 1] : 0;
      const above = row(y) > 0 ? coarse.down[k - w] : 0;
      const through = column(x + 1) === column(x) ? (before + coarse.across[k]) / 4 : coarse.across[k] / 2;
      const fall = row(y + 1) === row(y) ? (above + coarse.down[k]) / 4 : coarse.down[k] / 2;
      flow.across[i] = Math.max(-across[i], Math.min(across[i], through));
      flow.down[i] = Math.max(-down[i], Math.min(down[i], fall));
    }
  }
  return flow;
}
