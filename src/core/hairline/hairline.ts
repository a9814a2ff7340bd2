/* The hairline as a practitioner sets it: a shape and five points on the head. Left and right are the client's; the
   client's left lies to the image's right in a frontal view, at positive x. Where they come from: SOURCES hairline-2,
   hairline-3 and hairline-6. */

import { areEqual } from "../equal-parts.ts";
import type { Millimetres } from "../units.ts";
import { type Vec3, unit } from "../geometry/vector.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { aboveGlabella, headPoint, walkTowards } from "../head/walk.ts";
import { type Finish, fronts, sides } from "./finish.ts";

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
  /** How its edge fades out; null in plans from before there was a choice, whose shape says it. */
  readonly finish: Finish | null;
};

/**
 * Glabella to mid-frontal point: 65 mm, natural men's lines (SOURCES hairline-2). The 75 to 80 of surgical design
 * starts too high on this vault, whose forehead leans back.
 */
const USUAL_HEIGHT: Millimetres = 65;
/** Temporal peak below the fronto-temporal point (SOURCES hairline-4). */
const PEAK_BELOW: Millimetres = 50;
/** Outer corner of the eye, head frame, client's left. */
export const CANTHUS: Vec3 = [47, -14, 80];

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

const VERTEX: Vec3 = [0, 1, 0];
/**
 * Most that a fronto-temporal point lies across, for each mm that its level lies below the vertex: 72 degrees round.
 * Beyond that a high line would turn about the vertex.
 */
const MOST_ROUND = 1.25;
/** A line has so much room below the vertex; on the smallest heads that is less than 120 mm above the brow. */
const ROOM: Millimetres = 20;

/**
 * A shape at its usual place, symmetric; `asked`: glabella to mid-frontal point along the skin, 40..120 mm, and as high
 * as there is room on this head.
 */
export function hairlineOfShape(
  vault: Vault,
  shape: HairlineShape,
  cover: Cover = "scalp",
  asked: Millimetres = USUAL_HEIGHT,
  finish: Finish = usualFinish(shape),
): Hairline {
  const toVertex = aboveGlabella(vault, VERTEX);
  const height = Math.min(asked, toVertex - ROOM);
  const below = toVertex - height;
  const place = (d: Vec3): Vec3 => rounded(vaultPoint(vault, d));
  const across = Math.min(temples[shape].across, MOST_ROUND * below);
  const temple = headPoint(vault, height, across, Math.min(temples[shape].higher, below / 6));
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
    finish,
  };
}

/** What a shape begins with: a straight line is a line-up, all others are soft. */
export const usualFinish = (shape: HairlineShape): Finish => ({
  front: shape === "straight" ? fronts.sharp : fronts.soft,
  sides: sides.soft,
});

/** How the line's edge fades out: as was chosen, or as its shape usually does. */
export const finishOf = ({ finish, shape }: Hairline): Finish => finish ?? usualFinish(shape);

/** Heights at which every shape has a usual place: nearer the vertex the temples meet. */
const HEIGHTS = { least: 40, most: 120 } as const;

/**
 * The same line in another shape: the mid-frontal point keeps its height, as far as there are lines so low or high, the
 * rest takes the shape's usual place. A finish that was chosen stays, one that came with the shape goes with it.
 */
export function withShape(vault: Vault, hairline: Hairline, shape: HairlineShape): Hairline {
  const height = Math.max(HEIGHTS.least, Math.min(HEIGHTS.most, hairlineHeight(vault, hairline)));
  const before = finishOf(hairline);
  const finish = areEqual(before, usualFinish(hairline.shape)) ? usualFinish(shape) : before;
  return hairlineOfShape(vault, shape, hairline.cover, height, finish);
}

const opposite: Record<HairlinePoint, HairlinePoint> = {
  mid: "mid",
  templeLeft: "templeRight",
  templeRight: "templeLeft",
  peakLeft: "peakRight",
  peakRight: "peakLeft",
};

/** Where a point that is taken to the direction d (unit) comes to: with `mirror` the mid point stays on the midline. */
export const pointAt = (point: HairlinePoint, d: Vec3, mirror: boolean): Vec3 =>
  mirror && point === "mid" ? unit([0, d[1], d[2]]) : d;

/**
 * The line with one point at the direction d, whatever comes of it; with `mirror` its twin moves too, and the mid point
 * stays on the midline. A line that had no finish of its own takes its shape's.
 */
export function withPointAt(
  vault: Vault,
  hairline: Hairline,
  point: HairlinePoint,
  d: Vec3,
  mirror: boolean,
): Hairline {
  const place = rounded(vaultPoint(vault, pointAt(point, d, mirror)));
  const points = { ...hairline.points, [point]: place };
  if (mirror && point !== "mid") points[opposite[point]] = mirrored(place);
  return { ...hairline, points, finish: finishOf(hairline) };
}

/** Height of a line: the tape from the glabella up to the level of its mid point, mm. */
export function hairlineHeight(vault: Vault, hairline: Hairline): Millimetres {
  const [, y, z] = directionOf(vault, hairline.points.mid);
  return aboveGlabella(vault, unit([0, y, z]));
}
