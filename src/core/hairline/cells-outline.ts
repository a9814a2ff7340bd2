/* The edge of covered skin as a few ways, to be drawn thin over a photo: from row to row along the ends of the runs, at
   every so manyth row. For the eye alone: nothing is reckoned by it. */

import type { ChartPoint } from "../head/scalp.ts";
import { type Cells, PER_UNIT, type Row, cellMiddle } from "./cells.ts";

/** Rows from one point of the edge to the next, about 0.9 mm. */
const EVERY = 6;

const edgeAt = (edge: number): number => edge / PER_UNIT - 2;

/** Ways along the edges of a set of cells, chart points. Where runs part or meet a way ends and others begin. */
export function outlineOf({ top, rows }: Cells): readonly (readonly ChartPoint[])[] {
  const done: ChartPoint[][] = [];
  let open: ChartPoint[][] = [];
  let before: Row = [];
  const flat = (edges: Row, v: number): void => {
    for (let k = 0; k + 1 < edges.length; k += 2) {
      done.push([
        { u: edgeAt(edges[k]), v },
        { u: edgeAt(edges[k + 1]), v },
      ]);
    }
  };
  const take = (edges: Row, row: number): void => {
    const v = cellMiddle(row);
    if (!goesOn(before, edges)) {
      done.push(...open);
      // Only where one row has skin and the other has none the edge runs along them.
      flat(apartOf(before, edges), v);
      open = edges.map(() => []);
    }
    edges.forEach((edge, i) => open[i].push({ u: edgeAt(edge), v }));
    before = edges;
  };
  for (let i = 0; i < rows.length; i += EVERY) take(rows[i], top + i);
  const last = rows.length - 1;
  if (last % EVERY !== 0 && last >= 0) take(rows[last], top + last);
  done.push(...open);
  flat(before, cellMiddle(top + last));
  return done.filter(({ length }) => length > 1);
}

/** What one of two rows covers and the other does not: runs begin and end where either of them does. */
function apartOf(a: Row, b: Row): Row {
  const all = [...a, ...b].toSorted((p, q) => p - q);
  return all.filter((edge, i) => all[i - 1] !== edge && all[i + 1] !== edge);
}

/** Whether each run of a row lies below the same run of the row before. */
const goesOn = (before: Row, edges: Row): boolean =>
  before.length === edges.length &&
  edges.every((edge, i) => (i % 2 === 0 ? edge < before[i + 1] : edge > before[i - 1]));
