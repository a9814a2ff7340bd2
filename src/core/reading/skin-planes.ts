/* A head's part of a photo as planes of light, and what its skin without shine is like, place by place: what both
   readings of mirrored light rest on, specular.ts and gloss.ts. */

import { LIGHT } from "../colour/linear.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";

/** Gains that make the photo's white neutral, red, green and blue, green 1. */
export type Gains = readonly [red: number, green: number, blue: number];
export const NO_GAINS: Gains = [1, 1, 1];

/** The skin's colour is taken over squares, so many across the head, and so many to each side of a place. */
const ACROSS = 18;
const REACH = 3;
/** What has less than this share of the skin's mean light tells no colour: brows, sockets, hair. */
const DARK = 0.5;
/** Pixels that tell a colour; where there are fewer more squares are asked. */
const ENOUGH = 200;
/** Of the skin about a place, this share is less colourful where colour only scatters: as far above as a spread. */
const RANK_ABOVE = 0.95;
/**
 * Spreads as shares of the colour: less is taken for scatter in any case, more is not skin but brows and lips among it.
 */
const LEAST_SPREAD = 0.03;
const MOST_SPREAD = 0.1;
/**
 * Greener than the skin about it by so much a place has stubble, which takes red before all, and its grey is no shine;
 * from the first figure on it is doubted.
 */
export const GREENER = [0.04, 0.09] as const;
/** Codes from which a channel tells less, and nothing. */
const NEARLY_FULL = 247;
const FULL = 253;
/**
 * Light of green or blue, which fill after red, from which a place is burnt out, and is so wholly: codes 240 and 253.
 */
export const BURNT = [0.871 * 65535, 0.982 * 65535] as const;
/** Steps of colourfulness that are told apart. */
const STEPS = 128;

/** From 0 at `from` and below to 1 at `to` and above, smooth. */
export function ramp(value: number, from: number, to: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/**
 * Light of each channel in 1/65535, white neutral, a little softened; and per pixel, 0..1, whether it is skin and
 * whether its colour tells anything.
 */
export type Planes = {
  readonly width: number;
  readonly height: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  readonly inside: Float32Array;
  readonly told: Float32Array;
};

/** The planes of a picture; `within` says 0..1 at its pixels that there is skin. */
export function planesOf(
  { width, height, data }: PixelBuffer,
  within: (x: number, y: number) => number,
  gains: Gains,
): Planes {
  const plane = (): Float32Array => new Float32Array(width * height);
  const [red, green, blue, inside, told] = [plane(), plane(), plane(), plane(), plane()];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const r = data[4 * i];
      const g = data[4 * i + 1];
      const b = data[4 * i + 2];
      red[i] = LIGHT[r] * gains[0];
      green[i] = LIGHT[g] * gains[1];
      blue[i] = LIGHT[b] * gains[2];
      inside[i] = within(x, y);
      told[i] = inside[i] > 0 ? 1 - ramp(Math.max(r, g, b), NEARLY_FULL, FULL) : 1;
    }
  }
  for (const channel of [red, green, blue]) soften(channel, width, height, 1);
  return { width, height, red, green, blue, inside, told };
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The part of a picture that holds all skin, to a few pixels; null where there is none. */
export function boxOf({ width, height }: PixelBuffer, isSkin: (x: number, y: number) => boolean): Box | null {
  const step = 4;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (!isSkin(x, y)) continue;
      left = Math.max(0, Math.min(left, x - step));
      top = Math.max(0, Math.min(top, y - step));
      right = Math.min(width, Math.max(right, x + step));
      bottom = Math.min(height, y + step);
    }
  }
  return right > 0 ? { left, top, width: right - left, height: bottom - top } : null;
}

/**
 * How far green stands above the middle of red and blue, against how far these two lie apart: light of the lamp's
 * colour and shade leave it as it is.
 */
