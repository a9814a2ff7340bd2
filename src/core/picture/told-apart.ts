/* Whether single dots can be told from each other in a photo. Where they lie too near for its pixels they run together
   into a tone: the picture is then right from afar and shows no work. */

import { pixelsPerMmIn } from "../head/patch.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import type { DotsPerCm2, Millimetres, Pixels } from "../units.ts";

/** From one dot to the next there are two pixels at least, or no lighter one lies between them. */
const APART: Pixels = 2;

/** The mean distance of a dot from the next at a density, over 0. */
const spacing = (density: DotsPerCm2): Millimetres => 10 / Math.sqrt(density);

/** Breadth of a head in a photo, and the least at which dots of a density, over 0, are told apart; of no close-up. */
export function breadthsOf(
  { halfBreadth }: Pick<Vault, "halfBreadth">,
  view: View,
  density: DotsPerCm2,
): { readonly seen: Pixels; readonly least: Pixels } {
  const breadth = 2 * halfBreadth;
  return { seen: breadth * pixelsPerMmIn(view), least: (breadth * APART) / spacing(density) };
}
