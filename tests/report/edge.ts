/* The blind detector at an edge of the treated area: how ragged the edge is, and how wide. In a box that is treated at
   one side and bare at the other it takes the contour of half the dots' density, and across it the rise of
   ln(red / green), which pigment lowers and shading does not touch.

   Where the definition left a choice: the full density is that of the densest tenth; the contour is the first one seen
   from the bare side; distances run square to its own smoothed line. How smooth that line is was not stated: with
   WAVES the demo's natural edge strays by 1.7 and 2.5 mm, seen from the front and from above; 2.2 was stated. A
   narrower box, without the line's bends at its ends, gives less: compare boxes of the same part of an edge. */

import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { erf } from "../../src/core/stipple/profile.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { type Dot, dotsOf } from "./detector.ts";
import {
  type Box,
  type LightPlanes,
  type Plane,
  lightIn,
  lightnessOf,
  planeOf,
  quantile,
  smoothed,
  spread,
} from "./planes.ts";

/** The density's smoothing and its grid, mm. */
const SMOOTH = 6.5;
export const GRID = 0.5;
/** This share of the grid is less dense than what counts as full. */
const FULL = 0.9;
/** Smoothing of the line that the contour is held against, mm. */
const WAVES = 15;
/** How far to each side of the contour the rise is looked at, and in what steps, mm. */
export const REACH = 15;
export const STEP = 0.5;
/** Where an error function's rise is at a tenth, in its standard deviations. */
const TENTH = 1.2815515655446004;
/** Standard deviations of a rise, mm: the profile's own steps are no narrower, and all of it no wider. */
const NARROWEST = 0.2;
const WIDEST = REACH / TENTH;

/** The side of the box at which the skin is bare. */
export type Side = "below" | "above" | "left" | "right";

export type Edge = {
  /** How far the contour strays off its own smoothed line: standard deviation, and 5th to 95th percentile. */
  readonly deviation: Millimetres;
  readonly stray: Millimetres;
  /** From a tenth to nine tenths of the rise of ln(red / green) across the contour. */
  readonly width: Millimetres;
  /** The whole rise, over 0 where red is lost. */
  readonly rise: number;
};

/** A plane turned so that the bare side is below. */
function turned({ width, height, data }: Plane, bare: Side): Plane {
  if (bare === "below") return { width, height, data };
  if (bare === "above") return { width, height, data: data.toReversed() };
  const out = planeOf(height, width);
  for (let y = 0; y < width; y++) {
    const col = bare === "right" ? y : width - 1 - y;
    for (let x = 0; x < height; x++) out.data[y * height + x] = data[x * width + col];
  }
  return out;
}

/** Dots to a cell of the grid. */
function countsOf({ width, height }: Plane, dots: readonly Dot[], perMm: number): Plane {
  const cell = GRID * perMm;
  const counts = planeOf(Math.floor(width / cell), Math.floor(height / cell));
  for (const { x, y } of dots) {
    const [col, row] = [Math.floor((x + 0.5) / cell), Math.floor((y + 0.5) / cell)];
    if (col < counts.width && row < counts.height) counts.data[row * counts.width + col]++;
  }
  return counts;
}

/** How far down the contour of half the density lies in each column of the grid, mm; NaN where it does not cross. */
function contourOf({ width, height, data }: Plane): Millimetres[] {
  const half = quantile(data.toSorted(), FULL) / 2;
  return Array.from({ length: width }, (_, x) => {
    for (let y = height - 1; y > 0; y--) {
      const [here, above] = [data[y * width + x], data[(y - 1) * width + x]];
      if (here < half && above >= half) return GRID * (y + 0.5 - (half - here) / (above - here));
    }
    return Number.NaN;
  });
}

/** The contour from its first column of the grid on, its smoothed line, and the cosine of that line's slope. */
export type Line = {
  readonly first: number;
  readonly contour: readonly Millimetres[];
  readonly smooth: Float64Array;
  readonly cosine: Float64Array;
};

