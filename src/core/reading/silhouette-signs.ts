/* What a silhouette and the picture within it say of the side from which a head is seen, as a row of numbers measured
   in half breadths of the skull's arc: where the person narrows to a neck and widens to shoulders, to which side the
   lower head leans, and where the picture within is dark or full of edges, as faces are and scalps are not. */

import { LIGHT } from "../colour/linear.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Silhouette, type SkullArc, depthAt } from "./silhouette.ts";

/** Levels below the top of the arc at which the person's breadth is taken, in half breadths. */
export const LEVELS = [1.2, 1.6, 2, 2.4, 2.8, 3.2];
/** Beyond so many half breadths nothing tells one shoulder from another. */
const WIDEST = 1.35;

/** A person goes on behind so narrow a gap, half breadths. */
const GAP = 0.08;

/** Lightness 0..1, square root of light, of the picture at the silhouette's size. */
export type Shades = { readonly width: number; readonly height: number; readonly data: Float32Array };

/** The picture as light and dark at the silhouette's size, each pixel a mean. */
export function shadesOf({ width, height, data }: PixelBuffer, to: { width: number; height: number }): Shades {
  const out = new Float32Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const [top, bottom] = spanOf(y, to.height, height);
    for (let x = 0; x < to.width; x++) {
      const [left, right] = spanOf(x, to.width, width);
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        for (let col = left; col < right; col++) {
          const i = 4 * (row * width + col);
          sum += 0.2126 * LIGHT[data[i]] + 0.7152 * LIGHT[data[i + 1]] + 0.0722 * LIGHT[data[i + 2]];
        }
      }
      out[y * to.width + x] = Math.sqrt(sum / (65535 * (bottom - top) * (right - left)));
    }
  }
  return { width: to.width, height: to.height, data: out };
}

function spanOf(i: number, count: number, size: number): readonly [number, number] {
  const from = Math.min(size - 1, Math.floor((i * size) / count));
  return [from, Math.max(from + 1, Math.min(size, Math.floor(((i + 1) * size) / count)))];
}

/** The signs that keep when the picture is mirrored, and those that change their sign. */
export type Signs = { readonly even: readonly number[]; readonly odd: readonly number[] };

/** The signs of a silhouette, its arc and the picture within it, each a plain number of about 1; of fixed length. */
export function signsOf(silhouette: Silhouette, arc: SkullArc, shades: Shades): Signs {
  const widths = LEVELS.map((level) => reach(silhouette, arc, level));
  const half = widths.map(([left, right]) => (left + right) / 2);
  const lean = widths.map(([left, right]) => (right - left) / 2);
  const bands = BANDS.map(([from, to]) => bandOf(silhouette, arc, shades, from, to));
  const [scalp, ...lower] = bands;
  const even = [
    arc.up / arc.across,
    ...half,
    ...lower.flatMap(({ edges, light, side }) => [edges, light / (scalp.light + 0.05) - 1, side]),
    scalp.edges,
    ...lower.map(({ uneven }) => uneven / (scalp.light + 0.05)),
    ...neckOf(silhouette, arc),
  ];
  return { even, odd: [...lean.slice(1, 4), ...lower.map(({ edgeLean }) => edgeLean)] };
}

/** How far the person goes on to the left and right of the arc's middle at a level, half breadths. */
function reach(silhouette: Silhouette, { centre, across, up }: SkullArc, level: number): readonly [number, number] {
  const y = Math.min(silhouette.height - 0.5, centre.y - up + level * across);
  const step = Math.max(0.5, 0.02 * across);
  const go = (way: 1 | -1): number => {
    let far = 0;
    for (let r = 0; r < WIDEST * across; r += step) {
      const d = depthAt(silhouette, centre.x + way * r, y);
      if (Number.isNaN(d)) break;
      if (d > 0) far = r;
      else if (r > far + GAP * across) break;
    }
    return far / across;
  };
  return [go(-1), go(1)];
}

