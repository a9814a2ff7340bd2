/* What a finish asks for, in the terms in which the blind detector tells what it found. The law: along the designed
   line each place has the share of the density, and its dots the size and strength, that the fade's own numbers give it
   with the swing of the plan's seed, as exactly as if there were a dot at every point. On that the detector's line is
   drawn, and what stands across it is what is asked. No dot and no picture comes into it. */
import { type Fade, STRAYS_AT, lookAt, shareAt, tailOf } from "../../src/core/hairline/finish.ts";
import { swingOf } from "../../src/core/hairline/swing.ts";
import { depthOfShade, usualShade } from "../../src/core/pigment/shades.ts";
import type { Millimetres } from "../../src/core/units.ts";
import type { Course } from "./course.ts";
import { GRID, type Line, REACH, STEP, lineIn, raggedness, widthOfRise } from "./edge.ts";
import { BEFORE, type Look, ZONES } from "./front.ts";
import { type Plane, planeOf, smoothed } from "./planes.ts";

/** The ground tone and the picture spread a dot's darkness so far, standard deviation. */
const HAZE: Millimetres = 0.5;
/** How far from the edge it is looked at. */
const BESIDE: Millimetres = 40;
/**
 * A dot on skin that is nearly bare stands out more than one among others, whose ground tone it shares: so many times
 * as much at a sharp line whose dots are all alike.
 */
const ALONE = 1.1;

/** The light that a dot takes of what falls on it, against what one of full strength takes (Beer and Lambert). */
const taken = (fainter: number): number => Math.expm1(-fainter * USUAL_DEPTH) / Math.expm1(-USUAL_DEPTH);
const USUAL_DEPTH = depthOfShade(usualShade, 2);

/** Dots to a cell of the grid against those of the whole density, what they darken, and how each stands out. */
type Map = Readonly<Record<"density" | "darkness" | "contrast", Plane>>;

function mapOf(fade: Fade, { columns, height: tall, round }: Course, seed: number): Map {
  const [width, height] = [columns.length, Math.floor(tall / GRID)];
  const { mounds, clusters } = swingOf(seed, round, BESIDE);
  const tail = tailOf(fade);
  const [density, darkness, contrast] = [0, 1, 2].map(() => planeOf(width, height));
  for (let x = 0; x < width; x++) {
    const { down, cosine, along, crowd } = columns[x];
    const mound = fade.macro * mounds(along);
    for (let y = 0; y < height; y++) {
      const straight = (down - (y + 0.5) * GRID) * cosine;
      const inside = straight + mound + fade.micro * clusters(along, straight);
      const [finer, fainter] = [lookAt(inside, fade.finer), lookAt(inside, fade.fainter)];
      const i = y * width + x;
      const share = shareAt(inside, fade.edge, fade.transition, fade.stray, tail);
      density.data[i] = share * crowd;
      darkness.data[i] = share * finer * finer * taken(fainter);
      contrast.data[i] = finer * fainter;
    }
  }
  return { density, darkness: smoothed(darkness, HAZE / GRID), contrast };
}

/** Sums of a value of the map by steps across the line, from BESIDE behind it to as far before it. */
function across(
  { width, height }: Plane,
  { first, contour, cosine }: Line,
  value: (i: number) => number,
): Float64Array {
  const sums = new Float64Array((2 * BESIDE) / STEP);
  for (let col = 0; col < contour.length; col++) {
    for (let y = 0; y < height; y++) {
      const before = ((y + 0.5) * GRID - contour[col]) * cosine[col];
      const step = Math.floor((before + BESIDE) / STEP);
      if (step >= 0 && step < sums.length) sums[step] += value(y * width + first + col);
    }
  }
  return sums;
}

const between = (sums: Float64Array, from: Millimetres, to: Millimetres): number =>
  sums.slice((from + BESIDE) / STEP, (to + BESIDE) / STEP).reduce((sum, each) => sum + each, 0);

/** What a fade asks for along a course, at a plan's density of STRAYS_AT. */
export function askedOf(fade: Fade, course: Course, seed: number): Look {
  const { density, darkness, contrast } = mapOf(fade, course, seed);
  const line = lineIn(density);
  const sums = (value: (i: number) => number): Float64Array => across(density, line, value);
  const [places, dark] = [sums(() => 1), sums((i) => darkness.data[i])];
  const [dots, bright] = [sums((i) => density.data[i]), sums((i) => density.data[i] * contrast.data[i])];
  const profile = Array.from(dark, (sum, step) => -sum / places[step]);
  const meanIn = ([from, to]: readonly [number, number]): number => between(bright, from, to) / between(dots, from, to);
  const length = line.cosine.reduce((sum, each) => sum + GRID / each, 0);
  return {
    width: widthOfRise(profile.slice((BESIDE - REACH) / STEP, (BESIDE + REACH) / STEP)),
    irregularity: raggedness(line).stray,
    strays: ((STRAYS_AT / 10) * GRID * GRID * between(dots, BEFORE, BESIDE)) / length,
    lineContrast: (ALONE * meanIn(ZONES.line)) / meanIn(ZONES.behind),
  };
}
