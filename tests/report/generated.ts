/* How a photo stands that was opened and not touched: what side of the head was proposed, and how well the head lies,
   over pictures with known truth. */

import { facesOf, peopleOf } from "./faces.ts";
import { type KnownHead, generatedHeads, scanHeads } from "./known-heads.ts";
import { hasDotsBeside, isRight, overlap, turnBetween } from "./lying.ts";
import { type Opened, opened } from "./opened.ts";

/** What became of one picture. */
type Row = {
  readonly right: boolean;
  readonly pose: number;
  readonly scale: number;
  readonly overlap: number;
  readonly beside: boolean;
  readonly sure: boolean;
};

const NOTHING: Row = { right: false, pose: 180, scale: 1, overlap: 0, beside: false, sure: false };

function rowOf(head: KnownHead, { view, sure }: Opened): Row {
  const perMm = head.camera.focal / head.pose.z;
  return {
    right: isRight(view.aspect, head.pose),
    pose: turnBetween(view.pose, head.pose),
    scale: Math.abs(view.camera.focal / view.pose.z / perMm - 1),
    overlap: overlap(head, view),
    beside: hasDotsBeside(head, view, perMm),
    sure,
  };
}

/** A fit that is called sure is wrong if the side is, or the turn by more than this, degrees. */
const WRONG = 25;

function figuresOf(rows: readonly Row[]) {
  const quantile = (values: readonly number[], share: number): number =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
  const share = (is: (row: Row) => boolean): number => rows.filter(is).length / rows.length;
  const poses = rows.map(({ pose }) => pose);
  const sure = rows.filter((row) => row.sure);
  return {
    heads: rows.length,
    aspectRight: share(({ right }) => right),
    poseMedian: quantile(poses, 0.5),
    pose90: quantile(poses, 0.9),
    scale90: quantile(
      rows.map(({ scale }) => scale),
      0.9,
    ),
    iouMedian: quantile(
      rows.map((row) => row.overlap),
      0.5,
    ),
    dotsOutside: share(({ beside }) => beside),
    sure: share((row) => row.sure),
    sureAndWrong: sure.filter(({ right, pose }) => !right || pose > WRONG).length / Math.max(1, sure.length),
  };
}

/** The figures over a generated set and the scan, together and each for itself. `seed`: of the set. */
export async function generatedFigures(seed: number): Promise<object> {
  const sets = { [`seed ${seed}`]: await generatedHeads(seed), scan: await scanHeads() };
  const files = Object.values(sets).flatMap((heads) => heads.map(({ file }) => file));
  const [masks, faces] = [await peopleOf(files), await facesOf(files)];
  const rows = new Map<KnownHead, Row>();
  for (const head of Object.values(sets).flat()) {
    const mask = masks.get(head.file);
    const seen = mask ? await opened(head, mask, faces.get(head.file) ?? []) : null;
    const row = seen ? rowOf(head, seen) : NOTHING;
    rows.set(head, row);
    const told = `${row.pose.toFixed(0)}°  scale ${(100 * row.scale).toFixed(0)} %  overlap ${row.overlap.toFixed(3)}`;
    const marks = `${row.right ? "" : "  wrong side"}${row.beside ? "  dots beside" : ""}${row.sure ? "  sure" : ""}`;
    console.log(`  ${head.file.split("/").slice(-2).join("/")}: ${seen?.view.aspect ?? "no head"}  ${told}${marks}`);
  }
  const of = (heads: readonly KnownHead[]) => figuresOf(heads.map((head) => rows.get(head) ?? NOTHING));
  const each = Object.entries(sets).filter(([, heads]) => heads.length > 0);
  return {
    ...of(Object.values(sets).flat()),
    sets: Object.fromEntries(each.map(([name, heads]) => [name, of(heads)])),
  };
}
