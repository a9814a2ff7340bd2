/* `npm run -s report:line`: the line against what it is asked to be. Each finish of the front as the blind detector
   finds it in painted pictures, against what its numbers ask for; and the usual edge beside the ears and at the nape
   against real work. Prints the figures and writes reports/line.json. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { type FrontFinish, frontFinishes, fronts } from "../../src/core/hairline/finish.ts";
import { type EdgePart, edgeParts, offReal } from "./beside-ear.ts";
import { edgesAboutEars } from "./ears.ts";
import { finishPainter, meanLook, offAsked } from "./finishes.ts";
import { type Look, measures } from "./front.ts";

const top = path.resolve(import.meta.dirname, "../..");
const reports = path.join(top, "reports");

/** Seeds of follicles and swings that each finish is painted with. */
const SEEDS = [1, 2, 3, 4, 5, 6];
/** What is found should be this near to what is asked, as a share. */
const NEAR = 0.15;

type Against = { readonly asked: number; readonly found: number };
type Finishes = Readonly<Record<FrontFinish, Readonly<Record<keyof Look, Against>>>>;

const rounded = (value: number): number => Math.round(100 * value) / 100;

/** Every finish; the first seed's picture of each is kept, to be looked at. */
async function finishes(): Promise<Finishes> {
  const paint = finishPainter();
  const table: Partial<Record<FrontFinish, Finishes[FrontFinish]>> = {};
  for (const name of frontFinishes) {
    const seen = SEEDS.map((seed) => paint(fronts[name], seed));
    const { width, height, data } = seen[0].picture;
    const raw = { raw: { width, height, channels: 4 as const } };
    await sharp(Buffer.from(data.buffer), raw)
      .png()
      .toFile(path.join(reports, `line-${name}.png`));
    const [asked, found] = [meanLook(seen.map((one) => one.asked)), meanLook(seen.map((one) => one.found))];
    const off = offAsked({ asked, found });
    for (const of of measures) {
      const mark = off[of] > NEAR ? `  ${Math.round(100 * off[of])} % off` : "";
      console.log(
        `${name.padEnd(7)} ${of.padEnd(13)} asked ${asked[of].toFixed(2)}  found ${found[of].toFixed(2)}${mark}`,
      );
    }
    const against = (of: keyof Look): Against => ({ asked: rounded(asked[of]), found: rounded(found[of]) });
    table[name] = {
      width: against("width"),
      irregularity: against("irregularity"),
      strays: against("strays"),
      lineContrast: against("lineContrast"),
    };
  }
  return table as Finishes;
}

/** Mean of what each part of the usual edge is off real work on all heads; mm. */
async function edges(): Promise<Partial<Record<EdgePart, number>>> {
  const { heads, absent } = await edgesAboutEars();
  console.log("\nthe usual edge, mm, in brackets how far off real work");
  for (const { head, edge } of heads) {
    const told = edgeParts.flatMap((part) => {
      const mm = edge[part];
      return mm === undefined ? [] : [`${part} ${mm.toFixed(1)} (${offReal(part, mm).toFixed(1)})`];
    });
    console.log(`${head.padEnd(13)} ${told.join("  ")}`);
  }
  for (const missing of absent) console.log(`${missing} is not at hand and is left out`);
  return Object.fromEntries(
    edgeParts.map((part) => {
      const off = heads.flatMap(({ edge }) => (edge[part] === undefined ? [] : [offReal(part, edge[part])]));
      return [part, rounded(off.reduce((sum, mm) => sum + mm, 0) / off.length)];
    }),
  );
}

export async function main(): Promise<void> {
  mkdirSync(reports, { recursive: true });
  const finish = await finishes();
  const edge = await edges();
  console.log(
    Object.entries(edge)
      .map(([part, off]) => `${part} ${off} mm off`)
      .join(", "),
  );
  writeFileSync(path.join(reports, "line.json"), `${JSON.stringify({ edge, finish }, null, 2)}\n`);
}
