/* Where the ear stands on the head, and places beside it: so far up along the ear from its lobe, so far before its
   axis. Both in ear lengths, so that they stay where they are on a head of another size. The ears are alike. */

import type { Millimetres } from "../units.ts";
import type { Vec3 } from "../geometry/vector.ts";
import { clamp } from "../geometry/interpolate.ts";
import { type Ear, SQUARENESS, type Vault, maleVault, semiAxis, vaultPoint } from "./vault.ts";

/** Along the ear from its lobe (0) to its top (1), and before its axis; in ear lengths. */
export type BesideEar = { readonly up: number; readonly fore: number };

/**
 * From the axis forwards to where the ear is rooted before, and backwards to its rim, in ear lengths (SOURCES ear-1).
 */
export const EAR_ROOT = 0.17;
export const EAR_RIM = -0.36;

/** Lowest that a place beside the head can lie, as a share of the lower half. */
const LOWEST = 0.92;

/** From an ear's top to its lobe, mm. */
export function earLength({ ear }: Vault): Millimetres {
  const { y, z } = axisOf(ear);
  return Math.sqrt(y * y + z * z);
}

/** From the lobe to the top. */
const axisOf = ({ top, lobe }: Ear): Ear["top"] => ({ y: top.y - lobe.y, z: top.z - lobe.z });

/** The direction of the vault's place at this y and z, mm, on the client's left, as near as there is one. */
export function sideAt(vault: Vault, y: Millimetres, z: Millimetres): Vec3 {
  let dy = y / semiAxis(vault, y);
  if (dy < -LOWEST) dy = -LOWEST;
  let [dx, dz] = [1, 0];
  for (let round = 0; round < 6; round++) {
    const h = 1 + 4 * SQUARENESS * dx * dx * dz * dz;
    const most = Math.sqrt(Math.max(0, 0.98 - dy * dy));
    dz = Math.max(-most, Math.min(most, z / (vault.halfLength * h)));
    dx = Math.sqrt(Math.max(0, 1 - dy * dy - dz * dz));
  }
  return [dx, dy, dz];
}

/** The direction of the vault's place at this x and y, mm, behind, as near as there is one. */
export function backAt(vault: Vault, x: Millimetres, y: Millimetres): Vec3 {
  let dy = y / semiAxis(vault, y);
  if (dy < -LOWEST) dy = -LOWEST;
  let [dx, dz] = [0, -1];
  for (let round = 0; round < 6; round++) {
    const h = 1 + 4 * SQUARENESS * dx * dx * dz * dz;
    const most = Math.sqrt(Math.max(0, 0.98 - dy * dy));
    dx = Math.max(-most, Math.min(most, x / (vault.halfBreadth * h)));
    dz = -Math.sqrt(Math.max(0, 1 - dy * dy - dx * dx));
  }
  return [dx, dy, dz];
}

/** The direction of a place beside the client's left ear. */
export function besideEar(vault: Vault, { up, fore }: BesideEar): Vec3 {
  const { y, z } = axisOf(vault.ear);
  const { lobe } = vault.ear;
  return sideAt(vault, lobe.y + up * y - fore * z, lobe.z + up * z + fore * y);
}

/** Where a direction on either side lies beside its ear. */
export function placeBesideEar(vault: Vault, d: Vec3): BesideEar {
  const { y, z } = axisOf(vault.ear);
  const [, py, pz] = vaultPoint(vault, d);
  const [dy, dz] = [py - vault.ear.lobe.y, pz - vault.ear.lobe.z];
  const size2 = y * y + z * z;
  return { up: (dy * y + dz * z) / size2, fore: (dz * y - dy * z) / size2 };
}

/** An ear's ends. */
export type EarEnd = keyof Ear;

/** The average ear on this head: what the head has before anybody looks. */
export function usualEar({ halfBreadth }: Vault): Ear {
  const times = halfBreadth / maleVault.halfBreadth;
  const { top, lobe } = maleVault.ear;
  return { top: { y: top.y * times, z: top.z * times }, lobe: { y: lobe.y * times, z: lobe.z * times } };
}

/** How far an ear's ends can lie from where they are on the average, as a share of its length. */
const STRAY = 0.6;

/** An ear with one end put elsewhere, mm, as far as ears can stand there; `whole`: whether that was all of the way. */
export function withEarEnd(vault: Vault, end: EarEnd, to: Ear["top"]): { readonly ear: Ear; readonly whole: boolean } {
  const usual = usualEar(vault);
  const most = STRAY * (usual.top.y - usual.lobe.y);
  const within = (mm: Millimetres, about: Millimetres): Millimetres =>
    Math.round(10 * clamp(mm, about - most, about + most)) / 10;
  const other = vault.ear[end === "top" ? "lobe" : "top"];
  const free = { y: within(to.y, usual[end].y), z: within(to.z, usual[end].z) };
  // Top above lobe by a third of an ear at least.
  const least = (usual.top.y - usual.lobe.y) / 3;
  const y = end === "top" ? Math.max(free.y, other.y + least) : Math.min(free.y, other.y - least);
  const whole = Math.abs(y - to.y) < 0.1 && Math.abs(free.z - to.z) < 0.1;
  return { ear: { ...vault.ear, [end]: { y, z: free.z } }, whole };
}
