/* A head's own skin and its own hair, each as a cloud of light, colour and unevenness: learnt where both are sure, and
   asked where they are not. Grey hair in shade is told by the grey hair in light beside it. */

import { ln } from "../geometry/exact.ts";
import type { HairPlanes } from "./hair-planes.ts";

/** Numbers that a pixel is told by. */
export const NUMBERS = 5;
/** Least deviation of each: light, red, blue, and the logarithms of unevenness. */
const LEAST = [0.15, 0.06, 0.06, 0.2, 0.2];
const NOISE = 0.02;
/** Squared deviations beyond which a pixel is as far from one kind as from another. */
const FAR = 25;

type Cloud = { readonly middle: Float64Array; readonly root: Float64Array; readonly spread: number };

/** Its numbers, NUMBERS to a pixel. */
export function tellingNumbers({ light, red, blue, fine, rough }: HairPlanes): Float32Array {
  const out = new Float32Array(NUMBERS * light.length);
  for (let i = 0, k = 0; i < light.length; i++, k += NUMBERS) {
    out[k] = light[i];
    out[k + 1] = red[i];
    out[k + 2] = blue[i];
    out[k + 3] = ln(fine[i] + NOISE);
    out[k + 4] = ln(rough[i] + NOISE);
  }
  return out;
}

/** The pixels for which `isOf` is true, at least two. */
export function cloudOf(numbers: Float32Array, isOf: (pixel: number) => boolean): Cloud {
  const middle = new Float64Array(NUMBERS);
  const squares = new Float64Array(NUMBERS * NUMBERS);
  let count = 0;
  for (let i = 0; i * NUMBERS < numbers.length; i++) {
    if (!isOf(i)) continue;
    count++;
    for (let a = 0; a < NUMBERS; a++) {
      const v = numbers[i * NUMBERS + a];
      middle[a] += v;
      for (let b = 0; b <= a; b++) squares[a * NUMBERS + b] += v * numbers[i * NUMBERS + b];
    }
  }
  for (let a = 0; a < NUMBERS; a++) middle[a] /= count;
  // Cholesky's root of the covariance, lower left.
  const root = new Float64Array(NUMBERS * NUMBERS);
  let spread = 0;
  for (let a = 0; a < NUMBERS; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = squares[a * NUMBERS + b] / count - middle[a] * middle[b] + (a === b ? LEAST[a] * LEAST[a] : 0);
      for (let k = 0; k < b; k++) sum -= root[a * NUMBERS + k] * root[b * NUMBERS + k];
      root[a * NUMBERS + b] = a === b ? Math.sqrt(Math.max(1e-6, sum)) : sum / root[b * NUMBERS + b];
    }
    spread += 2 * ln(root[a * NUMBERS + a]);
  }
  return { middle, root, spread };
}

const solved = new Float64Array(NUMBERS);

/** How far a pixel is from the middle of a cloud, squared deviations. */
export function away({ middle, root }: Cloud, numbers: Float32Array, pixel: number): number {
  let sum = 0;
  for (let a = 0; a < NUMBERS; a++) {
    let v = numbers[pixel * NUMBERS + a] - middle[a];
    for (let k = 0; k < a; k++) v -= root[a * NUMBERS + k] * solved[k];
    solved[a] = v / root[a * NUMBERS + a];
    sum += solved[a] * solved[a];
  }
  return sum;
}

/** Logarithm of how many times likelier a pixel is of the first cloud than of the second. */
export const likelier = (one: Cloud, other: Cloud, numbers: Float32Array, pixel: number): number =>
  (Math.min(FAR, away(other, numbers, pixel)) - Math.min(FAR, away(one, numbers, pixel)) + other.spread - one.spread) /
  2;

/** Uneven over half a millimetre by so much more than over two, a logarithm: stubble, not strands. */
const SPECKLED = 0.35;

/** Whether a pixel's unevenness is stubble's. */
export const isSpeckled = (numbers: Float32Array, pixel: number): boolean =>
  numbers[NUMBERS * pixel + 3] - numbers[NUMBERS * pixel + 4] > SPECKLED;
