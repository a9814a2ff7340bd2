/* What is told of the hair in a photo: where it was read, and how many of the dots lie under it. */

import type { Camera } from "../head/camera.ts";
import type { Hair } from "../reading/hair.ts";
import { MARK, type Marks } from "../stipple/stipple.ts";
import type { Pixels } from "../units.ts";

/**
 * In squares of the photo from the point (left, top) on, `columns` times `rows`, each `side` px: how much of them is
 * hair that hides skin, and stubble, 0..255. `covered`: the share of the dots in the picture that lie under it, 0..1.
 */
export type HairSeen = {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly side: Pixels;
  readonly hair: Uint8Array<ArrayBuffer>;
  readonly stubble: Uint8Array<ArrayBuffer>;
  readonly covered: number;
};

/** Marks, and for each of them 1 where it is shown. */
type Dots = { readonly marks: Marks; readonly wanted: Uint8Array };

/** `hair`: as it was read in the photo of this camera; `dots`: of the plan that is shown there. */
export function hairSeen({ coarse, ...hair }: Hair, dots: Dots, camera: Camera): HairSeen {
  return {
    left: hair.left,
    top: hair.top,
    columns: coarse.width,
    rows: coarse.height,
    side: coarse.shrink,
    hair: coarse.hair.slice(),
    stubble: coarse.stubble.slice(),
    covered: shareUnder(hair, dots, camera),
  };
}

/** A dot lies under hair from half of its light on. */
const UNDER = 128;

function shareUnder(hair: Omit<Hair, "coarse">, { marks, wanted }: Dots, { width, height }: Camera): number {
  let [all, under] = [0, 0];
  for (let j = 0; j < wanted.length; j++) {
    const [x, y] = [marks.at[MARK * j], marks.at[MARK * j + 1]];
    if (wanted[j] === 0 || x < 0 || y < 0 || x >= width || y >= height) continue;
    all++;
    const [column, row] = [Math.floor((x - hair.left) / hair.shrink), Math.floor((y - hair.top) / hair.shrink)];
    if (column < 0 || row < 0 || column >= hair.width || row >= hair.height) continue;
    if (hair.alpha[row * hair.width + column] >= UNDER) under++;
  }
  return all === 0 ? 0 : under / all;
}
