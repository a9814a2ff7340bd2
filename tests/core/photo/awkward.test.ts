/* Files that real users bring and hostile ones, by their headers alone. The pictures are not part of the project: the
   tests run where the folder lies beside it, and are reported as skipped where it does not. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readHeader } from "../../../src/core/photo/header.ts";
import { checkSize } from "../../../src/core/photo/limits.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../../shared/photos/awkward");

/** What the door says before any pixel is decoded: "format width × height turn", or the reason. */
const VERDICTS: Readonly<Record<string, string>> = {
  "65536-uint32-limit.png": "too-large",
  "8bit_depth.tiff": "TIFF",
  "Bad_reallybig.bmp": "BMP",
  "Channel_digital_image_CMYK_color_no_profile.jpg": "jpeg 500 × 333 turn 1",
  "Flag_of_the_Netherlands-16bit.png": "png 900 × 600 turn 1",
  "apple_gainmap_new.jpg": "jpeg 384 × 512 turn 1",
  "corrupt-header.jpg": "truncated",
  "corrupted.heic": "heic",
  "gen_1x1.png": "too-small",
  "gen_48MP.jpg": "jpeg 6000 × 8000 turn 1",
  "gen_alpha.png": "png 450 × 600 turn 1",
  "gen_avif.avif": "AVIF",
  "gen_bomb_30000x30000_1bit.png": "too-large",
  "gen_cmyk_noprofile.jpg": "jpeg 450 × 600 turn 1",
  "gen_exif_orient6.jpg": "jpeg 600 × 450 turn 6",
  "gen_exif_orient6.png": "png 600 × 450 turn 6",
  "gen_exif_orient6.webp": "webp 600 × 450 turn 6",
  "gen_gray.jpg": "jpeg 450 × 600 turn 1",
  "gen_header_lies_100000x100000.png": "too-large",
  "gen_png_named.jpg": "png 450 × 600 turn 1",
  "gen_progressive.jpg": "jpeg 450 × 600 turn 1",
  "gen_text_named.jpg": "not-an-image",
  "gen_webp_lossy.webp": "webp 450 × 600 turn 1",
  "gen_zero_byte.jpg": "empty",
  "gps_DSCN0010.jpg": "jpeg 640 × 480 turn 1",
  "libheif_example.heic": "heic",
  "p3.png": "too-small",
  "pil_broken_data_stream.png": "truncated",
  "pil_decompression_bomb.gif": "GIF",
  "pil_hopper_orientation_6.webp": "webp 128 × 128 turn 6",
  "pil_truncated_end_chunk.png": "truncated",
  "progressive_3.jpg": "jpeg 650 × 470 turn 1",
  "rotating-squares.gif": "GIF",
  "rotating-squares.webp": "webp 80 × 80 turn 1",
  "truncated.jpg": "truncated",
};

function verdictOn(bytes: Uint8Array): string {
  const read = readHeader(bytes);
  if (!read.ok) return read.reason.kind === "foreign" ? read.reason.format : read.reason.kind;
  const sized = checkSize(read.value);
  if (!sized.ok) return sized.reason.kind;
  const { format, width, height, orientation, complete } = read.value;
  return complete ? `${format} ${width} × ${height} turn ${orientation}` : "truncated";
}

describe.skipIf(!existsSync(FOLDER))("the awkward files (skipped where ../shared/photos/awkward is missing)", () => {
  it.each(Object.entries(VERDICTS))("%s: %s", (name, verdict) => {
    expect(verdictOn(readFileSync(path.join(FOLDER, name)))).toBe(verdict);
  });
});
