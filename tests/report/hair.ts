/* `npm run -s report:hair` (`-- --seed N`, 31 if not said): how well hair, stubble and bare skin are told apart in
   pictures with known truth that were opened and not touched, and after one stroke where the largest fault is; and how
   much ink is left on hair. Prints each picture and writes reports/hair.json.

   Figures are intersection over union of what was read and what is so, over pixels whose truth is known, medians over
   pictures: of bare skin (forehead with it), and of hair, where a picture has any. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readPhoto } from "../../src/cli/render.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import type { View } from "../../src/core/head/view.ts";
import { GLOSS, pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { hairOf } from "../../src/core/picture/over-ink.ts";
import { type Hair, hairAt } from "../../src/core/reading/hair.ts";
import type { HairStroke } from "../../src/core/head/hair-strokes.ts";
import { MARK } from "../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { shownDots } from "../pictures/shown-dots.ts";
import { facesOf, peopleOf } from "./faces.ts";
import { opened } from "./opened.ts";
import { largestFault, strokeOver } from "./hair-fault.ts";
import { type KnownHair, generatedHair, portraitHair, scanHair } from "./hair-truth.ts";

const top = path.resolve(import.meta.dirname, "../..");
const SEED = 31;

type Score = { readonly skin: number; readonly hair: number };
type Row = { readonly untouched: Score; readonly stroked: Score; readonly ink: number };

/** What is read at each coarse pixel, and what is so: true for hair; null where that is not known. */
function told({ at, stubble }: KnownHair, hair: Hair) {
  const { width, height, shrink, hair: share, stubble: short } = hair.coarse;
  const truth = Array.from({ length: width * height }, (_, i) => {
    const kind = at(hair.left + ((i % width) + 0.5) * shrink, hair.top + (Math.floor(i / width) + 0.5) * shrink);
    return kind === "left out" ? null : kind === "hair";
  });
  return { truth, read: Array.from(share, (one, i) => one >= 128 || (stubble && short[i] >= 128)) };
}

function scoreOf({ truth, read }: ReturnType<typeof told>): Score {
  const overlap = (of: boolean): number => {
    let [both, either, all] = [0, 0, 0];
    for (const [i, is] of truth.entries()) {
      if (is === null) continue;
      if (is === of) all++;
      if (is === of && read[i] === of) both++;
      if (is === of || read[i] === of) either++;
    }
    return all > FEW ? both / either : Number.NaN;
  };
  return { skin: overlap(false), hair: overlap(true) };
}

/** Fewer pixels of a kind are no figure. */
const FEW = 200;

/** Share of the usual plan's ink that lies on hair, with what the matte leaves of each dot. */
function inkOnHair({ hides }: KnownHair, view: View, hair: Hair): number {
  const scene = sceneOf(newDocument(view, usualPlan()));
  const { marks, list } = shownDots(headFolliclesOf(scene.document), scene);
  let [on, all] = [0, 0];
  for (const mark of list) {
    const [x, y, xx, xy, yy, radius, depth] = marks.at.subarray(MARK * mark, MARK * mark + MARK);
    const area = radius * radius * Math.sqrt(Math.max(0, xx * yy - xy * xy));
    const ink = area * depth * (1 - hairAt(hair, x, y));
    all += ink;
    if (hides(x, y)) on += ink;
  }
  return all > 0 ? on / all : 0;
}

async function rowOf(known: KnownHair, view: View): Promise<Row | null> {
  const photo = await readPhoto(known.file);
  const { pixels, shrink } = smallOf(pyramidOf(photo), GLOSS);
  const read = (strokes: readonly HairStroke[]): Hair | null =>
    hairOf(pixels, shrink, maleVault, { ...view, hair: strokes });
  const hair = read([]);
  if (!hair) return null;
  const seen = told(known, hair);
  const untouched = scoreOf(seen);
  const fault = largestFault(seen, hair.coarse.width);
  const perMm = view.camera.focal / view.pose.z;
  const again = fault && read([strokeOver(fault, hair, perMm)]);
  const stroked = again ? scoreOf(told(known, again)) : untouched;
  return { untouched, stroked, ink: inkOnHair(known, view, hair) };
}

const median = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (known.length === 0) return Number.NaN;
  return (known[Math.floor((known.length - 1) / 2)] + known[Math.floor(known.length / 2)]) / 2;
};

const figures = (scores: readonly Score[]): Score => ({
  skin: median(scores.map(({ skin }) => skin)),
  hair: median(scores.map(({ hair }) => hair)),
});

const NOTHING: Row = { untouched: { skin: 0, hair: 0 }, stroked: { skin: 0, hair: 0 }, ink: 0 };

export async function main(args: readonly string[] = []): Promise<void> {
  const given = args.indexOf("--seed");
  const seed = given < 0 ? SEED : Number(args[given + 1]);
  if (!Number.isInteger(seed)) throw new RangeError("--seed takes a whole number");
  const sets = { generated: await generatedHair(seed), scan2: await scanHair(), portraits: await portraitHair() };
  const files = Object.values(sets).flatMap((known) => known.map(({ file }) => file));
  const [masks, faces] = [await peopleOf(files), await facesOf(files)];
  const [report, oneStroke]: Record<string, Score>[] = [{}, {}];
  const ink: number[] = [];
  const told = (score: Score): string => `${score.skin.toFixed(3)} / ${score.hair.toFixed(3)}`;
  for (const [set, pictures] of Object.entries(sets)) {
    const rows: Row[] = [];
    for (const known of pictures) {
      const mask = masks.get(known.file);
      const seen = mask ? await opened(known, mask, faces.get(known.file) ?? []) : null;
      const row = seen ? await rowOf(known, seen.view) : null;
      rows.push(row ?? NOTHING);
      const name = known.file.split("/").slice(-2).join("/");
      const { untouched, stroked, ink: on } = row ?? NOTHING;
      console.log(
        row
          ? `  ${name}: skin / hair ${told(untouched)}, one stroke ${told(stroked)}, ink on hair ${on.toFixed(3)}`
          : `  ${name}: no head`,
      );
    }
    if (rows.length === 0) continue;
    report[set] = figures(rows.map(({ untouched }) => untouched));
    oneStroke[set] = figures(rows.map(({ stroked }) => stroked));
    ink.push(...rows.filter(({ untouched }) => !Number.isNaN(untouched.hair)).map((row) => row.ink));
    console.log(`${set}: skin / hair ${told(report[set])}, one stroke ${told(oneStroke[set])}`);
  }
  const inkOn = ink.reduce((sum, one) => sum + one, 0) / Math.max(1, ink.length);
  console.log(`ink on hair, mean over pictures with hair: ${inkOn.toFixed(4)}`);
  mkdirSync(path.join(top, "reports"), { recursive: true });
  const out = path.join(top, "reports/hair.json");
  writeFileSync(out, `${JSON.stringify({ ...report, inkOnHair: inkOn, oneStroke }, null, 2)}\n`);
  console.log(process.env.CI ? "reports/hair.json" : out);
}
