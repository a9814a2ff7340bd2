/* The facts of a JPEG file: its stored size, which way is up, and whether the picture comes to its end.
   Decoding is the browser's. */
import { err, ok, type Result } from "../result.ts";
import { hasText, u16be } from "./bytes.ts";
import { readExifOrientation, type ExifOrientation } from "./exif.ts";
import type { HeaderFault, ImageHeader } from "./image-header.ts";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;

/** SOF0..SOF15 carry the size; DHT (C4), JPG (C8) and DAC (CC) sit in the same range and do not. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Stuffed zeros, restarts, a stray start of image, reserved codes: nothing follows that has a length. */
const standsAlone = (marker: number): boolean => marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Walks the markers up to the end of the *first* image; what phones append to it (gain maps, motion, depth) is not
 * looked at. One loop serves for segments and for coded data, where every FF is either stuffed or a marker. `bytes`: a
 * whole file that begins as JPEG files do; faults as readHeader's.
 */
export function readJpeg(bytes: Uint8Array): Result<ImageHeader, HeaderFault> {
  let size: { width: number; height: number } | null = null;
  let scanned = false;
  let complete = false;
  const found: ExifOrientation[] = [];

  for (let at = 2; at >= 0 && at + 1 < bytes.length;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff) {
      at = bytes.indexOf(0xff, at);
    } else if (marker === 0xff) {
      at += 1;
    } else if (marker === END_OF_IMAGE) {
      complete = scanned;
      break;
    } else if (standsAlone(marker)) {
      at += 2;
    } else {
      const length = u16be(bytes, at + 2);
      const end = at + 2 + length;
      if (end > bytes.length) break;
      if (length < 2) return err({ kind: "damaged" });
      if (isFrame(marker) && !size) size = { height: u16be(bytes, at + 5), width: u16be(bytes, at + 7) };
      if (marker === START_OF_SCAN) scanned = true;
      if (marker === APP1 && !scanned && hasText(bytes, at + 4, "Exif\0")) {
        const exif = readExifOrientation(bytes, at + 10, end);
        if (exif) found.push(exif);
      }
      if (scanned && !size) return err({ kind: "damaged" });
      at = end;
    }
  }

  if (!size) return err({ kind: complete ? "damaged" : "truncated" });
  const turned = found.filter(({ at }) => at !== null);
  return ok({
    format: "jpeg",
    ...size,
    orientation: turned[0]?.orientation ?? 1,
    complete,
    exif: found[0]?.exif ?? null,
    orientationAt: turned.map(({ at }) => at as number),
  });
}
