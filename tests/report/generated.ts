/* How a photo stands that was opened and not touched, and after four drags: what side of the head was proposed, and how
   well the head lies, over pictures with known truth. */

import { rotation } from "../../src/core/head/camera.ts";
import { aspectTurns } from "../../src/core/head/fit.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, aspects, showsFace } from "../../src/core/head/view.ts";
import { pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import type { Face } from "../../src/core/reading/face.ts";
import { useless } from "../../src/core/reading/face-doubt.ts";
import { viewOfFace } from "../../src/core/reading/face-view.ts";
import type { Mask } from "../../src/core/reading/silhouette.ts";
import { headSilhouette, outlinedBy, proposedHead } from "../../src/core/reading/silhouette-head.ts";
import { MARK } from "../../src/core/stipple/stipple.ts";
import { readPhoto } from "../../src/cli/render.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { shownDots } from "../pictures/shown-dots.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { facesOf, peopleOf } from "./faces.ts";
import { draggedTo } from "./four-drags.ts";
import { type KnownHead, generatedHeads, scanHeads } from "./known-heads.ts";
import { dotsBeside, dotsIn, earInside, inkOnScalp, isRight, overlap, perMmOf, turnBetween } from "./lying.ts";
import { type Opened, opened } from "./opened.ts";

type Opened = { readonly view: View; readonly sure: boolean };
type Picture = { readonly file: string; readonly lens: Millimetres | null };

/** As `read-face.ts` of the app has it: a face is looked for where one is that likely. */
const FEW_FACES = 0.05;

/** What the app makes of a picture; null where it sees no head. */
export async function opened({ file, lens }: Picture, mask: Mask, faces: readonly Face[]): Promise<Opened | null> {
  const pixels = await readPhoto(file);
  const { pixels: small, shrink } = smallOf(pyramidOf(pixels), 800);
  const shape = { width: pixels.width, height: pixels.height, lens };
  const found = headSilhouette(mask, small);
  const likely = found ? aspects.reduce((sum, one) => sum + (showsFace(one) ? found.likely[one] : 0), 0) : 0;
  const face = faces.toSorted((a, b) => breadth(b) - breadth(a))[0];
  const read = face && (!found || likely >= FEW_FACES) ? viewOfFace(maleVault, shape, face, small, shrink) : null;
  const isBelieved = read && (read.doubt ? !found && !useless(read.doubt) : true);
  if (read && isBelieved) {
    const view = (found && outlinedBy(maleVault, read.view, found, { pixels: small, shrink })) ?? read.view;
    return { view, sure: read.doubt === null && (view !== read.view || !found) };
  }
  return found && proposedHead(maleVault, shape, found, { pixels: small, shrink });
}

const breadth = (face: Face): number => Math.abs(face[454].x - face[234].x);

/** Angle between two turns, degrees. */
function turnBetween(a: View["pose"], b: View["pose"]): number {
  const [p, q] = [rotation(a), rotation(b)];
  const trace = p.reduce((sum, value, i) => sum + value * q[i], 0);
  return (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI;
}

/** A side is right if its usual turn is the nearest to the true one, or hardly farther than that, degrees. */
const AS_NEAR = 8;

function isRight(aspect: Aspect, pose: View["pose"]): boolean {
  const away = (one: Aspect): number => turnBetween({ ...pose, ...aspectTurns[one] }, pose);
  return away(aspect) <= Math.min(...aspects.map(away)) + AS_NEAR;
}

/** Share of what either outline holds, in the directions in which the true one is the skull's. */
function overlap({ skull, camera, pose }: KnownHead, view: View): number {
  const bare = { camera, pose, outline: view.outline, cuts: [], nudges: [] };
  const { centre } = surfaceOf(maleVault, bare);
  const surface = surfaceOf(maleVault, view);
  const isInside = (r: number, dx: number, dy: number): boolean => {
    const [x, y] = [centre.x + r * dx - surface.centre.x, centre.y + r * dy - surface.centre.y];
    return Math.hypot(x, y) < surface.limbDistance(x, y) * surface.outlineRatio(x, y);
  };
  let [both, either] = [0, 0];
  for (const place of skull) {
    if (!place) continue;
    const truth = Math.hypot(place.x - centre.x, place.y - centre.y);
    const [dx, dy] = [(place.x - centre.x) / truth, (place.y - centre.y) / truth];
    let [inner, outer] = [0, 3 * truth];
    for (let k = 0; k < 20; k++) {
      const r = (inner + outer) / 2;
      if (isInside(r, dx, dy)) inner = r;
      else outer = r;
    }
    both += Math.min(inner, truth) ** 2;
    either += Math.max(inner, truth) ** 2;
  }
  return either > 0 ? both / either : 1;
}

/** Whether any dot of the usual plan lies farther than this beside the head, a share of its breadth. */
const BESIDE = 0.01;

function hasDotsBeside({ background }: KnownHead, view: View, perMm: number): boolean {
  const scene = sceneOf(newDocument({ ...view, cuts: [], nudges: [] }, usualPlan()));
  const { marks, list } = shownDots(headFolliclesOf(scene.document), scene);
  const reach = BESIDE * 2 * maleVault.halfBreadth * perMm;
  const around = Array.from({ length: 8 }, (_, i) => [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)]);
  return list.some((mark) => {
    const [x, y] = [marks.at[MARK * mark], marks.at[MARK * mark + 1]];
    if (x < 0 || y < 0 || x >= background.width || y >= background.height || !background.at(x, y)) return false;
    return around.every(([dx, dy]) => background.at(x + reach * dx, y + reach * dy));
  });
}

/** What became of one picture. */
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
