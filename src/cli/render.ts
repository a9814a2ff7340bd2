/* The same picture from the command line: `npm run -s render -- PHOTO PLAN.json OUT.png`, or `-- --demo OUT.png`. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import process from "node:process";
import sharp from "sharp";
import { maleVault } from "../core/head/vault.ts";
import { UNNAMED_PHOTO, type View, contentName, crcName, plainView } from "../core/head/view.ts";
import { tracedView } from "../core/reading/outline-trace.ts";
import { captioned } from "../core/photo/caption.ts";
import { crc32 } from "../core/photo/crc32.ts";
import { type PixelBuffer, pixelBuffer } from "../core/photo/pixel-buffer.ts";
import { READING, pyramidOf, smallOf } from "../core/photo/pyramid.ts";
import { readSoftness } from "../core/reading/softness.ts";
import { type Document, newDocument, viewOfPhoto } from "../core/plan/document.ts";
import { type Scene, lookingAt, sceneOf, viewOf } from "../core/plan/scene.ts";
import { usualMoment } from "../core/pigment/healing.ts";
import { renderPicture } from "../core/picture/picture.ts";
import { type PlanFault, readPlanFile } from "../core/plan/plan-file.ts";
import { pictureCaption } from "../words/caption.ts";
import { words } from "../words/words.ts";

const DEMO = "public/demo";

/** The photo upright, in sRGB, on white. */
export async function readPhoto(file: string): Promise<PixelBuffer> {
  const upright = sharp(file).rotate().flatten({ background: "#ffffff" }).toColourspace("srgb").ensureAlpha();
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  return pixelBuffer(info.width, info.height, new Uint8ClampedArray(data));
}

/** The demo's views by their names, as demo.json has them. */
async function demoViews(folder: string) {
  return JSON.parse(await readFile(`${folder}/demo.json`, "utf8")).views;
}

/** The demo's view as the app opens it: known camera and pose, the outline traced. */
export async function demoScene(
  name: string,
  folder: string,
): Promise<{ readonly pixels: PixelBuffer; readonly scene: Scene }> {
  const known = (await demoViews(folder))[name];
  if (!known) throw new RangeError(`the demo has no view "${name}"`);
  const pixels = await readPhoto(`${folder}/${known.file}`);
  const camera = { width: known.width, height: known.height, focal: known.focalPx };
  const levels = pyramidOf(pixels);
  const view = { ...plainView(known.aspect, camera, known.pose, "known"), softness: readSoftness(levels) };
  const { pixels: small, shrink } = smallOf(levels, READING);
  return { pixels, scene: sceneOf(newDocument(tracedView(maleVault, view, small, shrink))) };
}

async function write(pixels: PixelBuffer, scene: Scene, out: string): Promise<void> {
  const { picture, dots } = renderPicture(pixels, scene);
  const { width, height, data } = captioned(picture, pictureCaption(viewOf(scene), scene.cursor.moment, new Date()));
  await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toFile(out);
  console.log(words("commandLine.written", { file: out, width, height, count: dots }));
}

/** The plan's view of a photo: of this very file, or, `anyway`, its one view of a photo as large. */
function viewOfFile(
  document: Document,
  file: Uint8Array,
  { width, height }: PixelBuffer,
  anyway: boolean,
): View | null {
  const sha256 = contentName(createHash("sha256").update(file).digest("hex"));
  const known = viewOfPhoto(document, sha256) ?? viewOfPhoto(document, crcName(crc32(file)));
  const alike = document.views.filter(({ camera }) => camera.width === width && camera.height === height);
  // The first plans did not name their photo; there is no other way to know it.
  const unnamed = alike[0]?.photo === UNNAMED_PHOTO;
  return known ?? (alike.length === 1 && (anyway || unnamed) ? alike[0] : null);
}

async function renderPlan(photo: string, planPath: string, out: string, anyway: boolean): Promise<void> {
  const plan = readPlanFile(await readFile(planPath, "utf8"));
  if (!plan.ok) return fail(faultWords(planPath, plan.reason));
  const pixels = await readPhoto(photo);
  const { document, look } = plan.value;
  const view = viewOfFile(document, await readFile(photo), pixels, anyway);
  if (!view) {
    const sizes = document.views.map(({ camera }) => sizeWords(camera)).join(", ");
    return fail(words("commandLine.otherPhoto", { photo, size: sizeWords(pixels), sizes }));
  }
  return write(pixels, lookingAt(sceneOf(document, view.photo), { moment: look?.moment ?? usualMoment }), out);
}

const sizeWords = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  words("commandLine.size", { width, height });

function faultWords(file: string, reason: PlanFault): string {
  switch (reason.fault) {
    case "newer-version":
      return words("commandLine.newer-version", { file, version: reason.version });
    case "damaged-plan":
      return words("commandLine.damaged-plan", { file, where: reason.where ?? words("fault.plan.wholeFile") });
    case "not-a-plan":
      return words("commandLine.not-a-plan", { file });
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const anyway = args.includes("--anyway");
  const [first, second, third] = args.filter((word) => word !== "--anyway");
  if (first === "--demo" && second) {
    const [name, out] = third ? [second, third] : ["bowed", second];
    const views = Object.keys(await demoViews(DEMO));
    if (!views.includes(name)) return fail(words("commandLine.noView", { view: name, views }));
    const { pixels, scene } = await demoScene(name, DEMO);
    return write(pixels, scene, out);
  }
  if (!first || !second || !third) return fail(words("commandLine.usage"));
  return renderPlan(first, second, third, anyway);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
