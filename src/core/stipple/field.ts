/* The field of candidate follicles, from a seed: blue noise on a curved surface in which every beginning is blue noise
   too. Each new dot falls into the largest void of an energy that all earlier dots have raised about themselves ("void
   and cluster", Ulichney 1993, without the cluster half). The grid of energies grows finer with the dots, in stages. */

import { type Chart, areasOf } from "./chart.ts";
import { type Energies, type Sites, createEnergies } from "./energies.ts";
import type { Engine } from "./kernel/kernel.ts";
import { type Pattern, offsetsOf } from "./pattern.ts";

export type Field = {
  /** Area of the inside, mm^2. */
  readonly area: number;
  /** Dots so far, all inside, in rank order. */
  readonly count: number;
  /** Chart coordinates of dot i; of use up to `count`. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /**
   * Places dots until there are `count` of them; what stands stays where it is. Throws RangeError beyond the field's
   * `most`.
   */
  grow(count: number): void;
};

/**
 * `most`: the largest number of dots that will be asked for. Memory: 28 bytes a dot and, as it grows, up to 130 bytes
 * a dot of grid.
 */
export function createField(
  chart: Chart,
  seed: number,
  most: number,
  pattern: Pattern = "fine",
  engine: Engine = "fastest",
): Field {
  const u = new Float32Array(most);
  const v = new Float32Array(most);
  const { inside, near, meanStretch } = areasOf(chart);
  /** Sites are those of the margin too, whose follicles are not kept. */
  const sites = createSites(Math.ceil(most * (near / inside) * 1.03) + 64);
  let energies: Energies | null = null;
  let count = 0;
  /** Follicles on all sites, and so many of them at the end of the stage. */
  let placed = 0;
  let stageEnd = 0;

  /** Mean distance of so many follicles, if they stood in a triangular pattern, mm. */
  const spacingOf = (follicles: number): number => Math.sqrt((1.1547 * near) / follicles);

  /** Places the next follicle, or the next group of them. */
  function placeNext(): void {
    energies ??= createEnergies(chart, meanStretch, sites, seed, engine);
    if (placed >= stageEnd) {
      // Each stage holds twice the dots at half the reach squared.
      stageEnd = 2 * Math.max(16, placed);
      energies.begin(spacingOf(stageEnd));
    }
    const { u: middleU, v: middleV } = energies.largestVoid();
    const offsets = offsetsOf(pattern, seed, sites.count, spacingOf(placed + 1));
    // From mm on the skin to the chart, by a root of the metric.
    const metric = chart.metric(middleU, middleV);
    const across = Math.sqrt(metric.e);
    const upward = Math.sqrt(metric.g - (metric.f * metric.f) / metric.e);
    let [meanU, meanV] = [0, 0];
    for (const [x, y] of offsets) {
      const dv = y / upward;
      const du = (x - (metric.f / across) * dv) / across;
      keep(middleU + du, middleV + dv);
      meanU += du / offsets.length;
      meanV += dv / offsets.length;
    }
    addSite(energies, middleU + meanU, middleV + meanV, offsets.length);
  }

  /** Keeps a follicle where one can be wanted; those in the margin only hold others off. */
  function keep(atU: number, atV: number): void {
    if (count === most || !chart.inside(atU, atV)) return;
    u[count] = atU;
    v[count] = atV;
    count++;
  }

  /** A site of so many follicles: its energy holds the next ones off as far as they need together. */
  function addSite(to: Energies, atU: number, atV: number, follicles: number): void {
    if (sites.count === sites.u.length) throw new RangeError(`the field has no room for more than ${most} follicles`);
    const i = sites.count++;
    placed += follicles;
    sites.u[i] = atU;
    sites.v[i] = atV;
    const { e, f, g } = chart.metric(sites.u[i], sites.v[i]);
    sites.e[i] = e / follicles;
    sites.f[i] = f / follicles;
    sites.g[i] = g / follicles;
    to.raise(i);
  }

  return {
    area: inside,
    u,
    v,
    get count() {
      return count;
    },
    grow(wanted) {
      if (wanted > most) throw new RangeError(`a field of at most ${most} follicles cannot hold ${wanted}`);
      for (let missing = wanted - count; missing > 0; missing = wanted - count) placeNext();
    },
  };
}

const createSites = (room: number): Sites => ({
  u: new Float32Array(room),
  v: new Float32Array(room),
  e: new Float32Array(room),
  f: new Float32Array(room),
  g: new Float32Array(room),
  count: 0,
});
