/* From the five points a practitioner sets to the closed edge of the treated area: the line in front, drawn by its shape, and
   the way down beside the ears and round the nape (or along the fringe), which follows the head. */

import type { Millimetres } from "../units.ts";
import { type Vec3, add, cross, scale, unit } from "../geometry/vector.ts";
import { chartDistance, scalpChart, scalpDirection } from "../head/scalp.ts";
import { type Vault, vaultLevel } from "../head/vault.ts";
import { between, walk } from "../head/walk.ts";
import type { Hairline, HairlineShape } from "./hairline.ts";

/** What part of the edge a point belongs to: the designed line in front, or the rest. */
export type EdgePart = "front" | "rest";
export type EdgePoint = { readonly d: Vec3; readonly part: EdgePart };

/**
 * How each shape runs between the mid point and the temple: at a fraction `at` of the way, so many mm nearer the face than the straight way.
 * The widow's peak: 10 mm high, 21 mm wide (domain.md 4.1), its tip the mid point.
 */
const courses: Record<HairlineShape, readonly { readonly at: number; readonly lower: Millimetres }[]> = {
  natural: [
    { at: 0.33, lower: 1 },
    { at: 0.72, lower: 3 },
  ],
  straight: [
    { at: 0.33, lower: 0 },
    { at: 0.66, lower: 0 },
    { at: 0.92, lower: 0.5 },
  ],
  winged: [
    { at: 0.28, lower: 3 },
    { at: 0.6, lower: 2 },
    { at: 0.85, lower: -3 },
  ],
  "widows-peak": [
    { at: 0.08, lower: -3.5 },
    { at: 0.17, lower: -8 },
    { at: 0.36, lower: -6 },
    { at: 0.75, lower: 0 },
  ],
};

/** Behind the temporal peak: before, above and behind the ear, and down to the middle of the nape. Head frame, mm, client's left. */
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

/** Along the fringe that pattern baldness leaves: level behind the temples, down to 24 mm behind the whorl (domain.md 1.5, 4.4). */
const alongFringe: readonly Vec3[] = [
  [63, 56, 8],
  [65, 54, -18],
  [59, 50, -48],
  [38, 46, -70],
];
const fringeMiddle: Vec3 = [0, 44, -87];

const other = (p: Vec3): Vec3 => [-p[0], p[1], p[2]];

/** Between mid point and temple as the shape has it, both ends included. */
function course(vault: Vault, hairline: Hairline, mid: Vec3, temple: Vec3): Vec3[] {
  const down = unit(cross(cross(mid, temple), add(mid, temple)));
  const facewards = down[1] > 0 ? scale(down, -1) : down;
  const points = courses[hairline.shape].map(({ at, lower }) => {
    const d = between(mid, temple, at);
    const along = unit(add(facewards, scale(d, -(facewards[0] * d[0] + facewards[1] * d[1] + facewards[2] * d[2]))));
    return walk(vault, d, along, lower);
  });
  return [mid, ...points, temple];
}

/**
 * The closed edge of the treated area, once round the head from the mid point over the client's left: the corners first, then drawn as a smooth
 * curve through them in the scalp's chart (centripetal enough by their spacing; straight lines between the front points of a straight shape).
 */
export function treatedEdge(vault: Vault, hairline: Hairline): EdgePoint[] {
  const at = (p: Vec3): Vec3 => vaultLevel(vault, p).direction;
  const { points, cover, shape } = hairline;
  const whole = cover === "scalp";
  const half = (temple: Vec3, peak: Vec3, side: (p: Vec3) => Vec3): EdgePoint[] => [
    ...course(vault, hairline, at(points.mid), at(temple)).map((d) => ({ d, part: "front" as const })),
    ...(whole ? [{ d: at(peak), part: "front" as const }] : []),
    ...(whole ? aroundEar : alongFringe).map((p) => ({ d: at(side(p)), part: "rest" as const })),
  ];
  const left = half(points.templeLeft, points.peakLeft, (p) => p);
  const right = half(points.templeRight, points.peakRight, other);
  const corners = [
    ...left,
    { d: at(whole ? nape : fringeMiddle), part: "rest" as const },
    ...right.slice(1).toReversed(),
  ];
  return smooth(corners, shape === "straight" ? 0.35 : 1);
}

/** Steps between two corners. */
const STEPS = 16;

/** Cardinal spline through the corners; `roundness` 1 is Catmull-Rom, 0 straight lines, and counts in front only. */
function smooth(corners: readonly EdgePoint[], roundness: number): EdgePoint[] {
  const flat = corners.map(({ d }) => scalpChart(d));
  const n = corners.length;
  const tangent = (i: number): { u: number; v: number } => {
    const a = flat[(i + n - 1) % n];
    const b = flat[i];
    const c = flat[(i + 1) % n];
    // Kept to the shorter neighbour's length, so that close corners make no loops.
    const apart = chartDistance(a, c);
    const reach =
      apart > 0
        ? (Math.min(chartDistance(a, b), chartDistance(b, c)) / apart) * (corners[i].part === "front" ? roundness : 1)
        : 0;
    return { u: (c.u - a.u) * reach, v: (c.v - a.v) * reach };
  };
  return corners.flatMap(({ part }, i) => {
    const a = flat[i];
    const b = flat[(i + 1) % n];
    const ta = tangent(i);
    const tb = tangent((i + 1) % n);
    const after = corners[(i + 1) % n].part;
    return Array.from({ length: STEPS }, (_, step) => {
      const t = step / STEPS;
      const t2 = t * t;
      const t3 = t2 * t;
      const wa = 2 * t3 - 3 * t2 + 1;
      const wb = 3 * t2 - 2 * t3;
      const sa = t3 - 2 * t2 + t;
      const sb = t3 - t2;
      const u = wa * a.u + wb * b.u + sa * ta.u + sb * tb.u;
      const v = wa * a.v + wb * b.v + sa * ta.v + sb * tb.v;
      return { d: scalpDirection(u, v), part: part === "front" && after === "front" ? "front" : "rest" };
    });
  });
}

/** The designed line alone, from the client's right to the left: temporal peak to temporal peak, or temple to temple above a fringe. */
export function hairlineCurve(vault: Vault, hairline: Hairline): Vec3[] {
  const edge = treatedEdge(vault, hairline);
  const lastLeft = edge.findIndex(({ part }) => part === "rest");
  const firstRight = edge.findLastIndex(({ part }) => part === "rest");
  return [...edge.slice(firstRight), ...edge.slice(0, lastLeft + 1)].map(({ d }) => d);
}
