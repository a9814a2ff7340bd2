/* The fit as the app does it untouched: by the face, where there is one that can be relied on, else by the outline. */

import type { Face } from "../../src/core/reading/face.ts";
import { useless } from "../../src/core/reading/face-doubt.ts";
import { viewOfFace } from "../../src/core/reading/face-view.ts";
import { guessView } from "../../src/core/reading/guess.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, showsFace } from "../../src/core/head/view.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { READING, pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import { readSoftness } from "../../src/core/reading/softness.ts";
import type { Millimetres } from "../../src/core/units.ts";

export type Automatic = {
  readonly view: View;
  /** What it rests on, or why the face is doubted. */
  readonly how: string;
  /** The photo at 1/shrink, in which the outline was traced. */
  readonly small: PixelBuffer;
  readonly shrink: number;
};

export function automatic(
  aspect: Aspect,
  pixels: PixelBuffer,
  face: Face | undefined,
  lens: Millimetres | null,
): Automatic {
  const levels = pyramidOf(pixels);
  const softness = readSoftness(levels);
  const { pixels: small, shrink } = smallOf(levels, READING);
  const shape = { width: pixels.width, height: pixels.height, lens };
  const read = showsFace(aspect) && face ? viewOfFace(maleVault, shape, face, small, shrink) : null;
  if (read && !useless(read.doubt)) {
    return { view: { ...read.view, softness }, how: read.doubt ?? "face", small, shrink };
  }
  const { view } = guessView(maleVault, aspect, shape, small, shrink);
  return { view: { ...view, softness }, how: "guess", small, shrink };
}
