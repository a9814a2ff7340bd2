/* The client's own stubble against the bare skin beside it, in like light: what shaved work is matched to. Where it
   grows is read off the photo, wherever the view shows it: stubble is uneven where bare skin is smooth. How much it
   takes of the light is read across the seam of the two: over so short a way light and skin change little, and what
   they do change follows the head's own form. */

import { type Rgb, rgbOfLight } from "../colour/linear.ts";
import { exp } from "../geometry/exact.ts";
import { solve } from "../geometry/least-squares.ts";
import type { Point2, Vec3 } from "../geometry/vector.ts";
import { pixelsPerMmIn } from "../head/patch.ts";
import type { Surface } from "../head/surface.ts";
import type { View } from "../head/view.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Millimetres } from "../units.ts";
import { type ScalpCell, scalpCells } from "./scalp-cells.ts";
import { median } from "./tone.ts";

export type SidesReading = {
  /** The bare skin beside the stubble, and the stubble as in the same light: sRGB 0..255, as it is in the photo. */
  readonly skin: Rgb;
  readonly sides: Rgb;
  /** How many pieces of stubble it rests on, and where they lie, px of the photo. */
  readonly count: number;
  readonly places: readonly Point2[];
};

/** At fewer pixels to a millimetre stubble is no longer uneven. */
const FINE = 2.2;

/** The coarsest of `levels` halvings of a photo that still shows stubble, 0 for the photo itself. */
export function sidesLevel(view: Pick<View, "camera" | "pose" | "patch">, levels: number): number {
  let level = 0;
  while (level + 1 < levels && pixelsPerMmIn(view) / (2 << level) >= FINE) level++;
  return level;
}

/** Of each cell, how far stubble grows there: 0 bare, 1 as usual on this head; null where that is not sure. */
export type Grown = (cell: ScalpCell) => number | null;
const MOST = 1.5;

/** Fewer pieces than this of either are no reading. */
const FEW = 24;
/** Skin farther from the seam than this lies in another light. */
const NEAR: Millimetres = 35;

/**
 * Reads stubble and the bare skin next to it. Null where the photo shows no seam of the two. `pixels`: the photo at
 * 1/shrink, with `perMm` of its pixels to a millimetre of head.
 */
export function readShavedSides(
  pixels: PixelBuffer,
  shrink: number,
  surface: Surface,
  perMm: number,
): SidesReading | null {
  const cells = scalpCells(pixels, shrink, surface, perMm);
  const grown = grownBy(cells);
  return grown && stubbleAgainst(cells, grown);
}

