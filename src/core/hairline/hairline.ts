/* The hairline as a practitioner sets it: a shape and five points on the head. Left and right are the client's; the
   client's left lies to the image's right in a frontal view, at positive x. Where they come from: SOURCES hairline-2,
   hairline-3 and hairline-6. */

import { areEqual } from "../equal-parts.ts";
import type { Millimetres } from "../units.ts";
import { type Vec3, mirrored, toTenths, unit } from "../geometry/vector.ts";
import { sideAt } from "../head/ear.ts";
import { type Vault, maleVault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { aboveGlabella, headPoint, walkTowards } from "../head/walk.ts";
import { type Finish, fronts, sides } from "./finish.ts";
import { type Rest, type TempleState, usualRest } from "./rest.ts";

export const hairlineShapes = ["natural", "straight", "winged", "widows-peak", "mature"] as const;
export type HairlineShape = (typeof hairlineShapes)[number];

/** Mid-frontal point, the two fronto-temporal points, the two temporal peaks. */
export const hairlinePoints = ["mid", "templeLeft", "templeRight", "peakLeft", "peakRight"] as const;
export type HairlinePoint = (typeof hairlinePoints)[number];

/**
 * How far the treatment reaches: the whole shaved scalp; the bald top, blended into the fringe of hair that is left;
 * the front with its temples; the crown; areas alone.
 */
export const covers = ["scalp", "top", "front", "crown", "areas"] as const;
export type Cover = (typeof covers)[number];

export type Hairline = {
  readonly shape: HairlineShape;
  readonly cover: Cover;
  /** Points on the vault, mm in the head frame; only their direction from the centre counts. */
  readonly points: Readonly<Record<HairlinePoint, Vec3>>;
  /** How its edge fades out; null in plans from before there was a choice, whose shape says it. */
  readonly finish: Finish | null;
  /** The edge beside and behind; null in plans from before it had points of its own, where it was the same for all. */
  readonly rest: Rest | null;
  /** The front as it was drawn by hand, in the place of its shape; null where the shape draws it. */
  readonly drawn: Drawn | null;
  /** By how much the two sides of the front differ, as those of heads do, within UNEVEN. */
  readonly uneven: Millimetres;
};

/** A line that says how it fades out and how it runs beside and behind. */
export type OwnEdge = Hairline & { readonly finish: Finish; readonly rest: Rest };

/** A line in front through directions of the unit sphere, right to left; `temples`: down to the temporal peaks. */
export type Drawn = { readonly points: readonly Vec3[]; readonly temples: boolean };

/** What the sides of a line may differ by: more would be seen as a fault. */
export const UNEVEN = { least: 0, usual: 1.5, most: 2 } as const;

/**
 * Glabella to mid-frontal point: 65 mm, natural men's lines (SOURCES hairline-2). The 75 to 80 of surgical design
 * starts too high on this vault, whose forehead leans back.
 */
const USUAL_HEIGHT: Millimetres = 65;
/** Temporal peak below the fronto-temporal point (SOURCES hairline-4). */
const PEAK_BELOW: Millimetres = 50;
/** Towards here it lies, between the outer corner of the eye and the ear, head frame, client's left. */
const BELOW_PEAK: Vec3 = [71, -25, 44];
/** Of a temple that is level with the sideburn's front edge, where that is; reversed, so much behind it. */
const LEVEL = { y: 14, z: 27 } as const;
const REVERSED: Millimetres = 11;
/** A temporal peak lies at least so far above the level of the ear's top. */
const ABOVE_EAR: Millimetres = 14;
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
  mature: { across: 52, higher: 18 },
};

const directionOf = (vault: Vault, p: Vec3): Vec3 => vaultLevel(vault, p).direction;

const VERTEX: Vec3 = [0, 1, 0];
/**
 * Most that a fronto-temporal point lies across, for each mm that its level lies below the vertex: 72 degrees round.
 * Beyond that a high line would turn about the vertex.
 */
