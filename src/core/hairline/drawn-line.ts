/* A line drawn by hand: in the place of a shape a few points in front, from the client's right to the left, with the
   smooth way through them. A stroke becomes such points, or takes the place of that stretch of the line that it begins
   and ends on; points are added to it and taken away. */

import { type Vec3, add, length, mirrored, scale, subtract, unit } from "../geometry/vector.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import type { Millimetres } from "../units.ts";
import { hairlineCurve } from "./boundary.ts";
import { fewPoints, roundedDirection } from "./drawn-curve.ts";
import { DRAWN, drawnTwin, withPoints } from "./drawn-points.ts";
import type { Hairline } from "./hairline.ts";
import { type Stop, faultOf } from "./moved-point.ts";

/** A line is told to so much by its points, and by so many of one side at most. */
const NEAR: Millimetres = 1.2;
const OF_A_SIDE = 8;
/** What begins or ends so near the line goes on in it. */
const ON_LINE: Millimetres = 5;
/** What is added so near the midline, as a length of directions, has no twin. */
const ASIDE = 0.03;
/** A stroke shorter than this was a touch. */
const LEAST: Millimetres = 8;
/** What a stroke makes of a line; `stop`: why it stays as it is, null where it does not. */
export type DrawnLine = { readonly hairline: Hairline; readonly stop: Stop | null };

/**
 * The line with a stroke laid into it, directions of the unit sphere in the order in which they were passed; with
 * `mirror` the side that has more of the stroke is the other's too. What would be no line, or is but a touch, changes
 * nothing.
 */
export function withStroke(vault: Vault, hairline: Hairline, stroke: readonly Vec3[], mirror: boolean): DrawnLine {
  const places = stroke.map((d) => vaultPoint(vault, d));
  const reach = Math.max(0, ...places.map((p) => length(subtract(p, places[0]))));
  if (reach < LEAST) return { hairline, stop: null };
  const ordered = stroke[0][0] <= stroke[stroke.length - 1][0] ? stroke : stroke.toReversed();
  const way = laidInto(vault, hairlineCurve(vault, hairline), ordered);
  const right = ordered.filter(([x]) => x < 0).length;
  const side = right > ordered.length / 2 ? -1 : 1;
  const points = mirror ? symmetric(vault, way, side) : fewPoints(vault, way, NEAR, 2 * OF_A_SIDE);
  return taken(vault, hairline, withPoints(vault, hairline, points));
}

/** The line if it is one, else the one before. */
function taken(vault: Vault, before: Hairline, after: Hairline): DrawnLine {
  const stop = faultOf(vault, after);
  return stop === null || faultOf(vault, before) !== null
    ? { hairline: after, stop: null }
    : { hairline: before, stop };
}

/** The stroke, and of the line before what it goes on in at its ends. */
function laidInto(vault: Vault, line: readonly Vec3[], stroke: readonly Vec3[]): readonly Vec3[] {
  const nearest = (d: Vec3): { readonly at: number; readonly off: Millimetres } => {
    const p = vaultPoint(vault, d);
    const off = line.map((one) => length(subtract(vaultPoint(vault, one), p)));
    const least = Math.min(...off);
    return { at: off.indexOf(least), off: least };
  };
  if (line.length === 0) return stroke;
  const [first, last] = [nearest(stroke[0]), nearest(stroke[stroke.length - 1])];
  const before = first.off <= ON_LINE ? line.slice(0, first.at) : [];
  const after = last.off <= ON_LINE && last.at >= first.at ? line.slice(last.at + 1) : [];
  return [...before, ...stroke, ...after];
}

/** The points of one side (1: the client's left), and their twins, with one on the midline. */
function symmetric(vault: Vault, way: readonly Vec3[], side: 1 | -1): readonly Vec3[] {
  const onSide = way.filter(([x]) => side * x > 0.02);
  const outwards = side > 0 ? onSide : onSide.toReversed();
  const crossing = way.find(([x], i) => i > 0 && x >= 0 !== way[i - 1][0] >= 0);
  const [, y, z] = crossing ?? outwards[0] ?? way[0];
  const middle = roundedDirection(unit([0, y, z]));
  const half = fewPoints(vault, [middle, ...outwards], NEAR, OF_A_SIDE).slice(1);
  const left = side > 0 ? half : half.map(mirrored);
  return [...left.map(mirrored).toReversed(), middle, ...left];
}

/** The line as a drawn one: as it is, or by points that tell its shape. */
export function asDrawn(vault: Vault, hairline: Hairline): Hairline {
  if (hairline.drawn) return hairline;
  const way = hairlineCurve(vault, hairline);
  const isEven = way.every((d, i) => length(subtract(d, mirrored(way[way.length - 1 - i]))) < 0.02);
  const points = isEven ? symmetric(vault, way, 1) : fewPoints(vault, way, NEAR, 2 * OF_A_SIDE);
  return withPoints(vault, hairline, points);
}

/**
 * The line with a point more at the direction d (unit), on that stretch of it that is nearest; with `mirror` one on the
 * other side too. A shape becomes a drawn line. As it was where it has as many points as it may have.
 */
export function withAddedPoint(vault: Vault, hairline: Hairline, d: Vec3, mirror: boolean): DrawnLine {
  const before = asDrawn(vault, hairline);
  const points = before.drawn?.points ?? [];
  const even = mirror && points.every((_, i) => drawnTwin(points, i) !== null) && Math.abs(d[0]) > ASIDE;
  if (points.length + (even ? 2 : 1) > DRAWN.most) return { hairline, stop: null };
  const added = inserted(points, d);
  return taken(
    vault,
    hairline,
    withPoints(vault, before, even ? inserted(added, mirrored(d)) : added, before.drawn?.temples),
  );
}

function inserted(points: readonly Vec3[], d: Vec3): readonly Vec3[] {
  const off = (i: number): number => {
    const [a, b] = [points[i], points[i + 1]];
    const along = subtract(b, a);
    const size = Math.max(1e-9, length(along));
    const ahead = subtract(d, a);
    const t = Math.max(
      0,
      Math.min(1, (ahead[0] * along[0] + ahead[1] * along[1] + ahead[2] * along[2]) / (size * size)),
    );
    return length(subtract(d, add(a, scale(along, t))));
  };
  const stretches = points.slice(1).map((_, i) => off(i));
  const at = stretches.indexOf(Math.min(...stretches)) + 1;
  return [...points.slice(0, at), roundedDirection(d), ...points.slice(at)];
}

/**
 * A drawn line without its point number i, 0 upwards; with `mirror` without its twin too. As it was where no line would
 * be left.
 */
export function withoutPoint(vault: Vault, hairline: Hairline, i: number, mirror: boolean): DrawnLine {
  const points = hairline.drawn?.points ?? [];
  if (!(i in points)) return { hairline, stop: null };
  const twin = mirror ? drawnTwin(points, i) : null;
  const left = points.filter((_, k) => k !== i && k !== twin);
  if (left.length < DRAWN.least) return { hairline, stop: null };
  return taken(vault, hairline, withPoints(vault, hairline, left, hairline.drawn?.temples));
}
