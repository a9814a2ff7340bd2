/* Curves on the head that are drawn by hand: the smooth way through a few points, and the few points that tell a way
   which a finger has drawn. */

import { type Vec3, add, cross, dot, length, scale, subtract, unit } from "../geometry/vector.ts";
import { type ChartPoint, scalpChart } from "../head/scalp.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import type { Millimetres } from "../units.ts";

/** Pieces that the way from one point to the next is made of. */
const PIECES = 8;

/** What the way from b to c sets out with at one of its ends: of the way through a, b and c, by their distances. */
const slope = (a: number, b: number, c: number, before: number, after: number): number =>
  after * ((b - a) / before - (c - a) / (before + after) + (c - b) / after);

/**
 * The direction a share t of the way from b to c on the smooth way through a, b, c and d: Catmull and Rom's,
 * centripetal, which makes no loops, however unevenly the points stand.
 */
function smooth(a: Vec3, b: Vec3, c: Vec3, d: Vec3, t: number): Vec3 {
  const gap = (p: Vec3, q: Vec3): number => Math.sqrt(Math.max(1e-9, length(subtract(q, p))));
  const [before, here, after] = [gap(a, b), gap(b, c), gap(c, d)];
  const of = (i: 0 | 1 | 2): number => {
    const out = slope(a[i], b[i], c[i], before, here);
    const into = -slope(d[i], c[i], b[i], after, here);
    const step = c[i] - b[i];
    return b[i] + t * (out + t * (3 * step - 2 * out - into + t * (out + into - 2 * step)));
  };
  const p: Vec3 = [of(0), of(1), of(2)];
  return length(p) > 1e-6 ? unit(p) : b;
}

/** The smooth way through all points, directions too; `closed`: back to the first, which is not repeated. */
export function smoothWay(points: readonly Vec3[], closed: boolean): readonly Vec3[] {
  const n = points.length;
  if (n < 2) return points;
  /** Beyond the ends of an open way it goes on as it came. */
  const at = (i: number): Vec3 => {
    if (closed) return points[(i + n) % n];
    if (i < 0) return subtract(scale(points[0], 2), points[1]);
    return i < n ? points[i] : subtract(scale(points[n - 1], 2), points[n - 2]);
  };
  const way: Vec3[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    for (let k = 0; k < PIECES; k++) way.push(smooth(at(i - 1), at(i), at(i + 1), at(i + 2), k / PIECES));
  }
  if (!closed) way.push(points[n - 1]);
  return way;
}

/** The closed way through three points or more in the scalp's chart; none of fewer. */
export const closedWay = (points: readonly Vec3[]): readonly ChartPoint[] =>
  points.length < 3 ? [] : smoothWay(points, true).map(scalpChart);

/** Directions as a plan keeps them: to a thousandth of a millimetre. */
export const roundedDirection = ([x, y, z]: Vec3): Vec3 => [
  Math.round(x * 1e5) / 1e5,
  Math.round(y * 1e5) / 1e5,
  Math.round(z * 1e5) / 1e5,
];

/** How far p lies from the chord from a to b. */
function offChord(p: Vec3, a: Vec3, b: Vec3): Millimetres {
  const along = subtract(b, a);
  const size2 = dot(along, along);
  const t = size2 > 0 ? Math.max(0, Math.min(1, dot(subtract(p, a), along) / size2)) : 0;
  return length(subtract(p, add(a, scale(along, t))));
}

/**
 * Those of a drawn way's directions that tell it to `within` mm, the ends among them, `most` at most: then they tell it
 * as well as so many can (Ramer, Douglas and Peucker's).
 */
export function fewPoints(vault: Vault, way: readonly Vec3[], within: Millimetres, most: number): readonly Vec3[] {
  const places = way.map((d) => vaultPoint(vault, d));
  const kept = new Set([0, way.length - 1]);
  const pieces: (readonly [number, number])[] = [[0, way.length - 1]];
  const farthest = ([from, to]: readonly [number, number]): readonly [at: number, off: Millimetres] => {
    let [at, off] = [from, 0];
    for (let i = from + 1; i < to; i++) {
      const far = offChord(places[i], places[from], places[to]);
      if (far > off) [at, off] = [i, far];
    }
    return [at, off];
  };
  while (kept.size < most && pieces.length > 0) {
    const told = pieces.map(farthest);
    const worst = told.reduce((best, [, off], i) => (off > told[best][1] ? i : best), 0);
    const [at, off] = told[worst];
    if (off <= within) break;
    const [[from, to]] = pieces.splice(worst, 1);
    pieces.push([from, at], [at, to]);
    kept.add(at);
  }
  return [...kept].toSorted((a, b) => a - b).map((i) => roundedDirection(way[i]));
}

/** So many directions in a ring about one (unit), `radius` mm from it as the crow flies; clockwise or not. */
export function ringAbout(
  vault: Vault,
  d: Vec3,
  radius: Millimetres,
  many: readonly (readonly [number, number])[],
): Vec3[] {
  const first = unit(cross(d, Math.abs(d[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const second = cross(d, first);
  const centre = vaultPoint(vault, d);
  return many.map(([sin, cos]) => {
    const towards = add(scale(first, cos), scale(second, sin));
    // A tangent of length t leads t times the local radius away: halved in on, since that differs by direction.
    let [low, high] = [0, 1];
    for (let round = 0; round < 30; round++) {
      const t = (low + high) / 2;
      const away = length(subtract(vaultPoint(vault, unit(add(d, scale(towards, t)))), centre));
      if (away < radius) low = t;
      else high = t;
    }
    return unit(add(d, scale(towards, low)));
  });
}
