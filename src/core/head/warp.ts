/* How nudges move the plan over the head in one view. Each says that a direction of the
   plan is seen at another one of the model; between and around them the head's directions
   follow smoothly, fading out. The head itself stays, and with it the silhouette. */

import { sincos } from "../geometry/exact.ts";
import { solve } from "../geometry/least-squares.ts";
import { type Vec3, add, cross, dot, length, scale, subtract, unit } from "../geometry/vector.ts";
import type { Nudge } from "./view.ts";

/**
 * How far a nudge is felt, as the chord of directions: on the average
 * head by half at 35 mm, by a tenth at 65, and not at all from 115.
 */
const REACH = 1.2;

/**
 * Never steeper than this: under 1 the skin never folds, and the way
 * back is found in a few rounds. A single nudge may so be 25 mm long.
 */
const STEEPEST = 0.5;

/**
 * Directions that are pulled at, x, y and z of each, and the pulls, which are felt around them by Wendland's C2
 * function (1 - r)^4 (4 r + 1).
 */
export type Warp = { readonly at: Float64Array; readonly pull: Float64Array };

/**
 * The warp that takes each nudge's direction to where it is seen;
 * weaker all over where it would be too steep. Null: none.
 */
export function warpOf(nudges: readonly Nudge[]): Warp | null {
  const warp = warpThrough(nudges);
  if (!warp) return null;
  const share = Math.min(1, STEEPEST / steepness(warp));
  return { at: warp.at, pull: warp.pull.map((value) => value * share) };
}

/** Whether the nudges are followed in full. */
export function canFollow(nudges: readonly Nudge[]): boolean {
  const warp = warpThrough(nudges);
  return warp !== null && steepness(warp) <= STEEPEST;
}

/**
 * The pulls that together take each direction where its nudge says.
 * Null where there are no nudges, or two of one direction.
 */
function warpThrough(nudges: readonly Nudge[]): Warp | null {
  if (nudges.length === 0) return null;
  const felt = nudges.map((a) => nudges.map((b) => bump(length(subtract(a.at, b.at)) / REACH)));
  const pulls = [0, 1, 2].map((axis) =>
    solve(
      felt,
      nudges.map(({ at, to }) => to[axis] - at[axis]),
    ),
  );
  const [x, y, z] = pulls;
  if (!x || !y || !z) return null;
  return {
    at: Float64Array.from(nudges.flatMap(({ at }) => at)),
    pull: Float64Array.from(nudges.flatMap((_, i) => [x[i], y[i], z[i]])),
  };
}

function bump(r: number): number {
  if (r >= 1) return 0;
  const s = 1 - r;
  return s * s * s * s * (4 * r + 1);
}

/** Adds up what is pulled at (x, y, z). */
function pullInto({ at, pull }: Warp, x: number, y: number, z: number, out: Float64Array): void {
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
  for (let i = 0; i < at.length; i += 3) {
    const dx = x - at[i];
    const dy = y - at[i + 1];
    const dz = z - at[i + 2];
    const r2 = dx * dx + dy * dy + dz * dz;
    if (r2 >= REACH * REACH) continue;
    const share = bump(Math.sqrt(r2) / REACH);
    out[0] += share * pull[i];
    out[1] += share * pull[i + 1];
    out[2] += share * pull[i + 2];
  }
}

/**
 * Writes where the direction (x, y, z), unit, is seen, unit; out of reach of all nudges it is the same to the last bit.
 */
export function warpInto(warp: Warp, x: number, y: number, z: number, out: Float64Array): void {
  pullInto(warp, x, y, z, out);
  const moved = out[0] !== 0 || out[1] !== 0 || out[2] !== 0;
  out[0] += x;
  out[1] += y;
  out[2] += z;
  if (!moved) return;
  const size = Math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2]);
  out[0] /= size;
  out[1] /= size;
  out[2] /= size;
}

/** The same for a single direction. */
export function warped(warp: Warp, d: Vec3): Vec3 {
  const out = new Float64Array(3);
  warpInto(warp, d[0], d[1], d[2], out);
  return [out[0], out[1], out[2]];
}

/** The direction that is seen at `seen`, unit: each round halves what is missing. */
export function unwarped(warp: Warp, seen: Vec3): Vec3 {
  const out = new Float64Array(3);
  let d = seen;
  for (let round = 0; round < 60; round++) {
    pullInto(warp, d[0], d[1], d[2], out);
    const pulled: Vec3 = [out[0], out[1], out[2]];
    const next = unit(subtract(scale(seen, length(add(d, pulled))), pulled));
    const step = subtract(next, d);
    d = next;
    if (dot(step, step) < 1e-24) break;
  }
  return d;
}

const RINGS = 8;
const SPOKES = 16;

/**
 * The warp's greatest slope, looked for on rings about each direction that is pulled at: the size of its derivative, as
 * the root of the sum of squares.
 */
function steepness(warp: Warp): number {
  let most = 0;
  for (let i = 0; i < warp.at.length; i += 3) {
    const at: Vec3 = [warp.at[i], warp.at[i + 1], warp.at[i + 2]];
    const side = unit(cross(at, Math.abs(at[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
    const other = cross(at, side);
    for (let ring = 0; ring < RINGS; ring++) {
      for (let spoke = 0; spoke < (ring === 0 ? 1 : SPOKES); spoke++) {
        const [s, c] = sincos((360 * spoke) / SPOKES);
        const off = add(scale(side, (c * REACH * ring) / RINGS), scale(other, (s * REACH * ring) / RINGS));
        most = Math.max(most, slopeAt(warp, unit(add(at, off))));
      }
    }
  }
  return most;
}

/** The derivative of Wendland's function of |d| is -20 (1 - |d|)^3 d. */
function slopeAt({ at, pull }: Warp, d: Vec3): number {
  const slope = new Float64Array(9);
  for (let i = 0; i < at.length; i += 3) {
    const away = subtract(d, [at[i], at[i + 1], at[i + 2]]);
    const s = 1 - length(away) / REACH;
    if (s <= 0) continue;
    const k = (-20 * s * s * s) / (REACH * REACH);
    for (let row = 0; row < 3; row++) {
      for (let col = 0; col < 3; col++) slope[3 * row + col] += k * pull[i + row] * away[col];
    }
  }
  return Math.sqrt(slope.reduce((sum, value) => sum + value * value, 0));
}