/** Levels between which a neck is looked for, and shoulders from a little higher; half breadths below the top. */
const NECK = { from: 1.4, to: 3.4, step: 0.1 } as const;
const SHOULDERS = { from: 1.2, to: 3.6, half: 1.3 } as const;

/**
 * How narrow the person is to both sides of the arc's middle where that is least, and where; and from where on there
 * are shoulders. A bowed face hides the neck, the back of a head does not.
 */
function neckOf(silhouette: Silhouette, { centre, across, up }: SkullArc): readonly [number, number, number] {
  const halfAt = (level: number): number => {
    const y = centre.y - up + level * across;
    const isPerson = (x: number): boolean => depthAt(silhouette, centre.x + x * across, y) > 0;
    let far = 0;
    for (let r = 0; r < 1.6 && isPerson(r) && isPerson(-r); r += 0.03) far = r;
    return far;
  };
  let [least, at]: [number, number] = [1.6, NECK.to];
  for (let level: number = NECK.from; level < NECK.to; level += NECK.step) {
    const half = halfAt(level);
    if (half > 0 && half < least) [least, at] = [half, level];
  }
  let shoulders: number = SHOULDERS.from;
  while (shoulders < SHOULDERS.to && halfAt(shoulders) <= SHOULDERS.half) shoulders += NECK.step;
  return [least, at, shoulders];
}

/** Bands of the head, in half breadths below the top of the arc: bare or haired top, and three below it. */
const BANDS = [
  [0.25, 0.9],
  [0.9, 1.5],
  [1.5, 2.3],
] as const;

type Band = {
  /** Mean change of lightness downwards over a tenth of the half breadth, against the lightness. */
  readonly edges: number;
  readonly edgeLean: number;
  readonly light: number;
  readonly lightLean: number;
  /** The same change sideways. */
  readonly side: number;
  /** How unlike its mirror it is, a mean difference of lightness. */
  readonly uneven: number;
};

const GRID = 0.1;

function bandOf(
  silhouette: Silhouette,
  { centre, across, up }: SkullArc,
  shades: Shades,
  from: number,
  to: number,
): Band {
  const at = (x: number, y: number): number => {
    const [px, py] = [Math.floor(centre.x + x * across), Math.floor(centre.y - up + y * across)];
    if (px < 0 || py < 0 || px >= shades.width || py >= shades.height) return Number.NaN;
    return depthAt(silhouette, px + 0.5, py + 0.5) > 0.1 * across ? shades.data[py * shades.width + px] : Number.NaN;
  };
  let [n, light, edges, side, edgeLean, lightLean] = [0, 0, 0, 0, 0, 0];
  let [pairs, uneven] = [0, 0];
  for (let y = from; y < to; y += GRID) {
    for (let x = -0.75; x < 0.76; x += GRID) {
      const beside = at(-x, y);
      if (x > 0 && !Number.isNaN(at(x, y) + beside)) {
        pairs++;
        uneven += Math.abs(at(x, y) - beside);
      }
      const [here, down, right] = [at(x, y), at(x, y + GRID), at(x + GRID, y)];
      if (Number.isNaN(here + down + right)) continue;
      const change = Math.min(1, Math.abs(down - here) / (0.05 + here));
      n++;
      light += here;
      edges += change;
      side += Math.min(1, Math.abs(right - here) / (0.05 + here));
      edgeLean += x * change;
      lightLean += x * here;
    }
  }
  if (n === 0) return { edges: 0, edgeLean: 0, light: 0.5, lightLean: 0, side: 0, uneven: 0 };
  return {
    edges: edges / n,
    edgeLean: edgeLean / (edges + 0.02 * n),
    light: light / n,
    lightLean: lightLean / (light + 0.02 * n),
    side: side / n,
    uneven: uneven / Math.max(1, pairs),
  };
}
