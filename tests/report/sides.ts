/* How near treated skin comes to shaved sides, by closed form: on the demo and on generated heads, whose maker says
   where stubble grows, and on the renders of the scan, where they are at hand, by the masks beside them. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import sharp from "sharp";
import { readPhoto } from "../../src/cli/render.ts";
import { pixelsPerMmIn } from "../../src/core/head/patch.ts";
import { type Surface, surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, plainView } from "../../src/core/head/view.ts";
import { READING, pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { type Match, matchSides } from "../../src/core/pigment/match-sides.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { tracedView } from "../../src/core/reading/outline-trace.ts";
import { scalpCells } from "../../src/core/reading/scalp-cells.ts";
import {
  type Grown,
  type SidesReading,
  readShavedSides,
  sidesLevel,
  stubbleAgainst,
} from "../../src/core/reading/shaved-sides.ts";
import { Camera } from "../demo/camera.ts";
import { Field } from "../demo/grid.ts";
import { SKIN, Shape } from "../demo/shape.ts";
import { hairBoundary } from "../demo/skin.ts";
import { grownStrands } from "../demo/strands.ts";
import { demoShots, demoSitter } from "../heads/demo-sitter.ts";
import { growHair } from "../heads/hair.ts";
import { growthAt } from "../heads/hair-styles.ts";
import { renderHead } from "../heads/render.ts";
import { type Shot, shotOf, smallerView } from "../heads/shots.ts";
import { type Sitter, sitterOf } from "../heads/sitters.ts";
import { sighted } from "../heads/truth.ts";

const top = path.resolve(import.meta.dirname, "../..");
const scans = path.resolve(top, "../shared/photos/scan2");

/** What is left between treated skin and sides: by where stubble is known to grow, and by the reading's own. */
export type SidesMatch = { readonly view: string; readonly known: Match | null; readonly own: Match | null };

type Seen = { readonly levels: readonly PixelBuffer[]; readonly view: View; readonly surface: Surface };

function seenIn(photo: PixelBuffer, aspect: Aspect, camera: View["camera"], pose: View["pose"]): Seen {
  const levels = pyramidOf(photo);
  const { pixels, shrink } = smallOf(levels, READING);
  const view = tracedView(maleVault, plainView(aspect, camera, pose, "known"), pixels, shrink);
  return { levels, view, surface: surfaceOf(maleVault, view) };
}

function matchOf(reading: SidesReading | null): Match | null {
  const { density, dot, undertone, edition } = usualPlan();
  const work = { density, dot, undertone, edition };
  return reading && matchSides(reading.skin, reading.sides, work, { ladder: tradeShades, hair: null, usual: density });
}

function matched(name: string, { levels, view, surface }: Seen, grown: Grown): SidesMatch {
  const level = sidesLevel(view, levels.length);
  const perMm = pixelsPerMmIn(view) / 2 ** level;
  const cells = scalpCells(levels[level], 2 ** level, surface, perMm);
  return {
    view: name,
    known: matchOf(stubbleAgainst(cells, grown)),
    own: matchOf(readShavedSides(levels[level], 2 ** level, surface, perMm)),
  };
}

/** Step of the grid that heads are sampled on, mm. */
const STEP = 1.4;
/** A photo's pixels to one of the mask that its maker gives. */
const COARSE = 8;

/** Where stubble grows, as its maker has it: all of it from 80 % of the full growth on, none up to 5 %. */
function growthOn({ hair }: Sitter, view: Shot["view"], field: Field): Grown {
  const coarse = smallerView(view, COARSE);
  const { width: wide } = coarse;
  const { what, pos } = sighted(field, new Camera(coarse));
  const model = new Float64Array(3);
  return ({ at }) => {
    const p = Math.floor(at.y / COARSE) * wide + Math.floor(at.x / COARSE);
    if (what[p] !== SKIN) return null;
    field.shape.proportions.toModel(pos[3 * p], pos[3 * p + 1], pos[3 * p + 2], model);
    const { dense, thin } = growthAt(hair, model[0], model[1], model[2]);
    const share = Math.max(dense, thin);
    if (share === 0 && model[1] < hairBoundary(model[0], model[2])) return null;
    return share >= 0.8 ? 1 : share <= 0.05 ? 0 : null;
  };
}

const DEMO_VIEWS = ["bowed", "three-quarter", "left", "crown", "back"];

async function onDemo(): Promise<SidesMatch[]> {
  const { views } = JSON.parse(await readFile(path.join(top, "public/demo/demo.json"), "utf8"));
  const matches: SidesMatch[] = [];
  for (const name of DEMO_VIEWS) {
    const { file, aspect, width, height, focalPx, pose } = views[name];
    const shot = demoShots.find((each) => each.view.name === name);
    if (!shot) throw new Error(`the demo's maker knows no view ${name}`);
    const photo = await readPhoto(path.join(top, "public/demo", file));
    const seen = seenIn(photo, aspect, { width, height, focal: focalPx }, pose);
    const field = new Field(STEP, new Shape({ ...demoSitter.build, nod: shot.nod }), false);
    matches.push(matched(`demo ${name}`, seen, growthOn(demoSitter, shot.view, field)));
  }
  return matches;
}

