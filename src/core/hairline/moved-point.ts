/* A point of the line moved by hand. A line is a line as long as the edge of the treated area does not cross itself and
   its points lie where a line can be drawn; a move beyond that goes as far as it can. */

import { type Vec3, add, cross, dot, length, scale, subtract, unit } from "../geometry/vector.ts";
import { type ChartPoint, SCALP_RHO, scalpChart } from "../head/scalp.ts";
import { scalpOf } from "../head/scalp-chart.ts";
import type { Vault } from "../head/vault.ts";
import { between } from "../head/walk.ts";
import { canBeDrawn, treatedEdge } from "./boundary.ts";
import type { Hairline } from "./hairline.ts";
import { restPoints } from "./rest.ts";
import { type LinePoint, placeOf, pointAt, pointsOf, withPointAt } from "./line-points.ts";

/** Why a point goes no further: the edge would cross itself, or the point would leave the head's upper part. */
export type Stop = "crosses" | "leaves";

export type MovedPoint = { readonly hairline: Hairline; readonly stop: Stop | null };

/** Farthest that a temporal peak lies from the scalp's pole, in the chart: 120 degrees, the brow's level in front. */
const FARTHEST_PEAK = Math.sqrt(3);
/** Least that the mid point lies before the pole, in the chart: behind it there is no front. */
const LEAST_AHEAD = 0.1;

/**
 * The line with one point moved towards the direction d (unit), as far as it remains a line, and why it went no
 * further. With `mirror` its twin moves too and the mid point stays on the midline. Of a line that is none yet, such as
 * one from another head, any move is taken that can be drawn.
 */
export function withPoint(vault: Vault, hairline: Hairline, point: LinePoint, d: Vec3, mirror: boolean): MovedPoint {
  const tried = (to: Vec3): Hairline => withPointAt(vault, hairline, point, to, mirror);
  const moved = tried(d);
  const stop = faultOf(vault, moved);
  if (stop === null) return { hairline: moved, stop };
  if (faultOf(vault, hairline) !== null)
    return canBeDrawn(vault, moved) ? { hairline: moved, stop: null } : { hairline, stop };
  const from = placeOf(vault, hairline, point);
  const comesTo = (to: Vec3): Vec3 => pointAt(point, to, mirror);
  const nearest = nearestTo(d, from, comesTo, (to) => faultOf(vault, tried(to)) === null);
  return { hairline: nearest === from ? hairline : tried(nearest), stop };
}

/** What keeps the points from being a line on this head; null where they are one. */
export function faultOf(vault: Vault, hairline: Hairline): Stop | null {
  const places = new Map(pointsOf(hairline).map((point) => [point, placeOf(vault, hairline, point)]));
  if ([...places].some(([point, d]) => isTooFar(vault, point, d))) return "leaves";
  const mid = places.get("mid");
  if (mid && scalpChart(mid).v < LEAST_AHEAD) return "leaves";
  if (!canBeDrawn(vault, hairline)) return "crosses";
  return crossesItself(treatedEdge(vault, hairline).map(({ d }) => scalpChart(d))) ? "crosses" : null;
}

/**
 * Whether a point lies where no line can be drawn: in front and above, where no dots can stand; a peak may lie on the
 * face, where its temple ends before it, and the rest as low as the scalp goes.
 */
function isTooFar(vault: Vault, point: LinePoint, d: Vec3): boolean {
  const { u, v } = scalpChart(d);
  const rest = (restPoints as readonly string[]).includes(point);
  const peak = point === "peakLeft" || point === "peakRight";
  const most = peak ? FARTHEST_PEAK : rest ? scalpOf(vault).rho : SCALP_RHO;
  return u * u + v * v > most * most;
}

/** On which side of the way from a to b a point lies, and how far: twice the triangle's area. */
const side = (a: ChartPoint, b: ChartPoint, p: ChartPoint): number =>
  (b.u - a.u) * (p.v - a.v) - (b.v - a.v) * (p.u - a.u);

/** Whether two stretches of a closed way, other than neighbours, cross each other. */
function crossesItself(way: readonly ChartPoint[]): boolean {
  const n = way.length;
  for (let i = 0; i < n - 2; i++) {
    const [a, b] = [way[i], way[i + 1]];
    const [west, east] = a.u < b.u ? [a.u, b.u] : [b.u, a.u];
    for (let k = i + 2; k < n; k++) {
      const [p, q] = [way[k], way[(k + 1) % n]];
      if ((p.u > east && q.u > east) || (p.u < west && q.u < west) || (i === 0 && k === n - 1)) continue;
      if (side(a, b, p) * side(a, b, q) < 0 && side(p, q, a) * side(p, q, b) < 0) return true;
    }
  }
  return false;
}

/** Halvings of the way from where a point stands to where it is wanted, and of the steps about what they give. */
const HALVINGS = 10;
const ROUNDS = 5;
const TURNS: readonly (readonly [number, number])[] = Array.from({ length: 8 }, (_, i) => [
  [1, 0.7071, 0, -0.7071, -1, -0.7071, 0, 0.7071][i],
  [0, 0.7071, 1, 0.7071, 0, -0.7071, -1, -0.7071][i],
]);

/**
 * A place that is allowed as near to `wanted` as a short search finds, beginning with the straight way from `from`,
 * which is allowed; `from` itself where none is nearer. `placeOf`: where a point comes to that is taken to a direction.
 */
function nearestTo(wanted: Vec3, from: Vec3, placeOf: (d: Vec3) => Vec3, isAllowed: (d: Vec3) => boolean): Vec3 {
  let [near, far] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const t = (near + far) / 2;
    if (isAllowed(between(from, wanted, t))) near = t;
    else far = t;
  }
  let best = near > 0 ? between(from, wanted, near) : from;
  const apart = (d: Vec3): number => length(subtract(d, wanted));
  let least = apart(best);
  const across = unit(cross(wanted, Math.abs(wanted[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  for (let round = 0, step = least / 2; round < ROUNDS; round++, step /= 2) {
    const along = cross(best, across);
    const sideways = unit(subtract(across, scale(best, dot(best, across))));
    for (const [x, y] of TURNS) {
      const to = placeOf(unit(add(best, add(scale(sideways, step * x), scale(along, step * y)))));
      const distance = apart(to);
      if (distance >= least || !isAllowed(to)) continue;
      [best, least] = [to, distance];
      break;
    }
  }
  return best;
}
