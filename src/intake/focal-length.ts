/* The lens, as far as the photo's EXIF tells. exifreader does the reading and loads only when there is something to
   read; which way is up was settled before, in core. */

/** EXIF 2.32, FocalLengthIn35mmFilm: whole millimetres, 0 = unknown. */
const FOCAL_LENGTH_35MM = 0xa405;

/** Millimetres. Shorter is a fisheye, longer a telescope: no portrait was taken with either. */
const PLAUSIBLE = { min: 8, max: 1200 };

/**
 * Takes a bare EXIF block from a file of any format: it is a TIFF file of its own (EXIF 2.32, 4.5), and is read as
 * one. Millimetres as on 35 mm film, 8..1200; null for anything odd; never rejects.
 */
export async function focal35mmOf(exif: Uint8Array): Promise<number | null> {
  try {
    const { loadView } = await import("exifreader/src/exif-reader.js");
    const block = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
    const { exif: tags } = loadView(block, { expanded: true, includeTags: { exif: [FOCAL_LENGTH_35MM] } });
    const focal = tags?.FocalLengthIn35mmFilm?.value;
    return typeof focal === "number" && focal >= PLAUSIBLE.min && focal <= PLAUSIBLE.max ? focal : null;
  } catch {
    return null;
  }
}
