/* How the edge runs through the points of its rest: beside the ear and round the nape, along a fringe, behind a part,
   or about the crown. Corners as directions of the unit sphere; the curve through them is drawn elsewhere. */

import { sincos } from "../geometry/exact.ts";
import { type Vec3, add, cross, dot, mirrored, scale, subtract, unit } from "../geometry/vector.ts";
import { type BesideEar, besideEar, earLength, placeBesideEar, sideAt } from "../head/ear.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { between, tape, walk, walkTowards } from "../head/walk.ts";
import type { Millimetres } from "../units.ts";
import type { EdgePart, EdgePoint } from "./edge.ts";
import { type HeadSide, type Rest, SIDEBURN, type SidePoint, sidePoints } from "./rest.ts";

/** How far from a corner of the nape it is rounded, and from the ends of a sideburn. */
const SOFT_CORNER: Millimetres = 12;
const SIDEBURN_CORNER: Millimetres = 2.5;
/** Where the sideburn's front edge begins below the temple: so far above the ear's top, and so far before its end. */
const ABOVE_EAR: Millimetres = 6;
const FLARE: Millimetres = 4;

const onHead = (vault: Vault, { points }: Rest, name: SidePoint, side: HeadSide): Vec3 =>
  toLeft(vaultLevel(vault, points[sidePoints[name][side]]).direction, side);
/** Both sides are drawn on the client's left; the right one is brought there and back. */
const toLeft = (d: Vec3, side: HeadSide): Vec3 => (side === "left" ? d : mirrored(d));

/** From behind the temporal peak `peak` (unit) round ear and nape, up to the nape's middle, which is not among them. */
export function roundTheEar(vault: Vault, rest: Rest, side: HeadSide, peak: Vec3): EdgePoint[] {
  const at = (name: SidePoint): Vec3 => onHead(vault, rest, name, side);
  const ear = earLength(vault);
  const end = placeBesideEar(vault, at("sideburn"));
  const over = placeBesideEar(vault, at("overEar"));
  const behind = placeBesideEar(vault, at("behindEar"));
  const beside = (place: BesideEar): Vec3 => besideEar(vault, place);
  const corner = at("corner");
  const below = beside({ up: behind.up - 0.36, fore: behind.fore - 0.01 });
  const nape = vaultLevel(vault, rest.points.nape).direction;
  const ways: readonly (readonly [EdgePart, readonly Vec3[]])[] = [
    ["side", sideburn(vault, toLeft(peak, side), end)],
    ["ear", arch(end, over, behind, ear).map(beside)],
    ["ear", [below]],
    ["nape", rounding(vault, below, corner, toLeft(nape, side), SOFT_CORNER)],
  ];
  return ways.flatMap(([part, way]) => way.map((d) => ({ d: toLeft(d, side), part })));
}

/** Down a sideburn's front edge and along its end, from the temporal peak (left). */
function sideburn(vault: Vault, peak: Vec3, { up, fore }: BesideEar): Vec3[] {
  const ear = earLength(vault);
  const half = SIDEBURN / 2 / ear;
  const soft = SIDEBURN_CORNER / ear;
  const [, , frontZ] = vaultPoint(vault, besideEar(vault, { up, fore: fore + half }));
  const start = sideAt(vault, vault.ear.top.y + ABOVE_EAR, frontZ + FLARE);
  const hollow = walk(vault, between(peak, start, 0.5), backwards(between(peak, start, 0.5)), HOLLOW);
  const foot = [
    { up: up + 2 * soft, fore: fore + half },
    { up: up + 0.3 * soft, fore: fore + half - 0.8 * soft },
    { up, fore },
    { up: up + 0.3 * soft, fore: fore - half + 0.8 * soft },
    { up: up + 2 * soft, fore: fore - half },
  ].map((place) => besideEar(vault, place));
  // A sideburn that ends at the ear's top has no front edge of its own.
  return up > 1 - 0.1 ? [hollow, ...foot.slice(0, 3)] : [hollow, start, ...foot];
}

/** Between temporal peak and sideburn the edge is drawn in by so much. */
const HOLLOW: Millimetres = 4;
const backwards = (d: Vec3): Vec3 => unit(subtract([0, 0, -1], scale(d, -d[2])));

/** Up before the ear, over it and down behind it: quarters of ellipses. */
function arch(end: BesideEar, over: BesideEar, behind: BesideEar, ear: Millimetres): BesideEar[] {
  const before = end.fore - SIDEBURN / 2 / ear;
  const foot = { up: Math.max(over.up - 0.45, Math.min(end.up + 0.12, over.up - 0.08)), fore: before };
  const quarter = (from: BesideEar, degrees: number): BesideEar => {
    const [sin, cos] = sincos(degrees);
    return { up: from.up + (over.up - from.up) * sin, fore: over.fore + (from.fore - over.fore) * cos };
  };
  return [
    ...(end.up > 0.9 ? [] : [foot]),
    quarter(foot, 35),
    quarter(foot, 65),
    over,
    quarter(behind, 62),
    quarter(behind, 30),
    behind,
  ];
}

/** A corner cut and rounded so far from it, or half the way to what lies beside it. */
function rounding(vault: Vault, before: Vec3, corner: Vec3, after: Vec3, far: Millimetres): Vec3[] {
  const off = (to: Vec3): Millimetres => Math.min(far, tape(vault, corner, to) / 2);
  const [a, b] = [walkTowards(vault, corner, before, off(before)), walkTowards(vault, corner, after, off(after))];
  return [a, between(between(a, b, 0.5), corner, 0.35), b];
}

/** Along the fringe, down to its middle behind, which is not among them. */
export const alongFringe = (vault: Vault, rest: Rest, side: HeadSide): EdgePoint[] =>
  (["fringeFront", "fringeSide", "fringeBack"] as const).map((name) => ({
    d: toLeft(onHead(vault, rest, name, side), side),
    part: "fringe",
  }));

/** How far behind a temporal peak the edge of a front turns up. */
const TURN: Millimetres = 14;

/** Behind the temple it lies so much of the way that it does behind the middle. */
const NEARER = 0.6;

/**
 * From the temporal peak up and back behind the temple to the middle of a front's edge behind, which is not among them.
 * All of one side, as directions.
 */
export function behindFront(vault: Vault, rest: Rest, mid: Vec3, temple: Vec3, peak: Vec3): EdgePoint[] {
  const middle = vaultLevel(vault, rest.points.behind).direction;
  const turn = walk(vault, peak, backwards(peak), TURN);
  const beside = walk(vault, temple, backwards(temple), NEARER * tape(vault, mid, middle));
  return [turn, beside, between(beside, middle, 0.5)].map((d) => ({ d, part: "fringe" }));
}

/** Corners about a crown. */
const ROUND = 12;

/** Once round the crown. */
export function aboutCrown(vault: Vault, { points }: Rest): EdgePoint[] {
  const [middle, edge] = [points.crown, points.crownEdge].map((p) => vaultLevel(vault, p).direction);
  const away = unit(subtract(edge, scale(middle, dot(edge, middle))));
  const aside = cross(middle, away);
  const far = tape(vault, middle, edge);
  return Array.from({ length: ROUND }, (_, i) => {
    const [sin, cos] = sincos((360 * i) / ROUND);
    return { d: walk(vault, middle, unit(add(scale(away, cos), scale(aside, sin))), far), part: "fringe" as const };
  });
}
