/* The hairline as a practitioner sets it: a shape and five points on the head. Left and right are the client's; the
   client's left lies to the image's right in a frontal view, at positive x. Where they come from: SOURCES hairline-2,
   hairline-3 and hairline-6. */

import type { Millimetres } from "../units.ts";
import { type Vec3, unit } from "../geometry/vector.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { aboveGlabella, headPoint, walkTowards } from "../head/walk.ts";
import { scalpChart } from "../head/scalp.ts";

export const hairlineShapes = ["natural", "straight", "winged", "widows-peak"] as const;
export type HairlineShape = (typeof hairlineShapes)[number];

/** Mid-frontal point, the two fronto-temporal points, the two temporal peaks. */
export const hairlinePoints = ["mid", "templeLeft", "templeRight", "peakLeft", "peakRight"] as const;
export type HairlinePoint = (typeof hairlinePoints)[number];

/** How far the treatment reaches: the whole shaved scalp, or the bald top down to the fringe of hair that is left. */
export const covers = ["scalp", "top"] as const;
export type Cover = (typeof covers)[number];

export type Hairline = {
  readonly shape: HairlineShape;
  readonly cover: Cover;
  /** Points on the vault, mm in the head frame; only their direction from the centre counts. */
  readonly points: Readonly<Record<HairlinePoint, Vec3>>;
};

/**
 * Glabella to mid-frontal point: 65 mm, natural men's lines (SOURCES hairline-2). The 75 to 80 of surgical design
 * starts too high on this vault, whose forehead leans back.
 */
const USUAL_HEIGHT: Millimetres = 65;
/** Temporal peak below the fronto-temporal point (SOURCES hairline-4). */
const PEAK_BELOW: Millimetres = 50;
/** Outer corner of the eye, head frame, client's left. */
const CANTHUS: Vec3 = [47, -14, 80];

/**
 * Fronto-temporal point against the mid-frontal point: so far across at its level, then so much higher (tape, mm).
 * Level to +10 is the rule; winged goes beyond it.
 */
const temples: Record<HairlineShape, { readonly across: Millimetres; readonly higher: Millimetres }> = {
  natural: { across: 58, higher: 4 },
  straight: { across: 64, higher: 0 },
  winged: { across: 54, higher: 12 },
  "widows-peak": { across: 58, higher: 6 },
};

const mirrored = (p: Vec3): Vec3 => [-p[0], p[1], p[2]];
const directionOf = (vault: Vault, p: Vec3): Vec3 => vaultLevel(vault, p).direction;
const rounded = (p: Vec3): Vec3 => [Math.round(p[0] * 10) / 10, Math.round(p[1] * 10) / 10, Math.round(p[2] * 10) / 10];

/** A shape at its usual place, symmetric; `height`: glabella to mid-frontal point along the skin, 45..120 mm. */
export function hairlineOfShape(
  vault: Vault,
  shape: HairlineShape,
  cover: Cover = "scalp",
  height: Millimetres = USUAL_HEIGHT,
): Hairline {
  const place = (d: Vec3): Vec3 => rounded(vaultPoint(vault, d));
  const temple = headPoint(vault, height, temples[shape].across, temples[shape].higher);
  const canthus = directionOf(vault, CANTHUS);
  const peak = walkTowards(vault, temple, canthus, PEAK_BELOW);
  return {
    shape,
    cover,
    points: {
      mid: place(headPoint(vault, height, 0)),
      templeLeft: place(temple),
      templeRight: mirrored(place(temple)),
      peakLeft: place(peak),
      peakRight: mirrored(place(peak)),
    },
  };
}

/** Heights at which every shape has a usual place: nearer the vertex the temples meet. */
const HEIGHTS = { least: 45, most: 120 } as const;

/**
 * The same line in another shape: the mid-frontal point keeps its height, as far as there are lines so low or high, the
 * rest takes the shape's usual place.
 */
export function withShape(vault: Vault, hairline: Hairline, shape: HairlineShape): Hairline {
  const height = Math.max(HEIGHTS.least, Math.min(HEIGHTS.most, hairlineHeight(vault, hairline)));
  return hairlineOfShape(vault, shape, hairline.cover, height);
}

const opposite: Record<HairlinePoint, HairlinePoint> = {
  mid: "mid",
  templeLeft: "templeRight",
  templeRight: "templeLeft",
  peakLeft: "peakRight",
  peakRight: "peakLeft",
};

/**
 * The line with one point moved to the direction d; with `mirror`, its twin moves too
 * and the mid point stays on the midline. A move that would put the points out of
 * order about the head (mid, temple, peak) or off the scalp leaves the line as it is.
 */
export function withPoint(vault: Vault, hairline: Hairline, point: HairlinePoint, d: Vec3, mirror: boolean): Hairline {
  const onMidline = mirror && point === "mid";
  const place = rounded(vaultPoint(vault, onMidline ? unit([0, d[1], d[2]]) : d));
  const points = { ...hairline.points, [point]: place };
  if (mirror && point !== "mid") points[opposite[point]] = mirrored(place);
  const moved = { ...hairline, points };
  return inOrder(vault, moved) ? moved : hairline;
}

/** True when the five points follow each other about the head and lie where dots can be. */
function inOrder(vault: Vault, { points }: Hairline): boolean {
  const at = (point: HairlinePoint, side: number): { across: number; forward: number; rho2: number } => {
    const { u, v } = scalpChart(directionOf(vault, points[point]));
    return { across: side * u, forward: v, rho2: u * u + v * v };
  };
  return (
    [
      ["templeLeft", "peakLeft", 1],
      ["templeRight", "peakRight", -1],
    ] as const
  ).every(([temple, peak, side]) => {
    const m = at("mid", side);
    const t = at(temple, side);
    const p = at(peak, side);
    const turns = (a: typeof m, b: typeof m): boolean =>
      a.forward * b.across - a.across * b.forward > 0.05 * Math.sqrt(a.rho2 * b.rho2);
    return [m, t, p].every(({ rho2 }) => rho2 > 0.16 && rho2 < 2.43) && turns(m, t) && turns(t, p) && m.forward > 0.4;
  });
}

/** Height of a line: the tape from the glabella up to the level of its mid point, mm. */
export function hairlineHeight(vault: Vault, hairline: Hairline): Millimetres {
  const [, y, z] = directionOf(vault, hairline.points.mid);
  return aboveGlabella(vault, unit([0, y, z]));
}
