/* Runs in the page: faces in a picture, as the app reads them. Called by faces.ts through `globalThis.facesIn`. */

import type { Face } from "../../src/core/reading/face.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../src/core/photo/pyramid.ts";
import { readFaces } from "../../src/workers/face-host.ts";

const SIDE = 1024;

async function facesIn(address: string): Promise<readonly Face[]> {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(bitmap, 0, 0);
  let pixels: PixelBuffer = pixelBuffer(
    bitmap.width,
    bitmap.height,
    context.getImageData(0, 0, bitmap.width, bitmap.height).data,
  );
  let shrink = 1;
  for (; Math.max(pixels.width, pixels.height) > SIDE; shrink *= 2) pixels = halved(pixels);
  const faces = await readFaces(pixels, new AbortController().signal, () => undefined);
  return faces.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink })));
}

Object.assign(globalThis, { facesIn });
export type FacesIn = typeof facesIn;
