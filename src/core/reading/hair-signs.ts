/* What speaks for hair at a pixel, against the head's own skin: hair is darker, or less red without being brighter, and
   strands make it uneven over millimetres. Skin in shade gets redder as it gets darker, gloss is pale but bright, and
   stubble is uneven over less than a millimetre: all three speak against it. */

import { ln } from "../geometry/exact.ts";
import type { HairPlanes } from "./hair-planes.ts";
import { isForehead } from "./skin-pixels.ts";
import { median, quantile } from "./tone.ts";

/** Skin of a head as its lit and smooth parts have it, in the units of HairPlanes. */
export type OwnSkin = Readonly<Record<"light" | "red" | "blue" | "fine" | "rough", number>>;

/** Scalp that is turned away farther than this tells nothing of skin. */
const FACING = 0.35;
/** Above the brows, mm. */
const BROWS = 5;
/** Fewer pixels are no skin to go by. */
const FEW = 60;
/** Of the smooth half of the scalp the lit part is skin, the brightest of it gloss. */
const LIT = [0.4, 0.97] as const;
/** A forehead counts before the rest of the scalp where it is so much of it, and not darker by more than this. */
const FOREHEAD = 0.25;
const DARKER = 0.3;

/** What bare skin is like on this head; null where none is seen. */
export function ownSkin(planes: HairPlanes): OwnSkin | null {
  const { inside, x, y, z, facing, fine, rough, light, red, blue } = planes;
  const of = (plane: Float32Array, where: readonly number[]): number[] => where.map((i) => plane[i]);
  const scalp: number[] = [];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] > 0.99 && facing[i] > FACING && y[i] > BROWS) scalp.push(i);
  }
  if (scalp.length < FEW) return null;
  const even = quantile(of(fine, scalp), 0.5);
  let smooth = scalp.filter((i) => fine[i] <= even);
  const isFront = (i: number): boolean => isForehead([x[i], y[i], z[i]]);
  if (scalp.filter(isFront).length > FOREHEAD * scalp.length) {
    const front = smooth.filter(isFront);
    const isLit = front.length > FEW && median(of(light, front)) > median(of(light, smooth)) - DARKER;
    if (isLit) smooth = front;
  }
  const lights = of(light, smooth);
  const [least, most] = LIT.map((share) => quantile(lights, share));
  const skin = smooth.filter((i) => light[i] >= least && light[i] <= most);
  const middle = (plane: Float32Array): number => median(of(plane, skin));
  return {
    light: middle(light),
    red: middle(red),
    blue: middle(blue),
    fine: middle(fine),
    rough: middle(rough),
  };
}

/**
 * How much each sign counts, in logarithms of odds: fitted to portraits, to the renders of the scan and to generated
 * heads, each left out in turn; bare skin was told right for 98 pixels in 100, hair for 78. Specks count for more than
 * that, after looking at stubble of 1 mm.
 */
const NONE = -4.9;
const BY_DARK = 2.2;
const BY_PALE = 8.3;
const BY_REDDER = 5.1;
const BY_BRIGHT = -9.7;
const BY_BLUER = -4.9;
const BY_ROUGH = 1.9;
const BY_SPECKS = -4;
/** Darker than skin by less than this is shade, a logarithm of light; unevenness that all photos have. */
const SHADE = 0.3;
const NOISE = 0.015;

/** What is hardly more uneven than skin is skin in shade: what is missing to this, a logarithm, counts against hair. */
const STRANDS = 0.55;
const BY_SMOOTH = -4;

/** The same for stubble against bare skin; skin was told right for 92 pixels in 100, stubble for 58. */
const BARE = -2.4;
const STUBBLE_BY_DARK = 2.7;
const STUBBLE_BY_PALE = 4.2;
const STUBBLE_BY_REDDER = 7;
const STUBBLE_BY_BRIGHT = -1;
const STUBBLE_BY_FINE = 2.1;
const STUBBLE_BY_SPECKS = 2.7;

/** Logarithms of the odds at each pixel, 0 outside the head. */
export type Signs = {
  /** That hair hides the skin. */
  readonly hair: Float32Array;
  /** That stubble grows on it, where hair does not hide it. */
  readonly stubble: Float32Array;
};

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** What each pixel says by itself. */
export function hairSigns(planes: HairPlanes, skin: OwnSkin): Signs {
  const { inside, light, red, blue, fine, rough } = planes;
  const hair = new Float32Array(inside.length);
  const stubble = new Float32Array(inside.length);
  const [usualFine, usualRough] = [ln(skin.fine + NOISE), ln(skin.rough + NOISE)];
  for (let i = 0; i < hair.length; i++) {
    if (inside[i] < 0.5) continue;
    const brighter = light[i] - skin.light;
    const bright = within(brighter, 0, 1);
    const pale = within(1 - red[i] / Math.max(0.2, skin.red), -0.6, 1);
    const bluer = within(blue[i] - skin.blue, -0.6, 0.6);
    const finely = within(ln(fine[i] + NOISE) - usualFine, -0.5, 2.2);
    const roughly = within(ln(rough[i] + NOISE) - usualRough, -0.5, 2.5);
    const specks = within(finely - roughly, 0, 1.5);
    hair[i] =
      NONE +
      BY_DARK * within(-brighter - SHADE, 0, 2.2) +
      (pale > 0 ? BY_PALE : BY_REDDER) * pale +
      BY_BRIGHT * bright +
      BY_BLUER * bluer +
      BY_ROUGH * roughly +
      BY_SMOOTH * within(STRANDS - roughly, 0, STRANDS) +
      BY_SPECKS * specks;
    stubble[i] =
      BARE +
      STUBBLE_BY_DARK * within(-brighter, 0, 1.2) +
      (pale > 0 ? STUBBLE_BY_PALE : STUBBLE_BY_REDDER) * pale +
      STUBBLE_BY_BRIGHT * bright +
      STUBBLE_BY_FINE * finely +
      STUBBLE_BY_SPECKS * specks;
  }
  return { hair, stubble };
}
