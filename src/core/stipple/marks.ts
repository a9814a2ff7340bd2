/* Dots as they fall in a picture: flat numbers, nothing else. */

import type { Gloss } from "./gloss.ts";
import type { Ground } from "./ground.ts";

/** Numbers to a mark. */
export const MARK = 7;

/**
 * Marks one after the other in `at`: centre x, y in pixels; the quadratic form xx, xy, yy of a round dot's outline
 * seen from the camera (px^2 per mm^2 of skin: J J^T of the projection); radius on the skin, mm; optical depth per
 * area of skin. `soft`: the softness of their edges, standard deviation, px. `skin`: what a mark's light is reckoned
 * by, so that it is the same however soft it is seen; null where a mark's depth is laid down as it is. `ground`: the
 * tone of the skin between them; null where there is none. `gloss`: what is mirrored over them; null for nothing.
 */
export type Marks = {
  count: number;
  readonly at: Float64Array;
  readonly soft: number;
  readonly skin: Skin | null;
  readonly ground: Ground | null;
  readonly gloss: Gloss | null;
};

/**
 * The softness of edges under the skin, mm; what an optical depth of 1 takes in the channel that light is reckoned in;
 * and how many marks there are to the mm^2.
 */
export type Skin = { readonly soft: number; readonly absorbance: number; readonly dots: number };

/** Softness of edges that are as sharp as pixels, px. */
export const SHARP = 0.5;

export const createMarks = (room: number, soft: number = SHARP): Marks => ({
  count: 0,
  at: new Float64Array(MARK * room),
  soft,
  skin: null,
  ground: null,
  gloss: null,
});

/**
 * Variance of an edge, px^2, in a picture `factor` times as large as marks tell it: its softness, but that no picture
 * is sharper than its pixels, and a pixel's box.
 */
export const blurOf = (soft: number, factor: number): number =>
  Math.max(SHARP * SHARP, soft * soft * factor * factor) + 1 / 12;