/** The longest run of columns that the contour crosses. */
function lineOf(crossed: readonly Millimetres[]): Line {
  let [first, last] = [0, 0];
  for (let start = 0, x = 0; x <= crossed.length; x++) {
    if (x < crossed.length && !Number.isNaN(crossed[x])) continue;
    if (x - start > last - first) [first, last] = [start, x];
    start = x + 1;
  }
  const contour = crossed.slice(first, last);
  const smooth = smoothed(odd(contour), WAVES / GRID).data.slice(contour.length, 2 * contour.length);
  const cosine = smooth.map((_, i) => {
    const [before, after] = [Math.max(0, i - 1), Math.min(smooth.length - 1, i + 1)];
    return after === before ? 1 : 1 / Math.hypot(1, (smooth[after] - smooth[before]) / (GRID * (after - before)));
  });
  return { first, contour, smooth, cosine };
}

/** The line in counts of dots to a cell of the grid, the bare side below. */
export const lineIn = (counts: Plane): Line => lineOf(contourOf(smoothed(counts, SMOOTH / GRID)));

/** How far a line's contour strays: as Edge has it. */
export function raggedness({ contour, smooth, cosine }: Line): Pick<Edge, "deviation" | "stray"> {
  const off = contour.map((y, i) => (y - smooth[i]) * cosine[i]);
  const rising = off.toSorted((a, b) => a - b);
  return { deviation: spread(off).deviation, stray: quantile(rising, 0.95) - quantile(rising, 0.05) };
}

/** From a tenth to nine tenths of the rise that is nearest to a profile by steps from -REACH mm on. */
export const widthOfRise = (profile: readonly number[]): Millimetres => 2 * TENTH * fitted(profile).deviation;

/** A line continued at both ends as its own half turn, so that smoothing keeps the slope of its ends. */
function odd(line: readonly number[]): Plane {
  const n = line.length;
  const plane = planeOf(3 * n, 1);
  for (let i = 0; i < n; i++) {
    plane.data[i] = 2 * line[0] - line[n - 1 - i];
    plane.data[n + i] = line[i];
    plane.data[2 * n + i] = 2 * line[n - 1] - line[n - 1 - i];
  }
  return plane;
}

/** ln(red / green) by steps across the contour, from the treated side outwards; NaN where there are no pixels. */
function profileOf([red, green]: LightPlanes, perMm: number, { first, contour, cosine }: Line): number[] {
  const steps = Math.round((2 * REACH) / STEP);
  const [reds, greens] = [new Float64Array(steps), new Float64Array(steps)];
  for (let i = 0; i < red.data.length; i++) {
    const col = Math.floor(((i % red.width) + 0.5) / perMm / GRID) - first;
    if (col < 0 || col >= contour.length) continue;
    const off = ((Math.floor(i / red.width) + 0.5) / perMm - contour[col]) * cosine[col];
    const step = Math.floor((off + REACH) / STEP);
    if (step < 0 || step >= steps) continue;
    reds[step] += red.data[i];
    greens[step] += green.data[i];
  }
  return Array.from(reds, (r, step) => Math.log(r / greens[step]));
}

/** How well rises of one place and deviation fit a profile, and how high the best of them is. */
type Fit = { readonly middle: number; readonly deviation: number; readonly rise: number; readonly miss: number };

/** The best rise of this place and deviation: a straight line over the error function. */
function fitOf(places: readonly number[], values: readonly number[], middle: number, deviation: number): Fit {
  const risen = places.map((place) => (1 + erf((place - middle) / (Math.SQRT2 * deviation))) / 2);
  const [x, y] = [spread(risen), spread(values)];
  const joint = risen.reduce((sum, share, i) => sum + (share - x.mean) * (values[i] - y.mean), 0) / values.length;
  const rise = x.deviation > 0 ? joint / x.deviation ** 2 : 0;
  return { middle, deviation, rise, miss: y.deviation ** 2 - rise * joint };
}

/**
 * The error function nearest to a profile, looked for ever more finely: of those that lie within the profile and are
 * no wider than it is.
 */
