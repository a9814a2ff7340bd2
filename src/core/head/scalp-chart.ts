/* The scalp as a surface to be stippled: the reference head's vault over the scalp's chart. Every head wears the same field, stretched onto it, so
   that a plan gives the same follicles when the head's size is corrected. */

import type { Chart } from "../stipple/stipple.ts";
import { type Vec3, dot, subtract } from "../geometry/vector.ts";
import { SCALP_RHO, scalpDirection, scalpPoint } from "./scalp.ts";
import { type Vault, maleVault, vaultNormal } from "./vault.ts";

/** Chart units beyond the scalp's rim in which dots are placed and thrown away: about 5 mm. */
const MARGIN = 0.06;
const DELTA = 1e-4;

/** Needed follicles per mm^2 of the reference head: 320 per cm^2 asked on a head with a fifth more skin. */
export const MOST_PER_MM2 = 3.84;

export const scalpSurface: Chart = {
  reach: SCALP_RHO + MARGIN,
  inside: (u, v) => u * u + v * v < SCALP_RHO * SCALP_RHO,
  near: (u, v) => u * u + v * v < (SCALP_RHO + MARGIN) * (SCALP_RHO + MARGIN),
  metric(u, v) {
    const across: Vec3 = subtract(scalpPoint(maleVault, u + DELTA, v), scalpPoint(maleVault, u - DELTA, v));
    const along: Vec3 = subtract(scalpPoint(maleVault, u, v + DELTA), scalpPoint(maleVault, u, v - DELTA));
    const scale = 1 / (4 * DELTA * DELTA);
    return { e: dot(across, across) * scale, f: dot(across, along) * scale, g: dot(along, along) * scale };
  },
};

/** Skin on this head for each mm^2 of skin on the reference head, at a chart point. */
export function areaAgainstReference(vault: Vault, u: number, v: number): number {
  const d = scalpDirection(u, v);
  return vaultNormal(vault, d).area / vaultNormal(maleVault, d).area;
}
