/* The same picture from the command line: `npm run -s render -- PHOTO PLAN.json OUT.png`, or `-- --demo OUT.png`. */

import { readFile } from "node:fs/promises";
import process from "node:process";
import sharp from "sharp";
import { maleVault } from "../core/head/vault.ts";
import { type Aspect, plainView } from "../core/head/view.ts";
import { tracedView } from "../core/head/trace.ts";
import { drawCaption } from "../core/photo/caption.ts";
import { crc32 } from "../core/photo/crc32.ts";
import { type PixelBuffer, pixelBuffer } from "../core/photo/pixel-buffer.ts";
import { READING, pyramidOf, smallOf } from "../core/photo/pyramid.ts";
import { readSoftness } from "../core/photo/softness.ts";
import { type Consultation, seenIn, newConsultation } from "../core/plan/consultation.ts";
import { renderPicture } from "../core/plan/picture.ts";
import { readPlanFile } from "../core/plan/plan-file.ts";

const USAGE = "usage: npm run -s render -- PHOTO PLAN.json OUT.png\n       npm run -s render -- --demo [VIEW] OUT.png";

/** The photo upright, in sRGB, on white. */
export async function readPhoto(file: string): Promise<PixelBuffer> {
  const upright = sharp(file).rotate().flatten({ background: "#ffffff" }).toColourspace("srgb").ensureAlpha();
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  return pixelBuffer(info.width, info.height, new Uint8ClampedArray(data));
}

/** The demo's view as the app opens it: known camera and pose, the outline traced. */
export async function demoConsultation(
  name: string,
  folder: string,
): Promise<{ pixels: PixelBuffer; consultation: Consultation }> {
  const { views } = JSON.parse(await readFile(`${folder}/demo.json`, "utf8"));
  const known = views[name];
  if (!known) throw new RangeError(`the demo has no view "${name}", but ${Object.keys(views).join(", ")}`);
  const pixels = await readPhoto(`${folder}/${known.file}`);
  const aspect = name === "three-quarter" ? "three-quarter-right" : (name as Aspect);
  const camera = { width: known.width, height: known.height, focal: known.focalPx };
  const levels = pyramidOf(pixels);
  const view = { ...plainView(aspect, camera, known.pose, "known"), softness: readSoftness(levels) };
  const { pixels: small, shrink } = smallOf(levels, READING);
  return {
    pixels,
    consultation: newConsultation(tracedView(maleVault, view, small, shrink)),
  };
}

async function write(pixels: PixelBuffer, consultation: Consultation, out: string): Promise<void> {
  const { picture, dots } = renderPicture(pixels, consultation);
  drawCaption(picture);
  const { width, height, data } = picture;
  await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toFile(out);
  console.log(`${out}: ${width} x ${height}, ${dots} dots`);
}

export async function main(args: readonly string[]): Promise<void> {
  const [first, second, third] = args;
  if (first === "--demo" && second) {
    const [name, out] = third ? [second, third] : ["front", second];
    const { pixels, consultation } = await demoConsultation(name, "public/demo");
    return write(pixels, consultation, out);
  }
  if (!first || !second || !third) return fail(USAGE);
  const plan = readPlanFile(await readFile(second, "utf8"));
  if (!plan.ok) {
    const { reason } = plan;
    if (reason.fault === "newer-version")
      return fail(`${second} comes from a newer Stubble (version ${reason.version}).`);
    return fail(
      reason.fault === "damaged-plan" ? `${second} is damaged: ${reason.where}.` : `${second} is not a Stubble plan.`,
    );
  }
  const pixels = await readPhoto(first);
  const seen = seenIn(plan.value, { photo: crc32(await readFile(first)), ...pixels });
  if (!seen) {
    const { width, height } = plan.value.view.camera;
    return fail(`The plan is for a photo of ${width} x ${height}; ${first} has ${pixels.width} x ${pixels.height}.`);
  }
  return write(pixels, seen, third);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
