/* `npm run -s report:portraits`: every portrait and every render of the scan at hand, fitted as the app does it
   untouched, with the wire and with dots: a sheet to be looked at, written to reports/portraits.png. The pictures show
   real people and stay on this machine. */

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { readPhoto } from "../../src/cli/render.ts";
import type { Face } from "../../src/core/reading/face.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { wireOf } from "../../src/core/head/wire.ts";
import type { Point2 } from "../../src/core/geometry/vector.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { readSkin } from "../../src/core/reading/skin.ts";
import { newDocument, withScale } from "../../src/core/plan/document.ts";
import { inShade, usualPlan } from "../../src/core/plan/plan.ts";
import { type Scene, headOf, sceneOf } from "../../src/core/plan/scene.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import { automatic } from "./automatic.ts";
import { facesOf } from "./faces.ts";

const top = path.resolve(import.meta.dirname, "../..");
const photos = path.resolve(top, "../shared/photos");
const [WIDE, HIGH, COLUMNS] = [360, 480, 6];

function fitted(pixels: PixelBuffer, face: Face | undefined): { scene: Scene; how: string } {
  const { view, how, small, shrink } = automatic("front", pixels, face, null);
  const skin = readSkin(small, shrink, surfaceOf(maleVault, view));
  const plan = skin ? inShade(usualPlan(), skin.shade) : usualPlan();
  const begun = newDocument(view, plan);
  return { scene: sceneOf(view.eyes ? withScale(begun, { source: "face", photo: view.photo }) : begun), how };
}

const line = (points: readonly Point2[], scale: number): string =>
  `<polyline points="${points.map(({ x, y }) => `${(x * scale).toFixed(1)},${(y * scale).toFixed(1)}`).join(" ")}" fill="none" stroke="#3f6" stroke-width="1.4"/>`;

async function tile(pixels: PixelBuffer, words: string, scene: Scene | null): Promise<Buffer> {
  const { width, height, data } = pixels;
  const scale = Math.min(WIDE / width, HIGH / height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const head = scene && headOf(scene);
  const wire = head && wireOf(head.vault, head.view);
  const lines = wire
    ? [[...wire.outline, wire.outline[0]], wire.midline, wire.browLine].map((points) => line(points, scale)).join("")
    : "";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">${lines}<text x="6" y="16" font-size="13" fill="#fff" stroke="#000" stroke-width="0.3">${words}</text></svg>`;
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .resize(w, h)
    .composite([{ input: Buffer.from(svg), left: 0, top: 0 }])
    .extend({ right: WIDE - w, bottom: HIGH - h, background: "#222" })
    .png()
    .toBuffer();
}

export async function main(): Promise<void> {
  const files = ["portraits", "scan"].flatMap((folder) => {
    const where = path.join(photos, folder);
    if (!existsSync(where)) return [];
    const wanted = readdirSync(where).filter((name) => /\.jpg$|astronaut\.png$/u.test(name));
    return wanted.toSorted().map((name) => path.join(where, name));
  });
  if (files.length === 0) return console.log("no portraits are at hand");
  const faces = await facesOf(files);
  const tiles: Buffer[] = [];
  for (const file of files) {
    const pixels = await readPhoto(file);
    const { scene, how } = fitted(pixels, faces.get(file)?.[0]);
    const name = path.basename(file);
    tiles.push(await tile(pixels, `${name} – ${how}`, scene));
    tiles.push(await tile(renderPicture(pixels, scene).picture, "", null));
    console.log(`${name}: ${how}`);
  }
  mkdirSync(path.join(top, "reports"), { recursive: true });
  const out = path.join(top, "reports/portraits.png");
  const rows = Math.ceil(tiles.length / COLUMNS);
  await sharp({ create: { width: COLUMNS * WIDE, height: rows * HIGH, channels: 3, background: "#222" } })
    .composite(tiles.map((input, i) => ({ input, left: (i % COLUMNS) * WIDE, top: Math.floor(i / COLUMNS) * HIGH })))
    .png()
    .toFile(out);
  console.log(out);
}
