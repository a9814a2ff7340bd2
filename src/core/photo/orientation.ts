/* Turns stored pixels upright by the eight EXIF orientations. Reading the tag is `exif.ts`. */
import type { Orientation } from "./image-header.ts";
import { pixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

/**
 * Pixels a side of the squares in which the turning goes: a column walk over whole rows would miss the cache each step.
 */
const BLOCK = 64;

/**
 * The orientation that undoes `orientation`: a quarter turn right undoes a quarter turn left, all others themselves.
 */
export const inverseOrientation = (orientation: Orientation): Orientation =>
  orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;

/** Whether width and height change places when upright: 5 to 8. */
export const swapsSides = (orientation: Orientation): boolean => orientation >= 5;

/**
 * The picture that `orientation` asks for. Orientation 1 gives `stored` itself, all others a new buffer; `stored` is
 * never written. Bytes are moved, never computed.
 */
export function turnUpright(stored: PixelBuffer, orientation: Orientation): PixelBuffer {
  if (orientation === 1) return stored;
  const { width, height } = stored;
  const upright = swapsSides(orientation) ? pixelBuffer(height, width) : pixelBuffer(width, height);
  const from = new Uint32Array(stored.data.buffer, stored.data.byteOffset, width * height);
  const to = new Uint32Array(upright.data.buffer);

  const { start, right, down } = walk(orientation, width, height);
  for (let top = 0; top < upright.height; top += BLOCK) {
    const bottom = Math.min(top + BLOCK, upright.height);
    for (let left = 0; left < upright.width; left += BLOCK) {
      const end = Math.min(left + BLOCK, upright.width);
      for (let y = top; y < bottom; y++) {
        let source = start + y * down + left * right;
        for (let target = y * upright.width + left; target < y * upright.width + end; target++) {
          to[target] = from[source];
          source += right;
        }
      }
    }
  }
  return upright;
}

/** Where in the stored pixels the upright picture starts, and what a step right and a step down in it mean there. */
function walk(orientation: Orientation, width: number, height: number) {
  const lastColumn = width - 1;
  const lastRow = (height - 1) * width;
  switch (orientation) {
    case 1:
      return { start: 0, right: 1, down: width };
    case 2:
      return { start: lastColumn, right: -1, down: width };
    case 3:
      return { start: lastRow + lastColumn, right: -1, down: -width };
    case 4:
      return { start: lastRow, right: 1, down: -width };
    case 5:
      return { start: 0, right: width, down: 1 };
    case 6:
      return { start: lastRow, right: -width, down: 1 };
    case 7:
      return { start: lastRow + lastColumn, right: -width, down: -1 };
    case 8:
      return { start: lastColumn, right: width, down: -1 };
  }
}