function fitted(profile: readonly number[]): Fit {
  const seen = profile.flatMap((value, i) => (Number.isFinite(value) ? [i] : []));
  const [places, values] = [seen.map((i) => (i + 0.5) * STEP - REACH), seen.map((i) => profile[i])];
  let best = fitOf(places, values, 0, WIDEST / 2);
  let [reach, fine] = [REACH, 1];
  for (; fine > 0.005; reach = 2 * fine, fine /= 4) {
    const { middle, deviation } = best;
    for (let at = middle - reach; at <= middle + reach; at += fine) {
      for (let wide = deviation - reach; wide <= deviation + reach; wide += fine) {
        if (Math.abs(at) > REACH || wide < NARROWEST || wide > WIDEST) continue;
        const fit = fitOf(places, values, at, wide);
        if (fit.miss < best.miss) best = fit;
      }
    }
  }
  return best;
}

/** ln(red / green) across the edge; with a picture from before, what has changed of it. */
function changeAcross(now: LightPlanes, then: LightPlanes | null, perMm: number, line: Line): number[] {
  const profile = profileOf(now, perMm, line);
  if (!then) return profile;
  const bare = profileOf(then, perMm, line);
  return profile.map((value, i) => value - bare[i]);
}

/** The edge of a box with its dots, all turned so that the bare side is below. */
type Turned = { readonly light: LightPlanes; readonly dots: readonly Dot[]; readonly line: Line };

function turnedEdge(picture: PixelBuffer, perMm: number, box: Box, bare: Side): Turned {
  const light = lightTurned(picture, box, bare);
  const lightness = lightnessOf(light);
  const dots = dotsOf(lightness, perMm);
  const line = lineIn(countsOf(lightness, dots, perMm));
  if (line.contour.length < 2) throw new RangeError("no edge in this box");
  return { light, dots, line };
}

function lightTurned(picture: PixelBuffer, box: Box, bare: Side): LightPlanes {
  const [red, green, blue] = lightIn(picture, box);
  return [turned(red, bare), turned(green, bare), turned(blue, bare)];
}

/** A dot against the edge: its place in mm, the bare side below; how far before the contour it lies, over 0 there. */
export type PlacedDot = Dot & { readonly along: Millimetres; readonly down: Millimetres; readonly before: Millimetres };

/** The dots of a box against its edge, of those beside which the edge runs, and how long that is. */
export type DotsAtEdge = { readonly dots: readonly PlacedDot[]; readonly length: Millimetres };

/**
 * Throws RangeError as edgeIn does.
 */
export function dotsAtEdge(picture: PixelBuffer, perMm: number, box: Box, bare: Side): DotsAtEdge {
  const { dots, line } = turnedEdge(picture, perMm, box, bare);
  const { first, contour, cosine } = line;
  const placed = dots.flatMap((dot) => {
    const [along, down] = [(dot.x + 0.5) / perMm, (dot.y + 0.5) / perMm];
    const col = Math.floor(along / GRID) - first;
    if (col < 0 || col >= contour.length) return [];
    return [{ ...dot, along, down, before: (down - contour[col]) * cosine[col] }];
  });
  return { dots: placed, length: GRID * cosine.reduce((sum, each) => sum + 1 / each, 0) };
}

/**
 * The edge in a box of the picture, `perMm` px to the millimetre. A picture of the same place from `before` the work
 * takes the skin's own change of colour out of the rise; without it a slow change passes for a part of the edge. Throws
 * RangeError where the density falls to half of itself nowhere in the box.
 */
export function edgeIn(
  picture: PixelBuffer,
  perMm: number,
  box: Box,
  bare: Side,
  before: PixelBuffer | null = null,
): Edge {
  const { light, line } = turnedEdge(picture, perMm, box, bare);
  const then = before && lightTurned(before, box, bare);
  const { deviation, rise } = fitted(changeAcross(light, then, perMm, line));
  return { ...raggedness(line), width: 2 * TENTH * deviation, rise };
}
