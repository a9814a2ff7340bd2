/* Finds the one EXIF tag that decides which way is up, and where its value stands. Everything else in EXIF is left
   to a library (`intake/focal-length.ts`): this much is needed in all three formats and in no other way. */
import { hasText, u16be, u16le, u32be, u32le } from "./bytes.ts";
import type { ByteRange, Orientation } from "./image-header.ts";

const ORIENTATION = 0x0112;
const SHORT = 3;
const LONG = 4;

export type ExifOrientation = {
  /** The TIFF structure itself, without an "Exif" prefix. */
  readonly exif: ByteRange;
  readonly orientation: Orientation;
  /** Offset of the byte that holds an orientation of 2..8, or null where there is nothing to turn. */
  readonly at: number | null;
};

/**
 * Reads the orientation from the EXIF block in `bytes[start, end)`, with or without the prefix "Exif\0\0" (WebP files
 * come both ways). Null when the block is no TIFF structure; orientation 1 when the tag is missing or out of 1..8.
 */
export function readExifOrientation(bytes: Uint8Array, start: number, end: number): ExifOrientation | null {
  const tiff = tiffAt(bytes, start, end);
  if (tiff === null) return null;
  const exif = { start: tiff, end };
  const tag = orientationTag(bytes, exif);
  if (!tag || tag.value < 2 || tag.value > 8) return { exif, orientation: 1, at: null };
  return { exif, orientation: tag.value as Orientation, at: tag.at };
}

/** Where the TIFF structure of a block begins; null where it holds none. */
function tiffAt(bytes: Uint8Array, start: number, end: number): number | null {
  const tiff = hasText(bytes, start, "Exif\0\0") ? start + 6 : start;
  const little = hasText(bytes, tiff, "II*\0");
  return (little || hasText(bytes, tiff, "MM\0*")) && end - tiff >= 8 && end <= bytes.length ? tiff : null;
}

/**
 * The tag in a TIFF structure of `bytes`: its value, whatever that is, and the offset of the one byte that holds 1..8;
 * null where there is none.
 */
export function orientationTag(
  bytes: Uint8Array,
  { start: tiff, end }: ByteRange,
): { readonly value: number; readonly at: number } | null {
  const little = hasText(bytes, tiff, "II*\0");
  const u16 = little ? u16le : u16be;
  const u32 = little ? u32le : u32be;
  const directory = tiff + u32(bytes, tiff + 4);
  const entries = directory + 2 <= end ? u16(bytes, directory) : 0;
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > end) break;
    if (u16(bytes, entry) !== ORIENTATION) continue;
    const type = u16(bytes, entry + 2);
    if (type !== SHORT && type !== LONG) break;
    const value = type === SHORT ? u16(bytes, entry + 8) : u32(bytes, entry + 8);
    return { value, at: entry + 8 + (little ? 0 : type === SHORT ? 1 : 3) };
  }
  return null;
}
