/* Where in a photo a head is likely to be: the bare model's outline is tried at every place and size, and the place is
   taken where skin fills it and the colours change across its upper rim. Seeing the rim as well as the skin is what
   tells a head from a cream-coloured wall. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { halved } from "../photo/pyramid.ts";
import { sincos } from "../geometry/exact.ts";
import type { Point2 } from "../geometry/vector.ts";
import { fitHandlePoints, viewAt } from "../head/fit.ts";
import { surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { Aspect } from "../head/view.ts";

/** Side that is searched, px: heads are large things. */
const SIDE = 160;

/**
 * Top of the outline, and breadth, px of the photo; `evidence` 0..1
 * and more: how well rim and skin speak for a head there.
 */
export type Sighting = { readonly top: Point2; readonly breadth: number; readonly evidence: number };

/** Skin-like in YCbCr: the chroma box of Chai and Ngan 1999, opened a little towards pale and dark skin. */
function skinLike(r: number, g: number, b: number): boolean {
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
  return r > 40 && cb > 75 && cb < 128 && cr > 133 && cr < 178;
}

/** A point to look at, from the top of the outline, in breadths. */
type Spot = readonly [x: number, y: number];
type Template = { readonly inner: readonly Spot[]; readonly outer: readonly Spot[]; readonly body: readonly Spot[] };

/** The likeliest head in `pixels`, the photo at 1/shrink. */
export function seekHead(vault: Vault, aspect: Aspect, pixels: PixelBuffer, shrink: number): Sighting {
  let small = pixels;
  let scale = shrink;
  for (; Math.max(small.width, small.height) > SIDE; scale *= 2) small = halved(small);
  const template = templateOf(vault, aspect);
  const { width, height } = small;
  const least = Math.min(width, height) * 0.2;
  const most = Math.min(width, height) * 1.05;
  let best = { x: width / 2, y: height * 0.14, breadth: least, evidence: -Infinity };
  const look = (x: number, y: number, breadth: number): void => {
    const evidence = evidenceAt(small, template, x, y, breadth);
    if (evidence > best.evidence) best = { x, y, breadth, evidence };
  };
  for (let breadth = least; breadth < most; breadth *= 1.12) {
    const step = breadth * 0.07;
    for (let y = -0.05 * breadth; y < height - breadth * 0.5; y += step) {
      for (let x = 0.3 * breadth; x <= width - 0.3 * breadth; x += step) look(x, y, breadth);
    }
  }
  // Closer about the best, in steps of half the size each round.
  for (let round = 0, step = 0.04; round < 3; round++, step /= 2) {
    const from = best;
    for (let k = 0; k < 27; k++) {
      const [dx, dy, grow] = [(k % 3) - 1, (Math.floor(k / 3) % 3) - 1, Math.floor(k / 9) - 1];
      look(from.x + dx * step * from.breadth, from.y + dy * step * from.breadth, from.breadth * (1 + grow * step));
    }
  }
  const { x, y, breadth, evidence } = best;
  return { top: { x: x * scale, y: y * scale }, breadth: breadth * scale, evidence };
}

/** Places to look at for a head seen from this side, a metre away. */
function templateOf(vault: Vault, aspect: Aspect): Template {
  const camera = { width: 1000, height: 1000, focal: 2000 };
  const view = viewAt(vault, aspect, camera, { x: 500, y: 300 }, 300);
  const { brow, crown, left, right } = fitHandlePoints(vault, view);
  const { centre, limbDistance } = surfaceOf(vault, view);
  const breadth = right.x - left.x;
  const spot = (x: number, y: number): Spot => [(x - crown.x) / breadth, (y - crown.y) / breadth];
  const ring = (share: number, reach: number): Spot[] => {
    const spots: Spot[] = [];
    for (let degrees = -reach; degrees <= reach; degrees += 7) {
      const [s, c] = sincos(degrees);
      const r = share * limbDistance(s, -c);
      spots.push(spot(centre.x + r * s, centre.y - r * c));
    }
    return spots;
  };
  const body = [0.2, 0.4, 0.6, 0.8].flatMap((share) => ring(share, 98));
  // From the front the face is skin as well, down to the mouth.
  if (aspect === "front") {
    for (let down = 0.05; down < 0.65; down += 0.1) {
      for (let across = -0.28; across <= 0.28; across += 0.08)
        body.push(spot(brow.x + across * breadth, brow.y + down * breadth));
    }
  }
  return { inner: ring(0.91, 98), outer: ring(1.1, 98), body };
}

/** Share of the rim where the colour changes, and of the body that is like skin, against skin beyond the rim. */
function evidenceAt(
  pixels: PixelBuffer,
  { inner, outer, body }: Template,
  x: number,
  y: number,
  breadth: number,
): number {
  const { width, height, data } = pixels;
  const place = ([dx, dy]: Spot): number => {
    const col = Math.floor(x + dx * breadth);
    const row = Math.floor(y + dy * breadth);
    return col < 0 || row < 0 || col >= width || row >= height ? -1 : 4 * (row * width + col);
  };
  let rim = 0;
  let beyond = 0;
  for (let k = 0; k < inner.length; k++) {
    const i = place(inner[k]);
    const o = place(outer[k]);
    if (i < 0 || o < 0) continue;
    const change =
      Math.abs(data[i] - data[o]) + Math.abs(data[i + 1] - data[o + 1]) + Math.abs(data[i + 2] - data[o + 2]);
    rim += Math.min(1, change / 120);
    if (skinLike(data[o], data[o + 1], data[o + 2])) beyond++;
  }
  let skin = 0;
  for (const spot of body) {
    const i = place(spot);
    if (i >= 0 && skinLike(data[i], data[i + 1], data[i + 2])) skin++;
  }
  return rim / inner.length + skin / body.length - (0.3 * beyond) / inner.length;
}
