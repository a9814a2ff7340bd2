/* Pixels to a picture file. A fresh file holds what the canvas writes and nothing of the original: no position, no
   camera, no name. Which pixels (size, before and after side by side) is decided before. */
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { err, ok, type Result } from "../core/result.ts";

export type PictureFormat = "png" | "jpeg";

export type PictureFault =
  /** The browser has no canvas of this size, or no memory for it. */
  | { readonly kind: "picture-too-large"; readonly width: number; readonly height: number }
  /** The browser wrote another format than the one asked for. */
  | { readonly kind: "format-unsupported"; readonly format: PictureFormat };

/** High enough that single dots keep their edge. */
const JPEG_QUALITY = 0.92;

/** PNG keeps every byte of `pixels`; JPEG takes a `quality` of 0..1. */
export async function encodeImage(
  pixels: PixelBuffer,
  format: PictureFormat,
  quality = JPEG_QUALITY,
): Promise<Result<Blob, PictureFault>> {
  const { width, height } = pixels;
  const type = `image/${format}`;
  let blob: Blob | null;
  try {
    blob = await encode(pixels, type, quality);
  } catch {
    blob = null;
  }
  if (!blob || blob.size === 0) return err({ kind: "picture-too-large", width, height });
  return blob.type === type ? ok(blob) : err({ kind: "format-unsupported", format });
}

/** Rejects or gives null where the canvas is refused; both mean the same to the caller. */
async function encode(pixels: PixelBuffer, type: string, quality: number): Promise<Blob | null> {
  const image = new ImageData(pixels.data, pixels.width, pixels.height);
  if (typeof OffscreenCanvas !== "undefined") {
    const canvas = new OffscreenCanvas(pixels.width, pixels.height);
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.putImageData(image, 0, 0);
    return canvas.convertToBlob({ type, quality });
  }
  const canvas = Object.assign(document.createElement("canvas"), { width: pixels.width, height: pixels.height });
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.putImageData(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}
