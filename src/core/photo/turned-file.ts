/* A photo file turned by a quarter, for photos that come lying on their side: its pixels stay as they are stored, byte
   for byte, and it says another orientation. So it is another file, by another name, and the same turn of the same
   file always gives the same one; turned back it is the file that it was. */

import { crc32 } from "./crc32.ts";
import { hasText, u16be } from "./bytes.ts";
import { orientationTag } from "./exif.ts";
import type { ByteRange, ImageHeader, Orientation } from "./image-header.ts";

export type QuarterTurn = "left" | "right";

/** What an orientation becomes when the upright picture is turned clockwise by a quarter. */
const TO_RIGHT: Readonly<Record<Orientation, Orientation>> = { 1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2 };
const TO_LEFT: Readonly<Record<Orientation, Orientation>> = { 6: 1, 3: 6, 8: 3, 1: 8, 7: 2, 4: 7, 5: 4, 2: 5 };

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/**
 * A TIFF structure with an orientation and nothing else (TIFF 6.0, little end first): where its directory is, how many
 * entries that has, tag, type, count and value of the one, and that no other directory follows.
 */
const tiffOf = (orientation: number): readonly number[] => [
  ...letters("II*\0"),
  ...[8, 0, 1, 0x0112, 3, 1, 0, orientation, 0, 0, 0].flatMap((pair) => [pair & 255, pair >> 8]),
];

/** The block that holds it, as each format wants it. */
function blockOf(format: ImageHeader["format"], orientation: number): readonly number[] {
  const tiff = tiffOf(orientation);
  if (format === "jpeg") return [0xff, 0xe1, 0, tiff.length + 8, ...letters("Exif\0\0"), ...tiff];
  if (format === "webp") return [...letters("EXIF"), tiff.length, 0, 0, 0, ...tiff];
  const named = Uint8Array.from([...letters("eXIf"), ...tiff]);
  const sum = crc32(named);
  return [0, 0, 0, tiff.length, ...named, sum >>> 24, (sum >> 16) & 255, (sum >> 8) & 255, sum & 255];
}

/** Where such a block is put: behind a camera's own, which tells the lens; in a PNG behind its size, in a WebP last. */
function placeFor(bytes: Uint8Array, { format, exif }: ImageHeader): number {
  if (format === "png") return 33;
  if (format === "webp") return bytes.length;
  if (exif) return exif.end;
  // Behind the JFIF block, which has to be the first.
  return bytes[2] === 0xff && bytes[3] === 0xe0 ? 4 + u16be(bytes, 4) : 2;
}

/** The block of this room that is in the file already; null where there is none. */
function ownBlock(bytes: Uint8Array, { format, orientation, orientationAt }: ImageHeader): ByteRange | null {
  const [at] = orientationAt;
  if (at === undefined) return null;
  const block = String.fromCharCode(...blockOf(format, orientation));
  const value = blockOf(format, 0).findIndex((byte, i) => byte !== blockOf(format, 255)[i]);
  const start = at - value;
  return hasText(bytes, start, block) ? { start, end: start + block.length } : null;
}

/**
 * The file turned. `header` must be the one read from these very bytes, which stay as they are.
 */
export function turnedFile(bytes: Uint8Array, header: ImageHeader, turn: QuarterTurn): Uint8Array<ArrayBuffer> {
  const orientation = (turn === "right" ? TO_RIGHT : TO_LEFT)[header.orientation];
  const own = ownBlock(bytes, header);
  if (own) {
    const plain = withPart(bytes, own, []);
    const place = own.start;
    return sized(orientation === 1 ? plain : inserted(plain, place, header, orientation), header);
  }
  const at = header.orientationAt[0] ?? (header.exif && orientationTag(bytes, header.exif)?.at);
  if (at === undefined || at === null) {
    return sized(inserted(bytes, placeFor(bytes, header), header, orientation), header);
  }
  const turned = bytes.slice();
  turned[at] = orientation;
  if (header.format === "png" && header.exif) renewSum(turned, header.exif);
  return turned;
}

function withPart(bytes: Uint8Array, { start, end }: ByteRange, part: readonly number[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length - (end - start) + part.length);
  out.set(bytes.subarray(0, start));
  out.set(part, start);
  out.set(bytes.subarray(end), start + part.length);
  return out;
}

const inserted = (bytes: Uint8Array, at: number, { format }: ImageHeader, orientation: number) =>
  withPart(bytes, { start: at, end: at }, blockOf(format, orientation));

/** A WebP file says in its head how long it is. */
function sized(bytes: Uint8Array<ArrayBuffer>, { format }: ImageHeader): Uint8Array<ArrayBuffer> {
  if (format === "webp") new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true);
  return bytes;
}

/** Of a PNG's EXIF block, whose name stands before it, with or without a needless "Exif" between. */
function renewSum(bytes: Uint8Array<ArrayBuffer>, { start, end }: ByteRange): void {
  const name = bytes[start - 1] === 0 && hasText(bytes, start - 6, "Exif\0\0") ? start - 10 : start - 4;
  new DataView(bytes.buffer).setUint32(end, crc32(bytes, name, end));
}