/** Heads of a seed that nothing was tuned on, with shaved sides and with stubble of 1 mm, from where these are seen. */
const SEED = 31;
const GENERATED: readonly (readonly [which: number, picture: number])[] = [
  [5, 1],
  [9, 1],
  [11, 0],
];
/** They are made in half of their size. */
const HALF = 2;

function onGenerated(): SidesMatch[] {
  return GENERATED.map(([which, k]) => {
    const [sitter, full] = [sitterOf(SEED, which), shotOf(SEED, which, k)];
    const shot = { ...full, view: smallerView(full.view, HALF) };
    const field = new Field(STEP, new Shape({ ...sitter.build, nod: shot.nod }), false);
    const hair = growHair(field, sitter.hair, SEED * 100 + which);
    const { width, height, data } = renderHead(sitter, shot, { field, brows: grownStrands(field), hair });
    const photo = pixelBuffer(width, height);
    for (let i = 0; i < width * height; i++) photo.data.set([...data.subarray(3 * i, 3 * i + 3), 255], 4 * i);
    const { pose, focalPx } = shot.view;
    const seen = seenIn(photo, shot.pose as Aspect, { width, height, focal: focalPx }, pose);
    return matched(`generated ${shot.view.name}`, seen, growthOn(sitter, shot.view, field));
  });
}

/** The scan's middle in its own units, and millimetres to one of these. */
const SCAN_MIDDLE = [-0.1, 2.04, 0.17] as const;
const SCAN_UNIT = 48.85;
const SCANS: Readonly<Record<string, Aspect>> = {
  hair_shaved_34: "three-quarter-left",
  hair_1mm_side_busy: "left",
  hair_3mm_back: "back",
  hair_1mm_bow_near: "front-bowed",
};

type ScanCamera = { yaw: number; pitch: number; target: number[]; dist: number; fov: number; w: number; h: number };

/** The pose of a head that such a camera sees, its axes being those of the scan. */
function poseBefore({ yaw, pitch, target, dist }: ScanCamera): View["pose"] {
  const [y, p] = [yaw, pitch].map((degrees) => (degrees * Math.PI) / 180);
  const forward = [-Math.sin(y) * Math.cos(p), -Math.sin(p), -Math.cos(y) * Math.cos(p)];
  const right = [Math.cos(y), 0, -Math.sin(y)];
  const up = [-Math.sin(y) * Math.sin(p), Math.cos(p), -Math.cos(y) * Math.sin(p)];
  const away = SCAN_MIDDLE.map((middle, i) => (middle - (target[i] - dist * forward[i])) * SCAN_UNIT);
  const along = (axis: readonly number[]): number => axis.reduce((sum, each, i) => sum + each * away[i], 0);
  return { yaw: -yaw, pitch: -pitch, roll: 0, x: along(right), y: -along(up), z: along(forward) };
}

async function onScans(): Promise<SidesMatch[]> {
  if (!existsSync(scans)) return [];
  const { views } = JSON.parse(await readFile(path.join(scans, "cameras.json"), "utf8"));
  const matches: SidesMatch[] = [];
  for (const [name, aspect] of Object.entries(SCANS)) {
    const camera: ScanCamera = views[name];
    const { w: width, h: height, fov } = camera;
    const focal = height / 2 / Math.tan((fov * Math.PI) / 360);
    const photo = await readPhoto(path.join(scans, `${name}.jpg`));
    const seen = seenIn(photo, aspect, { width, height, focal }, poseBefore(camera));
    const { data, info } = await sharp(path.join(scans, `${name}-zone.png`))
      .resize(width, height)
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Its README: hair is red in the mask, bare scalp blue.
    const grown: Grown = ({ at }) => {
      const i = (Math.floor(at.y) * width + Math.floor(at.x)) * info.channels;
      return data[i] > 200 ? 1 : data[i] < 8 && data[i + 2] > 120 ? 0 : null;
    };
    matches.push(matched(`scan ${name}`, seen, grown));
  }
  return matches;
}

const all = async (): Promise<SidesMatch[]> => [...(await onDemo()), ...onGenerated(), ...(await onScans())];

/** All of them, told by a process of its own: the report has other things to do meanwhile. */
export async function sidesMatches(): Promise<SidesMatch[]> {
  const run = path.join(top, "tests/setup/run.mjs");
  const told = await promisify(execFile)(process.execPath, [run, import.meta.filename], { cwd: top });
  return JSON.parse(told.stdout);
}

export const main = async (): Promise<void> => console.log(JSON.stringify(await all()));
