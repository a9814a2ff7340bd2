/* Test files with an EXIF block of our choosing, built byte by byte from the specifications, so that what reads them
   is not what wrote them. Runs in Node and in the browser. */
import { crc32 } from "../../../src/core/photo/crc32.ts";

type Tags = {
  readonly orientation?: number;
  readonly focal35mm?: number;
  readonly little?: boolean;
  /** TIFF type of the orientation: 3 = SHORT as it should be, 4 = LONG as some write it. */
  readonly type?: 3 | 4;
};

/** One byte per letter, up to U+00FF. */
export const text = (ascii: string): number[] => Array.from(ascii, (letter) => letter.charCodeAt(0));

/** A TIFF structure with the orientation in IFD0 and the focal length in the Exif IFD. */
export function exifBlock({ orientation = 1, focal35mm = 0, little = false, type = 3 }: Tags): Uint8Array {
  const order = (bytes: number[]): number[] => (little ? bytes.toReversed() : bytes);
  const u16 = (n: number): number[] => order([n >> 8, n & 255]);
  const u32 = (n: number): number[] => order([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
  const short = (tag: number, n: number): number[] => [...u16(tag), ...u16(3), ...u32(1), ...u16(n), 0, 0];
  const long = (tag: number, n: number): number[] => [...u16(tag), ...u16(4), ...u32(1), ...u32(n)];
  const head = [...text(little ? "II" : "MM"), ...u16(42), ...u32(8)];
  const turn = type === 3 ? short(0x0112, orientation) : long(0x0112, orientation);
  const ifd0 = [...u16(2), ...turn, ...long(0x8769, 38), ...u32(0)];
  const exifIfd = [...u16(1), ...short(0xa405, focal35mm), ...u32(0)];
  return Uint8Array.from([...head, ...ifd0, ...exifIfd]);
}

/** `file` (JPEG, PNG or WebP without EXIF) with the block put in where the format wants it. */
export function withExif(file: Uint8Array, exif: Uint8Array): Uint8Array<ArrayBuffer> {
  if (file[0] === 0xff) return intoJpeg(file, exif);
  return file[0] === 0x89 ? intoPng(file, exif) : intoWebp(file, exif);
}

function intoJpeg(file: Uint8Array, exif: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = exif.length + 8;
  return joined(
    file.subarray(0, 2),
    [0xff, 0xe1, length >> 8, length & 255, ...text("Exif\0\0")],
    exif,
    file.subarray(2),
  );
}

function intoPng(file: Uint8Array, exif: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(file.subarray(0, 33), pngChunk("eXIf", exif), file.subarray(33));
}

export function pngChunk(name: string, data: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const body = joined(text(name), data);
  return joined(bigEndian(data.length), body, bigEndian(crc32(body)));
}

const bigEndian = (n: number): number[] => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
const littleEndian = (n: number): number[] => bigEndian(n).toReversed();

function intoWebp(file: Uint8Array, exif: Uint8Array): Uint8Array<ArrayBuffer> {
  const hasHeader = String.fromCharCode(...file.subarray(12, 16)) === "VP8X";
  const chunks = Uint8Array.from(file.subarray(12));
  if (hasHeader) chunks[8] |= 8;
  const header = hasHeader ? [] : [...text("VP8X"), ...littleEndian(10), 8, 0, 0, 0, ...canvasSize(file)];
  const tail = [...text("EXIF"), ...littleEndian(exif.length), ...exif, ...(exif.length % 2 ? [0] : [])];
  const body = joined(text("WEBP"), header, chunks, tail);
  return joined(text("RIFF"), littleEndian(body.length), body);
}

/** Width and height less one in 24 bits each, out of a simple lossy or lossless file. */
function canvasSize(file: Uint8Array): number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const lossless = file[15] === 0x4c;
  const bits = view.getUint32(21, true);
  const width = lossless ? bits & 0x3fff : (view.getUint16(26, true) & 0x3fff) - 1;
  const height = lossless ? (bits >>> 14) & 0x3fff : (view.getUint16(28, true) & 0x3fff) - 1;
  return [...littleEndian(width).slice(0, 3), ...littleEndian(height).slice(0, 3)];
}

export function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
