/* The facts of a WebP file: its stored size, which way is up, and whether all promised bytes are there.
   Browsers do not turn WebP by its EXIF (Chromium 156), so this reading is the only one that counts. */
import { err, ok, type Result } from "../result.ts";
import { textAt, u16le, u24le, u32le } from "./bytes.ts";
import { readExifOrientation, type ExifOrientation } from "./exif.ts";
import type { HeaderFault, ImageHeader } from "./image-header.ts";

type Size = { readonly width: number; readonly height: number };

/** Size of a lossy frame whose chunk data starts at `at`, null where the start code is missing. */
function lossySize(bytes: Uint8Array, at: number): Size | null {
  if (bytes[at + 3] !== 0x9d || bytes[at + 4] !== 0x01 || bytes[at + 5] !== 0x2a) return null;
  return { width: u16le(bytes, at + 6) & 0x3fff, height: u16le(bytes, at + 8) & 0x3fff };
}

/** Size of a lossless frame: twice 14 bits, each one less than the side. */
function losslessSize(bytes: Uint8Array, at: number): Size | null {
  if (bytes[at] !== 0x2f) return null;
  const bits = u32le(bytes, at + 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/**
 * Walks the chunks of the RIFF container; EXIF usually follows the pixels. `bytes`: a whole file that begins as WebP
 * files do; faults as readHeader's.
 */
export function readWebp(bytes: Uint8Array): Result<ImageHeader, HeaderFault> {
  const promised = u32le(bytes, 4) + 8;
  const limit = Math.min(promised, bytes.length);
  let canvas: Size | null = null;
  let frame: Size | null = null;
  let hasPixels = false;
  let cut = promised > bytes.length;
  let found: ExifOrientation | null = null;

  for (let at = 12; at + 8 <= limit;) {
    const name = textAt(bytes, at, 4);
    const data = at + 8;
    const length = u32le(bytes, at + 4);
    const end = data + length;
    const headerLength = name === "VP8X" || name === "VP8 " ? 10 : name === "VP8L" ? 5 : 0;
    if (data + headerLength > limit) {
      cut = true;
      break;
    }
    if (length < headerLength) return err({ kind: "damaged" });
    if (name === "VP8X") canvas ??= { width: u24le(bytes, data + 4) + 1, height: u24le(bytes, data + 7) + 1 };
    if (name === "VP8 " || name === "VP8L") {
      hasPixels = true;
      frame ??= name === "VP8L" ? losslessSize(bytes, data) : lossySize(bytes, data);
      if (!frame) return err({ kind: "damaged" });
    }
    if (name === "ANMF") hasPixels = true;
    if (end > limit) {
      cut = true;
      break;
    }
    if (name === "EXIF") found ??= readExifOrientation(bytes, data, end);
    at = end + (length & 1);
  }

  const size = canvas ?? frame;
  if (!size) return err({ kind: cut || bytes.length < 20 ? "truncated" : "damaged" });
  if (canvas && frame && (canvas.width !== frame.width || canvas.height !== frame.height))
    return err({ kind: "damaged" });
  return ok({
    format: "webp",
    ...size,
    orientation: found?.orientation ?? 1,
    complete: hasPixels && !cut,
    exif: found?.exif ?? null,
    orientationAt: found && found.at !== null ? [found.at] : [],
  });
}
