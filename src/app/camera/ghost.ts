/* The old photo that lies over the live picture, and where it lies. */

import type { Point2 } from "../../core/geometry/vector.ts";
import type { Pixels } from "../../core/units.ts";

export type Size = { readonly width: Pixels; readonly height: Pixels };

export type Ghost = {
  /** The old photo at any size. */
  readonly picture: ImageBitmap | HTMLCanvasElement;
  /** Its own size. */
  readonly photo: Size;
  /** A line that is seen where the photo is too pale, in pixels of the old photo; null for none. */
  readonly line: readonly Point2[] | null;
};

/** A stretch of the frame's breadth, as shares of it. */
export type Place = { readonly left: number; readonly width: number };

/**
 * Where the old photo lies on the camera's frame: its whole height on the frame's whole height, centred. A wider photo
 * reaches beyond the frame on both sides, a narrower one leaves both free.
 */
export function ghostPlace(photo: Size, frame: Size): Place {
  const width = (photo.width * frame.height) / (photo.height * frame.width);
  return { left: (1 - width) / 2, width };
}
