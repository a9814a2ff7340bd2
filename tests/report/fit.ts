/* `npm run -s report:fit`: how far the head's fit can be trusted, on the demo's nine views (known cameras) and on the
   scanned head where its renders are at hand; and under "generated" how photos stand that were opened and not touched,
   on a set of generated heads ("-- --seed N") and the scan. Prints a table and writes reports/fit.json. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { demoScene, readPhoto } from "../../src/cli/render.ts";
import { type Camera, focalPixels, rotation } from "../../src/core/head/camera.ts";
import { aspectTurns } from "../../src/core/head/fit.ts";
import { allHandles } from "../../src/core/head/handles.ts";
import { fitToHandles } from "../core/head/fit-to-handles.ts";
import type { Face } from "../../src/core/reading/face.ts";
import { grownView, growth, sizeBy } from "../../src/core/head/scale.ts";
import { type Surface, surfaceOf } from "../../src/core/head/surface.ts";
import { tracedView } from "../../src/core/reading/outline-trace.ts";
import { maleVault, vaultLevel, vaultPoint } from "../../src/core/head/vault.ts";
import type { Vec3 } from "../../src/core/geometry/vector.ts";
import { type Aspect, type View, bareOutline } from "../../src/core/head/view.ts";
import { headPoint } from "../../src/core/head/walk.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Plan, usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf, viewOf } from "../../src/core/plan/scene.ts";
import { nudgeTool } from "../../src/editor/nudge-tool.ts";
import { automatic } from "./automatic.ts";
import { facesOf } from "./faces.ts";
import { generatedFigures } from "./generated.ts";
import { aboveEars, rimOf } from "../heads/rim.ts";

const top = path.resolve(import.meta.dirname, "../..");
const scan = path.resolve(top, "../shared/photos/scan");

const demo = path.join(top, "public/demo");
type Name = string;
/** What a user would say that the demo's photos show. */
const aspects: ReadonlyMap<Name, Aspect> = new Map(
  Object.entries(JSON.parse(readFileSync(path.join(demo, "demo.json"), "utf8")).views).map(([name, view]) => [
    name,
    (view as View).aspect,
  ]),
);
const views = [...aspects.keys()];
const aspectOf = (name: Name): Aspect => aspects.get(name) ?? "front";

/**
 * "automatic": nothing touched, the lens read from the file as cameras write it; "lensUnknown": as messengers send a
 * photo; "placed": the handles dragged to where they belong.
 */
type Way = "automatic" | "lensUnknown" | "placed";
const lensOf = ({ width, height, focal }: Camera): Millimetres => focal / focalPixels(width, height, 1);

type Faces = ReadonlyMap<string, readonly Face[]>;
const demoFile = (name: Name): string => path.join(demo, `${name}.jpg`);
const scanFile = (render: string): string => path.join(scan, `${render}.jpg`);

type Figures = Record<string, number>;
/** Metric by metric, view by view. */
type Table = Record<string, Figures>;

const median = (values: readonly number[]): number => quantile(values, 0.5);
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

/** Pixels to the millimetre at the head's middle. */
const scaleOf = ({ camera, pose }: View): number => camera.focal / pose.z;

