/* The scalp as a flat chart: Lambert's equal-area disc about a pole tilted 30 degrees back from the vertex, so that one
   disc holds everything between a low hairline and the nape. Square roots only. A chart point (u, v) has u to the
   image's right in a frontal view and v to the face; its distance rho from the pole runs from 0 to SCALP_RHO. */

import type { Vec3 } from "../geometry/vector.ts";
import { type Vault, vaultPoint } from "./vault.ts";

export const POLE: Vec3 = [0, 0.8660254037844386, -0.5];
export const FORE: Vec3 = [0, 0.5, 0.8660254037844386];

/** 2 sin(52 deg): the disc ends 104 degrees from the pole. */
export const SCALP_RHO = 1.5760215;

export type ChartPoint = { readonly u: number; readonly v: number };

/** Direction of the unit sphere at a chart point; rho under 2. */
export function scalpDirection(u: number, v: number): Vec3 {
  const rho2 = u * u + v * v;
  const s = Math.sqrt(1 - rho2 / 4);
  const w = 1 - rho2 / 2;
  return [s * u, s * v * FORE[1] + w * POLE[1], s * v * FORE[2] + w * POLE[2]];
}

/** Chart point of a direction of the unit sphere; the exact opposite of the pole has none and gives rho = 2. */
export function scalpChart(d: Vec3): ChartPoint {
  const w = d[1] * POLE[1] + d[2] * POLE[2];
  const s = Math.sqrt(Math.max(0, (1 + w) / 2));
  if (s < 1e-9) return { u: 0, v: 2 };
  return { u: d[0] / s, v: (d[1] * FORE[1] + d[2] * FORE[2]) / s };
}

/** The vault's point at a chart point, mm. */
export const scalpPoint = (vault: Vault, u: number, v: number): Vec3 => vaultPoint(vault, scalpDirection(u, v));

/** Distance of two chart points in the chart, 0..4: unit steps of the chart, not mm. */
export const chartDistance = (a: ChartPoint, b: ChartPoint): number =>
  Math.sqrt((a.u - b.u) * (a.u - b.u) + (a.v - b.v) * (a.v - b.v));