export const leanOf = (red: number, green: number, blue: number): number =>
  (green - (red + blue) / 2) / Math.max(1e-6, red - blue);

/**
 * Skin without shine: red less blue as a share of all light, by how
 * much of itself that scatters, and how much light comes from within.
 */
export type Plain = {
  readonly purity: number;
  readonly spread: number;
  readonly bright: number;
  readonly lean: number;
};

/** How much light is colourful, 0 for neutral. */
export type Colourful = (red: number, green: number, blue: number) => number;
/** What skin has most of: light of red less that of blue, in the unit of both. */
const redLessBlue: Colourful = (red, _, blue) => red - blue;

/**
 * Skin without shine about each square of `side` pixels, `across` of them in a row. `rank`: of the skin about a place,
 * up to `reach` squares to each side, this share is less colourful than that: a highlight may be large.
 */
export function plainSkin(
  skin: Planes,
  rank: number,
  reach = REACH,
  colourful = redLessBlue,
): {
  readonly side: number;
  readonly across: number;
  readonly squares: readonly Plain[];
} {
  const { width, height, red, green, blue, inside, told } = skin;
  const side = Math.max(2, Math.ceil(width / ACROSS));
  const across = Math.ceil(width / side);
  const down = Math.ceil(height / side);
  const counts = new Uint32Array(across * down * STEPS);
  const lights = new Float64Array(across * down);
  const leans = new Float64Array(across * down);
  /** Pixels of each square that count, and the steps between which all of their colours lie. */
  const seen = new Uint32Array(across * down);
  let [least, most] = [STEPS, -1];
  const dark = DARK * meanLight(skin);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const sum = red[i] + green[i] + blue[i];
      const purity = colourful(red[i], green[i], blue[i]) / sum;
      if (inside[i] < 1 || told[i] < 0.5 || sum < dark || !(purity > 0 && purity < 1)) continue;
      const square = Math.floor(y / side) * across + Math.floor(x / side);
      const step = Math.floor(purity * STEPS);
      least = Math.min(least, step);
      most = Math.max(most, step);
      counts[square * STEPS + step]++;
      seen[square]++;
      lights[square] += red[i] - blue[i];
      leans[square] += green[i] - (red[i] + blue[i]) / 2;
    }
  }
  const about = (a: number, b: number): Plain => {
    const steps = new Uint32Array(STEPS);
    for (let far = reach; ; far++) {
      steps.fill(0);
      const [west, east] = [Math.max(0, a - far), Math.min(across - 1, a + far)];
      const [north, south] = [Math.max(0, b - far), Math.min(down - 1, b + far)];
      let [total, light, lean] = [0, 0, 0];
      for (let v = north; v <= south; v++) {
        for (let square = v * across + west; square <= v * across + east; square++) {
          if (seen[square] === 0) continue;
          total += seen[square];
          light += lights[square];
          lean += leans[square];
          for (let k = least; k <= most; k++) steps[k] += counts[square * STEPS + k];
        }
      }
      if (total < ENOUGH && far < Math.max(across, down)) continue;
      if (total === 0) return { purity: 1, spread: 1, bright: 1, lean: 0 };
      const purity = ranked(steps, rank * total);
      const above = (ranked(steps, RANK_ABOVE * total) - purity) / purity;
      const spread = Math.max(LEAST_SPREAD, Math.min(MOST_SPREAD, above));
      return { purity, spread, bright: light / total / purity, lean: lean / light };
    }
  };
  const squares = Array.from({ length: across * down }, (_, k) => about(k % across, Math.floor(k / across)));
  return { side, across, squares };
}

/** Mean over all skin of the light of the three channels together; 0 where there is none. */
export function meanLight({ red, green, blue, inside }: Planes): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < inside.length; i++) {
    sum += inside[i] * (red[i] + green[i] + blue[i]);
    weight += inside[i];
  }
  return sum / Math.max(1, weight);
}

