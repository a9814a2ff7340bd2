/* The limb: where the vault turns away from the camera, which is the outline a photo shows of it. */

import { sincos } from "../geometry/exact.ts";
import { type Vec3, add, cross, dot, length, scale, subtract, unit } from "../geometry/vector.ts";
import type { Eye } from "./camera.ts";
import { type Vault, vaultNormal, vaultPoint } from "./vault.ts";

/**
 * Directions of the vault on its limb as seen by the eye, `count` of them, once around. Throws RangeError for an eye
 * inside the head, which sees no limb.
 */
export function limbDirections(vault: Vault, eye: Eye, count: number): Vec3[] {
  const { place } = eye;
  const stretched: Vec3 = [place[0] / vault.halfBreadth, place[1] / vault.height, place[2] / vault.halfLength];
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

/**
 * The limb's direction in the half plane of `axis` and `towards`:
 * closed form for the ellipsoid, then Newton for the squareness.
 */
function limbAlong(vault: Vault, place: Vec3, stretched: Vec3, axis: Vec3, towards: Vec3): Vec3 {
  const a = dot(axis, stretched);
  const b = dot(towards, stretched);
  const n = Math.sqrt(a * a + b * b);
  const sin = Math.sqrt(1 - 1 / (n * n));
  let d = add(scale(axis, (a / n - b * sin) / n), scale(towards, (b / n + a * sin) / n));
  // Written out: a head that is dragged asks for it thousands of times a step.
  const facing = (at: Vec3): number => {
    const { normal } = vaultNormal(vault, at);
    const point = vaultPoint(vault, at);
    return normal[0] * (place[0] - point[0]) + normal[1] * (place[1] - point[1]) + normal[2] * (place[2] - point[2]);
  };
  for (let round = 0; round < 4; round++) {
    const along = subtract(scale(towards, dot(d, axis)), scale(axis, dot(d, towards)));
    const here = facing(d);
    const slope = (facing(unit(add(d, scale(along, 1e-4)))) - here) / 1e-4;
    d = unit(add(d, scale(along, Math.max(-0.2, Math.min(0.2, -here / slope)))));
  }
  return d;
}
