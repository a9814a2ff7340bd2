/* A picture's box as planes of numbers, and what the detector does with them: smoothing, ranks, values between pixels.
   Beyond its rim a plane goes on as its own mirror image, so a result rests on nothing outside of the box. */

import { LIGHT, type Light } from "../../src/core/colour/linear.ts";
import { xyzOf } from "../../src/core/colour/xyz.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import type { Pixels } from "../../src/core/units.ts";

/** Row by row from the top left. */
export type Plane = { readonly width: number; readonly height: number; readonly data: Float64Array };

/** A part of a picture, px. */
export type Box = { readonly x: Pixels; readonly y: Pixels; readonly width: Pixels; readonly height: Pixels };

/** Red, green and blue light, 0..1. */
export type LightPlanes = readonly [red: Plane, green: Plane, blue: Plane];

export const planeOf = (width: number, height: number): Plane => ({
  width,
  height,
  data: new Float64Array(width * height),
});

/** Light within a box. Throws RangeError where the box leaves the picture or has no whole sides. */
export function lightIn(picture: PixelBuffer, { x, y, width, height }: Box): LightPlanes {
  const whole = [x, y, width, height].every(Number.isInteger) && width > 0 && height > 0;
  if (!whole || x < 0 || y < 0 || x + width > picture.width || y + height > picture.height) {
    throw new RangeError(`no box of this picture: ${x} ${y} ${width} ${height}`);
  }
  const [table, bytes] = [LIGHT, picture.data];
  const channel = (c: number): Plane => {
    const plane = planeOf(width, height);
    for (let row = 0; row < height; row++) {
      const from = 4 * ((y + row) * picture.width + x) + c;
      for (let col = 0; col < width; col++) plane.data[row * width + col] = table[bytes[from + 4 * col]] / 65535;
    }
    return plane;
  };
  return [channel(0), channel(1), channel(2)];
}

/** L* of light. */
export function lightnessOf([red, green, blue]: LightPlanes): Plane {
  const [ofRed, ofGreen, ofBlue] = [xyzOf([1, 0, 0]).y, xyzOf([0, 1, 0]).y, xyzOf([0, 0, 1]).y];
  const plane = planeOf(red.width, red.height);
  const [r, g, b, l] = [red.data, green.data, blue.data, plane.data];
  for (let i = 0; i < l.length; i++) {
    const y = ofRed * r[i] + ofGreen * g[i] + ofBlue * b[i];
    l[i] = y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
  }
  return plane;
}

/** Mean light of all pixels, or of those that are `chosen`. */
export function meanLight(planes: LightPlanes, chosen?: Uint8Array): Light {
  const mean = ({ data }: Plane): number => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < data.length; i++) {
      if (chosen && chosen[i] === 0) continue;
      sum += data[i];
      count++;
    }
    return sum / count;
  };
  return [mean(planes[0]), mean(planes[1]), mean(planes[2])];
}

/** Where a row of `length` that goes on as its mirror image is looked up, from `reach` before it to `reach` past it. */
function mirrored(length: number, reach: number): Int32Array {
  return Int32Array.from({ length: length + 2 * reach }, (_, i) => {
    const at = (((i - reach) % (2 * length)) + 2 * length) % (2 * length);
    return at < length ? at : 2 * length - 1 - at;
  });
}

/** A Gaussian at whole pixels, up to four deviations. */
function gaussian(deviation: Pixels): Float64Array {
  const reach = Math.ceil(4 * deviation);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - reach) / deviation) ** 2),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** A plane smoothed by a Gaussian of this standard deviation, px. */
