/* Areas beside the line, or within it: crown, temples, thinning, a patch; a scar; spots that are left free. They lie on
   the head, as directions of the unit sphere, so that every photo shows them and they go with a head that is found to
   be larger. Widths and blends are lengths on skin and stay as they are: a scar's band is 10 mm on any head. */

import { PI } from "../geometry/exact.ts";
import { type Vec3, length, subtract } from "../geometry/vector.ts";
import { scalpDirection } from "../head/scalp.ts";
import { type Vault, vaultNormal, vaultPoint } from "../head/vault.ts";
import { memoised } from "../memo.ts";
import type { Millimetres } from "../units.ts";
import { type Cells, PER_UNIT, cellMiddle, cellsWithin, mirroredCells, union, without } from "./cells.ts";
import { cellText, cellsIn } from "./cell-text.ts";
import { closedWay, smoothWay } from "./drawn-curve.ts";

/**
 * An area of its own density; lines with a band: a scar, a parting between hairs; round scars of single grafts; skin on
 * which nothing is done (a tattoo, a mole, irritated skin).
 */
export const areaKinds = ["area", "scar", "parting", "fue", "leave-free"] as const;
export type AreaKind = (typeof areaKinds)[number];

export type Area = {
  /** Tells it from the plan's others. */
  readonly id: string;
  readonly kind: AreaKind;
  readonly name: string;
  /**
   * Directions, unit but for rounding. Of an area or skin left free: its closed curve, three or more, or none. Of a
   * scar or a parting: its line, two or more. Of grafts: their middles.
   */
  readonly points: readonly Vec3[];
  /** What a brush has added to the curve and taken of it: texts of cells. Empty for lines and grafts. */
  readonly added: string;
  readonly erased: string;
  /** The same lies on the other side of the midline as well. */
  readonly mirrored: boolean;
  /** Of a scar or a parting: from its line to the end of its band; of grafts: across. */
  readonly width: Millimetres;
  /** So wide its edge is: half of it to either side; all of it beyond a band, a graft and skin left free. */
  readonly softness: Millimetres;
  /** As a share of the plan's. */
  readonly density: number;
  /** Steps on the ladder of dilutions; over 0 darker. */
  readonly shade: number;
  /** Share of its dots that stand after each session, rising; the last is 1. */
  readonly sessions: readonly number[];
};

export const AREA = {
  density: { least: 0.1, most: 1.5 },
  shade: { least: -2, most: 2 },
  softness: { least: 0, most: 30 },
  /** Half of the band of a scar that was cut and sewn (SOURCES areas-1); across a graft's scar (SOURCES areas-2). */
  band: { least: 5, most: 10 },
  graft: { least: 0.3, most: 1 },
  /** Half of the skin that shows along a parting, and as it is opened wider. Level L: illustration. */
  parting: { least: 2, most: 60 },
  sessions: { least: 1, most: 4 },
  share: { least: 0.05, most: 1 },
} as const;

/** What a plan may hold: areas, points of one, letters of a name, letters of a text of cells. */
export const MOST_AREAS = 24;
export const MOST_POINTS = 80;
export const LONGEST_NAME = 40;
export const LONGEST_TEXT = 40_000;

/** Shares of sessions that rise evenly, 1..4 of them; three are the plan's own. */
export const usualSessions: Readonly<Record<1 | 2 | 3 | 4, readonly number[]>> = {
  1: [1],
  2: [0.55, 1],
  3: [0.3, 0.7, 1],
  4: [0.25, 0.5, 0.75, 1],
};

/** Skin up to so large is done in one sitting, mm^2 (SOURCES areas-3). Level L: illustration. */
const SMALL = 2000;

/** The sessions that are proposed for so much skin, mm^2: one for a small patch, three from a whole top on. */
export const proposedSessions = (skin: number): readonly number[] =>
  usualSessions[skin <= SMALL ? 1 : skin <= 4 * SMALL ? 2 : 3];

/** At the usual density no graft of 0.7 mm and more is left without a dot then; a smaller one may be. */
const GRAFTS = 1.25;

/** A new area of a kind without a form; its name is the user's. A scar takes three sessions (SOURCES areas-1). */
export function newArea(id: string, kind: AreaKind, name: string, mirrored: boolean): Area {
  const plain = {
    id,
    kind,
    name,
    points: [],
    added: "",
    erased: "",
    mirrored,
    width: 5,
    softness: 6,
    density: 1,
    shade: 0,
  };
  if (kind === "scar") return { ...plain, width: 6, softness: 25, sessions: usualSessions[3] };
  if (kind === "parting") return { ...plain, width: 10, softness: 20, sessions: usualSessions[2] };
  if (kind === "fue") return { ...plain, width: 1, softness: 0.5, density: GRAFTS, sessions: usualSessions[1] };
  if (kind === "leave-free") return { ...plain, softness: 1, sessions: usualSessions[1] };
  return { ...plain, sessions: usualSessions[1] };
}