/** Angle between two poses, degrees. */
function turnBetween(a: View, b: View): number {
  const [p, q] = [rotation(a.pose), rotation(b.pose)];
  const trace = p.reduce((sum, value, i) => sum + value * q[i], 0);
  return (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI;
}

/** Points of a hairline 65 mm above the glabella, as directions of the vault. */
const hairline = Array.from({ length: 11 }, (_, i) => headPoint(maleVault, 65, -50 + 10 * i));

type Fitted = {
  readonly known: View;
  readonly view: View;
  /** The view with the head as large as the app would say. */
  readonly sized: View;
  readonly pixels: PixelBuffer;
};

/** The view with the head as large as its face says; as it is where no eyes are seen. */
function sizedByFace(view: View): View {
  const size = sizeBy(maleVault, [view], { source: "face", photo: view.photo });
  return size === null ? view : grownView(view, growth(maleVault, size));
}

/** The demo's view as it is known, and as this way of fitting finds it. */
async function fitted(name: Name, way: Way, faces: Faces): Promise<Fitted> {
  const { pixels, scene } = await demoScene(name, demo);
  const known = { ...viewOf(scene), outline: bareOutline };
  const lens = way === "lensUnknown" ? null : lensOf(known.camera);
  const { view: guess, small, shrink } = automatic(aspectOf(name), pixels, faces.get(demoFile(name))?.[0], lens);
  if (way !== "placed") return { known, view: guess, sized: sizedByFace(guess), pixels };
  const start = { ...guess, pose: { ...guess.pose, ...aspectTurns[aspectOf(name)] }, outline: bareOutline };
  const view = fitToHandles(maleVault, start, allHandles(maleVault, known));
  const traced = tracedView(maleVault, { ...view, traced: true }, small, shrink);
  return { known, view: traced, sized: traced, pixels };
}

/**
 * Millimetres by which a hairline drawn on the front view stands off in another one: worst of its points seen there.
 */
function crossView(front: Fitted, other: Fitted): number {
  const [knownFront, fittedFront, known, found] = [front.known, front.view, other.known, other.view].map((view) =>
    surfaceOf(maleVault, view),
  );
  const off = hairline.flatMap((direction) => {
    const seen = known.toImage(direction);
    if (seen.facing < 0.2) return [];
    const shown = found.toImage(fittedFront.fromImage(knownFront.toImage(direction)));
    return [Math.hypot(shown.x - seen.x, shown.y - seen.y) / scaleOf(other.known)];
  });
  return off.length > 0 ? Math.max(...off) : Number.NaN;
}

/** How many handles a person takes the trouble to nudge. */
const NUDGED = 6;

/**
 * The plan with its line where a hand draws it on the front view so
 * that it lies on the true one, as far as that view shows it.
 */
function drawnOn(front: Fitted): Plan {
  const plan = usualPlan();
  const [known, found] = [front.known, front.view].map((view) => surfaceOf(maleVault, view));
  const drawn = (point: Vec3): Vec3 => {
    const seen = known.toImage(vaultLevel(maleVault, point).direction);
    return seen.facing < 0.2 ? point : vaultPoint(maleVault, found.fromImage(seen));
  };
  const { mid, templeLeft, templeRight, peakLeft, peakRight } = plan.hairline.points;
  const points = {
    mid: drawn(mid),
    templeLeft: drawn(templeLeft),
    templeRight: drawn(templeRight),
    peakLeft: drawn(peakLeft),
    peakRight: drawn(peakRight),
  };
  return { ...plan, hairline: { ...plan.hairline, points } };
}

/**
 * The other view after the first handles of the nudge tool have been dragged to where their places truly are; the line
 * was drawn on the front view, which is not nudged.
 */
function nudged(front: Fitted, other: Fitted): Fitted {
  const truth = nudgeTool.handles(sceneOf(newDocument(other.known)));
  let now = sceneOf(newDocument(other.view, drawnOn(front)));
  const shown = nudgeTool.handles(now).filter(({ id }) => truth.some((place) => place.id === id));
  for (const { id } of shown.slice(0, NUDGED))
    now = { ...now, document: nudgeTool.moved(now, id, truth.find((place) => place.id === id)!.at, false).document };
  return { ...other, view: viewOf(now) };
}

/**
 * Dots of the whole scalp at full density: how many fall beside the
 * head, and how wide the bare rim is, mm in the median.
 */
async function dotsAgainstMask(name: Name, { known, view }: Fitted): Promise<{ outside: number; rim: number }> {
  const plan = { ...usualPlan(), density: 320 };
  const { beside, rays } = await rimOf("demo", name, sceneOf(newDocument(view, plan)), surfaceOf(maleVault, known));
  return {
    outside: beside,
    rim: median(rays.filter(aboveEars).map(({ edge, reached }) => (edge - reached) / scaleOf(known))),
  };
}

/**
 * On the scan's renders: the model's skin per pixel against the true one, over the scalp that is seen at less than so
 * many degrees of incidence.
 */
async function localDensity(render: string, aspect: Aspect, way: Way, faces: Faces): Promise<Ratios | null> {
  if (!existsSync(path.join(scan, "area.json"))) return null;
  // Millimetres to the scan's unit, as its notes have it.
  const UNIT = 48.85;
  const raw = async (file: string): Promise<{ data: Uint16Array | Uint8Array; width: number; channels: number }> => {
    const image = sharp(path.join(scan, file));
    const deep = (await image.metadata()).depth === "ushort";
    const whole = deep ? image.toColourspace("grey16").raw({ depth: "ushort" }) : image.raw();
    const { data, info } = await whole.toBuffer({ resolveWithObject: true });
    const bytes = new Uint8Array(data);
    return { data: deep ? new Uint16Array(bytes.buffer) : bytes, width: info.width, channels: info.channels };
  };
  const area = await raw(`area-${render}.png`);
  const mask = await raw(`${render}-mask.png`);
  const most = JSON.parse(readFileSync(path.join(scan, "area.json"), "utf8")).views[render].maxArea as number;
  const photo = await readPhoto(path.join(scan, `${render}.jpg`));
  const { h, fov } = JSON.parse(readFileSync(path.join(scan, "cameras.json"), "utf8")).views[render];
  const focal = h / 2 / Math.tan((fov * Math.PI) / 360);
  const lens = way === "lensUnknown" ? null : lensOf({ width: photo.width, height: photo.height, focal });
  const { view } = automatic(aspect, photo, faces.get(scanFile(render))?.[0], lens);
  const surface = surfaceOf(maleVault, view);
  const [to60, to75]: [number[], number[]] = [[], []];
  for (let row = 0; row < 400; row += 2) {
    for (let col = 0; col < 300; col += 2) {
      const [x, y] = [4 * col + 2, 4 * row + 2];
      const at = (y * mask.width + x) * mask.channels;
      const truth = (area.data[(row * area.width + col) * area.channels] / 65_535) * most * UNIT * UNIT;
      if (mask.data[at] < 128 || truth === 0) continue;
      const { skin, facing } = skinAt(surface, x, y);
      if (facing > 0.5) to60.push(skin / truth);
      if (facing > 0.2588) to75.push(skin / truth);
    }
  }
  return { to60, to75 };
}

/** The model's skin against the true one, pixel by pixel. */
type Ratios = { readonly to60: readonly number[]; readonly to75: readonly number[] };

/** Percent by which skin is out; `size`: what all of it is out by in common. */
function densityErrors({ to60, to75 }: Ratios, size = 1): Figures {
  const errors = (ratios: readonly number[]): readonly number[] =>
    ratios.map((ratio) => 100 * Math.abs(ratio / size - 1));
  return {
    median60: median(errors(to60)),
    ninetieth60: quantile(errors(to60), 0.9),
    median75: median(errors(to75)),
    ninetieth75: quantile(errors(to75), 0.9),
  };
}

/** mm^2 of the model's skin that a pixel sees, and the cosine of incidence there. */
function skinAt(surface: Surface, x: number, y: number): { skin: number; facing: number } {
  const point = (dx: number, dy: number) => vaultPoint(maleVault, surface.fromImage({ x: x + dx, y: y + dy }));
  const [a, b, c] = [point(0, 0), point(1, 0), point(0, 1)];
  const p = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const q = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const skin = Math.hypot(p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]);
  return { skin, facing: surface.toImage(surface.fromImage({ x, y })).facing };
}

