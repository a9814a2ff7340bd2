/* The scalp of a photo in small pieces of skin, a few millimetres across: what light comes from each in the mean, and
   how uneven it is there. Hair that is shaved to stubble is far too fine to be seen hair by hair; its unevenness is
   not. */

import { LIGHT } from "../colour/linear.ts";
import { ln } from "../geometry/exact.ts";
import type { Point2, Vec3 } from "../geometry/vector.ts";
import { cutAway } from "../head/cut.ts";
import { scalpDirection } from "../head/scalp.ts";
import { scalpAt } from "../head/scalp-extent.ts";
import type { Surface } from "../head/surface.ts";
import { vaultNormal, vaultPoint } from "../head/vault.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Millimetres } from "../units.ts";

export type ScalpCell = {
  /** Which piece of the scalp's chart. */
  readonly column: number;
  readonly row: number;
  /** Its place on the head, mm, its outward normal, and where its middle falls in the photo, px. */
  readonly place: Vec3;
  readonly normal: Vec3;
  readonly at: Point2;
  /** Cosine of incidence, 0..1. */
  readonly facing: number;
  /** Natural logarithm of its mean light, 1 for white: red, green, blue. */
  readonly log: readonly [red: number, green: number, blue: number];
  /** Natural logarithm of how much luminance changes from one half-millimetre to the next, as a share of the mean. */
  readonly texture: number;
};

/** Steps on the scalp's chart, about 3 mm, and its part that reaches brows and nape. */
const STEP = 0.03;
const COLUMNS = 60;
/** Turned away farther than this, skin is too foreshortened to be read. */
const FACING = 0.3;
/** Half of what is taken together to a side. */
const HALF: Millimetres = 1.5;
/** A code from which a channel has run full: the mean would be too dark. */
const FULL = 252;

/**
 * The pieces of scalp that a photo shows, without those that are cut out, burnt, or at its edge. `pixels`: the photo at
 * 1/shrink, with `perMm` of its pixels to a millimetre of head; 1.5 and more show stubble.
 */
export function scalpCells(pixels: PixelBuffer, shrink: number, surface: Surface, perMm: number): readonly ScalpCell[] {
  const half = Math.max(3, Math.round(HALF * perMm));
  const cells: ScalpCell[] = [];
  for (let row = -COLUMNS; row <= COLUMNS; row++) {
    for (let column = -COLUMNS; column <= COLUMNS; column++) {
      if (row * row + column * column > COLUMNS * COLUMNS) continue;
      const direction = scalpDirection(column * STEP, row * STEP);
      const place = vaultPoint(surface.vault, direction);
      if (!scalpAt(place)) continue;
      const { x, y, facing } = surface.toImage(direction);
      if (facing < FACING || cutAway(surface.cuts, x, y)) continue;
      const read = blockOf(pixels, Math.floor(x / shrink), Math.floor(y / shrink), half);
      if (!read) continue;
      const { normal } = vaultNormal(surface.vault, direction);
      cells.push({ column, row, place, normal, at: { x, y }, facing, ...read });
    }
  }
  return cells;
}

/** A square of pixels about one of them; null where it leaves the picture, or is burnt or black. */
function blockOf(
  { width, height, data }: PixelBuffer,
  column: number,
  row: number,
  half: number,
): Pick<ScalpCell, "log" | "texture"> | null {
  const [left, top] = [column - half, row - half];
  if (left < 2 || top < 2 || column + half + 3 >= width || row + half + 3 >= height) return null;
  const side = 2 * half + 5;
  const lights = new Float64Array(side * side);
  const sums = [0, 0, 0];
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const p = 4 * ((top - 2 + j) * width + left - 2 + i);
      const [red, green, blue] = [data[p], data[p + 1], data[p + 2]];
      lights[j * side + i] = 0.2126 * LIGHT[red] + 0.7152 * LIGHT[green] + 0.0722 * LIGHT[blue];
      if (i < 2 || j < 2 || i >= side - 2 || j >= side - 2) continue;
      if (red > FULL || green > FULL || blue > FULL) return null;
      sums[0] += LIGHT[red];
      sums[1] += LIGHT[green];
      sums[2] += LIGHT[blue];
    }
  }
  if (Math.min(...sums) <= 0) return null;
  const whole = 65535 * (2 * half + 1) * (2 * half + 1);
  return { log: [ln(sums[0] / whole), ln(sums[1] / whole), ln(sums[2] / whole)], texture: unevenness(lights, side) };
}

/** By second differences over two pixels of the means of four: finer than that a sensor's grain is all there is. */
function unevenness(lights: Float64Array, side: number): number {
  const mean = (p: number): number => lights[p] + lights[p + 1] + lights[p + side] + lights[p + side + 1];
  let [squares, sum, count] = [0, 0, 0];
  for (let j = 2; j < side - 3; j++) {
    for (let i = 2; i < side - 3; i++) {
      const p = j * side + i;
      const here = mean(p);
      const apart = 4 * here - mean(p - 2) - mean(p + 2) - mean(p - 2 * side) - mean(p + 2 * side);
      squares += apart * apart;
      sum += here;
      count++;
    }
  }
  return ln(Math.sqrt(squares / count) / (sum / count) + 1e-6);
}
