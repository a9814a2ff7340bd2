/* Where the client's own hair begins behind a bald top: in each direction from the vertex down, the first place from
   which hair or stubble goes on, in whatever photo shows it. The line's fringe is proposed there. */

import { atan2, sincos } from "../geometry/exact.ts";
import { type Vec3, dot } from "../geometry/vector.ts";
import { type Hairline, restOf, withCover } from "../hairline/hairline.ts";
import { withPoint } from "../hairline/moved-point.ts";
import { headSides, sidePoints, usualRest } from "../hairline/rest.ts";
import { cutAway } from "../head/cut.ts";
import type { Surface } from "../head/surface.ts";
import { type Vault, vaultLevel } from "../head/vault.ts";
import type { Hair } from "./hair.ts";

/** A photo's head, and the hair that was read there. */
export type HairyHead = { readonly surface: Surface; readonly hair: Hair };

const AROUND = ["fringeFront", "fringeSide", "fringeBack"] as const;
const names = [...AROUND.flatMap((name) => headSides.map((side) => sidePoints[name][side])), "fringe"] as const;
export type FringePoint = (typeof names)[number];
/** Where hair begins, unit. */
export type Fringe = Readonly<Record<FringePoint, Vec3>>;

/** From near the vertex down, degrees above the level of the head's middle, and in what steps. */
const TOP = 82;
const BOTTOM = -24;
const STEP = 1.5;
/** Beside a way, degrees, where it is read as well. */
const BESIDE = [-7, 0, 7];
/** Skin that is turned away farther is not read: cosine of incidence. */
const FACING = 0.2;
/** From this share of a place on it counts as grown. */
const GROWN = 0.5;
/** Grown for so many steps it is the fringe; and for so many above it bare, or it is no seam. */
const GOES_ON = 7;
const BARE_ABOVE = 5;
/** Fewer ways with a seam than this are no fringe. */
const FEW = 2;

const wayOf = ([x, , z]: Vec3): number => atan2(x, z);

/** `turn`: about the upright axis from the face towards the head's left; `up`: above its middle's level. Degrees. */
function direction(turn: number, up: number): Vec3 {
  const [s, c] = sincos(turn);
  const [sin, cos] = sincos(up);
  return [s * cos, sin, c * cos];
}

/** How much of a place is hair or stubble, 0..1, by the photo that sees it best; null where none does. */
function grownAt(heads: readonly HairyHead[], d: Vec3): number | null {
  let [best, share]: [number, number | null] = [FACING, null];
  for (const { surface, hair } of heads) {
    const { x, y, facing } = surface.toImage(d);
    if (facing < best || cutAway(surface.cuts, x, y)) continue;
    const { coarse, left, top } = hair;
    const [column, row] = [Math.floor((x - left) / coarse.shrink), Math.floor((y - top) / coarse.shrink)];
    if (column < 0 || row < 0 || column >= coarse.width || row >= coarse.height) continue;
    const i = row * coarse.width + column;
    [best, share] = [facing, Math.min(255, coarse.hair[i] + coarse.stubble[i]) / 255];
  }
  return share;
}

/** How high above the middle's level hair begins on a way down from the vertex, degrees; null where no seam is seen. */
function seamOn(heads: readonly HairyHead[], turn: number): number | null {
  const shares: (number | null)[] = [];
  for (let up = TOP; up >= BOTTOM; up -= STEP) {
    const read = BESIDE.map((aside) => grownAt(heads, direction(turn + aside, up))).filter((share) => share !== null);
    shares.push(read.length === 0 ? null : read.reduce((sum, share) => sum + share, 0) / read.length);
  }
  const isGrown = (share: number | null): boolean => share !== null && share >= GROWN;
  const isBare = (share: number | null): boolean => share !== null && share < GROWN;
  for (let i = BARE_ABOVE; i + GOES_ON <= shares.length; i++) {
    const below = shares.slice(i, i + GOES_ON).filter(isGrown).length;
    const above = shares.slice(i - BARE_ABOVE, i).filter(isBare).length;
    if (isGrown(shares[i]) && below >= GOES_ON - 1 && above >= BARE_ABOVE - 1) return TOP - STEP * i;
  }
  return null;
}

/**
 * The fringe as these photos show it; where a way is not seen, as on the other side, or as far from the usual one as
 * those that are. Null where they show no bald top within hair or stubble.
 */
export function readFringe(vault: Vault, heads: readonly HairyHead[]): Fringe | null {
  const usual = usualRest(vault, [0, 0, 1]).points;
  const at = (name: FringePoint): Vec3 => vaultLevel(vault, usual[name]).direction;
  const usualUp = (name: FringePoint): number => {
    const [x, y, z] = at(name);
    return atan2(y, Math.sqrt(x * x + z * z));
  };
  const seen = new Map(names.map((name) => [name, seamOn(heads, wayOf(at(name)))] as const));
  const shifts = names.flatMap((name) => {
    const up = seen.get(name) ?? null;
    return up === null ? [] : [up - usualUp(name)];
  });
  if (shifts.length < FEW) return null;
  const shift = shifts.toSorted((a, b) => a - b)[Math.floor(shifts.length / 2)];
  const twin = (name: FringePoint): FringePoint => {
    for (const of of AROUND)
      for (const side of headSides)
        if (sidePoints[of][side] === name) return sidePoints[of][side === "left" ? "right" : "left"];
    return name;
  };
  const upOf = (name: FringePoint): number => seen.get(name) ?? seen.get(twin(name)) ?? usualUp(name) + shift;
  return Object.fromEntries(names.map((name) => [name, direction(wayOf(at(name)), upOf(name))])) as Fringe;
}

/** Nearer to where it is than this, a point stays: cosine. */
const THERE = 1 - 1e-6;

/** The bald top covered and blended into this fringe, as far as that can be drawn. */
export function withFringe(vault: Vault, hairline: Hairline, fringe: Fringe): Hairline {
  const covered = withCover(vault, hairline, "top");
  return names.reduce((line, name) => {
    const place = vaultLevel(vault, restOf(vault, line).points[name]).direction;
    return dot(place, fringe[name]) > THERE ? line : withPoint(vault, line, name, fringe[name], false).hairline;
  }, covered);
}