/** What usual stubble takes, where it is known how it grows. Null where there is too little of it, or of bare skin. */
export function stubbleAgainst(cells: readonly ScalpCell[], grown: Grown): SidesReading | null {
  const shares = new Map(cells.map((cell) => [cell, grown(cell)]));
  const shareOf = (cell: ScalpCell): number => shares.get(cell) ?? 0;
  const bare = cells.filter((cell) => shares.get(cell) === 0);
  const stubble = near(
    cells.filter((cell) => shareOf(cell) > 0),
    bare,
  );
  const beside = near(bare, stubble);
  if (stubble.length < FEW || beside.length < FEW) return null;
  const step = stepAcross([...beside, ...stubble], shareOf);
  if (!step) return null;
  const usual = median(stubble.map(shareOf));
  const skin = [0, 1, 2].map((channel) => median(beside.map(({ log }) => log[channel])));
  const light = (by: number): Rgb =>
    rgbOfLight([exp(skin[0] + by * step[0]), exp(skin[1] + by * step[1]), exp(skin[2] + by * step[2])]);
  return { skin: light(0), sides: light(usual), count: stubble.length, places: stubble.map(({ at }) => at) };
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

/** Natural logarithm of the light that stubble of share 1 leaves, by channel, beside what shading does. */
function stepAcross(cells: readonly ScalpCell[], shareOf: (cell: ScalpCell) => number): Vec3 | null {
  const rows = cells.map((cell) => [...shading(cell.normal), shareOf(cell)]);
  let weights: readonly number[] = cells.map(() => 1);
  let step: Vec3 | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const [red, green, blue] = ([0, 1, 2] as const).map((channel) =>
      fitted(rows, weights, (i) => cells[i].log[channel]),
    );
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

/**
 * Textures of stubble and skin differ by so many of their deviations, at least: values that are all of one kind, parted
 * in their middle, by 2.7. More where stubble is seen slantingly alone: a head's rim is uneven too.
 */
const APART = 4;
const APART_AT_RIM = 5.2;
/** Seen more slantingly than this, stubble covers more than it does face to face. */
const SLANTING = 0.5;
/** Unevenness goes with the root of how many hairs there are, if they stand by chance; with more, as they do evenly. */
const HAIRS = 1.5;
/** From smooth to uneven skin: how far on it is no longer bare, and from where on stubble tells how much it takes. */
const [BARE, GROWN] = [0.1, 0.4];
/** Stubble lies lower than bare skin does, mm. */
const LOWER: Millimetres = 5;

/**
 * How far stubble grows by the texture of the skin; null where it is all of one kind, or what is uneven lies above what
 * is smooth.
 */
function grownBy(cells: readonly ScalpCell[]): Grown | null {
  if (cells.length < 2 * FEW) return null;
  const textures = calmed(cells);
  const of = (cell: ScalpCell): number => textures.get(cell) ?? 0;
  const { border, apart } = borderOf(cells.map(of));
  const uneven = cells.filter((cell) => of(cell) >= border);
  const faced = uneven.filter(({ facing }) => facing > SLANTING);
  const isRim = faced.length < FEW;
  if (apart < (isRim ? APART_AT_RIM : APART)) return null;
  const hairs = (texture: number): number => exp(HAIRS * texture);
  const smooth = hairs(median(cells.filter((cell) => of(cell) < border).map(of)));
  const usual = hairs(median((isRim ? uneven : faced).map(of)));
  const grown: Grown = (cell) => {
    const share = (hairs(of(cell)) - smooth) / (usual - smooth);
    if (share < BARE) return 0;
    return share > GROWN && (isRim || cell.facing > SLANTING) ? Math.min(MOST, share) : null;
  };
  const bare = cells.filter((cell) => grown(cell) === 0);
  if (bare.length < FEW) return null;
  const height = (all: readonly ScalpCell[]): Millimetres => median(all.map(({ place }) => place[1]));
  return height(uneven) < height(bare) - LOWER ? grown : null;
}

const keyOf = (column: number, row: number): number => 1000 * row + column;
const STEPS = [-2, -1, 0, 1, 2];

/** Each cell's texture, the middle of its neighbours'. */
function calmed(cells: readonly ScalpCell[]): ReadonlyMap<ScalpCell, number> {
  const by = new Map(cells.map(({ column, row, texture }) => [keyOf(column, row), texture]));
  const about = ({ column, row }: ScalpCell): readonly number[] =>
    STEPS.flatMap((i) => STEPS.flatMap((j) => by.get(keyOf(column + i, row + j)) ?? []));
  return new Map(cells.map((cell) => [cell, median(about(cell))]));
}

/** The value that parts two kinds best (Otsu 1979), and how many deviations they are apart; 0 where one is few. */
function borderOf(values: readonly number[]): { readonly border: number; readonly apart: number } {
  const sorted = Float64Array.from(values).toSorted();
  const all = sorted.reduce((sum, v) => sum + v, 0);
  const squares = sorted.reduce((sum, v) => sum + v * v, 0);
  let [below, belowSquares] = [0, 0];
  let best = { border: sorted[0], apart: 0 };
  for (let n = 1; n <= sorted.length - FEW; n++) {
    below += sorted[n - 1];
    belowSquares += sorted[n - 1] * sorted[n - 1];
    if (n < FEW) continue;
    const rest = sorted.length - n;
    const [m0, m1] = [below / n, (all - below) / rest];
    const within = belowSquares - n * m0 * m0 + (squares - belowSquares - rest * m1 * m1);
    const apart = within > 0 ? (m1 - m0) / Math.sqrt(within / sorted.length) : 0;
    if (apart > best.apart) best = { border: sorted[n], apart };
  }
  return best;
}
