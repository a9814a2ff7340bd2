/* Distances along the skin: a tape laid on the vault. */

import type { Millimetres } from "../units.ts";
import { type Vec3, add, dot, length, scale, subtract, unit } from "../geometry/vector.ts";
import { type Vault, vaultPoint } from "./vault.ts";

/** Step of the tape, radians of direction: under 0.5 mm, so that chords and arcs differ by less than 0.01 %. */
const STEP = 0.005;
const FURTHEST = Math.ceil(Math.PI / STEP);

/** The glabella, between the brows: where the tape of a hairline starts. */
export const GLABELLA: Vec3 = [0, 0, 1];
const UP: Vec3 = [0, 1, 0];

function stepAlong(d: Vec3, towards: Vec3): { readonly d: Vec3; readonly towards: Vec3 } {
  const next = unit(add(d, scale(towards, STEP)));
  return { d: next, towards: unit(subtract(towards, scale(next, dot(towards, next)))) };
}

/**
 * Direction reached from d after `mm` on the skin, starting towards t
 * (both unit, perpendicular). Negative mm walks backwards.
 */
export function walk(vault: Vault, d: Vec3, t: Vec3, mm: Millimetres): Vec3 {
  let left = Math.abs(mm);
  let here = d;
  let towards = mm < 0 ? scale(t, -1) : t;
  let point = vaultPoint(vault, here);
  for (let i = 0; i < FURTHEST && left > 0; i++) {
    const next = stepAlong(here, towards);
    const nextPoint = vaultPoint(vault, next.d);
    const stride = length(subtract(nextPoint, point));
    if (stride >= left) return unit(add(scale(here, 1 - left / stride), scale(next.d, left / stride)));
    left -= stride;
    here = next.d;
    towards = next.towards;
    point = nextPoint;
  }
  return here;
}

/** Direction reached after `mm` on the skin from a towards b (different directions). */
export const walkTowards = (vault: Vault, a: Vec3, b: Vec3, mm: Millimetres): Vec3 =>
  walk(vault, a, unit(subtract(b, scale(a, dot(a, b)))), mm);

/** Tangent at d that climbs to the vertex. */
const climb = (d: Vec3): Vec3 => unit(subtract(UP, scale(d, d[1])));

/**
 * Direction reached from d after `mm` on the skin at one level above
 * the floor, to the image's right in a frontal view (negative: left).
 */
function walkLevel(vault: Vault, d: Vec3, mm: Millimetres): Vec3 {
  let left = Math.abs(mm);
  let here = d;
  for (let i = 0; i < FURTHEST && left > 0; i++) {
    const along = scale(unit([here[2], 0, -here[0]]), mm < 0 ? -STEP : STEP);
    const turned = unit([here[0] + along[0], 0, here[2] + along[2]]);
    const radius = Math.sqrt(1 - here[1] * here[1]);
    const next: Vec3 = [turned[0] * radius, here[1], turned[2] * radius];
    const stride = length(subtract(vaultPoint(vault, next), vaultPoint(vault, here)));
    if (stride >= left) return unit(add(scale(here, 1 - left / stride), scale(next, left / stride)));
    left -= stride;
    here = next;
  }
  return here;
}

/**
 * Direction of the point `above` mm up the midline from the glabella, from there `across` mm level to the image's
 * right, then `higher` mm up.
 */
export function headPoint(vault: Vault, above: Millimetres, across: Millimetres, higher: Millimetres = 0): Vec3 {
  const side = walkLevel(vault, walk(vault, GLABELLA, UP, above), across);
  return walk(vault, side, climb(side), higher);
}

/** How far a midline direction (x = 0, 0..180 degrees over the top) lies from the glabella along the skin, mm. */
export function aboveGlabella(vault: Vault, d: Vec3): Millimetres {
  let here = GLABELLA;
  let towards = UP;
  let sum = 0;
  for (let i = 0; i < FURTHEST; i++) {
    const next = stepAlong(here, towards);
    const stride = length(subtract(vaultPoint(vault, next.d), vaultPoint(vault, here)));
    const before = here[2] * d[1] - here[1] * d[2];
    const after = next.d[2] * d[1] - next.d[1] * d[2];
    if (after <= 0) return sum + (stride * Math.max(0, before)) / Math.max(1e-12, before - after);
    sum += stride;
    here = next.d;
    towards = next.towards;
  }
  return sum;
}

/**
 * A tape laid from a to b on the skin, mm: along the great circle of their directions, as a hand would lay it.
 * Directions not opposite each other.
 */
export function tape(vault: Vault, a: Vec3, b: Vec3): Millimetres {
  const steps = Math.max(1, Math.ceil(length(subtract(b, a)) / STEP));
  let sum = 0;
  let point = vaultPoint(vault, a);
  for (let i = 1; i <= steps; i++) {
    const next = vaultPoint(vault, between(a, b, i / steps));
    sum += length(subtract(next, point));
    point = next;
  }
  return sum;
}

/** Direction a fraction t of the way from a to b on the great circle of directions. */
export const between = (a: Vec3, b: Vec3, t: number): Vec3 => unit(add(scale(a, 1 - t), scale(b, t)));

/**
 * How high the level of d (unit) lies above the brow: the tape from the glabella along the midline up to it, mm;
 * negative below.
 */
export function aboveBrow(vault: Vault, [, y]: Vec3): Millimetres {
  const level: Vec3 = [0, y, Math.sqrt(Math.max(0, 1 - y * y))];
  return y < 0 ? -tape(vault, level, GLABELLA) : aboveGlabella(vault, level);
}

/** Steps of the tape round a quarter of the head. */
const QUARTER = 48;

/**
 * How far d (unit) lies from the midline in front: the tape laid level round the head, mm, positive to the image's
 * right in a frontal view.
 */
export function acrossMidline(vault: Vault, [x, y, z]: Vec3): Millimetres {
  const radius = Math.sqrt(x * x + z * z);
  const front: Vec3 = [0, y, radius];
  const beside: Vec3 = [x < 0 ? -radius : radius, y, 0];
  const level = (from: Vec3, to: Vec3): Millimetres => {
    let sum = 0;
    let before = vaultPoint(vault, from);
    for (let i = 1; i <= QUARTER; i++) {
      const t = i / QUARTER;
      const [dx, dz] = [from[0] + t * (to[0] - from[0]), from[2] + t * (to[2] - from[2])];
      const k = radius / Math.max(1e-9, Math.sqrt(dx * dx + dz * dz));
      const point = vaultPoint(vault, [dx * k, y, dz * k]);
      sum += length(subtract(point, before));
      before = point;
    }
    return sum;
  };
  if (radius < 1e-9) return 0;
  const far = z >= 0 ? level(front, [x, y, z]) : level(front, beside) + level(beside, [x, y, z]);
  return x < 0 ? -far : far;
}
