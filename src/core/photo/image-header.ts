/* What the first look at a photo file can say, good or bad. The words for each are in `words/english/faults.ts`. */

export type PhotoFormat = "jpeg" | "png" | "webp";

/** How a stored picture must be turned to stand upright: EXIF tag 0x0112, 1 = upright already. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Part of a file, as byte offsets: `start` is inside, `end` is not. */
export type ByteRange = { readonly start: number; readonly end: number };

export type ImageHeader = {
  readonly format: PhotoFormat;
  /** Columns as stored, before any turning: whole, 0 or more, unchecked (a header may lie). */
  readonly width: number;
  /** Rows as stored, like `width`. */
  readonly height: number;
  readonly orientation: Orientation;
  /** Whether the bytes reach the end that the format promises; false for a file cut short. */
  readonly complete: boolean;
  /** The first EXIF block that is a TIFF structure, without its container's prefix. */
  readonly exif: ByteRange | null;
  /** Offsets of the single bytes that hold an orientation of 2..8: all that an engine could act upon. */
  readonly orientationAt: readonly number[];
};

/** Formats that people do bring, and that have a name worth saying. */
export type ForeignFormat = "AVIF" | "BMP" | "GIF" | "JPEG XL" | "PDF" | "SVG" | "TIFF" | "video";

export type HeaderFault =
  | { readonly kind: "empty" }
  | { readonly kind: "not-an-image" }
  | { readonly kind: "heic" }
  | { readonly kind: "foreign"; readonly format: ForeignFormat }
  | { readonly kind: "truncated" }
  | { readonly kind: "damaged" };
