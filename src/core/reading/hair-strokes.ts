/* A person's strokes as odds: sure along the stroke, and so far about it as the picture goes on alike. */

import type { HairStroke } from "../head/hair-strokes.ts";
import type { Millimetres } from "../units.ts";
import { NUMBERS, away, cloudOf } from "./hair-kinds.ts";
import type { HairPlanes } from "./hair-planes.ts";
import { soften } from "./skin-planes.ts";

/** Odds, as logarithms, that nothing else outweighs; and what is added where the picture goes on as at the stroke. */
const SURE = 40;
const ALIKE = 8;
/** Squared deviations from a stroke's own pixels up to which a pixel is like them. */
const LIKE = 20;
/** A step onto a pixel that is hardly like them counts for so many more. */
const STRANGE = 1;
/** So far beyond a stroke it says nothing, mm. */
const FAR: Millimetres = 70;

export type Said = {
  /** Odds for hair, negative for skin, by pixel, of the strokes themselves; 0 beside them. The last stroke wins. */
  readonly sure: Float32Array;
  /** What is added to a pixel's own odds. */
  readonly alike: Float32Array;
};

/** What strokes say of each pixel. `numbers`: as tellingNumbers has them. */
export function strokesOn(planes: HairPlanes, numbers: Float32Array, strokes: readonly HairStroke[]): Said {
  const { width, height, inside } = planes;
  const sure = new Float32Array(width * height);
  const alike = new Float32Array(width * height);
  const smooth = strokes.length > 0 ? evened(planes, numbers) : numbers;
  const drawn = strokes.map((stroke) => ({ stroke, pixels: under(planes, stroke) }));
  for (const { stroke, pixels } of drawn) for (const i of pixels) sure[i] = stroke.kind === "hair" ? SURE : -SURE;
  for (const { stroke, pixels } of drawn) {
    const own = pixels.filter((i) => inside[i] > 0.9);
    if (own.length < FEW) continue;
    const seen = new Uint8Array(width * height);
    for (const i of own) seen[i] = 1;
    const cloud = cloudOf(smooth, (i) => seen[i] === 1);
    const most = FAR * planes.perMm;
    const odds = stroke.kind === "hair" ? ALIKE : -ALIKE;
    const ring: number[] = [...own];
    const steps = new Float32Array(width * height);
    for (let k = 0; k < ring.length; k++) {
      const i = ring[k];
      alike[i] = odds * (1 - steps[i] / most);
      const x = i % width;
      for (const j of [x > 0 ? i - 1 : i, x + 1 < width ? i + 1 : i, i - width, i + width]) {
        if (j < 0 || j >= seen.length || seen[j] === 1 || inside[j] < 0.5 || steps[i] + 1 >= most) continue;
        const unlike = away(cloud, smooth, j);
        if (sure[j] * odds < 0 || unlike > LIKE) continue;
        seen[j] = 1;
        steps[j] = steps[i] + 1 + (unlike / LIKE) * STRANGE;
        ring.push(j);
      }
    }
  }
  return { sure, alike };
}

/** Strands are alike as a whole, not one by one. */
const EVENED: Millimetres = 1.5;

/** The numbers of pixels as the mean of what is about them on the head. */
function evened({ width, height, inside, perMm }: HairPlanes, numbers: Float32Array): Float32Array {
  const radius = Math.max(1, Math.round(EVENED * perMm));
  const weight = inside.map((one) => (one > 0.9 ? 1 : 0));
  const all = weight.slice();
  soften(all, width, height, radius);
  const out = numbers.slice();
  for (let k = 0; k < NUMBERS; k++) {
    const plane = weight.map((one, i) => one * numbers[i * NUMBERS + k]);
    soften(plane, width, height, radius);
    for (let i = 0; i < plane.length; i++) if (weight[i] > 0) out[i * NUMBERS + k] = plane[i] / all[i];
  }
  return out;
}

/** Fewer pixels of the head under a stroke are like nothing. */
const FEW = 6;

/** The pixels that a stroke covers. */
function under({ left, top, shrink, width, height }: HairPlanes, { radius, points }: HairStroke): number[] {
  const covered = new Set<number>();
  const reach = Math.max(0.8, radius / shrink);
  for (const [k, point] of points.entries()) {
    const next = points[Math.min(points.length - 1, k + 1)];
    const [ax, ay] = [(point.x - left) / shrink - 0.5, (point.y - top) / shrink - 0.5];
    const [bx, by] = [(next.x - left) / shrink - 0.5, (next.y - top) / shrink - 0.5];
    const [vx, vy] = [bx - ax, by - ay];
    const long = vx * vx + vy * vy;
    const north = Math.max(0, Math.floor(Math.min(ay, by) - reach));
    const south = Math.min(height - 1, Math.ceil(Math.max(ay, by) + reach));
    const west = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
    const east = Math.min(width - 1, Math.ceil(Math.max(ax, bx) + reach));
    for (let y = north; y <= south; y++) {
      for (let x = west; x <= east; x++) {
        const t = long > 0 ? Math.max(0, Math.min(1, ((x - ax) * vx + (y - ay) * vy) / long)) : 0;
        const [dx, dy] = [x - ax - t * vx, y - ay - t * vy];
        if (dx * dx + dy * dy <= reach * reach) covered.add(y * width + x);
      }
    }
  }
  return [...covered];
}
