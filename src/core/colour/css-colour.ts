/* Colours as people and style sheets write them; the only door to colord, which is good at just that. How far apart
   two colours look is never asked of it: its differences come in steps of 0.1 and clamp (`difference.ts` is ours). */

import { colord, extend } from "colord";
import a11y from "colord/plugins/a11y";
import hwb from "colord/plugins/hwb";
import lab from "colord/plugins/lab";
import lch from "colord/plugins/lch";
import names from "colord/plugins/names";
import oklab from "colord/plugins/oklab";
import oklch from "colord/plugins/oklch";
import { type Result, err, ok } from "../result.ts";
import type { Rgb } from "./linear.ts";

extend([a11y, hwb, lab, lch, names, oklab, oklch]);

/** An opaque sRGB colour, "#rrggbb" in small letters. Made by `parseColour` and `hexOf` alone. */
export type Hex = string & { readonly __brand: "Hex" };

/** Why a text is no colour of a thing: it is blank, no colour at all, or one that lets light through. */
export type ColourFault = "blank" | "not-a-colour" | "see-through";

/** Hex digits as they stand on labels, without the sign. */
const BARE_HEX = /^(?:[\da-f]{3}|[\da-f]{6})$/i;

/**
 * A colour written as hex (#rgb or #rrggbb, with or without the sign), as one of CSS's names, or in CSS's own notations
 * (rgb, hsl, hwb, lab, lch, oklab, oklch); case and blanks around it do not matter. What lies outside of sRGB is
 * brought to its edge.
 */
export function parseColour(text: string): Result<Hex, ColourFault> {
  const written = text.trim();
  if (written === "") return err("blank");
  const colour = colord(BARE_HEX.test(written) ? `#${written}` : written);
  if (!colour.isValid()) return err("not-a-colour");
  return colour.alpha() < 1 ? err("see-through") : ok(colour.toHex() as Hex);
}

/** sRGB 0..255 for a style sheet: rounded, and what lies outside brought to the edge. */
export const hexOf = ([r, g, b]: Rgb): Hex => colord({ r, g, b }).toHex() as Hex;

/** The CSS keyword whose colour is nearest, "darkslategray"; of two of one colour the same one always. */
export const nameOf = (colour: Hex): string => colord(colour).toName({ closest: true }) ?? colour;

const BLACK = "#000000" as Hex;
const WHITE = "#ffffff" as Hex;

/** Black or white, whichever is read more easily on this colour (WCAG 2 contrast; 4.58 : 1 at the least). */
export const textOn = (colour: Hex): Hex =>
  colord(BLACK).contrast(colour) >= colord(WHITE).contrast(colour) ? BLACK : WHITE;

/** Lightness, per cent of HSL, by which an edge stands off. */
const EDGE = 0.25;

/** A tint of the colour for an edge around it, lighter than what is dark and darker than what is light, so that neither
    is lost on a ground like itself. */
export const edgeOf = (colour: Hex): Hex =>
  (colord(colour).isDark() ? colord(colour).lighten(EDGE) : colord(colour).darken(EDGE)).toHex() as Hex;
