/* The scalp as a surface to be stippled: the reference head's vault over the scalp's chart. Every head wears the same field, stretched onto it, so
   that a plan gives the same follicles when the head's size is corrected. */

import type { Chart } from "../stipple/stipple.ts";
import { FORE, POLE, SCALP_RHO, scalpDirection } from "./scalp.ts";
import { SQUARENESS, type Vault, maleVault, vaultNormal } from "./vault.ts";

/** Chart units beyond the scalp's rim in which dots are placed and thrown away: about 5 mm. */
const MARGIN = 0.06;
/** Needed follicles per mm^2 of the reference head: 320 per cm^2 asked on a head with a fifth more skin. */
export const MOST_PER_MM2 = 3.84;

/** Skin of the reference head within the chart's rim, mm^2, rounded up; by the midpoint rule, and held to it by a test. */
export const SCALP_AREA = 65_900;

export const scalpSurface: Chart = {
  reach: SCALP_RHO + MARGIN,
  inside: (u, v) => u * u + v * v < SCALP_RHO * SCALP_RHO,
  near: (u, v) => u * u + v * v < (SCALP_RHO + MARGIN) * (SCALP_RHO + MARGIN),
  metric: vaultMetric,
};

/** Places of the chart's axes and its pole in the head's frame are those of scalp.ts; the derivative of direction and vault, written out: it is asked at every dot. */
function vaultMetric(u: number, v: number): { e: number; f: number; g: number } {
  const { halfBreadth: b, height: c, halfLength: a } = maleVault;
  const rho2 = u * u + v * v;
  const s = Math.sqrt(1 - rho2 / 4);
  const w = 1 - rho2 / 2;
  const x = s * u;
  const z = s * v * FORE[2] + w * POLE[2];
  // Of the direction, by u and by v.
  const su = -u / (4 * s);
  const sv = -v / (4 * s);
  const xu = su * u + s;
  const xv = sv * u;
  const yu = su * v * FORE[1] - u * POLE[1];
  const yv = (sv * v + s) * FORE[1] - v * POLE[1];
  const zu = su * v * FORE[2] - u * POLE[2];
  const zv = (sv * v + s) * FORE[2] - v * POLE[2];
  // Of the vault's point.
  const h = 1 + 4 * SQUARENESS * x * x * z * z;
  const hx = 8 * SQUARENESS * x * z * z;
  const hz = 8 * SQUARENESS * x * x * z;
  const hu = hx * xu + hz * zu;
  const hv = hx * xv + hz * zv;
  const pu = b * (hu * x + h * xu);
  const pv = b * (hv * x + h * xv);
  const qu = c * yu;
  const qv = c * yv;
  const ru = a * (hu * z + h * zu);
  const rv = a * (hv * z + h * zv);
  return { e: pu * pu + qu * qu + ru * ru, f: pu * pv + qu * qv + ru * rv, g: pv * pv + qv * qv + rv * rv };
}

/** Skin on this head for each mm^2 of skin on the reference head, at a chart point. */
export function areaAgainstReference(vault: Vault, u: number, v: number): number {
  const d = scalpDirection(u, v);
  return vaultNormal(vault, d).area / vaultNormal(maleVault, d).area;
}
