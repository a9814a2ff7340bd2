/* The person's silhouette in a photo, made ready to be asked: which pixels belong to the person, how far each lies from
   the edge, and where at the top of it the arc of a skull is. */

import { sincos } from "../geometry/exact.ts";
import { type Point2, apart } from "../geometry/vector.ts";

/** How much of a person each pixel of a small picture is, 0..255, row by row from the top left. */
export type Mask = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Side that silhouettes are read at, px: a head is 50 px and more, its edge known to half a pixel. */
const SIDE = 256;

export type Silhouette = {
  readonly width: number;
  readonly height: number;
  /**
   * Per pixel how far its middle lies within the person's edge, px of the silhouette; negative beside the person. The
   * frame of the picture is no edge: a person goes on behind it.
   */
  readonly depth: Float32Array;
};

/** An upright ellipse whose upper part is the skull's edge, px of the silhouette; `share`: of that edge seen, 0..1. */
export type SkullArc = {
  readonly centre: Point2;
  readonly across: number;
  readonly up: number;
  readonly share: number;
};

/** The largest person of a mask, but for those in `without`. Null where nobody is seen. */
export function silhouetteOf(mask: Mask, without: Silhouette | null = null): Silhouette | null {
  let small = mask;
  while (Math.max(small.width, small.height) > SIDE) small = halvedMask(small);
  const { width, height } = small;
  if (without) small = { width, height, data: small.data.map((share, i) => (without.depth[i] > 0 ? 0 : share)) };
  const person = largestPiece(small);
  if (!person) return null;
  const within = distances(width, height, person, 1);
  const beside = distances(width, height, person, 0);
  const depth = within.map((d, i) => (person[i] === 1 ? d - 0.5 : 0.5 - beside[i]));
  // Next to the edge the mask's own greys say where between two pixels it runs.
  for (let i = 0; i < depth.length; i++) {
    if (Math.abs(depth[i]) > 0.6) continue;
    const grey = (small.data[i] - 127.5) / 255;
    if (grey > 0 === depth[i] > 0) depth[i] = grey;
  }
  return { width, height, depth };
}

/** Each pixel the mean of four; an odd last row or column is left out. */
function halvedMask({ width, height, data }: Mask): Mask {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = 2 * y * width + 2 * x;
      const [right, below] = [width > 1 ? 1 : 0, height > 1 ? width : 0];
      out[y * w + x] = (data[i] + data[i + right] + data[i + below] + data[i + right + below] + 2) >> 2;
    }
  }
  return { width: w, height: h, data: out };
}

/** A person takes at least so much of the picture. */
const LEAST = 0.02;

/** 1 where the largest piece of the mask is, its holes filled; null where it is too small for a person. */
function largestPiece({ width, height, data }: Mask): Uint8Array | null {
  const piece = new Int32Array(width * height);
  let [best, most] = [0, 0];
  for (let i = 0, label = 0; i < piece.length; i++) {
    if (piece[i] !== 0 || data[i] < 128) continue;
    label++;
    const size = flood(width, height, i, (j) => {
      if (piece[j] !== 0 || data[j] < 128) return false;
      piece[j] = label;
      return true;
    });
    if (size > most) [best, most] = [label, size];
  }
  if (most < LEAST * width * height) return null;
  const person = new Uint8Array(width * height).fill(1);
  // What is reached from the frame without crossing the person is beside it; all else is the person or a hole in it.
  const outside = (j: number): boolean => {
    if (person[j] === 0 || piece[j] === best) return false;
    person[j] = 0;
    return true;
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) flood(width, height, y * width + x, outside);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) flood(width, height, y * width + x, outside);
  return person;
}

/** Visits neighbours from a pixel on, as long as `take` takes them; how many it took. */
function flood(width: number, height: number, from: number, take: (i: number) => boolean): number {
  if (!take(from)) return 0;
  const queue = [from];
  for (let k = 0; k < queue.length; k++) {
    const i = queue[k];
    const x = i % width;
    if (x > 0 && take(i - 1)) queue.push(i - 1);
    if (x < width - 1 && take(i + 1)) queue.push(i + 1);
    if (i >= width && take(i - width)) queue.push(i - width);
    if (i < width * (height - 1) && take(i + width)) queue.push(i + width);
  }
  return queue.length;
}

/** Steps of 3 to a side and 4 to a corner, thirds of a pixel: within 8 % of the true distance (Borgefors 1986). */
const [STRAIGHT, ASLANT] = [1, 4 / 3];