export function smoothed(plane: Plane, deviation: Pixels): Plane {
  if (!(deviation > 0)) return plane;
  const { width, height, data } = plane;
  const weights = gaussian(deviation);
  const [reach, taps] = [weights.length >> 1, weights.length];
  const [cols, rows] = [mirrored(width, reach), mirrored(height, reach)];
  const across = new Float64Array(data.length);
  const line = new Float64Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < line.length; i++) line[i] = data[y * width + cols[i]];
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += weights[k] * line[x + k];
      across[y * width + x] = sum;
    }
  }
  const out = planeOf(width, height);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < taps; k++) {
      const [weight, from, to] = [weights[k], rows[y + k] * width, y * width];
      for (let x = 0; x < width; x++) out.data[to + x] += weight * across[from + x];
    }
  }
  return out;
}

/** Counts of values, told by their places in rising order, from which the one of a given rank is read. */
class Ranking {
  private readonly each: Uint16Array;
  /** The same by stretches of 64 places. */
  private readonly stretches: Uint16Array;
  /** The stretch that was read last, and how many are counted before it. */
  private stretch = 0;
  private before = 0;

  constructor(places: number) {
    this.each = new Uint16Array(places);
    this.stretches = new Uint16Array((places >> 6) + 1);
  }

  clear(): void {
    this.each.fill(0);
    this.stretches.fill(0);
    this.before = 0;
  }

  count(place: number, times: 1 | -1): void {
    this.each[place] += times;
    this.stretches[place >> 6] += times;
    if (place >> 6 < this.stretch) this.before += times;
  }

  /** The place of this rank, from 0, among all that are counted. */
  placeOf(rank: number): number {
    const { each, stretches } = this;
    while (this.before > rank) this.before -= stretches[--this.stretch];
    while (this.before + stretches[this.stretch] <= rank) this.before += stretches[this.stretch++];
    let place = this.stretch << 6;
    for (let seen = this.before + each[place]; seen <= rank; seen += each[place]) place++;
    return place;
  }
}

/** At each pixel the value under which this share of the square about it lies; the square has 2 `reach` + 1 px. */
export function ranksAbout({ width, height, data }: Plane, reach: number, share: number): Plane {
  const side = 2 * reach + 1;
  const rank = Math.floor(share * side * side);
  const [cols, rows] = [mirrored(width, reach), mirrored(height, reach)];
  const order = Uint32Array.from(data, (_, i) => i).toSorted((a, b) => data[a] - data[b]);
  const places = new Uint32Array(data.length);
  for (let place = 0; place < order.length; place++) places[order[place]] = place;
  const ranking = new Ranking(data.length);
  const out = planeOf(width, height);
  for (let y = 0; y < height; y++) {
    ranking.clear();
    for (let x = 0; x < width + side - 1; x++) {
      for (let dy = 0; dy < side; dy++) {
        const row = rows[y + dy] * width;
        ranking.count(places[row + cols[x]], 1);
        if (x >= side) ranking.count(places[row + cols[x - side]], -1);
      }
      if (x >= side - 1) out.data[y * width + x - side + 1] = data[order[ranking.placeOf(rank)]];
    }
  }
  return out;
}

/** The value between the centres of pixels, (0, 0) at the first; the rim's own beyond it. */
export function valueAt({ width, height, data }: Plane, x: number, y: number): number {
  const inX = Math.max(0, Math.min(width - 1, x));
  const inY = Math.max(0, Math.min(height - 1, y));
  const left = Math.floor(inX);
  const upper = Math.floor(inY) * width;
  const right = Math.min(width - 1, left + 1);
  const lower = Math.min((height - 1) * width, upper + width);
  const u = inX - left;
  const v = inY - Math.floor(inY);
  const above = data[upper + left] * (1 - u) + data[upper + right] * u;
  const below = data[lower + left] * (1 - u) + data[lower + right] * u;
  return above * (1 - v) + below * v;
}

/** The value under which this share of values lies, which come in rising order; between two where it falls there. */
export function quantile(rising: ArrayLike<number>, share: number): number {
  const at = share * (rising.length - 1);
  const low = Math.floor(at);
  const high = Math.min(rising.length - 1, low + 1);
  return rising[low] + (at - low) * (rising[high] - rising[low]);
}

/** Mean and standard deviation. */
export function spread(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(squares) };
}
