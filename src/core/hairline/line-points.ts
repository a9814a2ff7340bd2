/* All points that a line is set by, those in front and those of its rest, under their names: which of them count, where
   they lie, and what becomes of the line when one is put elsewhere. */

import { type Vec3, dot, length, mirrored, scale, subtract, toTenths, unit } from "../geometry/vector.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { tape, walk } from "../head/walk.ts";
import { withDrawnAt } from "./drawn-points.ts";
import { type Hairline, type HairlinePoint, hairlinePoints, restOf, withOwnEdge } from "./hairline.ts";
import { type RestPoint, type SidePoint, restPoints, sidePoints } from "./rest.ts";

/** Those of a drawn line by their number. */
export type DrawnPoint = `drawn-${number}`;
export type NamedPoint = HairlinePoint | RestPoint;
export type LinePoint = NamedPoint | DrawnPoint;
export const linePoints: readonly NamedPoint[] = [...hairlinePoints, ...restPoints];
/** Whether a name is that of one of them. */
export const isLinePoint = (id: string): id is LinePoint =>
  (linePoints as readonly string[]).includes(id) || drawnNumber(id) !== null;

/** The number of a drawn line's point, 0 upwards; null for another's name. */
export function drawnNumber(id: string): number | null {
  const told = /^drawn-(\d+)$/u.exec(id);
  return told ? Number(told[1]) : null;
}

const isDrawnPoint = (id: LinePoint): id is DrawnPoint => drawnNumber(id) !== null;
const isHairlinePoint = (id: LinePoint): id is HairlinePoint => (hairlinePoints as readonly string[]).includes(id);

const { sideburn, overEar, behindEar, corner, fringeFront, fringeSide, fringeBack } = sidePoints;
const bothOf = (...pairs: readonly (typeof sidePoints)[SidePoint][]): readonly RestPoint[] =>
  pairs.flatMap(({ left, right }) => [left, right]);

/** By what is covered; those of the rest only where it has points of its own. */
const counting: Readonly<Record<Hairline["cover"], readonly LinePoint[]>> = {
  scalp: [...hairlinePoints, ...bothOf(sideburn, overEar, behindEar, corner), "nape"],
  top: ["mid", "templeLeft", "templeRight", ...bothOf(fringeFront, fringeSide, fringeBack), "fringe"],
  front: [...hairlinePoints, "behind"],
  crown: ["crown", "crownEdge"],
  areas: [],
};

/** What a drawn line's own points stand in the place of; the peaks only where it goes down to them. */
const designed: readonly LinePoint[] = ["mid", "templeLeft", "templeRight"];
const peaks: readonly LinePoint[] = ["peakLeft", "peakRight"];

/** The points that the edge goes by. */
export function pointsOf({ cover, rest, drawn }: Hairline): readonly LinePoint[] {
  if (!rest) return hairlinePoints;
  if (!drawn || cover === "crown") return counting[cover];
  const left = counting[cover].filter((id) => !designed.includes(id) && !(drawn.temples && peaks.includes(id)));
  return [...drawn.points.map((_, i): DrawnPoint => `drawn-${i}`), ...left];
}

/** Where one of them lies, as a direction of the unit sphere; one of the rest where it usually does, if it has none. */
export function placeOf(vault: Vault, hairline: Hairline, id: LinePoint): Vec3 {
  if (isDrawnPoint(id)) return hairline.drawn?.points[drawnNumber(id) ?? 0] ?? placeOf(vault, hairline, "mid");
  const p = isHairlinePoint(id) ? hairline.points[id] : restOf(vault, hairline).points[id];
  return vaultLevel(vault, p).direction;
}

/** Points that are one on the client's left and one on the right. */
const pairs: readonly (readonly [LinePoint, LinePoint])[] = [
  ["templeLeft", "templeRight"],
  ["peakLeft", "peakRight"],
  ...Object.values(sidePoints).map(({ left, right }) => [left, right] as const),
];
const lefts = new Map<LinePoint, LinePoint>(pairs);
const rights = new Map<LinePoint, LinePoint>(pairs.map(([left, right]) => [right, left]));

/** The same point on the other side; null for one on the midline. */
const twin = (id: LinePoint): LinePoint | null => lefts.get(id) ?? rights.get(id) ?? null;

/** A whorl and its crown lie where they lie. */
const isFree = (id: LinePoint): boolean => id === "crown" || id === "crownEdge";

/** A point of the rest on one side stays so far from the midline, as a share of the head's half breadth. */
const ASIDE = 0.06;

/**
 * Where a point that is taken to the direction d (unit) comes to: with `mirror` those on the midline stay there; those
 * of the rest stay on their side.
 */
export function pointAt(id: LinePoint, d: Vec3, mirror: boolean): Vec3 {
  if (isDrawnPoint(id)) return d;
  if (twin(id) === null) return mirror && !isFree(id) ? onMidline(d) : d;
  if (isHairlinePoint(id)) return d;
  const side = lefts.has(id) ? 1 : -1;
  return side * d[0] >= ASIDE ? d : unit([side * ASIDE, d[1], d[2]]);
}

const onMidline = ([, y, z]: Vec3): Vec3 => (length([0, y, z]) < 1e-9 ? [0, 0, 1] : unit([0, y, z]));

/**
 * The line with one point at the direction d, whatever comes of it; with `mirror` its twin moves too, and one on the
 * midline stays there. A line that had no finish or no rest of its own takes its shape's and the usual.
 */
export function withPointAt(vault: Vault, hairline: Hairline, id: LinePoint, d: Vec3, mirror: boolean): Hairline {
  if (isDrawnPoint(id)) return withDrawnAt(vault, hairline, drawnNumber(id) ?? 0, d, mirror);
  const place = toTenths(vaultPoint(vault, pointAt(id, d, mirror)));
  const other = mirror ? twin(id) : null;
  const moved = { [id]: place, ...(other ? { [other]: mirrored(place) } : {}) };
  const own = withOwnEdge(vault, hairline);
  if (isHairlinePoint(id)) return { ...own, points: { ...own.points, ...moved } };
  const edge = id === "crown" ? { crownEdge: edgeWith(vault, hairline, d) } : {};
  return { ...own, rest: { ...own.rest, points: { ...own.rest.points, ...moved, ...edge } } };
}

/** The edge of a crown whose middle goes to d: as far from it as it was, the same way. */
function edgeWith(vault: Vault, hairline: Hairline, d: Vec3): Vec3 {
  const [middle, edge] = [placeOf(vault, hairline, "crown"), placeOf(vault, hairline, "crownEdge")];
  const way = subtract(edge, scale(d, dot(edge, d)));
  if (length(way) < 1e-6) return hairline.rest?.points.crownEdge ?? vaultPoint(vault, edge);
  return toTenths(vaultPoint(vault, walk(vault, d, unit(way), tape(vault, middle, edge))));
}
