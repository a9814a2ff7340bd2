/* What a plan comes to on the whole head, whether a photo shows it or not: skin treated, and dots. */

import { SCALP_RHO, scalpDirection } from "../head/scalp.ts";
import { type Vault, vaultNormal } from "../head/vault.ts";
import { SESSIONS } from "../pigment/healing.ts";
import { type DotsPerCm2, perMm2 } from "../units.ts";
import type { Follicles } from "./follicles.ts";
import { type Thresholds, areasIn, settleThresholds } from "./thresholds.ts";

/** Skin that is treated, mm^2, and how many dots each session adds: three, or four where an area takes them. */
export type Measure = { readonly area: number; readonly dots: readonly number[] };

/** Cells of the scalp's chart that the area is summed over, to a side of it. */
const CELLS = 160;

/** Share of the density from which skin counts as treated: single stray dots before the line do not. */
const TREATED = 0.1;

/**
 * What a plan with these thresholds comes to, at `planned` dots per
 * cm^2 behind the line. All follicles that it needs must have grown.
 */
export function measureOf(follicles: Follicles, thresholds: Thresholds, vault: Vault, planned: DotsPerCm2): Measure {
  settleThresholds(follicles, thresholds);
  const shares = [SESSIONS, ...areasIn(thresholds).map(({ sessions }) => sessions)];
  const many = Math.max(...shares.map(({ length }) => length));
  const doneBy = Array.from({ length: many }, (_, session) => {
    const densities = shares.map((each) => perMm2(each[Math.min(session, each.length - 1)] * planned));
    const { from, areas } = thresholds;
    let count = 0;
    for (let i = 0; i < thresholds.ready; i++) if (from[i] < densities[areas?.of[i] ?? 0]) count++;
    return count;
  });
  const side = (2 * SCALP_RHO) / CELLS;
  let area = 0;
  for (let row = 0; row < CELLS; row++) {
    for (let col = 0; col < CELLS; col++) {
      const [u, v] = [(col + 0.5) * side - SCALP_RHO, (row + 0.5) * side - SCALP_RHO];
      if (u * u + v * v >= SCALP_RHO * SCALP_RHO || thresholds.region.share(u, v) < TREATED) continue;
      // The chart is equal-area: a cell is as large a part of the sphere of directions everywhere.
      area += side * side * vaultNormal(vault, scalpDirection(u, v)).area;
    }
  }
  return { area, dots: doneBy.map((done, i) => done - (doneBy[i - 1] ?? 0)) };
}
