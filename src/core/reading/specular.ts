/* How much of a photo's light the skin mirrors before it goes in. Shafer's dichromatic model:
   a pixel is the skin's colour times what comes back from within, plus light of the lamp's own
   colour; so a highlight is less colourful than the skin about it. Where a channel is full the
   colour tells nothing: what comes from within is carried on from the highlight's rim. */

import { LIGHT } from "../colour/linear.ts";
import type { Surface } from "../head/surface.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { cropped, halved } from "../photo/pyramid.ts";
import { median } from "./tone.ts";

/** Gains that make the photo's white neutral, red, green and blue, green 1. */
export type Gains = readonly [red: number, green: number, blue: number];
export const NO_GAINS: Gains = [1, 1, 1];

/**
 * Mirrored light over the skin in a photo: at the middle of each square of `shrink` photo pixels' side from the point
 * (left, top) on, in 1/65535 as LIGHT has it, row by row; 0 where there is no highlight, and none beyond. The photo
 * shows it as `light` times `colour`, channel by channel.
 */
export type Specular = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shrink: number;
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly light: Uint16Array;
  /**
   * The same as a share of all light that the photo has there, 0..255; and all of it where the photo is burnt out:
   * pigment would leave it white.
   */
  readonly share: Uint8Array;
};

/** The reading is of pictures of this side at most: finer than that lie pores, and noise. */
const SIDE = 400;
/** The skin's colour is taken over squares, so many across the head, and so many to each side of a place. */
const ACROSS = 18;
const REACH = 3;
/** What has less than this share of the skin's mean light tells no colour: brows, sockets, hair. */
const DARK = 0.5;
/** Pixels that tell a colour; where there are fewer more squares are asked. */
const ENOUGH = 200;
/**
 * Of the skin about a place, this share is less colourful than what
 * counts as skin without shine: a highlight may be large.
 */
const RANK = 0.8;
/** And this share is so where colour only scatters: as far above as a spread. */
const RANK_ABOVE = 0.95;
/**
 * Spreads as shares of the colour: less is taken for scatter in any case, more is not skin but brows and lips among it.
 */
const LEAST_SPREAD = 0.03;
const MOST_SPREAD = 0.1;
/** Specular begins at so many spreads and is believed in full at so many. */
const BEGINS = 2;
const HOLDS = 3;
/**
 * Without its shine a place is not darker than this share of the skin
 * about it: what is greyer but no brighter is pale skin or stubble.
 */
const NO_DARKER = 0.85;
/**
 * Greener than the skin about it by so much a place has stubble, which takes red before all, and its grey is no shine;
 * from the first figure on it is doubted.
 */
const GREENER = [0.04, 0.09] as const;
/** Codes from which a channel tells less, and nothing. */
const NEARLY_FULL = 247;
const FULL = 253;
/** Light of green, which fills after red, from which a place is burnt out, and is so wholly: codes 240 and 253. */
const BURNT = [0.871 * 65535, 0.982 * 65535] as const;
/** Steps of colourfulness that are told apart. */
const STEPS = 128;

/**
 * Whether a photo point lies on the head: 1, falling to 0 just within the outline, where a pixel is half background.
 */
export const withinHead = (surface: Surface): ((x: number, y: number) => number) => within(surface, 0.9, 0.98);

/** The same, 1 to 0 at photo points, px, up to the outline itself, in which dots lie. */
export const withinOutline = (surface: Surface): ((x: number, y: number) => number) => within(surface, 0.985, 1.01);

function within(
  { centre, limbDistance, outlineRatio }: Surface,
  from: number,
  to: number,
): (x: number, y: number) => number {
  return (x, y) => {
    const dx = x - centre.x;
    const dy = y - centre.y;
    const out = Math.sqrt(dx * dx + dy * dy) / (limbDistance(dx, dy) * outlineRatio(dx, dy));
    return 1 - ramp(out, from, to);
  };
}

/**
 * Reads the mirrored light off `pixels`, the photo at 1/shrink, where `within`, asked at photo points, says 0..1 that
 * there is skin. Null where there is none.
 */
