/* `npm run -s report:looks`: what the pigment looks like. The usual plan against real work; a painted patch against the
   closed form on ten skins, in every shade, at every moment; highlights, skin and sides that are read. Prints the
   figures and writes reports/looks.json. With `-- sheets` also sheets to be looked at: skins by shades by moments, and
   the portraits at hand. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { demoScene, readPhoto } from "../../src/cli/render.ts";
import { deltaE2000 } from "../../src/core/colour/difference.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { plainView } from "../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { NO_GAINS } from "../../src/core/reading/skin-planes.ts";
import { asMeasured } from "../../src/core/colour/skin-locus.ts";
import { readSkin } from "../../src/core/reading/skin.ts";
import { PRESENT } from "../../src/core/pigment/edition.ts";
import type { Moment } from "../../src/core/pigment/healing.ts";
import { type Shade, dilution, tradeShades } from "../../src/core/pigment/shades.ts";
import { wholeScalp } from "../../src/core/head/scalp-chart.ts";
import { createFollicles } from "../../src/core/picture/follicles.ts";
import { createHeadFollicles } from "../../src/core/picture/head-follicles.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { inShade, usualPlan } from "../../src/core/plan/plan.ts";
import { lookingAt, sceneOf, viewOf } from "../../src/core/plan/scene.ts";
import { specularOf } from "../../src/core/picture/light.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import {
  SHRINK as DEMO_SHRINK,
  demoView,
  inLight,
  lamp,
  names as demoNames,
  scalpAlbedo,
} from "../first-demo/demo-skin.ts";
import { litView, litViews, measured } from "../first-demo/highlights.ts";
import { type Taken, relit, sceneOf as litSceneOf } from "../first-demo/relit.ts";
import { glossFigures, opaque } from "../pictures/gloss.ts";
import { automatic } from "./automatic.ts";
import { facesOf } from "./faces.ts";
import { sidesMatches } from "./sides.ts";
import type { Match } from "../../src/core/pigment/match-sides.ts";
import { againstLaw, againstPlaces, seen } from "./real-work.ts";
import { type Colour, labIn, paintedMean, patchOf } from "../pictures/painted-patch.ts";
import { reckoned, through } from "../pictures/reckoned-patch.ts";

const top = path.resolve(import.meta.dirname, "../..");
const portraits = path.resolve(top, "../shared/photos/portraits");
const reports = path.join(top, "reports");

/** Measured skins by typology angle (SOURCES skin-3). */
const SKINS: readonly (readonly [ita: number, hex: string])[] = [
  [62, "bb9a8e"],
  [50, "b69280"],
  [38, "af8872"],
  [25, "a57d64"],
  [12, "9a7056"],
  [0, "8f664a"],
  [-15, "7f583e"],
  [-30, "714c34"],
  [-45, "64422f"],
  [-60, "56392b"],
];
const colourOf = (hex: string): Colour => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

type Figures = { worst: number; median: number };
const summed = (values: readonly number[]): Figures => ({
  worst: Math.max(...values),
  median: values.toSorted((a, b) => a - b)[values.length >> 1],
});

/** Moments that differ most from one another. */
const STAGES: readonly Moment[] = ["session-1", "fresh", "healed", "year-5"];
/** Pixels to the millimetre of painted patches. */
const PATCH_PER_MM = 8;

/** Painted against reckoned, and how much darker healed skin is than bare skin. */
function patches(): { patchDeltaE: Figures; darker: Record<string, Record<string, number>> } {
  const apart: number[] = [];
  const darker: Record<string, Record<string, number>> = {};
  for (const shade of tradeShades) {
    for (const moment of STAGES) {
      const patch = patchOf(inShade(usualPlan(), shade), moment, PATCH_PER_MM);
      const light = reckoned(patch);
      for (const [ita, hex] of SKINS) {
        const skin = colourOf(hex);
        const painted = paintedMean(patch, skin);
        apart.push(deltaE2000(labIn(painted), labIn(through(light, skin))));
        if (moment === "healed") (darker[dilution(shade)] ??= {})[`ITA ${ita}`] = labIn(skin).l - labIn(painted).l;
      }
    }
    console.log(
      `${dilution(shade)}: painted against reckoned, delta E 2000 at most ${Math.max(...apart).toFixed(2)} so far`,
    );
  }
  return { patchDeltaE: summed(apart), darker };
}

