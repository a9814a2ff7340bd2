/* Runs in the page: faces in a picture, and which of its pixels are a person, as the app reads them. Called by faces.ts
   through `globalThis`. */

import type { Face } from "../../src/core/reading/face.ts";
import type { Mask } from "../../src/core/reading/silhouette.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../src/core/photo/pyramid.ts";
import { readFaces, readPerson } from "../../src/workers/face-host.ts";

const FACE_SIDE = 1024;
const PERSON_SIDE = 512;

/** The picture, halved until it is at most so large, px. */
async function small(
  address: string,
  side: number,
): Promise<{ readonly pixels: PixelBuffer; readonly shrink: number }> {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(bitmap, 0, 0);
  let pixels = pixelBuffer(width, height, context.getImageData(0, 0, width, height).data);
  let shrink = 1;
  for (; Math.max(pixels.width, pixels.height) > side; shrink *= 2) pixels = halved(pixels);
  return { pixels, shrink };
}

async function facesIn(address: string): Promise<readonly Face[]> {
  const { pixels, shrink } = await small(address, FACE_SIDE);
  const faces = await readFaces(pixels, new AbortController().signal, () => undefined);
  return faces.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink })));
}

/** The bytes as numbers: a page hands over nothing else. */
async function personIn(address: string): Promise<Omit<Mask, "data"> & { readonly data: readonly number[] }> {
  const { pixels } = await small(address, PERSON_SIDE);
  const mask = await readPerson(pixels, new AbortController().signal, () => undefined);
  return { ...mask, data: [...mask.data] };
}

Object.assign(globalThis, { facesIn, personIn });
export type FacesIn = typeof facesIn;
export type PersonIn = typeof personIn;
