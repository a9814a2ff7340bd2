/* How large the scalp's chart is on a head's skin, place by place. */

import { scalpPoint } from "../head/scalp.ts";
import type { Vault } from "../head/vault.ts";

/** Half of the way over which it is measured, chart units. */
const HALF = 1e-3;

/**
 * Squares of mm for steps (du, dv) of the chart, e du^2 + 2 f du dv + g dv^2, at a chart point with rho under 2; at its
 * rim that of the nearest place within.
 */
export function metricAt(
  vault: Vault,
  u: number,
  v: number,
): { readonly e: number; readonly f: number; readonly g: number } {
  const shrink = Math.min(1, 1.99 / Math.max(1e-9, Math.sqrt(u * u + v * v)));
  const [cu, cv] = [u * shrink, v * shrink];
  const [west, east] = [scalpPoint(vault, cu - HALF, cv), scalpPoint(vault, cu + HALF, cv)];
  const [south, north] = [scalpPoint(vault, cu, cv - HALF), scalpPoint(vault, cu, cv + HALF)];
  const k = 1 / (2 * HALF);
  const [ax, ay, az] = [(east[0] - west[0]) * k, (east[1] - west[1]) * k, (east[2] - west[2]) * k];
  const [bx, by, bz] = [(north[0] - south[0]) * k, (north[1] - south[1]) * k, (north[2] - south[2]) * k];
  return { e: ax * ax + ay * ay + az * az, f: ax * bx + ay * by + az * bz, g: bx * bx + by * by + bz * bz };
}
