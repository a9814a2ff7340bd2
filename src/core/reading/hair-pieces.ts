/* What was read as hair, piece by piece: what is smaller than a tuft, smoother than the skin beside it, or uneven as
   stubble is, is none. */

import { ln } from "../geometry/exact.ts";
import type { HairPlanes } from "./hair-planes.ts";
import type { OwnSkin } from "./hair-signs.ts";

/** Smaller pieces are moles and edges, mm^2. */
const LEAST = 30;
const NOISE = 0.015;
/**
 * Stubble is more uneven over less than a millimetre than over several, against skin; strands are not. Logarithms, in
 * the mean of a piece: stubble in shade 0.1 and 0.24, hair -0.01 and less on portraits, scan and generated heads.
 */
const SPECKS = 0.06;

/**
 * The pieces of `share` over a half that are no hair, by pixel 1. `own`: the head's skin. `counts`: pixels that tell
 * anything; `sure`: of a person's word, positive for hair, which is not doubted.
 */
export function noHair(
  planes: HairPlanes,
  own: OwnSkin,
  share: Float32Array,
  counts: Uint8Array,
  sure: Float32Array,
): Uint8Array {
  const { width, fine, rough, perMm } = planes;
  const none = new Uint8Array(share.length);
  const uneven = rough.map((one) => ln(one + NOISE));
  const usual = ln(own.fine + NOISE) - ln(own.rough + NOISE);
  const specks = fine.map((one, i) => ln(one + NOISE) - uneven[i] - usual);
  let [skin, skins] = [0, 0];
  for (let i = 0; i < share.length; i++) {
    if (counts[i] === 0 || share[i] > 0.5) continue;
    skin += uneven[i];
    skins++;
  }
  if (skins === 0) return none;
  const seen = new Uint8Array(share.length);
  for (let from = 0; from < share.length; from++) {
    if (seen[from] === 1 || share[from] <= 0.5) continue;
    seen[from] = 1;
    const piece = [from];
    let [all, speckled, told, isSaid] = [0, 0, 0, false];
    for (let k = 0; k < piece.length; k++) {
      const i = piece[k];
      const x = i % width;
      if (sure[i] > 0) isSaid = true;
      if (counts[i] > 0) {
        all += uneven[i];
        speckled += specks[i];
        told++;
      }
      for (const j of [x > 0 ? i - 1 : i, x + 1 < width ? i + 1 : i, i - width, i + width]) {
        if (j < 0 || j >= share.length || seen[j] === 1 || share[j] <= 0.5) continue;
        seen[j] = 1;
        piece.push(j);
      }
    }
    if (isSaid || told === 0) continue;
    const isNone = told < LEAST * perMm * perMm || all / told < skin / skins || speckled / told > SPECKS;
    if (isNone) for (const i of piece) none[i] = 1;
  }
  return none;
}
