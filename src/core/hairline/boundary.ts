/* From the points a practitioner sets to the closed edge of the treated area: the line in front, drawn by its shape,
   and the rest of it, beside and behind. */

import { memoised } from "../memo.ts";
import type { Millimetres } from "../units.ts";
import { type Vec3, add, cross, dot, length, mirrored, scale, subtract, unit } from "../geometry/vector.ts";
import { chartDistance, scalpChart, scalpDirection } from "../head/scalp.ts";
import { type Vault, vaultLevel } from "../head/vault.ts";
import { between, tape, walk, walkTowards } from "../head/walk.ts";
import { type EdgePart, type EdgePoint, edge, isDesigned } from "./edge.ts";
import { type Hairline, type HairlineShape, hairlineHeight } from "./hairline.ts";
import type { HeadSide, Rest } from "./rest.ts";
import { aboutCrown, alongFringe, behindFront, roundTheEar } from "./rest-course.ts";

/** A point a fraction `at` of the way along, so many mm nearer the face than the even arc. */
type Station = { readonly at: number; readonly lower: Millimetres };

/**
 * How each shape leaves the even arc through temple, mid point and temple. Natural:
 * fuller where it turns to the temple. Winged: the turn drawn back. The widow's
 * peak: 10 mm high, 21 mm wide (SOURCES hairline-5), its tip the mid point. Mature: an M, its middle full.
 */
const courses: Record<HairlineShape, readonly Station[]> = {
  natural: [
    { at: 0.35, lower: 0.5 },
    { at: 0.65, lower: 1.5 },
  ],
  straight: [
    { at: 0.3, lower: 0 },
    { at: 0.6, lower: 0 },
    { at: 0.85, lower: 0 },
  ],
  winged: [
    { at: 0.35, lower: 2 },
    { at: 0.65, lower: 1 },
  ],
  "widows-peak": [
    { at: 0.1, lower: -3.5 },
    { at: 0.24, lower: -8 },
    { at: 0.45, lower: -6.5 },
    { at: 0.7, lower: -1.5 },
  ],
  mature: [
    { at: 0.3, lower: 3 },
    { at: 0.6, lower: 4.5 },
    { at: 0.82, lower: 2 },
  ],
};

/** How far from the fronto-temporal point the corner is cut and rounded. */
const rounding: Record<HairlineShape, Millimetres> = {
  natural: 9,
  straight: 2,
  winged: 6,
  "widows-peak": 9,
  mature: 9,
};

/** From temple to temporal peak: hollow, as the temple is; a defined line is cut straighter. */
const temples: Record<HairlineShape, readonly Station[]> = {
  natural: [
    { at: 0.22, lower: -3 },
    { at: 0.6, lower: -5 },
  ],
  straight: [{ at: 0.5, lower: -1 }],
  winged: [
    { at: 0.25, lower: -4 },
    { at: 0.6, lower: -6 },
  ],
  "widows-peak": [
    { at: 0.22, lower: -3 },
    { at: 0.6, lower: -5 },
  ],
  mature: [
    { at: 0.22, lower: -4 },
    { at: 0.6, lower: -6 },
  ],
};

/**
 * In plans of before, behind the temporal peak: before, above and behind the ear, and
 * down to the middle of the nape. Head frame, mm, client's left.
 */
const aroundEar: readonly Vec3[] = [
  [70, 14, 36],
  [75, 3, 17],
  [77, 11, -6],
  [77, 9, -26],
  [72, -14, -44],
  [61, -38, -60],
  [36, -56, -72],
];
const nape: Vec3 = [0, -60, -76];

/**
 * In the same plans, along the fringe that pattern baldness leaves: level behind the
 * temples, down to 24 mm behind the whorl (SOURCES hairline-10).
 */
const alongEarlierFringe: readonly Vec3[] = [
  [63, 56, 8],
  [65, 54, -18],
  [59, 50, -48],
  [38, 46, -70],
];
const fringeMiddle: Vec3 = [0, 44, -87];