const MOST_ROUND = 1.25;
/** Of an M, whose temples lie high. */
const MOST_ROUND_M = 0.7;
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
  state: TempleState = "normal",
): Hairline {
  const toVertex = aboveGlabella(vault, VERTEX);
  const height = Math.min(asked, toVertex - ROOM);
  const below = toVertex - height;
  const place = (d: Vec3): Vec3 => toTenths(vaultPoint(vault, d));
  const across = Math.min(temples[shape].across, (shape === "mature" ? MOST_ROUND_M : MOST_ROUND) * below);
  const temple = headPoint(vault, height, across, Math.min(temples[shape].higher, below / 6));
  const peak = usualPeak(vault, temple, state);
  const mid = headPoint(vault, height, 0);
  return {
    shape,
    cover,
    points: {
      mid: place(mid),
      templeLeft: place(temple),
      templeRight: mirrored(place(temple)),
      peakLeft: place(peak),
      peakRight: mirrored(place(peak)),
    },
    finish,
    rest: usualRest(vault, mid, state),
    drawn: null,
    uneven: 0,
  };
}

/** Where the temporal peak usually lies in this state of the temple, below a fronto-temporal point (unit, left). */
function usualPeak(vault: Vault, temple: Vec3, state: TempleState): Vec3 {
  if (state === "normal" || state === "thinned") {
    const way = (mm: Millimetres): Vec3 =>
      walkTowards(vault, temple, directionOf(vault, scaledTo(vault, BELOW_PEAK)), mm);
    // Below a low line there is less room above the ear.
    const lowest = vault.ear.top.y + ABOVE_EAR;
    for (let mm = PEAK_BELOW; mm > 0; mm -= 1) {
      if (vaultPoint(vault, way(mm))[1] >= lowest) return way(mm);
    }
    return way(1);
  }
  const [y, z] = [LEVEL.y, LEVEL.z - (state === "reversed" ? REVERSED : 0)];
  return sideAt(vault, (y * vault.height) / maleVault.height, (z * vault.halfLength) / maleVault.halfLength);
}

/** A place beside the average head, on this one. */
const scaledTo = ({ halfBreadth, height, halfLength }: Vault, [x, y, z]: Vec3): Vec3 => [
  (x * halfBreadth) / maleVault.halfBreadth,
  (y * height) / maleVault.height,
  (z * halfLength) / maleVault.halfLength,
];

/** The line with its temples in another state: the peaks go to where they usually lie then. */
export function withTemples(vault: Vault, hairline: Hairline, state: TempleState): Hairline {
  const peak = (temple: Vec3): Vec3 => {
    const d = directionOf(vault, temple);
    const left: Vec3 = [Math.abs(d[0]), d[1], d[2]];
    const place = toTenths(vaultPoint(vault, usualPeak(vault, left, state)));
    return d[0] < 0 ? mirrored(place) : place;
  };
  const { templeLeft, templeRight } = hairline.points;
  const own = withOwnEdge(vault, hairline);
  return {
    ...own,
    points: { ...own.points, peakLeft: peak(templeLeft), peakRight: peak(templeRight) },
    rest: { ...own.rest, temples: state },
  };
}

/**
 * The line with a finish and a rest of its own, as any that is changed has; one from before there were takes the usual.
 */
export const withOwnEdge = (vault: Vault, hairline: Hairline): OwnEdge => ({
  ...hairline,
  finish: finishOf(hairline),
  rest: restOf(vault, hairline),
});

/** The line over another part of the head. */
export const withCover = (vault: Vault, hairline: Hairline, cover: Cover): Hairline =>
  cover === hairline.cover ? hairline : { ...withOwnEdge(vault, hairline), cover };

/** The edge beside and behind: as it was set, or as it usually runs. */
export const restOf = (vault: Vault, { rest, points }: Hairline): Rest =>
  rest ?? usualRest(vault, directionOf(vault, points.mid));

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
  const usual = hairlineOfShape(vault, shape, hairline.cover, height, finish, hairline.rest?.temples);
  return { ...usual, rest: hairline.rest ?? usual.rest, uneven: hairline.uneven };
}

/** Height of a line: the tape from the glabella up to the level of its mid point, mm. */
export function hairlineHeight(vault: Vault, hairline: Hairline): Millimetres {
  const [, y, z] = directionOf(vault, hairline.points.mid);
  return aboveGlabella(vault, unit([0, y, z]));
}