/** A free name for one more area. */
export function nextId(areas: readonly Area[]): string {
  let n = areas.length + 1;
  while (areas.some(({ id }) => id === `${n}`)) n++;
  return `${n}`;
}

/** Whether its form is skin covered, by a curve and a brush; else it is points with a width. */
export const isCovered = ({ kind }: Pick<Area, "kind">): boolean => kind === "area" || kind === "leave-free";

/** Whether its form is a line with a band. */
export const isLine = ({ kind }: Pick<Area, "kind">): boolean => kind === "scar" || kind === "parting";

/** The last curves that were filled: a brush asks for the same one at each move. */
const curveCells = memoised((points: readonly Vec3[]): Cells => cellsWithin(closedWay(points)), 32);

/** The skin that an area covers on its own side: its curve, with what was added and without what was erased. */
export const ownCells = ({ points, added, erased }: Pick<Area, "points" | "added" | "erased">): Cells =>
  without(union(curveCells(points), cellsIn(added)), cellsIn(erased));

/** The skin that an area covers, on both sides where it is mirrored. */
export function cellsOfArea(area: Pick<Area, "points" | "added" | "erased" | "mirrored">): Cells {
  const own = ownCells(area);
  return area.mirrored ? union(own, mirroredCells(own)) : own;
}

/**
 * The area with skin brushed onto it, or `erasing` from it; on a mirrored one a stroke on either side tells for both.
 * What is kept follows from the skin covered and the curve alone, so that a stroke erased where there was nothing gives
 * the area back as it was. As it is where the text of it would be longer than a plan may hold.
 */
export function brushed<A extends Pick<Area, "points" | "added" | "erased" | "mirrored">>(
  area: A,
  stroke: Cells,
  erasing: boolean,
): A {
  const own = ownCells(area);
  const skin = erasing
    ? without(own, area.mirrored ? union(stroke, mirroredCells(stroke)) : stroke)
    : union(own, stroke);
  const curve = curveCells(area.points);
  const added = cellText(without(skin, curve));
  const erased = cellText(without(curve, skin));
  if (Math.max(added.length, erased.length) > LONGEST_TEXT) return area;
  return added === area.added && erased === area.erased ? area : { ...area, added, erased };
}

/** Whether anything lies there on the head at all. */
export const hasForm = (area: Area): boolean =>
  isCovered(area) ? ownCells(area).rows.length > 0 : area.points.length > (isLine(area) ? 1 : 0);

/** The areas with one of them changed; as they are where there is none of that id, or where nothing changes. */
export function withArea(areas: readonly Area[], id: string, change: (area: Area) => Area): readonly Area[] {
  const at = areas.findIndex((area) => area.id === id);
  const changed = at < 0 ? null : change(areas[at]);
  return !changed || changed === areas[at] ? areas : areas.map((area, i) => (i === at ? changed : area));
}

/** Cells of a run that are taken for alike when skin is measured. */
const ALIKE = 32;

/** Skin that an area covers on both sides, mm^2, without its blend; of a line its band, of grafts their discs. */
export function skinOfArea(vault: Vault, area: Area): number {
  const sides = area.mirrored ? 2 : 1;
  if (area.kind === "fue") return (sides * area.points.length * PI * area.width * area.width) / 4;
  if (isLine(area)) {
    const way = smoothWay(area.points, false).map((d) => vaultPoint(vault, d));
    return sides * way.slice(1).reduce((sum, p, i) => sum + 2 * area.width * length(subtract(p, way[i])), 0);
  }
  const { top, rows } = cellsOfArea(area);
  let sum = 0;
  rows.forEach((edges, i) => {
    for (let k = 0; k + 1 < edges.length; k += 2) {
      for (let from = edges[k]; from < edges[k + 1]; from += ALIKE) {
        const many = Math.min(ALIKE, edges[k + 1] - from);
        const [u, v] = [cellMiddle(from + (many - 1) / 2), cellMiddle(top + i)];
        if (u * u + v * v < 4) sum += many * vaultNormal(vault, scalpDirection(u, v)).area;
      }
    }
  });
  return sum / (PER_UNIT * PER_UNIT);
}
