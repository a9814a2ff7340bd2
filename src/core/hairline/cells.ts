/* Sets of small cells of the scalp's chart: what a brush has covered. A set is kept in one form only, rows of runs that
   neither touch nor overlap, written as a short text. So the same skin covered is the same text, whatever strokes led
   there: what was added and then erased leaves no trace, by construction. Cells are directions of the head, and grow
   with it; on the average head one is 0.12 mm wide at the scalp's pole and 0.25 mm at its rim. */

import type { ChartPoint } from "../head/scalp.ts";

/** To a unit of the chart; it reaches 2 units to every side of its pole, which is all of the sphere. */
export const PER_UNIT = 640;
/** Cells to a side of the chart. */
export const SIDE = 4 * PER_UNIT;

/** Where runs begin and end, by turns, ascending: cells from the one up to before the other. */
export type Row = readonly number[];

/** Rows from `top` on, the first and the last of them not empty; none of an empty set. */
export type Cells = { readonly top: number; readonly rows: readonly Row[] };

export const noCells: Cells = { top: 0, rows: [] };

const empty: Row = [];

/** The number of the cell that a coordinate of the chart falls into, whole; within 0..SIDE-1 for -2 <= x < 2. */
export const cellAt = (x: number): number => Math.floor((x + 2) * PER_UNIT);
/** The middle of a cell, by its number from 0 on, chart units. */
export const cellMiddle = (cell: number): number => (cell + 0.5) / PER_UNIT - 2;

/** The runs of a row, by its number from 0 on; empty where the set has none there. */
export const rowAt = ({ top, rows }: Cells, row: number): Row => rows[row - top] ?? empty;

/** Whether the set has a cell, by the numbers of its column and row, 0..SIDE-1. */
export function hasCell(cells: Cells, column: number, row: number): boolean {
  const edges = rowAt(cells, row);
  let inside = false;
  for (let i = 0; i < edges.length && edges[i] <= column; i++) inside = !inside;
  return inside;
}

/** The set of these rows; empty ones at both ends are left out. */
function trimmed(top: number, rows: readonly Row[]): Cells {
  let first = 0;
  let end = rows.length;
  while (first < end && rows[first].length === 0) first++;
  while (end > first && rows[end - 1].length === 0) end--;
  return first === end ? noCells : { top: top + first, rows: rows.slice(first, end) };
}

type Rule = (inA: boolean, inB: boolean) => boolean;

function combinedRow(a: Row, b: Row, rule: Rule): Row {
  const edges: number[] = [];
  let [i, k] = [0, 0];
  let inside = false;
  while (i < a.length || k < b.length) {
    const at = Math.min(a[i] ?? SIDE, b[k] ?? SIDE);
    if (a[i] === at) i++;
    if (b[k] === at) k++;
    const now = rule(i % 2 === 1, k % 2 === 1);
    if (now !== inside) edges.push(at);
    inside = now;
  }
  return edges;
}

function combined(a: Cells, b: Cells, rule: Rule): Cells {
  if (a.rows.length === 0 && b.rows.length === 0) return noCells;
  const tops = [a, b].filter(({ rows }) => rows.length > 0);
  const top = Math.min(...tops.map((one) => one.top));
  const end = Math.max(...tops.map((one) => one.top + one.rows.length));
  const rows: Row[] = [];
  for (let row = top; row < end; row++) {
    const [of, and] = [rowAt(a, row), rowAt(b, row)];
    rows.push(and.length === 0 && rule(true, false) ? of : combinedRow(of, and, rule));
  }
  return trimmed(top, rows);
}

/** Cells of a, of b or of both. */
export const union = (a: Cells, b: Cells): Cells => combined(a, b, (inA, inB) => inA || inB);
/** Cells of a that are none of b. */
export const without = (a: Cells, b: Cells): Cells => combined(a, b, (inA, inB) => inA && !inB);

/** The set on the other side of the midline. */
export const mirroredCells = ({ top, rows }: Cells): Cells => ({
  top,
  rows: rows.map((edges) => edges.map((edge) => SIDE - edge).toReversed()),
});

/** How many cells there are. */
export const countCells = ({ rows }: Cells): number =>
  rows.reduce((sum, edges) => sum + edges.reduce((all, edge, i) => all + (i % 2 === 0 ? -edge : edge), 0), 0);

/** Columns and rows from `west` and `north` up to before `east` and `south`. */
export type CellBox = {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
};

/** The least box about all cells; null for an empty set. */
export function boxOfCells({ top, rows }: Cells): CellBox | null {
  if (rows.length === 0) return null;
  const inked = rows.filter((edges) => edges.length > 0);
  return {
    west: inked.reduce((least, edges) => Math.min(least, edges[0]), SIDE),
    east: inked.reduce((most, edges) => Math.max(most, edges[edges.length - 1]), 0),
    north: top,
    south: top + rows.length,
  };
}

/** The cells that one set has and the other has not. */
export const difference = (a: Cells, b: Cells): Cells => combined(a, b, (inA, inB) => inA !== inB);

/**
 * The cells whose middles lie within a closed way through these points, which is closed from the last to the first; by
 * even and odd crossings.
 */
export function cellsWithin(way: readonly ChartPoint[]): Cells {
  const vs = way.map(({ v }) => v);
  if (way.length < 3) return noCells;
  const top = Math.max(0, cellAt(Math.min(...vs)));
  const bottom = Math.min(SIDE - 1, cellAt(Math.max(...vs)));
  const rows: Row[] = [];
  for (let row = top; row <= bottom; row++) {
    const v = cellMiddle(row);
    const crossings: number[] = [];
    way.forEach((a, i) => {
      const b = way[(i + 1) % way.length];
      if (a.v <= v !== b.v <= v) {
        const u = a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u);
        crossings.push(Math.max(0, Math.min(SIDE, Math.ceil((u + 2) * PER_UNIT - 0.5))));
      }
    });
    rows.push(withoutTwins(crossings.toSorted((p, q) => p - q)));
  }
  return trimmed(top, rows);
}

/** Crossings at the same place cancel each other in pairs. */
function withoutTwins(crossings: readonly number[]): Row {
  const edges: number[] = [];
  for (const at of crossings) {
    if (edges.at(-1) === at) edges.pop();
    else edges.push(at);
  }
  return edges;
}

/** One run of cells. */
export type Run = { readonly row: number; readonly from: number; readonly to: number };

/** The set of one run to each row, rows ascending one by one. */
export const cellsOfRuns = (runs: readonly Run[]): Cells =>
  runs.length === 0
    ? noCells
    : trimmed(
        runs[0].row,
        runs.map(({ from, to }) => (to > from ? [from, to] : [])),
      );
