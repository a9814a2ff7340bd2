/* The limb: where the vault turns away from the camera, which is the outline a photo shows of it. */

import { sincos } from "../geometry/exact.ts";
import { type Point2, type Vec3, add, cross, length, scale, unit } from "../geometry/vector.ts";
import type { Millimetres } from "../units.ts";
import type { Eye } from "./camera.ts";
import { type Vault, semiAxis, vaultFacing } from "./vault.ts";

/**
 * Directions of the vault on its limb as seen by the eye, `count` of them, once around. Throws RangeError for an eye
 * inside the head, which sees no limb.
 */
export function limbDirections(vault: Vault, eye: Eye, count: number): Vec3[] {
  const { place } = eye;
  const stretched = stretchedBy(vault, place, place[1]);
  if (!(length(stretched) > 1.06)) throw new RangeError("the camera is inside the head");
  const axis = unit(stretched);
  const side = unit(Math.abs(axis[1]) < 0.9 ? cross([0, 1, 0], axis) : cross([1, 0, 0], axis));
  const other = cross(axis, side);
  const out: Vec3[] = [];
  for (let i = 0; i < count; i++) {
    const [s, c] = sincos((360 * i) / count);
    out.push(limbAlong(vault, place, stretched, axis, add(scale(side, c), scale(other, s))));
  }
  return out;
}

/** A place in units of the semi-axes of that half in which y lies. */
const stretchedBy = (vault: Vault, place: Vec3, y: Millimetres): Vec3 => [
  place[0] / vault.halfBreadth,
  place[1] / semiAxis(vault, y),
  place[2] / vault.halfLength,
];

/**
 * The limb's direction in the half plane of `axis` and `towards`:
 * closed form for that half of the ellipsoid, then Newton for the squareness.
 * Written out: a head that is dragged comes here thousands of times.
 */
function limbAlong(vault: Vault, place: Vec3, stretched: Vec3, axis: Vec3, towards: Vec3): Vec3 {
  const [ax, ay, az] = axis;
  const [tx, ty, tz] = towards;
  let [x, y, z] = ellipsoidLimb(stretched, axis, towards);
  if (y < 0 !== place[1] < 0 && vault.depth !== vault.height)
    [x, y, z] = ellipsoidLimb(stretchedBy(vault, place, y), axis, towards);
  for (let round = 0; round < 4; round++) {
    const u = x * ax + y * ay + z * az;
    const v = x * tx + y * ty + z * tz;
    const [alongX, alongY, alongZ] = [tx * u - ax * v, ty * u - ay * v, tz * u - az * v];
    const here = vaultFacing(vault, place, x, y, z);
    // A step of the direction along the half plane, back to unit length.
    let [sx, sy, sz] = [x + alongX * 1e-4, y + alongY * 1e-4, z + alongZ * 1e-4];
    let k = 1 / Math.sqrt(sx * sx + sy * sy + sz * sz);
    const slope = (vaultFacing(vault, place, sx * k, sy * k, sz * k) - here) / 1e-4;
    const step = Math.max(-0.2, Math.min(0.2, -here / slope));
    [sx, sy, sz] = [x + alongX * step, y + alongY * step, z + alongZ * step];
    k = 1 / Math.sqrt(sx * sx + sy * sy + sz * sz);
    [x, y, z] = [sx * k, sy * k, sz * k];
  }
  return [x, y, z];
}

/** Of the ellipsoid in whose units `stretched` is the eye's place: the direction of its limb in the same half plane. */
function ellipsoidLimb(stretched: Vec3, [ax, ay, az]: Vec3, [tx, ty, tz]: Vec3): Vec3 {
  const a = ax * stretched[0] + ay * stretched[1] + az * stretched[2];
  const b = tx * stretched[0] + ty * stretched[1] + tz * stretched[2];
  const n = Math.sqrt(a * a + b * b);
  const sin = Math.sqrt(Math.max(0, 1 - 1 / (n * n)));
  const p = (a / n - b * sin) / n;
  const q = (b / n + a * sin) / n;
  return [ax * p + tx * q, ay * p + ty * q, az * p + tz * q];
}

/** Of points once around a limb, px: where `measure` is greatest, in between them as well; smooth in the points. */
export function limbEnd(limb: readonly Point2[], measure: (p: Point2) => number): Point2 {
  const best = limb.reduce((most, p, i) => (measure(p) > measure(limb[most]) ? i : most), 0);
  const a = limb[(best + limb.length - 1) % limb.length];
  const b = limb[best];
  const c = limb[(best + 1) % limb.length];
  // The top of the parabola through the best three.
  const [ma, mb, mc] = [measure(a), measure(b), measure(c)];
  const bend = ma - 2 * mb + mc;
  const t = bend < 0 ? (ma - mc) / (2 * bend) : 0;
  const mix = (from: number, middle: number, to: number): number =>
    middle + (t * (to - from)) / 2 + (t * t * (from - 2 * middle + to)) / 2;
  return { x: mix(a.x, b.x, c.x), y: mix(a.y, b.y, c.y) };
}
