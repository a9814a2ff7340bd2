/* How far a place of the scalp belongs to an area: wholly in its middle, in part across its soft edge. Distances to the
   edge of covered skin are to the nearest cell beyond it, in millimetres on the head, looked for from row to row;
   those to lines and grafts are to pieces of straight way. A place is asked for by itself, so that a stroke costs no
   more than the follicles that it may touch. */

import { smoothstep } from "../geometry/interpolate.ts";
import type { Vec3 } from "../geometry/vector.ts";
import { scalpChart, scalpPoint } from "../head/scalp.ts";
import { type Vault, vaultPoint } from "../head/vault.ts";
import { memoised } from "../memo.ts";
import type { Millimetres } from "../units.ts";
import { type Area, cellsOfArea, isCovered, isLine } from "./areas.ts";
import { type Cells, PER_UNIT, boxOfCells, cellAt, cellMiddle, difference, hasCell } from "./cells.ts";
import { metricAt } from "./chart-metric.ts";
import { smoothWay } from "./drawn-curve.ts";

/** A part of the scalp's chart. */
export type ChartBox = {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
};

export type Coverage = {
  readonly area: Area;
  /** How far a chart point belongs to it, 0..1. */
  readonly at: (u: number, v: number) => number;
  /** Beyond it nothing does; null where there is nothing. */
  readonly box: ChartBox | null;
  /** The skin covered; null of lines and grafts. */
  readonly cells: Cells | null;
};

/** Places of a box, to a side of it, at which it is looked how large the chart is there; and some room for between. */
const LOOKS = 5;
const SLACK = 1.2;

const padded = ({ west, east, north, south }: ChartBox, by: number): ChartBox => ({
  west: west - by,
  east: east + by,
  north: north - by,
  south: south + by,
});

/** A box with all that lies within so many mm of it on this head. */
function reached(vault: Vault, box: ChartBox, mm: Millimetres): ChartBox {
  let [across, upward] = [Infinity, Infinity];
  for (let i = 0; i < LOOKS * LOOKS; i++) {
    const [s, t] = [(i % LOOKS) / (LOOKS - 1), Math.floor(i / LOOKS) / (LOOKS - 1)];
    const { e, f, g } = metricAt(vault, box.west + s * (box.east - box.west), box.north + t * (box.south - box.north));
    const room = Math.sqrt(Math.max(1e-9, e * g - f * f));
    across = Math.min(across, room / Math.sqrt(g));
    upward = Math.min(upward, room / Math.sqrt(e));
  }
  const [du, dv] = [(SLACK * mm) / across, (SLACK * mm) / upward];
  return { west: box.west - du, east: box.east + du, north: box.north - dv, south: box.south + dv };
}

function boxOf(cells: Cells): ChartBox | null {
  const box = boxOfCells(cells);
  return (
    box &&
    padded(
      {
        west: cellMiddle(box.west),
        east: cellMiddle(box.east),
        north: cellMiddle(box.north),
        south: cellMiddle(box.south),
      },
      1 / PER_UNIT,
    )
  );
}

/** How far beyond the skin covered an area reaches. */
const reachOf = ({ kind, softness }: Area): Millimetres => (kind === "leave-free" ? softness : softness / 2);

/** How far a place belongs to covered skin whose edge it lies `inside` mm behind (under 0: before). */
function shareInside({ kind, softness }: Area, inside: Millimetres): number {
  if (softness < 0.01) return inside > 0 ? 1 : 0;
  const t = inside / softness + (kind === "leave-free" ? 1 : 0.5);
  return t >= 1 ? 1 : t <= 0 ? 0 : smoothstep(t);
}

/** Cells made ready for many questions: the edges of all rows one after the other, and where each row's begin. */
type Packed = { readonly top: number; readonly begins: Int32Array; readonly edges: Int32Array };

function packed({ top, rows }: Cells): Packed {
  const begins = new Int32Array(rows.length + 1);
  rows.forEach((edges, i) => (begins[i + 1] = begins[i] + edges.length));
  const edges = new Int32Array(begins[rows.length]);
  rows.forEach((row, i) => edges.set(row, begins[i]));
  return { top, begins, edges };
}

