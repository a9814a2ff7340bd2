/* Follicles as points of the reference head, and how many of them lie on caps of it. */

import { scalpPoint } from "../../src/core/head/scalp.ts";
import { onScalpChart } from "../../src/core/head/scalp-chart.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import type { Field } from "../../src/core/stipple/stipple.ts";

/** x, y, z of the field's first `count` follicles on the reference head, mm. */
export function pointsOf({ u, v }: Field, count: number): Float64Array {
  const points = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const at = onScalpChart(u[i], v[i]);
    points.set(scalpPoint(maleVault, at.u, at.v), 3 * i);
  }
  return points;
}

/**
 * How many of the points lie on each of so many caps of `cm2`, from the crown outward; `turn` moves them about it. On these heads a cap's area is that of its chord's
 * circle to 0.1 %.
 */
export function capCounts(points: Float64Array, cm2: number, caps: number, turn = 0): readonly number[] {
  const radius2 = (cm2 * 100) / Math.PI;
  return Array.from({ length: caps }, (_, k) => {
    const t = 1.55 * Math.sqrt((k + 0.5) / caps);
    const angle = 2.399963 * k + turn;
    const { u, v } = onScalpChart(t * Math.cos(angle), t * Math.sin(angle));
    const [x, y, z] = scalpPoint(maleVault, u, v);
    let inside = 0;
    for (let i = 0; i < points.length; i += 3) {
      const dx = points[i] - x;
      const dy = points[i + 1] - y;
      const dz = points[i + 2] - z;
      if (dx * dx + dy * dy + dz * dz < radius2) inside++;
    }
    return inside;
  });
}