/** How far each pixel of `person === of` is from the nearest one that is not, px; those are 0. */
function distances(width: number, height: number, person: Uint8Array, of: 0 | 1): Float32Array {
  const far = width + height;
  const d = new Float32Array(width * height);
  for (let i = 0; i < d.length; i++) d[i] = person[i] === of ? far : 0;
  const from = (i: number, x: number, y: number, way: 1 | -1): number => {
    const [left, right] = [x > 0, x < width - 1];
    const row = i - way * width;
    const isRow = way === 1 ? y > 0 : y < height - 1;
    let least = d[i];
    if (way === 1 ? left : right) least = Math.min(least, d[i - way] + STRAIGHT);
    if (!isRow) return least;
    least = Math.min(least, d[row] + STRAIGHT);
    if (left) least = Math.min(least, d[row - 1] + ASLANT);
    if (right) least = Math.min(least, d[row + 1] + ASLANT);
    return least;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) d[y * width + x] = from(y * width + x, x, y, 1);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) d[y * width + x] = from(y * width + x, x, y, -1);
  }
  return d;
}

/** `depth` at a place, px of the silhouette, between the pixels' middles; beyond the frame NaN. */
export function depthAt({ width, height, depth }: Silhouette, x: number, y: number): number {
  if (!(x >= 0 && y >= 0 && x < width && y < height)) return Number.NaN;
  const [u, v] = [Math.max(0, Math.min(width - 1, x - 0.5)), Math.max(0, Math.min(height - 1, y - 0.5))];
  const [i, j] = [Math.min(width - 2, Math.floor(u)), Math.min(height - 2, Math.floor(v))];
  const [s, t] = [u - i, v - j];
  const at = j * width + i;
  const above = depth[at] + s * (depth[at + 1] - depth[at]);
  const below = depth[at + width] + s * (depth[at + width + 1] - depth[at + width]);
  return above + t * (below - above);
}

/** Heights of skulls above their broadest place against half their breadth. */
const TALL = [0.85, 1, 1.15, 1.3];
/** Degrees to either side of straight up over which skulls are free of ears. */
const FREE = 100;
const SPOTS = Array.from({ length: 25 }, (_, i) => sincos(-FREE + (i * 2 * FREE) / 24));

/** Heads beside each other have their middles at least so many half breadths apart. */
const ASIDE = 1.8;

/** Where the upper edge of the silhouette is most like the arc of a skull, other than `beside`, if that is given. */
export function skullArc(silhouette: Silhouette, beside: SkullArc | null = null): SkullArc {
  const { width, height } = silhouette;
  let best: SkullArc = { centre: { x: width / 2, y: height / 2 }, across: width / 4, up: width / 4, share: -1 };
  const look = (x: number, y: number, across: number, up: number): void => {
    if (beside && apart(beside.centre, { x, y }) < ASIDE * Math.max(across, beside.across)) return;
    const share = arcShare(silhouette, x, y, across, up);
    if (share > best.share) best = { centre: { x, y }, across, up, share };
  };
  const side = Math.min(width, height);
  for (let across = 0.09 * side; across < 0.62 * side; across *= 1.12) {
    const step = across * 0.14;
    for (let y = 0; y < height; y += step) {
      for (let x = 0; x < width; x += step) {
        // The middle of a head is a head's breadth within the person.
        const d = silhouette.depth[Math.floor(y) * width + Math.floor(x)];
        if (d < 0.5 * across || d > 1.6 * across) continue;
        for (const tall of TALL) look(x, y, across, across * tall);
      }
    }
  }
  for (let step = 0.06; step > 0.008; step /= 2) {
    for (let round = 0; round < 2; round++) {
      const { centre, across, up } = best;
      for (let k = 0; k < 81; k++) {
        const [a, b, c, d] = [
          (k % 3) - 1,
          (Math.floor(k / 3) % 3) - 1,
          (Math.floor(k / 9) % 3) - 1,
          Math.floor(k / 27) - 1,
        ];
        look(centre.x + a * step * across, centre.y + b * step * across, across * (1 + c * step), up * (1 + d * step));
      }
    }
  }
  return best;
}

/** How far from the arc an edge may lie, a share of the head's half breadth. */
const NEAR = 0.09;

/** How much of an arc is the silhouette's edge, 0..1. */
function arcShare(silhouette: Silhouette, x: number, y: number, across: number, up: number): number {
  const near = NEAR * across;
  let [sum, seen] = [0, 0];
  for (const [s, c] of SPOTS) {
    const d = depthAt(silhouette, x + s * across, y - c * up);
    if (Number.isNaN(d)) continue;
    seen++;
    const off = d / near;
    if (off < 1 && off > -1) sum += 1 - off * off;
  }
  // A head may be cut by the frame, but not away.
  return seen < SPOTS.length / 2 ? 0 : sum / (0.4 * SPOTS.length + 0.6 * seen);
}
