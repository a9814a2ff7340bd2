/* The client's own stubble against the bare skin beside it, in like light: what shaved work is matched to. Where it
   grows is read off the photo, wherever the view shows it: stubble is uneven where bare skin is smooth. How much it
   takes of the light is read across the seam of the two: over so short a way light and skin change little, and what
   they do change follows the head's own form. */

import { type Rgb, rgbOfLight } from "../colour/linear.ts";
import { exp } from "../geometry/exact.ts";
import { solve } from "../geometry/least-squares.ts";
import type { Point2, Vec3 } from "../geometry/vector.ts";
import type { Surface } from "../head/surface.ts";
import type { View } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Millimetres } from "../units.ts";
import { type ScalpCell, scalpCells } from "./scalp-cells.ts";
import { median, quantile } from "./tone.ts";

export type StubbleReading = {
  /** The bare skin beside the stubble, and the stubble as in the same light: sRGB 0..255, as it is in the photo. */
  readonly skin: Rgb;
  readonly sides: Rgb;
  /** How many pieces of stubble it rests on, and where they lie, px of the photo. */
  readonly count: number;
  readonly places: readonly Point2[];
};

/** Pixels of the photo to a millimetre of head, at its middle. */
export const pixelsPerMm = ({ camera, pose }: Pick<View, "camera" | "pose">): number => camera.focal / pose.z;

/** At fewer pixels to a millimetre stubble is no longer uneven. */
const FINE = 2.2;

/** The coarsest of `levels` halvings of a photo that still shows stubble, 0 for the photo itself. */
export function stubbleLevel(view: Pick<View, "camera" | "pose">, levels: number): number {
  let level = 0;
  while (level + 1 < levels && pixelsPerMm(view) / (2 << level) >= FINE) level++;
  return level;
}

/** Of each cell, how far stubble grows there: 0 bare, 1 wholly; null where that is not sure. */
export type Grown = (cell: ScalpCell) => number | null;

/** Fewer pieces than this of either are no reading. */
const FEW = 24;
/** Seen more slantingly than this, stubble covers more than it does face to face. */
const SLANTING = 0.5;
/** Skin farther from the seam than this lies in another light. */
const NEAR: Millimetres = 35;

/**
 * Reads stubble and the bare skin next to it. Null where the photo shows no seam of the two. `pixels`: the photo at
 * 1/shrink, with `perMm` of its pixels to a millimetre of head.
 */
export function readStubble(
  pixels: PixelBuffer,
  shrink: number,
  surface: Surface,
  perMm: number,
): StubbleReading | null {
  const cells = scalpCells(pixels, shrink, surface, perMm);
  const grown = grownBy(cells);
  return grown && stubbleAgainst(cells, grown);
}

/** What stubble takes, where it is known where it grows. Null where there is too little of either. */
export function stubbleAgainst(cells: readonly ScalpCell[], grown: Grown): StubbleReading | null {
  const bare = cells.filter((cell) => grown(cell) === 0);
  const all = cells.filter((cell) => grown(cell) === 1);
  const faced = all.filter(({ facing }) => facing > SLANTING);
  const stubble = near(faced.length < FEW ? all : faced, bare);
  const beside = near(bare, stubble);
  if (stubble.length < FEW || beside.length < FEW) return null;
  const taken = stepAcross(beside, stubble);
  if (!taken) return null;
  const skin = [0, 1, 2].map((channel) => median(beside.map(({ log }) => log[channel]))) as unknown as Vec3;
  const light = (by: number): Rgb =>
    rgbOfLight([exp(skin[0] + by * taken[0]), exp(skin[1] + by * taken[1]), exp(skin[2] + by * taken[2])]);
  return { skin: light(0), sides: light(1), count: stubble.length, places: stubble.map(({ at }) => at) };
}

/** Those that lie near one of the others. */
const near = (cells: readonly ScalpCell[], others: readonly ScalpCell[]): readonly ScalpCell[] =>
  cells.filter(({ place: [x, y, z] }) =>
    others.some(({ place }) => {
      const [dx, dy, dz] = [place[0] - x, place[1] - y, place[2] - z];
      return dx * dx + dy * dy + dz * dz < NEAR * NEAR;
    }),
  );

/** How light falls on a convex body, as smooth functions of the normal: lamps far away and wide (Ramamoorthi 2001). */
const shading = ([x, y, z]: Vec3): readonly number[] => [1, x, y, z, x * y, y * z, x * z, x * x - z * z, 3 * y * y - 1];

/** Rounds of the fit; what lies this many deviations beside it counts no more: highlights, shadows, ears. */
const ROUNDS = 5;
const BESIDE = 2.5;

