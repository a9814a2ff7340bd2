/* A caption and its fingerprint, for every machine: Node and the browsers must agree to the last byte. */
import { captioned } from "../../../src/core/photo/caption.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { fingerprint } from "../picture/known-picture.ts";

export const captionedHere = (): number =>
  fingerprint(captioned(pixelBuffer(900, 1200), ["Simulation · 28 November 2026 · Åe\u0301ß ŁőŞ ộ漢\u200f ½"]).data);

export const KNOWN_CAPTION = 1_547_953_007;
