/* `npm run -s heads -- --seed N [--heads M] [--jobs J] [--shrink S] [--out FOLDER]`: heads that never were, three
   pictures of each, with their truth, at 1/S of their size. Into the cache unless told otherwise: a JPEG, a JSON and
   four masks to a picture, and one sheet of all. `-- --demo`: the nine pictures of the demo, likewise, and then into
   `public/demo` unless `--out` is given. `-- --welcome`: the first screen's two pictures alone, made from the first of
   those. */
import { spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { Camera } from "../demo/camera.ts";
import { Field } from "../demo/grid.ts";
import { Shape } from "../demo/shape.ts";
import { grownStrands } from "../demo/strands.ts";
import { growHair } from "./hair.ts";
import { pointsOf } from "./points.ts";
import { type Picture, finer, renderHead } from "./render.ts";
import { type Shot, posesOf, shotOf, smallerShot } from "./shots.ts";
import { type Sitter, sitterOf } from "./sitters.ts";
import { demoShots, demoSitter } from "./demo-sitter.ts";
import { publishDemo } from "./publish-demo.ts";
import { publishWelcome } from "./publish-welcome.ts";
import { masksOf, seenPoints, skullOutline } from "./truth.ts";

const top = path.resolve(import.meta.dirname, "../..");
/** A picture of the sheet, px. */
const SMALL = { width: 225, height: 300 } as const;
/** Step of the grid that heads are sampled on, mm. */
const STEP = 1.4;

const FRAME =
  "Millimetres; origin at the middle of the vault, x to the left of the head, y up, z towards the face. " +
  "Xc = R X + t, R = diag(1,-1,-1) Rz(roll) Rx(pitch) Ry(yaw) in degrees, t = (x, y, z) of the pose; " +
  "px = width/2 + focalPx Xc.x/Xc.z, py = height/2 + focalPx Xc.y/Xc.z. outline: 120 directions about the middle of " +
  "the vault, the first to the right, then downwards; null where it is not the skull's. class.png: red bare scalp, " +
  "green ear, blue background. area.png: 1/65535 of mostArea, mm^2 of scalp to a pixel.";

/** Keeps a picture and its truth; where that has more samples than the picture pixels, its masks have as many. */
async function keep(folder: string, sitter: Sitter, shot: Shot, picture: Picture, field: Field): Promise<void> {
  const camera = new Camera(shot.view);
  const { w, h } = picture.layers;
  const sampling = new Camera(finer(shot.view, w / picture.width));
  const { name, pose, focalPx } = shot.view;
  const file = (end: string): string => path.join(folder, `${name}${end}`);
  const { width, height } = picture;
  await sharp(picture.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: shot.quality })
    .toFile(file(".jpg"));
  const { classes, hair, mirrored, area, mostArea } = masksOf(field, sampling, picture);
  const png = (data: Uint8Array, channels: 1 | 3, end: string) =>
    sharp(data, { raw: { width: w, height: h, channels } })
      .toColourspace(channels === 1 ? "b-w" : "srgb")
      .png()
      .toFile(file(end));
  await png(classes, 3, "-class.png");
  await png(hair, 1, "-hair.png");
  await png(mirrored, 1, "-mirrored.png");
  await sharp(area, { raw: { width: w, height: h, channels: 1 } })
    .toColourspace("grey16")
    .png()
    .toFile(file("-area.png"));
  const { build, ita, female, hair: style } = sitter;
  const truth = {
    frame: FRAME,
    seed: sitter.seed,
    width,
    height,
    focalPx,
    pose,
    sitter: { build: { ...build, nod: shot.nod }, ita, female, hair: style },
    shot: { pose: shot.pose, lens: shot.lens, light: shot.light, room: shot.room, oil: shot.oil, blur: shot.blur },
    points: seenPoints(field, camera, pointsOf(sitter)),
    outline: skullOutline(build, camera),
    mostArea,
  };
  await writeFile(file(".json"), `${JSON.stringify(truth)}\n`);
}

