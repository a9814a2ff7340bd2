/* The scale at which a head is as large on the screen as in life:
   whoever sits an arm's length away sees it as from there. */

import { pixelsPerMmIn } from "../../core/head/patch.ts";
import type { View } from "../../core/head/view.ts";

/**
 * CSS pixels to a millimetre of the screen, as the web reckons; real screens differ by up to a third, and a bank card
 * held to the screen tells.
 */
export const CSS_PER_MM = 96 / 25.4;

/** Breadth of a bank card (ISO/IEC 7810, ID-1), mm. */
export const CARD_MM = 85.6;

/** CSS pixels to a photo pixel. `cssPerMm`: of this screen. */
export const lifeSize = (view: View, cssPerMm: number): number => cssPerMm / pixelsPerMmIn(view);
