/* The reference head's field on heads of other sizes: as many follicles on their own skin as asked for. */
import { expect, test } from "vitest";
import { scalpPoint } from "../../../src/core/head/scalp.ts";
import { areaAgainstReference, discScalp, onScalpChart, wholeScalp } from "../../../src/core/head/scalp-chart.ts";
import { type Vault, maleVault } from "../../../src/core/head/vault.ts";
import { createField, settleRanks, shownAt } from "../../../src/core/stipple/stipple.ts";

/** Dots per mm^2. */
const DENSITY = 0.6;
const COUNT = 60_000;
const seeds = [1, 2, 3];
/** Fields of the reference head, and where their follicles are in the scalp's chart. */
const fields = seeds.map((seed) => {
  const field = createField(wholeScalp.chart, seed, COUNT);
  field.grow(COUNT);
  return { seed, field, at: Array.from({ length: COUNT }, (_, i) => onScalpChart(field.u[i], field.v[i])) };
});

const head = (breadth: number, height: number, length: number): Vault => ({
  ...maleVault,
  halfBreadth: breadth,
  height,
  halfLength: length,
});

// Two standard deviations to either side of the means for men and
// women, SOURCES head-2, long and narrow, short and broad.
test.each([
  ["small", head(67.8, maleVault.height * 0.9, 86.5)],
  ["average", maleVault],
  ["large", head(81.8, maleVault.height * 1.08, 106.9)],
  ["long and narrow", head(72.4, maleVault.height, 106.9)],
  ["short and broad", head(81.8, maleVault.height, 91.7)],
])("a %s head has its density within 1 %% on 4 cm^2 in the mean, at crown and side", (_, vault) => {
  const radius2 = 400 / Math.PI;
  const CAPS = 90;
  const sums = [0, 0, 0];
  for (const { seed, field, at } of fields) {
    const from = new Float64Array(COUNT);
    settleRanks(field, from, 0, COUNT, (i) => areaAgainstReference(vault, at[i].u, at[i].v));
    const list = new Int32Array(COUNT);
    const shown = shownAt(from, COUNT, DENSITY, list);
    const points = Array.from(list.subarray(0, shown), (i) => scalpPoint(vault, at[i].u, at[i].v));
    for (let k = 0; k < CAPS; k++) {
      const t = 1.5 * Math.sqrt((k + 0.5) / CAPS);
      const turn = 2.399963 * k + seed;
      const middle = onScalpChart(t * Math.cos(turn), t * Math.sin(turn));
      const [x, y, z] = scalpPoint(vault, middle.u, middle.v);
      for (const [px, py, pz] of points) {
        if ((px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2 < radius2) sums[Math.floor((3 * k) / CAPS)]++;
      }
    }
  }
  const asked = 400 * DENSITY * (CAPS / 3) * seeds.length;
  for (const sum of sums) expect(Math.abs(sum / asked - 1)).toBeLessThan(0.01);
});

test.each([
  ["that ends under the ears", discScalp],
  ["that reaches the nape", wholeScalp],
])("the area of a scalp %s is that of its chart's inside", (_, scalp) => {
  const { area } = createField(scalp.chart, 1, 1);
  expect(area).toBeLessThanOrEqual(scalp.area);
  expect(area / scalp.area).toBeGreaterThan(0.998);
});
