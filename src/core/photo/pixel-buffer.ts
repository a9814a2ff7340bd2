/* The photo as numbers: what intake hands over, what the worker keeps, what the export encodes. */

/**
 * Upright pixels, row by row from the top left, 4 bytes each: red, green, blue in sRGB 0..255, alpha always 255
 * (intake lays transparent pictures on white).
 */
export type PixelBuffer = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

/**
 * A buffer of `width` times `height` px over `data`, 4 bytes to a pixel, or a new one, all zeros. Throws RangeError
 * when a side is not a whole number over 0, or `data` has another length.
 */
export function pixelBuffer(width: number, height: number, data?: Uint8ClampedArray<ArrayBuffer>): PixelBuffer {
  const bytes = width * height * 4;
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) {
    throw new RangeError(`a pixel buffer has whole positive sides: got ${width} x ${height}`);
  }
  if (data && data.length !== bytes) {
    throw new RangeError(`a pixel buffer of ${width} x ${height} holds ${bytes} bytes: got ${data.length}`);
  }
  return { width, height, data: data ?? new Uint8ClampedArray(bytes) };
}