async function demoTable(way: Way, faces: Faces): Promise<Table> {
  const table: Table = {
    scaleErrorPercent: {},
    poseErrorDegrees: {},
    crossViewMillimetres: {},
    crossViewNudgedMillimetres: {},
    rimMillimetres: {},
    dotsOutside: {},
  };
  const front = await fitted("front", way, faces);
  for (const name of views) {
    const found = name === "front" ? front : await fitted(name, way, faces);
    table.scaleErrorPercent[name] = 100 * Math.abs(scaleOf(found.sized) / scaleOf(found.known) - 1);
    table.poseErrorDegrees[name] = turnBetween(found.view, found.known);
    const across = crossView(front, found);
    if (name !== "front" && !Number.isNaN(across)) table.crossViewMillimetres[name] = across;
    if (name !== "front" && !Number.isNaN(across))
      table.crossViewNudgedMillimetres[name] = crossView(front, nudged(front, found));
    const { outside, rim } = await dotsAgainstMask(name, found);
    table.rimMillimetres[name] = rim;
    table.dotsOutside[name] = outside;
  }
  return table;
}

const renders: readonly (readonly [render: string, aspect: Aspect])[] = [
  ["front", "front"],
  ["three_quarter", "front"],
  ["side", "left"],
  ["top", "top"],
  ["back", "back"],
];