/** Points of a way from a to b, neither included: each on `way`, then moved towards the face. */
function stations(vault: Vault, list: readonly Station[], way: (t: number) => Vec3): Vec3[] {
  return list.map(({ at, lower }) => {
    const d = way(at);
    const ahead = subtract(way(Math.min(1, at + 0.02)), way(Math.max(0, at - 0.02)));
    const off = unit(cross(d, ahead));
    return walk(vault, d, dot(off, FACE) < 0 ? scale(off, -1) : off, lower);
  });
}

/** Towards the face and a little down: the side that "lower" means, above the brow as well as at the temples. */
const FACE: Vec3 = [0, -0.3, 1];

/**
 * The even arc from `mid` to `to` on the circle of directions through
 * `from`, `mid` and `to`: the two sides meet without a corner.
 */
function evenArc(from: Vec3, mid: Vec3, to: Vec3): (t: number) => Vec3 {
  const axis = unit(cross(subtract(mid, from), subtract(to, mid)));
  const centre = scale(axis, dot(axis, mid));
  const a = subtract(mid, centre);
  const b = subtract(to, centre);
  const radius = length(a);
  return (t) => add(centre, scale(unit(add(scale(a, 1 - t), scale(b, t))), radius));
}

/**
 * The closed edge of the treated area, once round the head from the mid point over the client's left, as directions of
 * the unit sphere: the corners first, then drawn as a smooth curve (Catmull and Rom's, by chord length) through them in
 * the scalp's chart. About a crown it goes round that; where areas alone are covered there is none. The last ones are
 * kept: a drag asks whether there is a line, draws it, and lays the dots by it.
 */
export const treatedEdge = memoised((vault: Vault, hairline: Hairline): readonly EdgePoint[] => {
  const { rest } = hairline;
  return rest ? smooth(cornersWith(vault, hairline, rest), FINE_STEPS) : smooth(earlierCorners(vault, hairline), STEPS);
}, 4);

/** A way from the mid point to a temple that is long enough for all that its shape asks for. */
const WHOLE: Millimetres = 45;
/** Below a cut corner the next of a temple's points lies at least so far on. */
const CLEAR: Millimetres = 4;

/** The line in front on both sides, each from the mid point to behind the temple, and with its temple if asked. */
function fronts(vault: Vault, { points, shape, rest }: Hairline, withTemples: boolean): Record<HeadSide, EdgePoint[]> {
  const at = (p: Vec3): Vec3 => vaultLevel(vault, p).direction;
  const mid = at(points.mid);
  const half = (temple: Vec3, opposite: Vec3, peak: Vec3): EdgePoint[] => {
    // On a short way less: plans of before asked for all of it, and for temples where their corner is cut already.
    const share = rest ? Math.min(1, tape(vault, mid, temple) / WHOLE) : 1;
    const cut = share * rounding[shape];
    const course = courses[shape].map(({ at, lower }) => ({ at, lower: share * lower }));
    const way = [mid, ...stations(vault, course, evenArc(opposite, mid, temple))];
    const front = [...way, walkTowards(vault, temple, way[way.length - 1], cut)];
    const room = rest ? (cut + CLEAR) / Math.max(1, tape(vault, temple, peak)) : 0;
    const list = temples[shape].filter(({ at }) => at >= room);
    const down = [...stations(vault, list, (t) => between(temple, peak, t)), peak];
    const below = [walkTowards(vault, temple, down[0], cut), ...down];
    return [...front.map((d) => edge(d, "front")), ...(withTemples ? below : []).map((d) => edge(d, "temple"))];
  };
  const [templeLeft, templeRight] = [at(points.templeLeft), at(points.templeRight)];
  return {
    left: half(templeLeft, templeRight, at(points.peakLeft)),
    right: half(templeRight, templeLeft, at(points.peakRight)),
  };
}

