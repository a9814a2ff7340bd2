/* Makes a file say "upright" whatever it said before, so that every engine hands over the pixels as they are stored
   and the turning is ours alone. Engines disagree (JPEG and PNG are turned, WebP is not) and the option that once
   stopped them no longer does; asking each engine what it did was the road not taken. */
import { crc32 } from "./crc32.ts";
import type { ImageHeader } from "./image-header.ts";

/**
 * Overwrites, in place, every orientation that `header` found in `bytes` with 1. Lengths stay; a PNG's checksum is
 * renewed. `header` must be the one read from these very bytes.
 */
export function neutraliseOrientation(bytes: Uint8Array, header: ImageHeader): void {
  for (const at of header.orientationAt) bytes[at] = 1;
  if (header.format !== "png" || !header.exif || header.orientationAt.length === 0) return;
  const { end } = header.exif;
  const name = chunkName(bytes, header.exif.start);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(end, crc32(bytes, name, end));
}

/**
 * The EXIF block starts right behind the name "eXIf", or behind a needless "Exif\0\0" that some writers put between.
 */
const chunkName = (bytes: Uint8Array, start: number): number => (bytes[start - 1] === 0 ? start - 10 : start - 4);
