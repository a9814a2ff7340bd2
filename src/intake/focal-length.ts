/* The lens, as far as the photo's EXIF tells. exifr does the reading and loads only when there is something to read;
   which way is up was settled before, in core. */

/** EXIF 2.32, FocalLengthIn35mmFilm: whole millimetres, 0 = unknown. */
const FOCAL_LENGTH_35MM = 0xa405;

/** Millimetres. Shorter is a fisheye, longer a telescope: no portrait was taken with either. */
const PLAUSIBLE = { min: 8, max: 1200 };

/** A JPEG's APP1 segment holds its own length in 16 bits. */
const MAX_BLOCK = 0xffff - 8;

/** One object for all calls: exifr keeps every options object it is ever given. Its small build knows tags by number only. */
const ONLY_FOCAL_LENGTH = { ifd0: false, gps: false, exif: [FOCAL_LENGTH_35MM] } as const;

/** Takes a bare EXIF block from a file of any format. Null for anything odd; never rejects. */
export async function focal35mmOf(exif: Uint8Array): Promise<number | null> {
  try {
    const { parse } = await import("exifr/dist/mini.esm.mjs");
    const tags = await parse(asJpeg(exif.subarray(0, MAX_BLOCK)), ONLY_FOCAL_LENGTH);
    const focal = tags?.[FOCAL_LENGTH_35MM];
    return typeof focal === "number" && focal >= PLAUSIBLE.min && focal <= PLAUSIBLE.max ? focal : null;
  } catch {
    return null;
  }
}

/** exifr's small build knows JPEG alone, so the block from a PNG or WebP is dressed as the start of one. */
function asJpeg(exif: Uint8Array): Uint8Array {
  const length = exif.length + 8;
  const head = [0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...new TextEncoder().encode("Exif\0\0")];
  return Uint8Array.from([...head, ...exif, 0xff, 0xd9]);
}
