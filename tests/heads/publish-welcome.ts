/* `npm run -s heads -- --welcome`: the two pictures of the first screen, before and after, painted by the app's own
   engine from the demo's first photo and plan, and cut to the head. A test paints them again and compares. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { demoPlan } from "../../src/app/opening/demo-plan.ts";
import { demoScene } from "../../src/cli/render.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import { withPlan } from "../../src/core/plan/scene.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";

const demo = path.resolve(import.meta.dirname, "../../public/demo");

/** The head with a little shoulder, px of the photo. None of them is resampled: dots are hardly wider than one. */
const CUT = { left: 112, top: 212, width: 900, height: 1080 } as const;

/** Of JPEG. */
const QUALITY = 86;

export const welcomeFiles = ["before.jpg", "after.jpg"] as const;

const cutOut = ({ width, height, data }: PixelBuffer): Promise<Buffer> =>
  sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .extract(CUT)
    .removeAlpha()
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();

/** The files as they should be: the demo's first photo as it is, and with the dots that the demo opens with. */
export async function welcomePictures(): Promise<Readonly<Record<(typeof welcomeFiles)[number], Buffer>>> {
  const { pixels, scene } = await demoScene("bowed", demo);
  const document = withPlan(scene, demoPlan());
  const { picture } = renderPicture(pixels, { ...scene, document }, headFolliclesOf(document));
  return { "before.jpg": await cutOut(pixels), "after.jpg": await cutOut(picture) };
}

export async function publishWelcome(): Promise<void> {
  for (const [name, bytes] of Object.entries(await welcomePictures())) await writeFile(path.join(demo, name), bytes);
}
