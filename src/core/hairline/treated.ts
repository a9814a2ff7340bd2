/* The line's treated area and the areas together: how much of the plan's density stands at a place, and which area has
   the say there. An area replaces the share that it lies on: outside the line it adds, inside it is denser or thinner;
   of two the later lies on the earlier. Where skin is left free nothing stands, whatever else lies there. */

import type { Vault } from "../head/vault.ts";
import type { Area } from "./areas.ts";
import { type ChartBox, type Coverage, changedBetween, coverageOf } from "./coverage.ts";
import type { Region } from "./region.ts";

/** `share` of the plan's density, 0..1.5; `area`: the number of the area that decides from 1 on, 0 for the line. */
export type Spot = { share: number; area: number };

export type Treated = Region & {
  /** Writes what is at a chart point. */
  at(u: number, v: number, spot: Spot): void;
  readonly areas: readonly Area[];
  /** The greatest share anywhere. */
  readonly most: number;
};

const within = (box: ChartBox | null, u: number, v: number): boolean =>
  box !== null && u >= box.west && u <= box.east && v >= box.north && v <= box.south;

/** Shares are mixed so that where an area lies whole its own stands, to the bit. */
const mixed = (under: number, over: number, part: number): number =>
  part >= 1 ? over : part <= 0 ? under : under + (over - under) * part;

/** Areas laid over a line's region, on a head. */
export function treatedBy(vault: Vault, line: Region, areas: readonly Area[]): Treated {
  const laid: readonly Coverage[] = areas.map((area) => coverageOf(vault, area));
  function at(u: number, v: number, spot: Spot): void {
    let [share, decides] = [line.share(u, v), 0];
    let free = 0;
    for (let i = 0; i < laid.length; i++) {
      const { box, at: partAt, area } = laid[i];
      if (!within(box, u, v)) continue;
      const part = partAt(u, v);
      if (area.kind === "leave-free") free = Math.max(free, part);
      else {
        share = mixed(share, area.density, part);
        if (part >= 0.5) decides = i + 1;
      }
    }
    spot.share = mixed(share, 0, free);
    spot.area = decides;
  }
  const here: Spot = { share: 0, area: 0 };
  return {
    areas,
    most: areas.reduce((most, { density, kind }) => Math.max(most, kind === "leave-free" ? 0 : density), 1),
    at,
    looks: line.looks,
    share(u, v) {
      at(u, v, here);
      return here.share;
    },
  };
}

/**
 * Where `after` differs from `before`, both over the same line on the same head; null where it is not told: areas have
 * gone or changed places.
 */
export function changedAreas(
  vault: Vault,
  before: readonly Area[],
  after: readonly Area[],
): readonly ChartBox[] | null {
  if (after.length < before.length || before.some(({ id }, i) => after[i].id !== id)) return null;
  return after.flatMap((area, i) => {
    const now = coverageOf(vault, area);
    if (i < before.length) return changedBetween(vault, coverageOf(vault, before[i]), now);
    return now.box ? [now.box] : [];
  });
}