/** Light from under the surface of skin of typology angle -60 (SOURCES skin-3). */
const DARK_SKIN = [0.092, 0.04, 0.024] as const;

const head = createHeadFollicles(createFollicles(1, wholeScalp));

const TILE = 150;
const PER_MM = 6;

/** A tile of skin, its right part treated. */
function tile(skin: Colour, shade: Shade, moment: Moment): PixelBuffer {
  const photo = pixelBuffer(TILE, TILE);
  for (let i = 0; i < photo.data.length; i += 4) photo.data.set([...skin, 255], i);
  const camera = { width: TILE, height: TILE, focal: TILE };
  const corners = [
    [40, -60],
    [TILE + 60, -60],
    [TILE + 60, TILE + 60],
    [40, TILE + 60],
  ];
  const view = {
    ...plainView("top", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "known"),
    patch: {
      ends: { from: { x: 0, y: 0 }, to: { x: TILE, y: 0 } },
      mm: TILE / PER_MM,
      area: corners.map(([x, y]) => ({ x, y })),
    },
  };
  const scene = lookingAt(sceneOf(newDocument(view, inShade(usualPlan(), shade))), { moment });
  return renderPicture(photo, scene, head).picture;
}

const png = ({ width, height, data }: PixelBuffer) =>
  sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).png();

async function skinsSheet(): Promise<void> {
  const skins = SKINS.filter((_, i) => i % 2 === 0);
  const shades = tradeShades.slice(0, 5);
  const stages = ["session-1", "fresh", "healed", "year-5"] as const;
  const layers: { input: Buffer; left: number; top: number }[] = [];
  for (const [row, [, hex]] of skins.entries()) {
    for (const [col, shade] of shades.entries()) {
      for (const [at, moment] of stages.entries()) {
        const input = await png(tile(colourOf(hex), shade, moment)).toBuffer();
        layers.push({ input, left: (at * shades.length + col) * (TILE + 4), top: row * (TILE + 4) });
      }
    }
  }
  const [width, height] = [stages.length * shades.length * (TILE + 4), skins.length * (TILE + 4)];
  await sharp({ create: { width, height, channels: 3, background: "#222" } })
    .composite(layers)
    .png()
    .toFile(path.join(reports, "looks-skins.png"));
}

async function portraitsSheet(): Promise<void> {
  if (!existsSync(portraits)) return console.log("no portraits at hand: their sheet is left out");
  const files = readdirSync(portraits)
    .filter((file) => /\.(jpe?g|png)$/u.test(file))
    .map((file) => path.join(portraits, file));
  const faces = await facesOf(files);
  const [wide, high] = [330, 420];
  const stages: readonly (Moment | null)[] = [null, "fresh", "healed", "year-5"];
  const layers: { input: Buffer; left: number; top: number }[] = [];
  for (const [row, file] of files.entries()) {
    const pixels = await readPhoto(file);
    const { view, small, shrink } = automatic("front", pixels, faces.get(file)?.[0], null);
    const skin = readSkin(small, shrink, surfaceOf(maleVault, view));
    const plan = skin ? inShade(usualPlan(), skin.shade) : usualPlan();
    for (const [col, moment] of stages.entries()) {
      const picture = moment
        ? renderPicture(pixels, lookingAt(sceneOf(newDocument(view, plan)), { moment }), head).picture
        : pixels;
      const { x, y } = surfaceOf(maleVault, view).centre;
      const side = Math.min(pixels.width, pixels.height, Math.round((190 * view.camera.focal) / view.pose.z));
      const left = Math.max(0, Math.min(pixels.width - side, Math.round(x - side / 2)));
      const upper = Math.max(0, Math.min(pixels.height - side, Math.round(y - side * 0.62)));
      const input = await png(picture)
        .extract({ left, top: upper, width: side, height: side })
        .resize(wide, high, { fit: "cover" })
        .png()
        .toBuffer();
      layers.push({ input, left: col * wide, top: row * high });
    }
  }
  await sharp({ create: { width: stages.length * wide, height: files.length * high, channels: 3, background: "#222" } })
    .composite(layers)
    .png()
    .toFile(path.join(reports, "looks-portraits.png"));
}