/** All pictures of one head. */
async function makeHead(folder: string, seed: number, which: number, shrink: number): Promise<void> {
  const sitter = sitterOf(seed, which);
  const shots = posesOf(which).map((_, k) => smallerShot(shotOf(seed, which, k), shrink));
  const field = new Field(STEP, new Shape({ ...sitter.build, nod: shots[0].nod }), false);
  const grown = { field, brows: grownStrands(field), hair: growHair(field, sitter.hair, seed * 100 + which) };
  for (const shot of shots) await keep(folder, sitter, shot, renderHead(sitter, shot, grown), field);
}

/** One picture of the man of the demo: finer than those of a set, on a finer grid. */
async function makeDemo(folder: string, name: string): Promise<void> {
  const shot = demoShots.find(({ view }) => view.name === name);
  if (!shot) throw new Error(`no view called ${name}`);
  const field = new Field(1, new Shape({ ...demoSitter.build, nod: shot.nod }), false);
  const grown = { field, brows: grownStrands(field), hair: growHair(field, demoSitter.hair, demoSitter.seed) };
  await keep(folder, demoSitter, shot, renderHead(demoSitter, shot, grown, 2), field);
}

async function sheet(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jpg") && name !== "sheet.jpg").toSorted();
  const across = Math.ceil(Math.sqrt(names.length * 1.9));
  const tiles = await Promise.all(
    names.map(async (name, i) => ({
      input: await sharp(path.join(folder, name)).resize(SMALL).toBuffer(),
      left: (i % across) * SMALL.width,
      top: Math.floor(i / across) * SMALL.height,
    })),
  );
  const [width, height] = [across * SMALL.width, Math.ceil(names.length / across) * SMALL.height];
  await sharp({ create: { width, height, channels: 3, background: "#202020" } })
    .composite(tiles)
    .jpeg({ quality: 85 })
    .toFile(path.join(folder, "sheet.jpg"));
}

function child(args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const script = path.join(import.meta.dirname, "heads.mjs");
    const one = spawn(process.execPath, [script, ...args], { stdio: "inherit", cwd: top });
    one.on("exit", (end) => (end === 0 ? done() : fail(new Error(`${args.join(" ")} ended with ${end}`))));
  });
}

export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--welcome")) return publishWelcome();
  const numbered = (name: string, usual: number): number => {
    const at = args.indexOf(name);
    return at < 0 ? usual : Number(args[at + 1]);
  };
  const seed = numbered("--seed", 1);
  const shrink = numbered("--shrink", 1);
  const isDemo = args.includes("--demo");
  const at = args.indexOf("--out");
  const usual = path.join(top, "node_modules/.cache/heads", isDemo ? "demo" : String(seed));
  const folder = at < 0 ? usual : path.resolve(args[at + 1]);
  const one = args.indexOf("--one");
  if (one >= 0) {
    const what = args[one + 1];
    return isDemo ? makeDemo(folder, what) : makeHead(folder, seed, Number(what), shrink);
  }
  await mkdir(folder, { recursive: true });
  const queue = isDemo
    ? demoShots.map(({ view }) => view.name)
    : Array.from({ length: numbered("--heads", 20) }, (_, which) => String(which));
  const began = Date.now();
  const lane = async (): Promise<void> => {
    for (let which = queue.shift(); which; which = queue.shift()) {
      const started = Date.now();
      const of = isDemo ? ["--demo"] : ["--seed", String(seed), "--shrink", String(shrink)];
      await child(["--one", which, ...of, "--out", folder]);
      console.log(`${isDemo ? "demo" : "head"} ${which}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: numbered("--jobs", 2) }, lane));
  await sheet(folder);
  if (isDemo && at < 0) {
    await publishDemo(folder);
    await publishWelcome();
  }
  console.log(`${folder}: ${((Date.now() - began) / 1000).toFixed(0)} s in all`);
}
