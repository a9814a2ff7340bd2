/* The facts of a PNG file: its stored size, which way is up, and whether the chunks come to their end.
   Decoding, checksums included, is the browser's. */
import { err, ok, type Result } from "../result.ts";
import { hasText, u32be } from "./bytes.ts";
import { readExifOrientation, type ExifOrientation } from "./exif.ts";
import type { HeaderFault, ImageHeader } from "./image-header.ts";

/**
 * Walks the chunks from the signature to IEND. EXIF counts before and after the pixels, as the specification allows.
 * `bytes`: a whole file that begins as PNG files do; faults as readHeader's.
 */
export function readPng(bytes: Uint8Array): Result<ImageHeader, HeaderFault> {
  if (bytes.length < 33) return err({ kind: "truncated" });
  if (u32be(bytes, 8) !== 13 || !hasText(bytes, 12, "IHDR")) return err({ kind: "damaged" });
  const width = u32be(bytes, 16);
  const height = u32be(bytes, 20);

  let hasPixels = false;
  let complete = false;
  let found: ExifOrientation | null = null;
  for (let at = 33; at + 12 <= bytes.length;) {
    const data = at + 8;
    const end = data + u32be(bytes, at);
    if (end + 4 > bytes.length) break;
    if (hasText(bytes, at + 4, "IEND")) {
      complete = hasPixels;
      break;
    }
    if (hasText(bytes, at + 4, "IDAT")) hasPixels = true;
    if (hasText(bytes, at + 4, "eXIf")) found ??= readExifOrientation(bytes, data, end);
    at = end + 4;
  }

  return ok({
    format: "png",
    width,
    height,
    orientation: found?.orientation ?? 1,
    complete,
    exif: found?.exif ?? null,
    orientationAt: found && found.at !== null ? [found.at] : [],
  });
}
