/* Tells what a file is by its first bytes. The name and the type that came with it are not asked: a PNG called
   .jpg is a PNG, and a text called .jpg is none of our business. */
import { err, ok, type Result } from "../result.ts";
import { hasText, textAt } from "./bytes.ts";
import type { ForeignFormat, HeaderFault, PhotoFormat } from "./image-header.ts";

/** How many bytes are enough for `sniff` to decide; an SVG may open with a long comment. */
export const SNIFF_LENGTH = 1024;

const HEIF_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"];
const VIDEO_BRANDS = ["qt  ", "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "3gp4", "3gp5"];

const SIGNATURES: readonly (readonly [string, ForeignFormat])[] = [
  ["GIF87a", "GIF"],
  ["GIF89a", "GIF"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["II+\0", "TIFF"],
  ["MM\0+", "TIFF"],
  ["%PDF-", "PDF"],
  ["\xff\x0a", "JPEG XL"],
  ["\0\0\0\x0cJXL ", "JPEG XL"],
  ["\x1aE\xdf\xa3", "video"],
];

const foreign = (format: ForeignFormat): HeaderFault => ({ kind: "foreign", format });

/** The first 1024 bytes of a file (or all of a shorter one) → a format that opens, or why it does not. */
export function sniff(bytes: Uint8Array): Result<PhotoFormat, HeaderFault> {
  if (bytes.length === 0) return err({ kind: "empty" });
  if (hasText(bytes, 0, "\xff\xd8\xff")) return ok("jpeg");
  if (hasText(bytes, 0, "\x89PNG\r\n\x1a\n")) return ok("png");
  if (hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP")) return ok("webp");
  if (hasText(bytes, 4, "ftyp")) return err(sniffBrands(bytes));
  for (const [signature, format] of SIGNATURES) if (hasText(bytes, 0, signature)) return err(foreign(format));
  // "BM" alone is also the start of many a word: the four reserved bytes of a bitmap are checked by its header size.
  if (hasText(bytes, 0, "BM") && bytes[14] >= 12 && bytes[15] === 0 && bytes[16] === 0) return err(foreign("BMP"));
  if (isSvg(textAt(bytes, 0, SNIFF_LENGTH))) return err(foreign("SVG"));
  return err({ kind: "not-an-image" });
}

/** HEIC, AVIF, MP4 and QuickTime share one container; the brands in its first box tell them apart. */
function sniffBrands(bytes: Uint8Array): HeaderFault {
  const length = Math.min((bytes[2] << 8) | bytes[3], 128);
  const brands = [textAt(bytes, 8, 4)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(textAt(bytes, at, 4));
  // AVIF first: both kinds list the generic "mif1".
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return foreign("AVIF");
  if (brands.some((brand) => HEIF_BRANDS.includes(brand))) return { kind: "heic" };
  return brands.some((brand) => VIDEO_BRANDS.includes(brand)) ? foreign("video") : { kind: "not-an-image" };
}

const isSvg = (text: string): boolean => /^(?:\xef\xbb\xbf)?\s*</.test(text) && /<svg[\s>]/.test(text);