/** How many edges of a row lie at a column or before it; `from` and `end`: where the row's edges begin and end. */
function edgesBefore({ edges }: Packed, from: number, end: number, column: number): number {
  let k = from;
  while (k < end && edges[k] <= column) k++;
  return k - from;
}

/** A place distances are taken from, in the chart, in cells and in mm, and how large the chart is there on skin. */
type Post = {
  readonly u: number;
  readonly v: number;
  readonly column: number;
  readonly row: number;
  readonly place: Vec3;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  /** What a row is on skin at least. */
  readonly perRow: Millimetres;
  /** Half of a cell's size, mm. */
  readonly half: Millimetres;
};

/** Taken of lengths by the local measure, since skin bends; and of their squares. */
const LESS = 0.9;
const LESS2 = LESS * LESS;

function postAt(vault: Vault, u: number, v: number): Post {
  const { e, f, g } = metricAt(vault, u, v);
  const room = Math.sqrt(Math.max(1e-9, e * g - f * f));
  return {
    u,
    v,
    column: cellAt(u),
    row: cellAt(v),
    place: scalpPoint(vault, u, v),
    e: LESS2 * e,
    f: LESS2 * f,
    g: LESS2 * g,
    perRow: (LESS * room) / (Math.sqrt(e) * PER_UNIT),
    half: (0.25 * (Math.sqrt(e) + Math.sqrt(g))) / PER_UNIT,
  };
}

/** How far the middle of a cell is, mm, where that is less than `best`, which it is else. */
function nearer(vault: Vault, post: Post, at: number, row: number, best: Millimetres): Millimetres {
  const u = cellMiddle(at);
  const v = cellMiddle(row);
  const du = u - post.u;
  const dv = v - post.v;
  // Most cells are too far by the local measure alone.
  if (post.e * du * du + 2 * post.f * du * dv + post.g * dv * dv > best * best) return best;
  if (u * u + v * v >= 4) return best;
  const p = scalpPoint(vault, u, v);
  const x = p[0] - post.place[0];
  const y = p[1] - post.place[1];
  const z = p[2] - post.place[2];
  return Math.min(best, Math.sqrt(x * x + y * y + z * z));
}

/**
 * How far inside the edge of these cells a chart point lies, mm, negative outside; `most` to either side where the edge
 * is farther.
 */
function insideOf(vault: Vault, cells: Packed, u: number, v: number, most: Millimetres): Millimetres {
  const post = postAt(vault, u, v);
  const { column, row, perRow, half } = post;
  const { top, begins, edges } = cells;
  const last = begins.length - 2;
  const own = row - top;
  const inside = own >= 0 && own <= last && edgesBefore(cells, begins[own], begins[own + 1], column) % 2 === 1;
  let best = most;
  for (let step = 0; (step - 1) * perRow <= best; step++) {
    for (let side = step === 0 ? 1 : -1; side <= 1; side += 2) {
      const at = own + side * step;
      if (at < 0 || at > last) {
        // Beyond the first and the last row no cell is of the set.
        if (inside) best = nearer(vault, post, column, row + side * step, best);
        continue;
      }
      const [from, end] = [begins[at], begins[at + 1]];
      const k = edgesBefore(cells, from, end, column);
      if ((k % 2 === 1) !== inside) best = nearer(vault, post, column, row + side * step, best);
      else {
        // The nearest cells of the other kind to the left and to the right.
        if (k > 0) best = nearer(vault, post, edges[from + k - 1] - 1, row + side * step, best);
        if (from + k < end) best = nearer(vault, post, edges[from + k], row + side * step, best);
      }
    }
  }
  // The edge runs half a cell before the middle of the cell beyond it.
  const away = best >= most ? most : Math.max(0, best - half);
  return inside ? away : -away;
}

/** The same of cells that are asked about once: mm, negative outside; `u`, `v`: chart units, `most`: mm over 0. */
export const insideBy = (vault: Vault, cells: Cells, u: number, v: number, most: Millimetres): Millimetres =>
  insideOf(vault, packed(cells), u, v, most);