/** What skin that gives back this light does against the demo's. */
const against = (light: Colour): Colour => [light[0] / 0.429, light[1] / 0.246, light[2] / 0.17];

/**
 * Percent by which dots in the demo's highlights are off in contrast:
 * as it was taken, and on oily, brown and dark skin.
 */
async function highlights(): Promise<Record<string, Record<string, number>>> {
  const conditions: Record<string, Taken> = {
    "as taken": {},
    oily: { oil: 3 },
    brown: { albedo: against([0.213, 0.098, 0.048]), exposure: 1.6 },
    dark: { albedo: against([0.092, 0.04, 0.024]), exposure: 2 },
  };
  const table: Record<string, Record<string, number>> = {};
  for (const name of litViews) {
    const view = await litView(name);
    for (const [condition, taken] of Object.entries(conditions)) {
      (table[condition] ??= {})[name] = 100 * measured(view, taken, NO_GAINS).error;
    }
  }
  return table;
}

/**
 * Percent, and Delta E 2000 for hue: dots of the usual plan in gloss, and with the sheets of an opaque one too, block
 * by block, on the first demo in full size. "worst" and "mean": off in contrast, and "worstOfFull" as a share of what
 * dots have on dull skin; "lost": what these lose in their worst block; "darker": by how much of its light a
 * highlight's pixel is too dark, but for one in a thousand; "hue": what painting shifts it by, likewise.
 */
async function gloss(opaqueToo: boolean): Promise<Record<string, Record<string, number>>> {
  const dark: Taken = { albedo: against(DARK_SKIN), exposure: 2 };
  const conditions: Record<string, Taken> = {
    oily: { oil: 3 },
    wet: { oil: 2, wet: 0.6 },
    "dark oily": { ...dark, oil: 3 },
    "dark wet": { ...dark, oil: 2, wet: 0.3 },
  };
  const table: Record<string, Record<string, number>> = {};
  for (const name of ["front", "top"]) {
    const { scene: opened } = await demoScene(name, `${top}/tests/first-demo`);
    const lit = await litSceneOf(name, top, "full");
    const plans = { usual: opened, ...(opaqueToo && { opaque: opaque(opened, PRESENT) }) };
    for (const [plan, scene] of Object.entries(plans)) {
      for (const [condition, taken] of Object.entries(conditions)) {
        const { pixels, share } = relit(lit, taken);
        const shine = specularOf(pixels, 1, scene.document.vault, viewOf(scene), PRESENT);
        const figures = glossFigures({ pixels, share, skull: lit.skull }, scene, shine);
        const { worst, mean, worstOfFull, lost, darker, hue, hueRight } = figures;
        const shares = Object.entries({ worst, mean, worstOfFull, lost, darker });
        const percent = Object.fromEntries(shares.map(([name, value]) => [name, 100 * value]));
        table[`${name} ${plan} ${condition}`] = { ...percent, hue, hueRight };
      }
    }
  }
  return table;
}