/** The same of a line that was drawn; null where its shape draws it. Below its ends a temple as its shape has it. */
function drawnFronts(vault: Vault, hairline: Hairline): Record<HeadSide, EdgePoint[]> | null {
  const { drawn, points, cover } = hairline;
  if (!drawn) return null;
  const middle = drawn.points.reduce((best, [x], i) => (Math.abs(x) < Math.abs(drawn.points[best][0]) ? i : best), 0);
  const half = (way: readonly Vec3[], peak: Vec3): EdgePoint[] => {
    const front = way.map((d, i) => edge(d, drawn.temples && i === way.length - 1 ? "temple" : "front"));
    if (drawn.temples || cover === "top") return front;
    const end = way[way.length - 1];
    const below = between(end, peak, 0.5);
    return [...front, edge(walk(vault, below, hollowOf(below), -DRAWN_HOLLOW), "temple"), edge(peak, "temple")];
  };
  const at = (p: Vec3): Vec3 => vaultLevel(vault, p).direction;
  return {
    left: half(drawn.points.slice(middle), at(points.peakLeft)),
    right: half(drawn.points.slice(0, middle + 1).toReversed(), at(points.peakRight)),
  };
}

/** The temple below the end of a drawn line is hollow by so much. */
const DRAWN_HOLLOW: Millimetres = 4;
const hollowOf = (d: Vec3): Vec3 => unit(subtract(FACE, scale(d, dot(FACE, d))));

/** So far from the midline, as a length of directions, a side is moved by all that it differs. */
const ALL_OF_IT = 0.45;

/** With the client's left lower by half of what the sides differ by, and the right as much higher. */
function unevenly(
  vault: Vault,
  { uneven }: Hairline,
  front: Record<HeadSide, EdgePoint[]>,
): Record<HeadSide, EdgePoint[]> {
  if (uneven === 0) return front;
  const moved = (way: readonly EdgePoint[], by: Millimetres): EdgePoint[] =>
    way.map(({ d, part }) => edge(walk(vault, d, hollowOf(d), by * Math.min(1, Math.abs(d[0]) / ALL_OF_IT)), part));
  return { left: moved(front.left, uneven / 2), right: moved(front.right, -uneven / 2) };
}

/** The corners of a line whose rest has points of its own. */
function cornersWith(vault: Vault, hairline: Hairline, rest: Rest): EdgePoint[] {
  const { cover, points } = hairline;
  if (cover === "areas") return [];
  if (cover === "crown") return aboutCrown(vault, rest);
  const at = (p: Vec3): Vec3 => vaultLevel(vault, p).direction;
  const front = unevenly(vault, hairline, drawnFronts(vault, hairline) ?? fronts(vault, hairline, cover !== "top"));
  const behind = (side: HeadSide): EdgePoint[] => {
    if (cover === "top") return alongFringe(vault, rest, side);
    const { temple, peak } = {
      left: { temple: at(points.templeLeft), peak: at(points.peakLeft) },
      right: { temple: at(points.templeRight), peak: at(points.peakRight) },
    }[side];
    return cover === "front"
      ? behindFront(vault, rest, at(points.mid), temple, peak)
      : roundTheEar(vault, rest, side, peak);
  };
  const middle: EdgePoint = {
    scalp: edge(at(rest.points.nape), "nape"),
    top: edge(at(rest.points.fringe), "fringe"),
    front: edge(at(rest.points.behind), "fringe"),
  }[cover];
  const right = [...front.right.slice(1), ...behind("right")];
  return [...front.left, ...behind("left"), middle, ...right.toReversed()];
}

/** The corners of a line in plans of before. */
function earlierCorners(vault: Vault, hairline: Hairline): EdgePoint[] {
  const at = (p: Vec3): Vec3 => vaultLevel(vault, p).direction;
  const whole = hairline.cover === "scalp";
  const front = fronts(vault, hairline, whole);
  const behind = (side: (p: Vec3) => Vec3): EdgePoint[] =>
    (whole ? aroundEar : alongEarlierFringe).map((p) => edge(at(side(p)), "rest"));
  const right = [...front.right.slice(1), ...behind(mirrored)];
  const middle = edge(at(whole ? nape : fringeMiddle), "rest");
  return [...front.left, ...behind((p) => p), middle, ...right.toReversed()];
}