export function readSpecular(
  pixels: PixelBuffer,
  shrink: number,
  within: (x: number, y: number) => number,
  gains: Gains = NO_GAINS,
): Specular | null {
  let small = pixels;
  let factor = shrink;
  for (; Math.max(small.width, small.height) > SIDE; factor *= 2) small = halved(small);
  const box = boxOf(small, (x, y) => within((x + 0.5) * factor, (y + 0.5) * factor) > 0);
  if (!box) return null;
  const left = box.left * factor;
  const top = box.top * factor;
  const part = cropped(small, box.left, box.top, box.width, box.height);
  const skin = planesOf(part, (x, y) => within(left + (x + 0.5) * factor, top + (y + 0.5) * factor), gains);
  const mirrored = split(skin);
  if (skin.told.some((share) => share < 1)) carryOn(mirrored, skin);
  const colour = [1 / gains[0], 1 / gains[1], 1 / gains[2]] as const;
  const light = new Uint16Array(mirrored.length);
  const share = new Uint8Array(mirrored.length);
  for (let i = 0; i < mirrored.length; i++) {
    light[i] = Math.min(65535, Math.floor(skin.inside[i] * mirrored[i] + 0.5));
    const all = (skin.red[i] + skin.green[i] + skin.blue[i]) / 3;
    const part = all > 0 ? Math.min(1, light[i] / all) : 0;
    const burnt = skin.inside[i] > 0 ? ramp(skin.green[i], ...BURNT) : 0;
    share[i] = Math.floor(255 * Math.max(part, burnt) + 0.5);
  }
  return { left, top, width: box.width, height: box.height, shrink: factor, colour, light, share };
}

/** The mirrored light at a photo point, 0..65535. */
export const specularAt = (shine: Specular, x: number, y: number): number => lookUp(shine, shine.light, x, y);

/** Its share of all light there, 0..1. */
export const specularShare = (shine: Specular, x: number, y: number): number => lookUp(shine, shine.share, x, y) / 255;

/** Between the middles of squares in proportion; 0 beyond them. */
function lookUp(
  { left, top, width, height, shrink }: Specular,
  plane: Uint16Array | Uint8Array,
  x: number,
  y: number,
): number {
  const u = (x - left) / shrink - 0.5;
  const v = (y - top) / shrink - 0.5;
  const a = Math.floor(u);
  const b = Math.floor(v);
  if (a >= 0 && b >= 0 && a + 1 < width && b + 1 < height) {
    const k = b * width + a;
    const upper = plane[k] + (u - a) * (plane[k + 1] - plane[k]);
    const lower = plane[k + width] + (u - a) * (plane[k + width + 1] - plane[k + width]);
    return upper + (v - b) * (lower - upper);
  }
  const at = (i: number, j: number): number => (i < 0 || j < 0 || i >= width || j >= height ? 0 : plane[j * width + i]);
  const upper = at(a, b) + (u - a) * (at(a + 1, b) - at(a, b));
  const lower = at(a, b + 1) + (u - a) * (at(a + 1, b + 1) - at(a, b + 1));
  return upper + (v - b) * (lower - upper);
}

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
 * The mirrored light as the colours have it: what is left of a
 * pixel's light when its colour is put down to skin without shine.
 */
function split(skin: Planes): Float32Array {
  const { width, height, red, green, blue, inside } = skin;
  const { side, across, squares } = plainSkin(skin);
  const grown = (of: (plain: Plain) => number): Float32Array =>
    enlarged(Float32Array.from(squares, of), across, side, width, height);
  const purity = grown((plain) => plain.purity);
  const spread = grown((plain) => plain.spread);
  const bright = grown((plain) => plain.bright);
  const usual = median(squares.map((plain) => plain.lean));
  const lean = grown((plain) => Math.min(plain.lean, usual));
  return red.map((r, i) => {
    if (inside[i] === 0) return 0;
    const sum = r + green[i] + blue[i];
    const excess = sum - (r - blue[i]) / purity[i];
    const least = spread[i] * sum;
    if (excess <= BEGINS * least) return 0;
    const room = Math.max(0, sum - NO_DARKER * bright[i]);
    const greener = leanOf(r, green[i], blue[i]) - lean[i];
    const believed = ramp(excess, BEGINS * least, HOLDS * least) * (1 - ramp(greener, ...GREENER));
    const shine = believed * Math.min(excess, room);
    return Math.min(r, green[i], blue[i], shine / 3);
  });
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

/** Skin without shine about each square of `side` pixels, `across` of them in a row. */
export function plainSkin(skin: Planes): {
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
      const purity = (red[i] - blue[i]) / sum;
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
    for (let reach = REACH; ; reach++) {
      steps.fill(0);
      const [west, east] = [Math.max(0, a - reach), Math.min(across - 1, a + reach)];
      const [north, south] = [Math.max(0, b - reach), Math.min(down - 1, b + reach)];
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
      if (total < ENOUGH && reach < Math.max(across, down)) continue;
      if (total === 0) return { purity: 1, spread: 1, bright: 1, lean: 0 };
      const purity = ranked(steps, RANK * total);
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

/** The squares between whose middles a pixel lies, and its share of the way from the one to the other. */
function between(pixel: number, side: number, count: number): readonly [one: number, other: number, share: number] {
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