function covered(vault: Vault, area: Area): Coverage {
  const cells = cellsOfArea(area);
  const around = boxOf(cells);
  const reach = reachOf(area);
  const ready = packed(cells);
  return {
    area,
    cells,
    box: around && reached(vault, around, reach),
    at:
      area.softness < 0.01
        ? (u, v) => (hasCell(cells, cellAt(u), cellAt(v)) ? 1 : 0)
        : (u, v) => shareInside(area, insideOf(vault, ready, u, v, reach + 0.5)),
  };
}

/** Pieces of straight way, mm: six numbers each, the ends of one; of a graft both ends are its middle. */
function piecesOf(vault: Vault, area: Area): readonly (readonly [Vec3, Vec3])[] {
  const { points, mirrored } = area;
  const way = isLine(area) ? smoothWay(points, false) : points;
  const places = way.map((d) => vaultPoint(vault, d));
  const own: (readonly [Vec3, Vec3])[] = isLine(area)
    ? places.slice(1).map((to, i) => [places[i], to] as const)
    : places.map((p) => [p, p] as const);
  const flip = ([x, y, z]: Vec3): Vec3 => [-x, y, z];
  return mirrored ? [...own, ...own.map(([a, b]) => [flip(a), flip(b)] as const)] : own;
}

function along(vault: Vault, area: Area): Coverage {
  const pieces = piecesOf(vault, area);
  const core = isLine(area) ? area.width : area.width / 2;
  const way = (isLine(area) ? smoothWay(area.points, false) : area.points).map(scalpChart);
  const both = area.mirrored ? [...way, ...way.map(({ u, v }) => ({ u: -u, v }))] : way;
  const of = (pick: (...all: number[]) => number, key: "u" | "v"): number => pick(...both.map((p) => p[key]));
  const around =
    pieces.length === 0
      ? null
      : { west: of(Math.min, "u"), east: of(Math.max, "u"), north: of(Math.min, "v"), south: of(Math.max, "v") };
  return {
    area,
    cells: null,
    // Between two points of it the way may bend away from its chord by a little.
    box: around && reached(vault, around, core + area.softness + 0.5),
    at(u, v) {
      const beyond = distanceTo(pieces, scalpPoint(vault, u, v)) - core;
      if (beyond <= 0) return 1;
      return beyond >= area.softness ? 0 : smoothstep(1 - beyond / area.softness);
    },
  };
}

function distanceTo(pieces: readonly (readonly [Vec3, Vec3])[], [px, py, pz]: Vec3): Millimetres {
  let least = Infinity;
  for (const [a, b] of pieces) {
    const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const size2 = x * x + y * y + z * z;
    const dot = (px - a[0]) * x + (py - a[1]) * y + (pz - a[2]) * z;
    const t = size2 > 0 ? Math.max(0, Math.min(1, dot / size2)) : 0;
    const [dx, dy, dz] = [px - a[0] - t * x, py - a[1] - t * y, pz - a[2] - t * z];
    least = Math.min(least, dx * dx + dy * dy + dz * dz);
  }
  return Math.sqrt(least);
}

/** An area's coverage on a head; of the last areas it is kept. */
export const coverageOf: (vault: Vault, area: Area) => Coverage = memoised(
  (vault: Vault, area: Area) => (isCovered(area) ? covered(vault, area) : along(vault, area)),
  64,
);

/** What of an area decides more than where its covered skin lies. */
const isAlike = (a: Area, b: Area): boolean =>
  a.kind === b.kind &&
  a.density === b.density &&
  a.softness === b.softness &&
  a.shade === b.shade &&
  a.sessions === b.sessions;

/**
 * The parts of the chart beyond which one coverage is the other, on the same head, and what its area makes of it too.
 */
export function changedBetween(vault: Vault, before: Coverage, after: Coverage): readonly ChartBox[] {
  if (before === after) return [];
  if (before.cells && after.cells && isAlike(before.area, after.area)) {
    const box = boxOf(difference(before.cells, after.cells));
    return box ? [reached(vault, box, reachOf(after.area) + 0.5)] : [];
  }
  return [before.box, after.box].filter((box) => box !== null);
}
