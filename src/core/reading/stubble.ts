/* Which way stubble lies on the client's sides: shaved or short, a hair is a short stroke, so that the photo changes
   faster across hair than along it. Hair stands up as well as it lies, and seen aslant that turns it in the picture:
   both are found together, as what agrees best with all places. */

import { sincos } from "../geometry/exact.ts";
import { clamp } from "../geometry/interpolate.ts";
import { type Point2, type Vec3, add, cross, scale } from "../geometry/vector.ts";
import { project } from "../head/camera.ts";
import { cutAway } from "../head/cut.ts";
import { BACK, GROWN, type Growth, type Hair, asideAt, growthInto, hairOf } from "../head/growth.ts";
import { scalpDirection } from "../head/scalp.ts";
import type { Surface } from "../head/surface.ts";
import { vaultNormal, vaultPoint } from "../head/vault.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { DOT } from "../pigment/dot.ts";
import type { Degrees } from "../units.ts";
import { isSide } from "./skin-pixels.ts";

/**
 * What the sides propose. `back`: as Growth has it. `along`: how many times as long as wide a dot is to be, as Dot has
 * it. `sure`: how far the picture agrees, 0 not at all, 1 where nothing changes along hair.
 */
export type StubbleReading = { readonly back: Degrees; readonly along: number; readonly sure: number };

/** Steps on the scalp's chart, about 6 mm, and its part that is looked at. */
const STEP = 0.06;
const REACH = 1.74;
/** Cosine of incidence, and share of a side's own way, from which a place is looked at. */
const FACING = 0.75;
const ASIDE = 0.7;
/** Half of the square about a place, and how far a change is taken over to either side, mm; least pixels to a mm. */
const HALF = 3.5;
const OVER = 0.12;
const LEAST_PX = 3;
/** Fewer places say nothing, nor do smaller changes of the light there, nor less agreement (SOURCES growth-6). */
const FEW = 20;
const LEAST_CHANGE = 0.04;
const LEAST_SURE = 0.1;
/** Ways that are tried: to the back, degrees, and up from the skin, as a tangent. */
const [EACH, STEEPEST, RISE] = [3, 1.6, 0.1] as const;

/** Changes of the picture about a place, as a matrix of trace 1; and what the ways along, back and up become there. */
type Place = {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly along: Point2;
  readonly back: Point2;
  readonly up: Point2;
};

/**
 * Reads the sides above and behind the ears where they face the camera. `pixels`: the photo in full. Null where too
 * little of them is seen or nothing lies one way: bare skin, long hair, a photo too small.
 */
export function readStubble(pixels: PixelBuffer, surface: Surface, growth: Growth): StubbleReading | null {
  const hair = hairOf({ ...growth, back: 0 });
  const places: Place[] = [];
  for (let u = -REACH; u <= REACH; u += STEP) {
    for (let v = -REACH; v <= REACH; v += STEP) {
      const place = u * u + v * v > REACH * REACH ? null : placeAt(pixels, surface, hair, scalpDirection(u, v));
      if (place) places.push(place);
    }
  }
  if (places.length < FEW) return null;
  let best = { back: 0, sure: 0 };
  for (let back: number = BACK.least; back <= BACK.most; back += EACH) {
    for (let rise = 0; rise <= STEEPEST; rise += RISE) {
      const sure = agreement(places, back, rise);
      if (sure > best.sure) best = { back, sure };
    }
  }
  const { back, sure } = best;
  if (sure < LEAST_SURE) return null;
  const along = clamp(Math.sqrt((1 + sure) / (1 - sure)), DOT.along.least, DOT.along.most);
  return { back, along: Math.round(100 * along) / 100, sure };
}

/** How much less the picture changes along hair that lies so than across it, -1..1 in the mean of all places. */
function agreement(places: readonly Place[], back: Degrees, rise: number): number {
  const [sin, cos] = sincos(back);
  let sum = 0;
  for (const { xx, xy, yy, along, back: b, up } of places) {
    const x = cos * along.x + sin * b.x + rise * up.x;
    const y = cos * along.y + sin * b.y + rise * up.y;
    sum += 1 - (2 * (xx * x * x + 2 * xy * x * y + yy * y * y)) / Math.max(1e-12, x * x + y * y);
  }
  return sum / places.length;
}

/** One place of the sides; null where it is not to be looked at. */
function placeAt(pixels: PixelBuffer, surface: Surface, hair: Hair, d: Vec3): Place | null {
  const { vault, eye } = surface;
  const point = vaultPoint(vault, d);
  const side = d[0] < 0 ? -1 : 1;
  if (!isSide(point, side) || asideAt(hair, d[0], d[1]) < ASIDE) return null;
  const { x, y, facing } = surface.toImage(d);
  if (facing < FACING || cutAway(surface.cuts, x, y)) return null;
  const { normal } = vaultNormal(vault, d);
  const out = new Float64Array(GROWN);
  growthInto(hair, ...d, ...normal, out);
  const way: Vec3 = [out[0], out[1], out[2]];
  const here = project(eye, point);
  /** What 1 mm of it becomes, px. */
  const seen = (of: Vec3): Point2 => {
    const there = project(eye, add(point, of));
    return { x: there.x - here.x, y: there.y - here.y };
  };
  const [along, back, up] = [seen(way), seen(scale(cross(normal, way), side)), seen(normal)];
  const perMm = Math.sqrt(Math.abs(along.x * back.y - along.y * back.x));
  if (perMm < LEAST_PX) return null;
  const changes = changesAbout(pixels, x, y, HALF * perMm, Math.max(1, Math.round(OVER * perMm)));
  return changes && { ...changes, along, back, up };
}

/**
 * Of a square of so many pixels to every side, over so many to either side of each; null where it leaves the photo or
 * hardly changes.
 */
function changesAbout({ width, height, data }: PixelBuffer, x: number, y: number, half: number, over: number) {
  const [left, top] = [Math.round(x - half), Math.round(y - half)];
  const [right, bottom] = [Math.round(x + half), Math.round(y + half)];
  if (left < over || top < over || right + over >= width || bottom + over >= height) return null;
  let [xx, xy, yy, level] = [0, 0, 0, 0];
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) {
      // Green, which is sharpest and has the least noise.
      const at = 4 * (row * width + col) + 1;
      // Three rows, three columns weighed as Scharr has them, so that no direction of the grid counts for more.
      const [h, w] = [4 * over, 4 * over * width];
      const [nw, ne, sw, se] = [data[at - w - h], data[at - w + h], data[at + w - h], data[at + w + h]];
      const dx = (3 * (ne - nw + se - sw) + 10 * (data[at + h] - data[at - h])) / 16;
      const dy = (3 * (sw - nw + se - ne) + 10 * (data[at + w] - data[at - w])) / 16;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
      level += data[at];
    }
  }
  const count = (right - left + 1) * (bottom - top + 1);
  const all = xx + yy;
  if (all / 2 / count < (LEAST_CHANGE * LEAST_CHANGE * level * level) / (count * count)) return null;
  return { xx: xx / all, xy: xy / all, yy: yy / all };
}
