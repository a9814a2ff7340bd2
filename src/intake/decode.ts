/* Encoded bytes to stored pixels, by the browser's own decoder. Turning them upright and judging the file beforehand
   are left to others. Works on the page and in a worker. */
import { pixelBuffer, type PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { err, ok, type Result } from "../core/result.ts";
import { readableContext } from "./canvas.ts";
import type { PhotoFault } from "./photo-fault.ts";

/**
 * Pixels a side. A whole 50-megapixel canvas is more than phones allow (16.7 million pixels on older iPhones) and would
 * be a third copy of the picture in memory; a tile is neither.
 */
const TILE = 2048;

/**
 * Decodes `file` into sRGB pixels, transparency laid on white. Opaque pictures keep the decoder's exact bytes. The
 * picture must have the size that its header promised, in whole pixels; one that has not is "damaged".
 */
export async function decode(file: Blob, width: number, height: number): Promise<Result<PixelBuffer, PhotoFault>> {
  let bitmap: ImageBitmap;
  try {
    // An <img> would also take a truncated file and show the half it got; this rejects it.
    bitmap = await createImageBitmap(file);
  } catch {
    return err({ kind: "damaged" });
  }
  try {
    return bitmap.width === width && bitmap.height === height ? readTiles(bitmap) : err({ kind: "damaged" });
  } catch (error) {
    if (error instanceof RangeError) return err({ kind: "out-of-memory" });
    throw error;
  } finally {
    bitmap.close();
  }
}

function readTiles(bitmap: ImageBitmap): Result<PixelBuffer, PhotoFault> {
  const { width, height } = bitmap;
  const pixels = pixelBuffer(width, height);
  const context = readableContext(Math.min(TILE, width), Math.min(TILE, height));
  if (!context) return err({ kind: "canvas-blocked" });
  context.fillStyle = "#fff";
  for (let top = 0; top < height; top += TILE) {
    const rows = Math.min(TILE, height - top);
    for (let left = 0; left < width; left += TILE) {
      const columns = Math.min(TILE, width - left);
      context.fillRect(0, 0, columns, rows);
      context.drawImage(bitmap, left, top, columns, rows, 0, 0, columns, rows);
      const tile = context.getImageData(0, 0, columns, rows).data;
      for (let y = 0; y < rows; y++) {
        const row = tile.subarray(y * columns * 4, (y + 1) * columns * 4);
        pixels.data.set(row, ((top + y) * width + left) * 4);
      }
    }
  }
  return ok(pixels);
}