/** Below which value, 0..1, so many of the counts lie. */
function ranked(steps: Uint32Array, many: number): number {
  let before = 0;
  for (let k = 0; k < STEPS; k++) {
    if (steps[k] > 0 && before + steps[k] >= many) return (k + (many - before) / steps[k]) / STEPS;
    before += steps[k];
  }
  return 1;
}

/** A plane, pixels by row, out of values at the middles of squares of `side` px, `across` in a row, in proportion. */
export function enlarged(
  values: Float32Array,
  across: number,
  side: number,
  width: number,
  height: number,
): Float32Array {
  const plane = new Float32Array(width * height);
  const row = new Float32Array(across);
  for (let y = 0; y < height; y++) {
    const [north, south, v] = between(y, side, values.length / across);
    for (let a = 0; a < across; a++) {
      const upper = values[north * across + a];
      row[a] = upper + v * (values[south * across + a] - upper);
    }
    for (let x = 0; x < width; x++) {
      const [west, east, u] = between(x, side, across);
      plane[y * width + x] = row[west] + u * (row[east] - row[west]);
    }
  }
  return plane;
}

/**
 * The squares of `side` pixels, `count` in a row, between whose middles a pixel lies, and its share of the way from the
 * one to the other.
 */
export function between(
  pixel: number,
  side: number,
  count: number,
): readonly [one: number, other: number, share: number] {
  const place = Math.max(0, Math.min(count - 1, (pixel + 0.5) / side - 0.5));
  const one = Math.floor(place);
  return [one, Math.min(count - 1, one + 1), place - one];
}

/**
 * Changes `mirrored`, in 1/65535 of light, where the colour tells nothing: blue, the last channel to fill, less
 * the blue from within, which is carried on from where it is known.
 */
export function carryOn(mirrored: Float32Array, { width, height, blue, inside, told }: Planes): void {
  const weight = told.map((share, i) => share * inside[i]);
  const known = weight.map((share, i) => share * (blue[i] - mirrored[i]));
  for (let radius = 2; radius <= 32; radius *= 2) {
    const near = known.slice();
    const from = weight.slice();
    for (const plane of [near, from]) soften(plane, width, height, radius);
    for (let i = 0; i < weight.length; i++) {
      if (weight[i] >= 1 || from[i] < 1e-4) continue;
      const gain = (1 - weight[i]) * Math.min(1, 8 * from[i]);
      known[i] += (gain * near[i]) / from[i];
      weight[i] += gain;
    }
  }
  for (let i = 0; i < mirrored.length; i++) {
    if (told[i] === 1) continue;
    const more = Math.max(0, blue[i] - (weight[i] > 0 ? known[i] / weight[i] : 0));
    const believed = ramp(more, 0.02 * blue[i], 0.1 * blue[i]);
    mirrored[i] = told[i] * mirrored[i] + (1 - told[i]) * believed * more;
  }
}

/** Averages a plane over squares of 2 radius + 1 pixels' side, twice; beyond an edge lies what lies at it. */
export function soften(plane: Float32Array, width: number, height: number, radius: number): void {
  const line = new Float32Array(Math.max(width, height) + 2 * radius + 1);
  const along = (start: number, step: number, count: number): void => {
    const last = start + (count - 1) * step;
    line.fill(plane[start], 0, radius);
    for (let k = 0; k < count; k++) line[radius + k] = plane[start + k * step];
    line.fill(plane[last], radius + count, count + 2 * radius + 1);
    let sum = 0;
    for (let k = 0; k <= 2 * radius; k++) sum += line[k];
    for (let k = 0; k < count; k++) {
      plane[start + k * step] = sum / (2 * radius + 1);
      sum += line[k + 2 * radius + 1] - line[k];
    }
  };
  for (let round = 0; round < 2; round++) {
    for (let y = 0; y < height; y++) along(y * width, 1, width);
    for (let x = 0; x < width; x++) along(x, width, height);
  }
}
