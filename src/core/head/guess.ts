/* A first guess at where the head is: the largest patch of skin-like colour, its top and its breadth, then the outline traced about it.
   Coarse on purpose; it is shown as a guess and handles put it right. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import type { Camera } from "./camera.ts";
import { fitHandlePoints, fitToHandles, viewAt } from "./fit.ts";
import { tracedView } from "./trace.ts";
import type { Vault } from "./vault.ts";
import { type Aspect, type View, bareOutline } from "./view.ts";

/** Skin-like in YCbCr: the chroma box of Chai and Ngan 1999, opened a little towards pale and dark skin. */
function skinLike(r: number, g: number, b: number): boolean {
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
  return r > 40 && cb > 75 && cb < 128 && cr > 133 && cr < 178;
}

type Patch = { readonly top: number; readonly middle: number; readonly breadth: number; readonly size: number };

/** Largest connected patch of skin: its top row, and the breadth and middle of its upper part, px of `pixels`. */
function largestSkin(pixels: PixelBuffer): Patch | null {
  const { width, height, data } = pixels;
  const label = new Uint8Array(width * height);
  for (let i = 0; i < label.length; i++) if (skinLike(data[4 * i], data[4 * i + 1], data[4 * i + 2])) label[i] = 1;
  let best: number[] = [];
  for (let seed = 0; seed < label.length; seed++) {
    if (label[seed] !== 1) continue;
    const patch = [seed];
    label[seed] = 2;
    for (let k = 0; k < patch.length; k++) {
      const i = patch[k];
      const x = i % width;
      const around = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width];
      for (const j of around) {
        if (j < 0 || j >= label.length || label[j] !== 1) continue;
        label[j] = 2;
        patch.push(j);
      }
    }
    if (patch.length > best.length) best = patch;
  }
  if (best.length < label.length * 0.015) return null;
  const left = new Int32Array(height).fill(width);
  const right = new Int32Array(height).fill(-1);
  for (const i of best) {
    const y = Math.floor(i / width);
    const x = i - y * width;
    left[y] = Math.min(left[y], x);
    right[y] = Math.max(right[y], x);
  }
  const broad = (y: number): number => right[y] - left[y] + 1;
  let top = 0;
  while (top < height - 1 && broad(top) < width * 0.03) top++;
  // Downwards until the skull's height is passed: there the breadth is that of the head, not of shoulders.
  let widest = top;
  for (let y = top; y < height && y - top < 0.62 * broad(widest) + 4; y++) if (broad(y) > broad(widest)) widest = y;
  return { top, middle: (left[widest] + right[widest]) / 2, breadth: broad(widest), size: best.length };
}

/** The guess, and whether anything like a head was found; without, the head stands in the middle of the photo. `pixels`: the photo at 1/shrink. */
export function guessView(
  vault: Vault,
  aspect: Aspect,
  camera: Camera,
  pixels: PixelBuffer,
  shrink: number,
): { readonly view: View; readonly found: boolean } {
  const patch = largestSkin(pixels);
  const likely = patch && patch.breadth < 0.95 * pixels.width;
  if (!likely) {
    const top = { x: camera.width / 2, y: camera.height * 0.14 };
    return { view: viewAt(vault, aspect, camera, top, Math.min(camera.width, camera.height) * 0.45), found: false };
  }
  const top = { x: (patch.middle + 0.5) * shrink, y: patch.top * shrink };
  const first = viewAt(vault, aspect, camera, top, patch.breadth * shrink);
  const traced = tracedView(vault, first, pixels, shrink, 0.22);
  const edge = fitHandlePoints(vault, traced);
  const bare = fitHandlePoints(vault, first);
  // The brow keeps its place between crown and sides: it moves and grows with them.
  const grown = (edge.right.x - edge.left.x) / (bare.right.x - bare.left.x);
  const brow = {
    x: edge.crown.x + (bare.brow.x - bare.crown.x) * grown,
    y: edge.crown.y + (bare.brow.y - bare.crown.y) * grown,
  };
  const settled = aspect === "front" || aspect === "back" ? fitToHandles(vault, first, { ...edge, brow }) : first;
  return {
    view: tracedView(vault, { ...settled, outline: bareOutline, fittedBy: "guess" }, pixels, shrink),
    found: true,
  };
}
