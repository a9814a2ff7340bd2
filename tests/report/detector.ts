/* The blind detector: what a picture alone shows of its dots and of the skin between them, with one measure for photos
   of real work and for painted pictures. It knows the scale and a box of the picture, and nothing of a plan.

   Where its definition left a choice, that one was taken which meets the figures it was first stated with: the box is
   cut out first; places are whole pixels; squares for the ground move along with the pixel, of the odd number of pixels
   nearest to their size; a dot's contrast is told by the median; cells are counted from the box's upper left corner and
   only where they are whole; skin between dots is chosen in each of two compared pictures by itself. */

import { type Lab, labOfLight } from "../../src/core/colour/lab.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import type { DotsPerCm2, Millimetres, Pixels } from "../../src/core/units.ts";
import {
  type Box,
  type LightPlanes,
  type Plane,
  lightIn,
  lightnessOf,
  meanLight,
  quantile,
  ranksAbout,
  smoothed,
  spread,
  valueAt,
} from "./planes.ts";

/** Smoothing before dots are looked for, mm and at least px. */
const GRAIN = 0.09;
const LEAST_GRAIN = 0.6;
/** The ground: this share of the lightness in squares of this size is below it; smoothed, mm. */
const GROUND = { share: 0.75, side: 2, smooth: 0.8 };
/** A dot is the darkest place within so many mm, and so far below the ground, L*. */
const ALONE = 0.35;
const DARKER = 2;
/** A dot is darker than the median of the ring about it, by so many L* and by this share of itself. */
const RING = { radius: 0.38, points: 16, least: 1.4, share: 0.25 };
/** How far a dot's width is looked for, mm, and in how many steps. */
const OUTSKIRTS = 0.55;
const STEPS = 11;
/** Cells to count dots in, mm. */
const CELL = 3;
/** Skin between dots: smoothing and the mean's own, mm, and the shares it lies between. */
const BETWEEN = { smooth: 0.12, mean: 1.5, from: 0.7, to: 0.97 };

/** Where a dot lies in its box, the centre of the box's first pixel at (0, 0), and how it looks. */
export type Dot = {
  readonly x: Pixels;
  readonly y: Pixels;
  /** How much darker than the ground, L*. */
  readonly contrast: number;
  /** Diameter at which it has lost half of its darkness. */
  readonly width: Millimetres;
};

/** What a box shows of its dots. */
export type Detected = {
  readonly density: DotsPerCm2;
  /** Distance of a dot's nearest neighbour, its mean and coefficient of variation. */
  readonly nearest: Millimetres;
  readonly nearestCv: number;
  /** Contrast in L*: the median, the 10th and 90th percentile, the coefficient of variation. */
  readonly contrast: number;
  readonly contrastLow: number;
  readonly contrastHigh: number;
  readonly contrastCv: number;
  /** Variance over mean of the dots counted in cells. */
  readonly clumping: number;
  /** Apparent width, the median. */
  readonly width: Millimetres;
};

/** Sines and cosines of the ring's points, once. */
const TURN = Array.from({ length: RING.points }, (_, i) => (2 * Math.PI * i) / RING.points);
const EAST = TURN.map(Math.cos);
const NORTH = TURN.map(Math.sin);

/** How much darker than the ground each pixel is, L*. */
function darkness(lightness: Plane, perMm: number): Plane {
  const fine = smoothed(lightness, Math.max(GRAIN * perMm, LEAST_GRAIN));
  const reach = Math.max(1, Math.round((GROUND.side * perMm - 1) / 2));
  const ground = smoothed(ranksAbout(fine, reach, GROUND.share), GROUND.smooth * perMm);
  return { ...fine, data: ground.data.map((level, i) => level - fine.data[i]) };
}

/** Pixels that are darkest within ALONE and dark enough; of equals the first. */
function darkest({ width, height, data }: Plane, perMm: number): number[] {
  const radius = ALONE * perMm;
  const reach = Math.floor(radius);
  const about: { readonly dx: number; readonly dy: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      if ((dx !== 0 || dy !== 0) && dx * dx + dy * dy <= radius * radius) about.push({ dx, dy });
    }
  }
  const found: number[] = [];
  for (let i = 0; i < data.length; i++) {
    const here = data[i];
    if (here <= DARKER) continue;
    const x = i % width;
    const y = Math.floor(i / width);
    const alone = about.every(({ dx, dy }) => {
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) return true;
      const there = data[i + dy * width + dx];
      return there < here || (there === here && (dy > 0 || (dy === 0 && dx > 0)));
    });
    if (alone) found.push(i);
  }
  return found;
}

/** Darkness at the points of a ring of this radius, px, put into `ring`; its mean. */
function ringAt(dark: Plane, x: Pixels, y: Pixels, radius: Pixels, ring: Float64Array): number {
  const [at, east, north] = [valueAt, EAST, NORTH];
  let sum = 0;
  for (let k = 0; k < ring.length; k++) {
    ring[k] = at(dark, x + radius * east[k], y + radius * north[k]);
    sum += ring[k];
  }
  return sum / ring.length;
}

/** Diameter at which the mean of rings has fallen half-way from the dot to the least ring. */
function widthOf(dark: Plane, x: Pixels, y: Pixels, perMm: number, ring: Float64Array): Millimetres {
  const means = [valueAt(dark, x, y)];
  for (let step = 1; step <= STEPS; step++) means.push(ringAt(dark, x, y, (OUTSKIRTS * step * perMm) / STEPS, ring));
  const half = (means[0] + Math.min(...means)) / 2;
  const past = means.findIndex((mean) => mean <= half);
  const steps = past - (half - means[past]) / (means[past - 1] - means[past]);
  return (2 * OUTSKIRTS * steps) / STEPS;
}

