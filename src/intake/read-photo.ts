/* From a file to upright pixels in one go, wherever it runs: look,
   judge, decode, turn. `open-photo.ts` decides where. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type PhotoId, contentName, crcName } from "../core/head/view.ts";
import { crc32 } from "../core/photo/crc32.ts";
import { readHeader } from "../core/photo/header.ts";
import { checkSize } from "../core/photo/limits.ts";
import { neutraliseOrientation } from "../core/photo/neutral.ts";
import { turnUpright } from "../core/photo/orientation.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { sniff, SNIFF_LENGTH } from "../core/photo/sniff.ts";
import { err, ok, type Result } from "../core/result.ts";
import { readBack } from "./canvas.ts";
import { decode } from "./decode.ts";
import type { PhotoFault } from "./photo-fault.ts";

/** Bytes. 50 megapixels of 16-bit colour and transparency, not compressed at all, are 400 million. */
export const MAX_BYTES = 512 * 1024 * 1024;

export type ReadPhoto = {
  /** The file as it came, by its content; and as plans of versions 3 to 5 name it. */
  readonly id: PhotoId;
  readonly crcName: PhotoId;
  readonly pixels: PixelBuffer;
  /** The browser changes last bits of what is read from it, to hinder fingerprinting. */
  readonly noisy: boolean;
  /** The EXIF block (a TIFF structure, at most 1 MB) for whoever wants to know the lens. */
  readonly exif: Uint8Array<ArrayBuffer> | null;
};

export async function readPhoto(file: Blob): Promise<Result<ReadPhoto, PhotoFault>> {
  try {
    // A film of four gigabytes is told by its first kilobyte; only what may be a photo is read whole.
    const format = sniff(new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer()));
    if (!format.ok) return format;
    if (file.size > MAX_BYTES) return err({ kind: "too-heavy", bytes: file.size });
    return await readBytes(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof RangeError) return err({ kind: "out-of-memory" });
    if (error instanceof DOMException) return err({ kind: "unreadable" });
    throw error;
  }
}

async function readBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Result<ReadPhoto, PhotoFault>> {
  const read = readHeader(bytes);
  if (!read.ok) return read;
  const header = read.value;
  const sized = checkSize(header);
  if (!sized.ok) return sized;
  if (!header.complete) return err({ kind: "truncated" });
  const honesty = readBack();
  if (honesty === "blocked") return err({ kind: "canvas-blocked" });

  const names = { id: contentName(bytesToHex(sha256(bytes))), crcName: crcName(crc32(bytes)) };
  neutraliseOrientation(bytes, header);
  const file = new Blob([bytes], { type: `image/${header.format}` });
  const stored = await decode(file, header.width, header.height);
  if (!stored.ok) return stored;
  return ok({
    ...names,
    pixels: turnUpright(stored.value, header.orientation),
    noisy: honesty === "noisy",
    exif: header.exif && bytes.slice(header.exif.start, Math.min(header.exif.end, header.exif.start + 2 ** 20)),
  });
}