/**
 * As fitted on the average head; and with one size for the head in all views, as when it is measured: the photos alone
 * do not tell how large it is.
 */
async function scanTable(way: Way, faces: Faces): Promise<Table> {
  const table: Table = {};
  const found: (readonly [render: string, ratios: Ratios])[] = [];
  for (const [render, aspect] of renders) {
    const ratios = await localDensity(render, aspect, way, faces);
    if (ratios) found.push([render, ratios]);
  }
  const size = found.length > 0 ? median(found.map(([, { to60 }]) => median(to60))) : 1;
  for (const [render, ratios] of found) {
    const rows = {
      localDensityErrorPercent: densityErrors(ratios),
      localDensitySizedPercent: densityErrors(ratios, size),
    };
    for (const [name, figures] of Object.entries(rows)) {
      for (const [key, value] of Object.entries(figures)) (table[`${name}.${key}`] ??= {})[render] = value;
    }
  }
  return table;
}

/** Worst and median over the views, and each of them. */
const summed = (table: Table): object =>
  Object.fromEntries(
    Object.entries(table).map(([metric, each]) => [
      metric,
      { worst: Math.max(...Object.values(each)), median: median(Object.values(each)), views: each },
    ]),
  );

/** The set of heads that figures are given for: no weight and no threshold was chosen on it. */
const SEED = 31;

export async function main(args: readonly string[] = []): Promise<void> {
  const seed = args.includes("--seed") ? Number(args[args.indexOf("--seed") + 1]) : SEED;
  console.log("generated");
  const generated = await generatedFigures(seed);
  console.log(JSON.stringify(generated, null, 2));
  const files = [...views.map(demoFile), ...renders.map(([render]) => scanFile(render))];
  const faces = await facesOf(files.filter((file) => existsSync(file)));
  const tables = {
    automatic: { ...(await demoTable("automatic", faces)), ...(await scanTable("automatic", faces)) },
    lensUnknown: { ...(await demoTable("lensUnknown", faces)), ...(await scanTable("lensUnknown", faces)) },
    placed: await demoTable("placed", faces),
  };
  for (const [way, table] of Object.entries(tables)) {
    console.log(`\n${way}`);
    for (const [metric, each] of Object.entries(table)) {
      const figures = Object.entries(each).map(([name, value]) => `${name} ${value.toFixed(1)}`);
      console.log(`  ${metric.padEnd(38)} ${figures.join("   ")}`);
    }
  }
  mkdirSync(path.join(top, "reports"), { recursive: true });
  const known = Object.fromEntries(Object.entries(tables).map(([way, table]) => [way, summed(table)]));
  const report = { ...known, generated };
  writeFileSync(path.join(top, "reports/fit.json"), `${JSON.stringify(report, null, 2)}\n`);
}