/** The dots of a plane of lightness. */
export function dotsOf(lightness: Plane, perMm: number): Dot[] {
  const dark = darkness(lightness, perMm);
  const ring = new Float64Array(RING.points);
  return darkest(dark, perMm).flatMap((i) => {
    const [x, y, contrast] = [i % dark.width, Math.floor(i / dark.width), dark.data[i]];
    ringAt(dark, x, y, RING.radius * perMm, ring);
    if (contrast - quantile(ring.toSorted(), 0.5) <= Math.max(RING.least, RING.share * contrast)) return [];
    return [{ x, y, contrast, width: widthOf(dark, x, y, perMm, ring) }];
  });
}

/** Each dot's distance to its nearest neighbour, px; looked for in cells, farther and farther. */
function nearestOf(dots: readonly Dot[], cell: Pixels): Pixels[] {
  const cells = new Map<string, Dot[]>();
  const key = (x: number, y: number): string => `${x} ${y}`;
  const farthest = Math.max(...dots.map(({ x, y }) => Math.max(x, y))) / cell + 1;
  for (const dot of dots) {
    const at = key(Math.floor(dot.x / cell), Math.floor(dot.y / cell));
    cells.set(at, [...(cells.get(at) ?? []), dot]);
  }
  return dots.map((dot) => {
    const [col, row] = [Math.floor(dot.x / cell), Math.floor(dot.y / cell)];
    let least = Infinity;
    for (let reach = 0; reach <= farthest && least > (reach - 1) * cell; reach++) {
      for (let y = row - reach; y <= row + reach; y++) {
        const step = Math.abs(y - row) === reach ? 1 : Math.max(1, 2 * reach);
        for (let x = col - reach; x <= col + reach; x += step) {
          for (const other of cells.get(key(x, y)) ?? []) {
            if (other !== dot) least = Math.min(least, Math.hypot(other.x - dot.x, other.y - dot.y));
          }
        }
      }
    }
    return least;
  });
}

/** Variance over mean of the dots in whole cells. */
function clumpingOf(dots: readonly Dot[], { width, height }: Plane, cell: Pixels): number {
  const [cols, rows] = [Math.floor(width / cell), Math.floor(height / cell)];
  const counts = Array.from({ length: cols * rows }, () => 0);
  for (const { x, y } of dots) {
    const [col, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    if (col < cols && row < rows) counts[row * cols + col]++;
  }
  const { mean, deviation } = spread(counts);
  return deviation ** 2 / mean;
}

/** What is seen of the dots in a box of the picture, `perMm` px to the millimetre. */
export function detected(picture: PixelBuffer, perMm: number, box: Box): Detected {
  const lightness = lightnessOf(lightIn(picture, box));
  const dots = dotsOf(lightness, perMm);
  const nearest = spread(nearestOf(dots, perMm));
  const contrasts = spread(dots.map(({ contrast }) => contrast));
  const rising = Float64Array.from(dots, ({ contrast }) => contrast).toSorted();
  return {
    density: (100 * dots.length * perMm ** 2) / (box.width * box.height),
    nearest: nearest.mean / perMm,
    nearestCv: nearest.deviation / nearest.mean,
    contrast: quantile(rising, 0.5),
    contrastLow: quantile(rising, 0.1),
    contrastHigh: quantile(rising, 0.9),
    contrastCv: contrasts.deviation / contrasts.mean,
    clumping: clumpingOf(dots, lightness, CELL * perMm),
    width: quantile(Float64Array.from(dots, ({ width }) => width).toSorted(), 0.5),
  };
}

/** Mean light of the skin between dots: what is lighter than its surroundings, but for the lightest of all. */
function between(light: LightPlanes, perMm: number): Lab {
  const [red, green, blue] = light.map((plane) => smoothed(plane, BETWEEN.smooth * perMm));
  const soft: LightPlanes = [red, green, blue];
  const lightness = lightnessOf(soft);
  const mean = smoothed(lightness, BETWEEN.mean * perMm);
  const lighter = lightness.data.map((l, i) => l - mean.data[i]);
  const rising = lighter.toSorted();
  const [from, to] = [quantile(rising, BETWEEN.from), quantile(rising, BETWEEN.to)];
  return labOfLight(
    meanLight(
      soft,
      Uint8Array.from(lighter, (l) => (l >= from && l <= to ? 1 : 0)),
    ),
  );
}

/** Colours of a box: of all of it, and of the skin between its dots. */
export type Colours = { readonly patch: Lab; readonly ground: Lab };

export function coloursOf(picture: PixelBuffer, perMm: number, box: Box): Colours {
  const light = lightIn(picture, box);
  return { patch: labOfLight(meanLight(light)), ground: between(light, perMm) };
}

const less = (a: Lab, b: Lab): Lab => ({ l: a.l - b.l, a: a.a - b.a, b: a.b - b.b });

/** What the work did to a box's colours: after less before. */
export function recoloured(after: PixelBuffer, before: PixelBuffer, perMm: number, box: Box): Colours {
  const [now, then] = [coloursOf(after, perMm, box), coloursOf(before, perMm, box)];
  return { patch: less(now.patch, then.patch), ground: less(now.ground, then.ground) };
}
