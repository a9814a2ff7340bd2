/* A brush on the skin: the cells that it covers on its way, as wide in millimetres at the temple as at the crown. */

import { type Vec3, length, subtract } from "../geometry/vector.ts";
import { scalpChart, scalpPoint } from "../head/scalp.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import { between } from "../head/walk.ts";
import type { Millimetres } from "../units.ts";
import { type Cells, type Run, SIDE, cellAt, cellMiddle, cellsOfRuns, noCells, union } from "./cells.ts";
import { metricAt } from "./chart-metric.ts";

/** A place on a brush's way: a direction (unit), and how far it reaches there. */
export type Dab = { readonly d: Vec3; readonly radius: Millimetres };

/** Skin bends away from a straight way: pieces of it are no longer than this. */
const PIECE: Millimetres = 4;
/** Added to what a local measure says of how far a brush reaches in the chart. */
const SLACK = 1.25;

/** The cells within reach of a way through these dabs; of one, a disc. None for no dab. */
export function brushCells(vault: Vault, dabs: readonly Dab[]): Cells {
  if (dabs.length === 1) return piece(vault, dabs[0], dabs[0]);
  let all = noCells;
  for (let i = 0; i + 1 < dabs.length; i++) {
    const [a, b] = [dabs[i], dabs[i + 1]];
    const far = length(subtract(vaultPoint(vault, a.d), vaultPoint(vault, b.d)));
    const parts = Math.max(1, Math.ceil(far / PIECE));
    const at = (t: number): Dab =>
      t === 0 ? a : t === 1 ? b : { d: between(a.d, b.d, t), radius: a.radius + t * (b.radius - a.radius) };
    for (let k = 0; k < parts; k++) all = union(all, piece(vault, at(k / parts), at((k + 1) / parts)));
  }
  return all;
}

/** The first and the last row or column that a dab may reach. */
function reachOf(vault: Vault, { d, radius }: Dab): Readonly<Record<"west" | "east" | "north" | "south", number>> {
  const { u, v } = scalpChart(d);
  const { e, f, g } = metricAt(vault, u, v);
  const room = Math.max(1e-9, e * g - f * f);
  const [du, dv] = [SLACK * radius * Math.sqrt(g / room), SLACK * radius * Math.sqrt(e / room)];
  const cell = (x: number): number => Math.max(0, Math.min(SIDE - 1, cellAt(x)));
  return { west: cell(u - du) - 1, east: cell(u + du) + 1, north: cell(v - dv), south: cell(v + dv) };
}

/** A straight piece of the way: in each row one run, since what is covered has no dents. */
function piece(vault: Vault, a: Dab, b: Dab): Cells {
  const [from, to] = [reachOf(vault, a), reachOf(vault, b)];
  const [west, east] = [Math.max(0, Math.min(from.west, to.west)), Math.min(SIDE - 1, Math.max(from.east, to.east))];
  const covers = covering(vaultPoint(vault, a.d), a.radius, vaultPoint(vault, b.d), b.radius);
  const runs: Run[] = [];
  const last = Math.max(from.south, to.south);
  for (let row = Math.min(from.north, to.north); row <= last; row++) {
    const v = cellMiddle(row);
    const isIn = (column: number): boolean => {
      const u = cellMiddle(column);
      return u * u + v * v < 4 && covers(scalpPoint(vault, u, v));
    };
    let first = west;
    while (first <= east && !isIn(first)) first++;
    let end = east;
    while (end > first && !isIn(end)) end--;
    runs.push({ row, from: first, to: first > east ? first : end + 1 });
  }
  return cellsOfRuns(runs);
}

/** Whether a place, mm, is within reach of the way from a to b, along which the reach goes from r to s. */
function covering([ax, ay, az]: Vec3, r: Millimetres, [bx, by, bz]: Vec3, s: Millimetres): (p: Vec3) => boolean {
  const [x, y, z] = [bx - ax, by - ay, bz - az];
  const size2 = x * x + y * y + z * z;
  return ([px, py, pz]) => {
    const [qx, qy, qz] = [px - ax, py - ay, pz - az];
    const along = size2 > 0 ? (qx * x + qy * y + qz * z) / size2 : 0;
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const [dx, dy, dz] = [qx - t * x, qy - t * y, qz - t * z];
    const reach = r + t * (s - r);
    return dx * dx + dy * dy + dz * dz <= reach * reach;
  };
}
