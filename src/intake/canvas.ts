/* A small 2-D canvas to read pixels from, on the page or in a worker, and the question whether it tells the truth. */

type Readable = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** A context of whole pixels, kept in plain memory; null where the engine or a guard refuses one. */
export function readableContext(width: number, height: number): Readable | null {
  const canvas = typeof OffscreenCanvas === "undefined" ? pageCanvas() : new OffscreenCanvas(width, height);
  if (!canvas) return null;
  canvas.width = width;
  canvas.height = height;
  const settings = { willReadFrequently: true, colorSpace: "srgb" } as const;
  const context = canvas.getContext("2d", settings) as Readable | null;
  if (context) context.imageSmoothingEnabled = false;
  return context;
}

const pageCanvas = (): HTMLCanvasElement | null =>
  typeof document === "undefined" ? null : document.createElement("canvas");

/**
 * What comes back from a canvas: the very bytes, the bytes with a hidden flicker in the last bit, or something else.
 */
export type ReadBack = "exact" | "noisy" | "blocked";

const SIDE = 32;

/**
 * Levels (of 255) that a guard against fingerprinting may add without harm: Brave, Safari's private windows and
 * Firefox's milder guard flip last bits here and there. resistFingerprinting answers with random bytes instead.
 */
const HARMLESS = 2;

/** Writes a known picture and reads it back. It has no plain areas, for guards leave those alone. */
export function readBack(): ReadBack {
  const context = readableContext(SIDE, SIDE);
  if (!context) return "blocked";
  const known = knownPicture();
  context.putImageData(new ImageData(known, SIDE, SIDE), 0, 0);
  return compareReadBack(known, context.getImageData(0, 0, SIDE, SIDE).data);
}

/** The judgement of `readBack` alone: both lists hold bytes of the same picture. */
export function compareReadBack(known: Uint8ClampedArray, read: ArrayLike<number>): ReadBack {
  let worst = 0;
  for (let i = 0; i < known.length; i++) worst = Math.max(worst, Math.abs(known[i] - read[i]));
  return worst === 0 ? "exact" : worst <= HARMLESS ? "noisy" : "blocked";
}

/** Opaque, 32 × 32, every pixel unlike its neighbours. */
export function knownPicture(): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const x = i % SIDE;
    const y = (i - x) / SIDE;
    data.set([x * 8 + 3, y * 8 + 3, ((x * 5) ^ (y * 3)) & 255, 255], i * 4);
  }
  return data;
}