/** Natural logarithm of the light that stubble leaves, by channel: the step at the seam, beside what shading does. */
function stepAcross(bare: readonly ScalpCell[], stubble: readonly ScalpCell[]): Vec3 | null {
  const cells = [...bare, ...stubble];
  const rows = cells.map(({ normal }, i) => [...shading(normal), i < bare.length ? 0 : 1]);
  let weights: readonly number[] = cells.map(() => 1);
  let step: Vec3 | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const found = ([0, 1, 2] as const).map((channel) => fitted(rows, weights, (i) => cells[i].log[channel]));
    const [red, green, blue] = found;
    if (!red || !green || !blue) return null;
    step = [red[red.length - 1], green[green.length - 1], blue[blue.length - 1]];
    weights = weightsOf(rows.map((row, i) => cells[i].log[1] - row.reduce((sum, v, k) => sum + v * green[k], 0)));
  }
  return step;
}

function fitted(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  value: (i: number) => number,
): number[] | null {
  const n = rows[0].length;
  const normal = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, k) => (i === k ? 1e-3 : 0)));
  const pull = Array.from({ length: n }, () => 0);
  for (const [at, row] of rows.entries()) {
    const weight = weights[at];
    if (weight === 0) continue;
    const v = value(at);
    for (let i = 0; i < n; i++) {
      pull[i] += weight * row[i] * v;
      for (let k = 0; k < n; k++) normal[i][k] += weight * row[i] * row[k];
    }
  }
  return solve(normal, pull);
}

/** Tukey's biweight. */
function weightsOf(misses: readonly number[]): readonly number[] {
  const far = BESIDE * (1.48 * median(misses.map(Math.abs)) + 1e-4);
  return misses.map((miss) => {
    const t = miss / far;
    return Math.abs(t) < 1 ? (1 - t * t) * (1 - t * t) : 0;
  });
}

/** Textures of stubble and skin differ by so many of their deviations, at least; one that is all alike by 2.7. */
const APART = 4;
/** How far on from smooth to uneven skin is no longer bare, and stubble is whole. */
const [BARE, WHOLE] = [0.35, 0.7];
/** Stubble lies lower than bare skin does, mm. */
const LOWER: Millimetres = 5;

/** Where stubble grows by the texture of the skin; null where it is all of one kind. */
function grownBy(cells: readonly ScalpCell[]): Grown | null {
  if (cells.length < 2 * FEW) return null;
  const textures = calmed(cells);
  const border = borderOf([...textures.values()]);
  if (border === null) return null;
  const sorted = [...textures.values()];
  const smooth = median(sorted.filter((texture) => texture < border));
  const uneven = median(sorted.filter((texture) => texture >= border));
  const grown: Grown = (cell) => {
    const share = ((textures.get(cell) ?? smooth) - smooth) / (uneven - smooth);
    if (share < BARE) return 0;
    return share > WHOLE ? 1 : null;
  };
  const height = (of: 0 | 1): number => median(cells.filter((cell) => grown(cell) === of).map(({ place }) => place[1]));
  return height(1) < height(0) - LOWER ? grown : null;
}

/** Each cell's texture, the middle of its neighbours'. */
function calmed(cells: readonly ScalpCell[]): ReadonlyMap<ScalpCell, number> {
  const key = (column: number, row: number): number => 1000 * row + column;
  const by = new Map(cells.map((cell) => [key(cell.column, cell.row), cell]));
  return new Map(
    cells.map((cell) => {
      const about: number[] = [];
      for (let i = -2; i <= 2; i++) {
        for (let j = -2; j <= 2; j++) {
          const other = by.get(key(cell.column + i, cell.row + j));
          if (other) about.push(other.texture);
        }
      }
      return [cell, median(about)] as const;
    }),
  );
}

/** The value that parts two kinds best (Otsu 1979); null where one of them is few, or they are not apart. */
function borderOf(values: readonly number[]): number | null {
  const [low, high] = [quantile(values, 0.005), quantile(values, 0.995)];
  let [best, border] = [0, 0];
  for (let i = 1; i < 64; i++) {
    const at = low + (i / 64) * (high - low);
    const apart = apartAt(values, at);
    if (apart > best) [best, border] = [apart, at];
  }
  return best > APART ? border : null;
}

/** How many of their deviations the values on either side are apart; 0 where one side is few. */
function apartAt(values: readonly number[], at: number): number {
  const below = values.filter((value) => value < at);
  const above = values.filter((value) => value >= at);
  if (below.length < FEW || above.length < FEW) return 0;
  const mean = (of: readonly number[]): number => of.reduce((sum, v) => sum + v, 0) / of.length;
  const [m0, m1] = [mean(below), mean(above)];
  const squares = (of: readonly number[], m: number): number => of.reduce((sum, v) => sum + (v - m) * (v - m), 0);
  const within = Math.sqrt((squares(below, m0) + squares(above, m1)) / values.length);
  return within === 0 ? 0 : (m1 - m0) / within;
}