/** Steps between two corners; of a line whose rest has points of its own, which has more of them. */
const STEPS = 16;
const FINE_STEPS = 8;

/** Catmull-Rom spline through the corners, by chord length. */
function smooth(corners: readonly EdgePoint[], steps: number): EdgePoint[] {
  const flat = corners.map(({ d }) => scalpChart(d));
  const n = corners.length;
  const tangent = (i: number): { u: number; v: number } => {
    const a = flat[(i + n - 1) % n];
    const b = flat[i];
    const c = flat[(i + 1) % n];
    const before = Math.max(1e-9, chartDistance(a, b));
    const after = Math.max(1e-9, chartDistance(b, c));
    // The parabola through the three, by its length: close corners beside distant ones make no loops.
    const [from, to] = [after / (before * (before + after)), before / (after * (before + after))];
    return { u: (b.u - a.u) * from + (c.u - b.u) * to, v: (b.v - a.v) * from + (c.v - b.v) * to };
  };
  return corners.flatMap(({ part }, i) => {
    const a = flat[i];
    const b = flat[(i + 1) % n];
    const size = chartDistance(a, b);
    const ta = tangent(i);
    const tb = tangent((i + 1) % n);
    const after = corners[(i + 1) % n].part;
    return Array.from({ length: steps }, (_, step) => {
      const t = step / steps;
      const t2 = t * t;
      const t3 = t2 * t;
      const wa = 2 * t3 - 3 * t2 + 1;
      const wb = 3 * t2 - 2 * t3;
      const sa = (t3 - 2 * t2 + t) * size;
      const sb = (t3 - t2) * size;
      const u = wa * a.u + wb * b.u + sa * ta.u + sb * tb.u;
      const v = wa * a.v + wb * b.v + sa * ta.v + sb * tb.v;
      return edge(scalpDirection(u, v), segmentPart(part, after));
    });
  });
}

/** A stretch between two corners is of the part that lies farther from the front. */
function segmentPart(a: EdgePart, b: EdgePart): EdgePart {
  if (!isDesigned(a)) return a;
  if (!isDesigned(b)) return b;
  return a === "temple" || b === "temple" ? "temple" : "front";
}

/** How far the points lie from the centre, times the vault: on it, but for plans that come from another head. */
const LEVEL = { least: 0.2, most: 4 } as const;

/**
 * Whether the points make a line on this head: each lies about as far from the centre as the skin, and the way
 * through them has a direction everywhere and stays on the chart. Points on one another or opposite each other do not.
 * Throws nothing but what is no RangeError.
 */
export function canBeDrawn(vault: Vault, hairline: Hairline): boolean {
  for (const point of [...Object.values(hairline.points), ...Object.values(hairline.rest?.points ?? {})]) {
    if (!(length(point) > 1)) return false;
    const { level } = vaultLevel(vault, point);
    if (!(level >= LEVEL.least && level <= LEVEL.most)) return false;
  }
  try {
    const finite = treatedEdge(vault, hairline).every(({ d }) => Number.isFinite(d[0] + d[1] + d[2]));
    return finite && Number.isFinite(hairlineHeight(vault, hairline));
  } catch (fault) {
    // Geometry says so where something has no direction.
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}

/**
 * The designed line alone, as directions of the unit sphere, from the client's right to the left: temporal peak to
 * temporal peak, or temple to temple above a fringe. None about a crown.
 */
export function hairlineCurve(vault: Vault, hairline: Hairline): Vec3[] {
  const edge = treatedEdge(vault, hairline);
  if (!edge.some(({ part }) => isDesigned(part))) return [];
  const lastLeft = edge.findIndex(({ part }) => !isDesigned(part));
  const firstRight = edge.findLastIndex(({ part }) => !isDesigned(part));
  return [...edge.slice(firstRight), ...edge.slice(0, lastLeft + 1)].map(({ d }) => d);
}
