/* How a photo stands that was opened and not touched, and after four drags: what side of the head was proposed, and how
   well the head lies, over pictures with known truth. */

import type { View } from "../../src/core/head/view.ts";
import { facesOf, peopleOf } from "./faces.ts";
import { draggedTo } from "./four-drags.ts";
import { type KnownHead, generatedHeads, scanHeads } from "./known-heads.ts";
import { dotsBeside, dotsIn, earInside, inkOnScalp, isRight, overlap, perMmOf, turnBetween } from "./lying.ts";
import { type Opened, opened } from "./opened.ts";

/** What became of one picture; null of what it does not show. */
type Row = {
  readonly right: boolean;
  readonly pose: number;
  readonly scale: number;
  readonly overlap: number;
  readonly ear: number | null;
  readonly beside: boolean;
  readonly inked: number | null;
  readonly sure: boolean;
};

const NOTHING: Row = {
  right: false,
  pose: 180,
  scale: 1,
  overlap: 0,
  ear: null,
  beside: false,
  inked: 0,
  sure: false,
};

function rowOf(head: KnownHead, view: View, sure: boolean): Row {
  const dots = dotsIn(view);
  return {
    right: isRight(view.aspect, head.pose),
    pose: turnBetween(view.pose, head.pose),
    scale: Math.abs(perMmOf(view) / perMmOf(head) - 1),
    overlap: overlap(head, view),
    ear: earInside(head, view),
    beside: dotsBeside(head, dots).length > 0,
    inked: inkOnScalp(head, dots),
    sure,
  };
}

/** A fit that is called sure is wrong if the side is, or the turn by more than this, degrees. */
const WRONG = 25;

function figuresOf(rows: readonly Row[]) {
  const quantile = (values: readonly number[], share: number): number =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
  const share = (is: (row: Row) => boolean): number => rows.filter(is).length / rows.length;
  const mean = (values: readonly (number | null)[]): number => {
    const shown = values.filter((value) => value !== null);
    return shown.reduce((sum, value) => sum + value, 0) / Math.max(1, shown.length);
  };
  const poses = rows.map(({ pose }) => pose);
  const scales = rows.map(({ scale }) => scale);
  const overlaps = rows.map((row) => row.overlap);
  const sure = rows.filter((row) => row.sure);
  return {
    heads: rows.length,
    aspectRight: share(({ right }) => right),
    poseMedian: quantile(poses, 0.5),
    pose90: quantile(poses, 0.9),
    scale90: quantile(scales, 0.9),
    iouMedian: quantile(overlaps, 0.5),
    earShare: mean(rows.map(({ ear }) => ear)),
    dotsOutside: share(({ beside }) => beside),
    inkOnBareScalp: mean(rows.map(({ inked }) => inked)),
    sure: share((row) => row.sure),
    sureAndWrong: sure.filter(({ right, pose }) => !right || pose > WRONG).length / Math.max(1, sure.length),
  };
}

type Both = { readonly untouched: Row; readonly dragged: Row; readonly told: string };

function bothOf(head: KnownHead, seen: Opened | null): Both {
  if (!seen) return { untouched: NOTHING, dragged: NOTHING, told: "no head" };
  const untouched = rowOf(head, seen.view, seen.sure);
  const view = draggedTo(head, seen);
  return { untouched, dragged: rowOf(head, view, false), told: seen.view.aspect };
}

const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);

const lineOf = (row: Row): string =>
  [
    `${row.pose.toFixed(0)}°  scale ${percent(row.scale)}  overlap ${row.overlap.toFixed(3)}`,
    `  ear ${percent(row.ear)}  ink ${percent(row.inked)}`,
    `${row.right ? "" : "  wrong side"}${row.beside ? "  dots beside" : ""}${row.sure ? "  sure" : ""}`,
  ].join("");

/** The figures over a generated set and the scan, together and each for itself. `seed`: of the set. */
export async function generatedFigures(seed: number): Promise<object> {
  const sets = { [`seed ${seed}`]: await generatedHeads(seed), scan: await scanHeads() };
  const files = Object.values(sets).flatMap((heads) => heads.map(({ file }) => file));
  const [masks, faces] = [await peopleOf(files), await facesOf(files)];
  const rows = new Map<KnownHead, Both>();
  for (const head of Object.values(sets).flat()) {
    const mask = masks.get(head.file);
    const both = bothOf(head, mask ? await opened(head, mask, faces.get(head.file) ?? []) : null);
    rows.set(head, both);
    console.log(`  ${head.file.split("/").slice(-2).join("/")}: ${both.told}  ${lineOf(both.untouched)}`);
    console.log(`      four drags: ${lineOf(both.dragged)}`);
  }
  const of = (heads: readonly KnownHead[]) => {
    const both = heads.map((head) => rows.get(head) ?? { untouched: NOTHING, dragged: NOTHING });
    const { sure: _sure, sureAndWrong: _wrong, ...fourDrags } = figuresOf(both.map(({ dragged }) => dragged));
    return { ...figuresOf(both.map(({ untouched }) => untouched)), fourDrags };
  };
  const each = Object.entries(sets).filter(([, heads]) => heads.length > 0);
  return {
    ...of(Object.values(sets).flat()),
    sets: Object.fromEntries(each.map(([name, heads]) => [name, of(heads)])),
  };
}
