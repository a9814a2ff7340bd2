/* How large and how small a photo may be. Asked of the header, so that a bomb is refused before it is unpacked. */
import { err, ok, type Result } from "../result.ts";

/**
 * 50 megapixels as cameras count them: what rounds to 50 still opens, for "50 MP" phones save 8160 × 6144 (50.1
 * million) and 8192 × 6144 (50.3 million).
 */
export const MAX_PIXELS = 50_500_000;

/** Pixels. On a shorter side no dot of a millimetre would show: a head filling it leaves 2 to 3 mm per pixel. */
export const MIN_SIDE = 64;

export type SizeFault =
  | { readonly kind: "too-large"; readonly width: number; readonly height: number }
  | { readonly kind: "too-small"; readonly width: number; readonly height: number };

/**
 * Passes a size in whole pixels through when a photo of it can be opened: both sides 64 or more, 50 megapixels at most.
 */
export function checkSize<T extends { readonly width: number; readonly height: number }>(
  size: T,
): Result<T, SizeFault> {
  const { width, height } = size;
  if (width < MIN_SIDE || height < MIN_SIDE) return err({ kind: "too-small", width, height });
  if (width * height > MAX_PIXELS) return err({ kind: "too-large", width, height });
  return ok(size);
}
