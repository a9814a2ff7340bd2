/* The skin read off a photo: the colour that comes from under its surface, without
   the lamp's colour, highlights and shadows, and what it is called; and the shade
   that it suggests. A camera's colours, not a measurement of the person. */

import type { Lab } from "../colour/lab.ts";
import { type Light, type Rgb, lightOfRgb } from "../colour/linear.ts";
import { type SkinExposure, asMeasured, skinExposure } from "../colour/skin-locus.ts";
import { type TypologyClass, typologyAngle, typologyClass } from "../colour/typology.ts";
import { exp } from "../geometry/exact.ts";
import type { Point2 } from "../geometry/vector.ts";
import type { Surface } from "../head/surface.ts";
import { scalpAt } from "../head/scalp-extent.ts";
import type { Shade } from "../pigment/shades.ts";
import type { Degrees, Pixels } from "../units.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { alike, diffuse, isForehead, tonesOn } from "./skin-pixels.ts";
import { type Tone, middleRgb, tonesIn } from "./tone.ts";
import { type Balance, balanceBySurroundings, balanced } from "./white-balance.ts";

export type SkinReading = {
  /** As it is in the photo: sRGB 0..255, what lies beside it on the screen is to match. */
  readonly rgb: Rgb;
  /** The light it was read in. */
  readonly balance: Balance;
  readonly exposure: SkinExposure;
  /** In neutral light, as a contact meter reads skin: with the little that the surface gives back. */
  readonly lab: Lab;
  /**
   * Individual typology angle, and one standard deviation of it: of
   * people who look so in a photo, two in three lie as near.
   */
  readonly ita: Degrees;
  readonly spread: Degrees;
  readonly typology: TypologyClass;
  /** Suggested; the level of an illustration. */
  readonly shade: Shade;
  /** How many pixels it is the median of, and where some of them lie, px of the photo. */
  readonly count: number;
  readonly places: readonly Point2[];
};

/**
 * Starting shade by typology angle, through Fitzpatrick's types (SOURCES pigment-2 and skin-1; level L: illustration).
 */
const ladder: readonly (readonly [above: number, parts: number])[] = [
  [55, 30],
  [41, 25],
  [28, 20],
  [10, 15],
  [-30, 10],
];

/** The shade to begin with on skin of this typology angle. */
export const suggestedShade = (ita: Degrees): Shade => ({
  parts: ladder.find(([above]) => ita > above)?.[1] ?? 6,
  name: "",
});

/**
 * The typology angle of a client that several photos show: each reading counts by how sure it is. Null for none.
 */
export function clientAngle(readings: readonly Pick<SkinReading, "ita" | "spread">[]): Degrees | null {
  let [weights, sum] = [0, 0];
  for (const { ita, spread } of readings) {
    const weight = 1 / Math.max(1, spread * spread);
    weights += weight;
    sum += weight * ita;
  }
  return weights === 0 ? null : sum / weights;
}

/** Fewer pixels than this are no reading. */
const FEW = 40;
const FEW_TOUCHED = 5;
/**
 * Colour and lightness farther from any skin's than this, in standard deviations, are a hat's or a wall's: portraits
 * 1.0 to 4.7, a black hat 7.
 */
const NO_SKIN = 6;
/**
 * And what is less red than this, a*, is hair, grey or fair: skin 8 to 12 in the middle and 2.6 about it (SOURCES
 * skin-3 and skin-4); portraits 6.8 and more, a fair fringe 2.4.
 */
const LEAST_RED = 4;

/**
 * Reads scalp and forehead, down to above the brows, where they face the camera. `pixels` is the photo at 1/shrink.
 * Without a `balance` the light's colour is asked of the surroundings. Null when the photo shows too little of it, or
 * what is there has no skin's colour.
 */
export function readSkin(pixels: PixelBuffer, shrink: number, surface: Surface, balance?: Balance): SkinReading | null {
  const seen = tonesOn(pixels, shrink, surface, scalpAt);
  const forehead = tonesOn(pixels, shrink, surface, isForehead, 0.7);
  const skin = alike(seen, forehead.length < FEW ? seen : forehead);
  if (skin.length < FEW) return null;
  const middle = diffuse(skin);
  const light = lightOfRgb(middleRgb(middle));
  return readingOf(middle, balance ?? balanceBySurroundings(pixels, shrink, surface, light));
}

/**
 * Reads the disc about a photo point, px of the photo, whatever is there; null as for readSkin. For a close-up, or
 * where the head's own reading is not to be trusted.
 */
export function readSkinAt(
  pixels: PixelBuffer,
  shrink: number,
  centre: Point2,
  radius: Pixels,
  balance: Balance,
): SkinReading | null {
  const tones = tonesIn(pixels, shrink, centre, radius);
  return tones.length < FEW_TOUCHED ? null : readingOf(diffuse(tones), balance);
}

const scaled = ([red, green, blue]: Light, k: number): Light => [k * red, k * green, k * blue];

/** Light by a lamp warmer by so much. */
const warmer = ([red, green, blue]: Light, by: number): Light => [red * exp(0.52 * by), green, blue * exp(-0.855 * by)];

const angleOf = (light: Light): Degrees => typologyAngle(asMeasured(light));

/** Names what the tones show; null where that is no skin. */
function readingOf(tones: readonly Tone[], balance: Balance): SkinReading | null {
  const rgb = middleRgb(tones);
  const seen = balanced(lightOfRgb(rgb), balance);
  const exposure = skinExposure(seen);
  const lab = asMeasured(scaled(seen, 1 / exposure.times));
  if (exposure.off > NO_SKIN || lab.a < LEAST_RED) return null;
  const ita = Math.round(typologyAngle(lab) * 10) / 10;
  return {
    rgb,
    balance,
    exposure,
    lab,
    ita,
    spread: spreadOf(seen, balance, exposure),
    typology: typologyClass(ita),
    shade: suggestedShade(ita),
    count: tones.length,
    places: thinned(tones).map(({ at }) => at),
  };
}

/** What exposure and balance leave open; more for a colour that few skins have. */
function spreadOf(seen: Light, balance: Balance, exposure: SkinExposure): Degrees {
  const at = (light: Light, { times }: SkinExposure): Degrees => angleOf(scaled(light, 1 / times));
  const k = exp(exposure.spread);
  const byExposure = (angleOf(scaled(seen, k / exposure.times)) - angleOf(scaled(seen, 1 / (k * exposure.times)))) / 2;
  const [warm, cold] = [warmer(seen, balance.spread), warmer(seen, -balance.spread)];
  const byBalance = (at(warm, skinExposure(warm)) - at(cold, skinExposure(cold))) / 2;
  const spread = Math.sqrt(byExposure * byExposure + byBalance * byBalance);
  return Math.round(10 * spread * Math.max(1, exposure.off / 2)) / 10;
}

/** At most this many, evenly. */
const MOST_PLACES = 150;

function thinned(tones: readonly Tone[]): readonly Tone[] {
  const stride = Math.max(1, tones.length / MOST_PLACES);
  return Array.from({ length: Math.min(tones.length, MOST_PLACES) }, (_, i) => tones[Math.floor(i * stride)]);
}