/** Delta E 2000 of the skin read off the demo's photos, in neutral and in warm light, against what it was made of. */
async function skins(): Promise<Record<string, Record<string, number>>> {
  const truth = asMeasured(scalpAlbedo());
  const table: Record<string, Record<string, number>> = {};
  for (const name of demoNames) {
    const { pixels, surface } = await demoView(name);
    for (const [light, photo] of [
      ["neutral", pixels],
      ["3500 K", inLight(pixels, lamp(3500), "kept")],
    ] as const) {
      const read = readSkin(photo, DEMO_SHRINK, surface);
      (table[light] ??= {})[name] = read ? deltaE2000(read.lab, truth) : Number.NaN;
    }
  }
  return table;
}

/** What a match leaves, and with what. */
const told = (match: Match | null): string =>
  match === null
    ? "none"
    : [
        ...Object.entries(match.left).map(([name, value]) => `${name} ${value.toFixed(1)}`),
        `by ${dilution(match.shade)} x${match.strength} ${match.density} ${match.undertone} ${match.limit ?? ""}`,
      ].join(" ");

/** A figure, or several by name, to three places. */
const short = (value: number | object): string =>
  typeof value === "number"
    ? value.toFixed(3)
    : Object.entries(value)
        .map(([name, each]) => `${name} ${Number(each).toFixed(3)}`)
        .join("  ");

const printed = (title: string, table: Record<string, Record<string, number>>): void => {
  console.log(`\n${title}`);
  for (const [row, each] of Object.entries(table)) {
    const figures = Object.entries(each).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    console.log(`  ${row.padEnd(17)} ${figures.join("   ")}`);
  }
};

/** The usual plan against the measures of real work. */
function realWork() {
  const skins = SKINS.map(([, hex]) => colourOf(hex));
  const { patch, ground, ...dots } = seen(skins[2]);
  const { realWorkRms, lawRms } = againstPlaces();
  return { realWorkRms, lawRms, issaAgainstLaw: againstLaw(skins), ...dots, patch, ground };
}

/** `asked`: "sheets" for the sheets as well. */
export async function main(asked: readonly string[] = process.argv.slice(2)): Promise<void> {
  mkdirSync(reports, { recursive: true });
  if (asked.includes("sheets")) {
    await skinsSheet();
    await portraitsSheet();
  }
  const askedSides = sidesMatches();
  const work = realWork();
  console.log("\nagainst real work");
  for (const [name, value] of Object.entries(work)) console.log(`  ${name.padEnd(16)} ${short(value)}`);
  const { patchDeltaE, darker } = patches();
  const highlightContrastError = await highlights();
  const inGloss = await gloss(asked.includes("sheets"));
  const skinDeltaE = await skins();
  const sides = await askedSides;
  const within = sides.flatMap(({ known }) => (known && !known.limit ? [known.left] : []));
  const sidesMatchDeltaL = Math.max(...within.map(({ l }) => Math.abs(l)));
  const sidesMatchDeltaAB = Math.max(...within.map(({ a, b }) => Math.max(Math.abs(a), Math.abs(b))));
  printed("highlightContrastError, %", highlightContrastError);
  printed("inGloss, % and delta E 2000", inGloss);
  printed("skinDeltaE", skinDeltaE);
  console.log("\ntreated skin less shaved sides, by where stubble is known to grow, and by the reading's own");
  for (const { view, known, own } of sides) console.log(`  ${view.padEnd(24)} ${told(known)}   own ${told(own)}`);
  console.log(`  sidesMatchDeltaL ${sidesMatchDeltaL.toFixed(2)}   a* or b* ${sidesMatchDeltaAB.toFixed(2)}`);
  printed("healed skin is darker than bare skin by (L*)", darker);
  console.log(`\npatchDeltaE  worst ${patchDeltaE.worst.toFixed(2)}  median ${patchDeltaE.median.toFixed(2)}`);
  const figures = { ...work, sidesMatchDeltaL, sidesMatchDeltaAB, sides, patchDeltaE, highlightContrastError, inGloss };
  writeFileSync(path.join(reports, "looks.json"), `${JSON.stringify({ ...figures, skinDeltaE, darker }, null, 2)}\n`);
}
