/* A set of cells as a text: numbers of base 32, each letter five bits and whether it goes on. A row says how many runs
   it has; where there are as many as in the row before, how far each edge has moved since, else where each edge lies.
   Most rows are three letters, so a whole top takes 3 KB. */

import { memoised } from "../memo.ts";
import { type Cells, type Row, SIDE, noCells } from "./cells.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function written(value: number): string {
  let text = "";
  for (let rest = value; ; rest >>= 5) {
    if (rest < 32) return text + LETTERS[rest];
    text += LETTERS[32 + (rest & 31)];
  }
}

/** Small numbers of either sign as small numbers: 0, -1, 1, -2, 2 … */
const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unfolded = (value: number): number => (value & 1 ? -(value + 1) / 2 : value / 2);

/** The text of a set; "" of the empty one. */
export function cellText({ top, rows }: Cells): string {
  if (rows.length === 0) return "";
  let text = written(top);
  let before: Row = [];
  for (const row of rows) {
    const last = before;
    text += written(row.length / 2);
    text +=
      row.length === last.length
        ? row.map((edge, i) => written(folded(edge - last[i]))).join("")
        : row.map((edge, i) => written(edge - (i === 0 ? 0 : row[i - 1]))).join("");
    before = row;
  }
  return text;
}

/** The numbers of a text; null where a letter is none, a number has no end or is beyond all that is written. */
function numbersIn(text: string): readonly number[] | null {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0 || shift > 15) return null;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(value);
    [value, shift] = [0, 0];
  }
  return shift === 0 ? numbers : null;
}

function parsed(text: string): Cells | null {
  if (text === "") return noCells;
  const numbers = numbersIn(text);
  if (!numbers) return null;
  const [top, ...rest] = numbers;
  const rows: Row[] = [];
  let before: Row = [];
  for (let at = 0; at < rest.length;) {
    const edges = 2 * rest[at];
    const next = rest.slice(at + 1, at + 1 + edges);
    if (next.length < edges) return null;
    at += 1 + edges;
    const last = before;
    let sum = 0;
    const row = next.map((value, i) => (edges === last.length ? last[i] + unfolded(value) : (sum += value)));
    rows.push(row);
    before = row;
  }
  const cells = { top, rows };
  return isSet(cells) && cellText(cells) === text ? cells : null;
}

/** Whether all rows lie in the chart, their runs apart and in order, and none at the ends is empty. */
function isSet({ top, rows }: Cells): boolean {
  if (rows.length === 0 || rows[0].length === 0 || rows[rows.length - 1].length === 0) return false;
  if (top + rows.length > SIDE) return false;
  return rows.every((edges) => edges.every((edge, i) => edge <= SIDE && edge > (i === 0 ? -1 : edges[i - 1])));
}

/** The set that a text says, the one that `cellText` gives the same text of; null where there is none. */
export const readCells: (text: string) => Cells | null = memoised(parsed, 48);

/** The set of a text of `cellText`. Throws RangeError where it is none. */
export function cellsIn(text: string): Cells {
  const cells = readCells(text);
  if (!cells) throw new RangeError("the text says no set of cells");
  return cells;
}
