/* From the rendered pictures of the demo's man to what the app ships, and what its tests measure against: the pictures
   and demo.json into `public/demo`, and for each view where his head is in it, with his hair. */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { Camera } from "../demo/camera.ts";
import { Field } from "../demo/grid.ts";
import { scalpPoints } from "../demo/points.ts";
import { EAR, EYEBALL, SKIN, Shape } from "../demo/shape.ts";
import { skinColour } from "../demo/skin.ts";
import { demoAspects, demoShots, demoSitter } from "./demo-sitter.ts";
import { sighted } from "./truth.ts";

const top = path.resolve(import.meta.dirname, "../..");
const shipped = path.join(top, "public/demo");
const truth = path.join(import.meta.dirname, "demo");

const FRAME =
  "Millimetres; origin at the middle of the vault, x to the left of the head, y up, z towards the face. " +
  "Xc = R X + t, R = diag(1,-1,-1) Rz(roll) Rx(pitch) Ry(yaw) in degrees, t = (x, y, z) of the pose; " +
  "px = width/2 + focalPx Xc.x/Xc.z, py = height/2 + focalPx Xc.y/Xc.z.";

/** What bare scalp gives back, in linear sRGB: the mean over points spread evenly on it. */
function albedo(): readonly number[] {
  const points = scalpPoints(4000);
  const [colour, sum] = [new Float64Array(3), new Float64Array(3)];
  for (const { mm } of points) {
    skinColour(...mm, SKIN, colour, demoSitter.tone);
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
  }
  return Array.from(sum, (all) => Math.round((1e4 * all) / points.length) / 1e4);
}

/** Of 255, the cover of hair from which a pixel shows head. */
const SOME_HAIR = 60;

/** `folder`: where the pictures and their truth were rendered. */
export async function publishDemo(folder: string): Promise<void> {
  await Promise.all([mkdir(shipped, { recursive: true }), mkdir(truth, { recursive: true })]);
  const fields = new Map<number, Field>();
  const views: Record<string, unknown> = {};
  for (const { view, nod } of demoShots) {
    const { name } = view;
    const field = fields.get(nod) ?? new Field(1, new Shape({ ...demoSitter.build, nod }), false);
    fields.set(nod, field);
    const { what } = sighted(field, new Camera(view));
    const hair = await sharp(path.join(folder, `${name}-hair.png`))
      .resize(view.width, view.height)
      .extractChannel(0)
      .raw()
      .toBuffer();
    const isHead = (one: number, p: number): boolean =>
      one === SKIN || one === EAR || one === EYEBALL || hair[p] > SOME_HAIR;
    const head = Buffer.from(what.map((one, p) => (isHead(one, p) ? 255 : 0)));
    await sharp(head, { raw: { width: view.width, height: view.height, channels: 1 } })
      .toColourspace("b-w")
      .png({ palette: true, colours: 2, compressionLevel: 9 })
      .toFile(path.join(truth, `${name}-head.png`));
    await copyFile(path.join(folder, `${name}.jpg`), path.join(shipped, `${name}.jpg`));
    const { width, height, focalPx, pose, points } = JSON.parse(
      await readFile(path.join(folder, `${name}.json`), "utf8"),
    );
    views[name] = { file: `${name}.jpg`, aspect: demoAspects[name], width, height, focalPx, pose, landmarks: points };
  }
  await writeFile(path.join(shipped, "demo.json"), `${JSON.stringify({ frame: FRAME, albedo: albedo(), views })}\n`);
}
