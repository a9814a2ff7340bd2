/* The points of a drawn line: what the rest of the line makes of them, and how they move. */

import { type Vec3, length, mirrored, subtract, toTenths, unit } from "../geometry/vector.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import { aboveBrow, between } from "../head/walk.ts";
import { roundedDirection } from "./drawn-curve.ts";
import { type Hairline, withOwnEdge } from "./hairline.ts";

/** How many points a drawn line has at least and at most. */
export const DRAWN = { least: 3, most: 24 } as const;

/** An end lower than this share of the middle's height is a temporal peak. */
const PEAK = 0.62;

/**
 * The line through these directions (unit), right to left; its own middle, temples and peaks go where they have them.
 * `ends`: whether the ends are temporal peaks; without it their height tells.
 */
export function withPoints(vault: Vault, hairline: Hairline, points: readonly Vec3[], ends?: boolean): Hairline {
  const [right, left] = [points[0], points[points.length - 1]];
  const middle = points.reduce((best, d) => (Math.abs(d[0]) < Math.abs(best[0]) ? d : best));
  const height = aboveBrow(vault, middle);
  const temples = ends ?? [right, left].every((d) => aboveBrow(vault, d) < PEAK * height);
  const corner = (end: Vec3): Vec3 => {
    if (!temples) return end;
    const chord = (d: Vec3): number => length(subtract(d, between(middle, end, 0.5)));
    const side = points.filter((d) => d[0] * end[0] > 0);
    return side.reduce((best, d) => (chord(d) > chord(best) && d !== end ? d : best), side[0] ?? end);
  };
  const place = (d: Vec3): Vec3 => toTenths(vaultPoint(vault, d));
  return {
    ...withOwnEdge(vault, hairline),
    points: {
      mid: place(middle),
      templeRight: place(corner(right)),
      templeLeft: place(corner(left)),
      peakRight: temples ? place(right) : hairline.points.peakRight,
      peakLeft: temples ? place(left) : hairline.points.peakLeft,
    },
    drawn: { points, temples },
  };
}

/** Twins lie so near to where the other side of one is, as lengths of directions. */
const EVEN = 0.03;

/** The number of the point on the other side that is the twin of number i, 0 upwards; null where it has none there. */
export function drawnTwin(points: readonly Vec3[], i: number): number | null {
  const other = points.length - 1 - i;
  return length(subtract(points[other], mirrored(points[i]))) < EVEN ? other : null;
}

/** A drawn line with its point number i at the direction d (unit), whatever comes of it; with `mirror` its twin too. */
export function withDrawnAt(vault: Vault, hairline: Hairline, i: number, d: Vec3, mirror: boolean): Hairline {
  const points = hairline.drawn?.points ?? [];
  if (!(i in points)) return hairline;
  const twin = mirror ? drawnTwin(points, i) : null;
  const place = roundedDirection(twin === i ? unit([0, d[1], d[2]]) : d);
  const moved = points.map((one, k) => (k === i ? place : k === twin ? mirrored(place) : one));
  return withPoints(vault, hairline, moved, hairline.drawn?.temples);
}
