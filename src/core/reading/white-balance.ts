/* The colour of the light that a photo was taken in, as far as it is still in the photo: by what is about the head, or
   by a touch on something neutral. It is taken out of readings, never out of pixels. Skin is no witness: dark skin in
   bright light and fair skin by a warm lamp look the same. */

import { type Chroma, chromaApart, chromaOf, luminance } from "../colour/chroma.ts";
import { LIGHT, type Light } from "../colour/linear.ts";
import { exp } from "../geometry/exact.ts";
import type { Point2 } from "../geometry/vector.ts";
import type { Surface } from "../head/surface.ts";
import type { Pixels } from "../units.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Result, err, ok } from "../result.ts";
import { type Tone, discIn, median, middleChroma, toneOf } from "./tone.ts";

export type Balance = {
  /**
   * What light is multiplied with to be as in a neutral lamp's: green 1,
   * red and blue 0.4..5: lamps down to 2600 K, and more than any sky.
   */
  readonly gains: Light;
  /** Who says so: the camera, whose own balance is left alone; what is about the head; a touch on something neutral. */
  readonly by: "camera" | "surroundings" | "touch";
  /** How far red or blue may still be out, one standard deviation of the logarithm. */
  readonly spread: number;
};

/**
 * As the camera balanced it: white shirts and collars in nine portraits are 0.05 from neutral, 0.08 at most; telephones
 * by lamplight are worse.
 */
export const asTaken: Balance = { gains: [1, 1, 1], by: "camera", spread: 0.1 };

const [LEAST, MOST] = [0.4, 5];

function balanceFor({ red, blue }: Chroma, by: Balance["by"], spread: number): Balance {
  const gain = (log: number): number => Math.max(LEAST, Math.min(MOST, exp(-log)));
  return { gains: [gain(red), 1, gain(blue)], by, spread };
}

/** Light as it would be in a neutral lamp's; may pass 1, which is white. */
export const balanced = ([red, green, blue]: Light, { gains }: Balance): Light => [
  red * gains[0],
  green * gains[1],
  blue * gains[2],
];

/**
 * How far a colour lies beside those of lamps and skies, to the green or to the red: in logarithms these lie on a line,
 * blue falling 1.65 for each rise of red (Planck, 2850 to 15000 K: to 0.05).
 */
const besideLamps = ({ red, blue }: Chroma): number => Math.abs(0.855 * red + 0.52 * blue);

/** No lamp is as far beside: what was touched has a colour of its own. */
const NO_LAMP = 0.3;

/** Why what was touched does not tell the light: it has run full, is too dark for a colour, or has one of its own. */
export const cardFaults = ["burnt", "dark", "coloured"] as const;
export type CardFault = (typeof cardFaults)[number];

/** Darker than this, as luminance 0..1, a grey has more noise than colour. */
const TOO_DARK = 0.012;
/** How far from neutral cards, paper and collars are, as Balance has it: white shirts 0.05 and less. */
const CARD = 0.03;

/**
 * The light's colour by the middle of a disc about a photo point, px of the photo, or why it does not tell. `pixels`:
 * the photo at 1/shrink.
 */
export function balanceByTouch(
  pixels: PixelBuffer,
  shrink: number,
  at: Point2,
  radius: Pixels,
): Result<Balance, CardFault> {
  const { tones, full, empty } = discIn(pixels, shrink, at, radius);
  // Where half of it says nothing, the rest is its rim.
  if (full > tones.length) return err("burnt");
  if (tones.length === 0 || empty > tones.length || median(tones.map(({ luminance: level }) => level)) < TOO_DARK)
    return err("dark");
  const chroma = middleChroma(tones);
  return besideLamps(chroma) > NO_LAMP ? err("coloured") : ok(balanceFor(chroma, "touch", CARD));
}

/** Beyond this much of the skull's outline nothing is head or ear; so far down, in its radii, face and neck may be. */
const BESIDE_HEAD = 1.35;
const [NECK_WIDE, NECK_LONG] = [1.1, 2.2];
/** Colours as near as this to the skin's are taken for skin. */
const LIKE_SKIN = 0.18;
/** Fewer pixels than this say nothing, and every third row and column is asked. */
const FEW = 200;
const STRIDE = 3;

/** What is about the head and not skin. */
function surroundings(pixels: PixelBuffer, shrink: number, surface: Surface, skin: Chroma): readonly Tone[] {
  const { centre } = surface;
  const radius = surface.limbDistance(1, 0);
  const tones: Tone[] = [];
  for (let y = 0; y < pixels.height; y += STRIDE) {
    for (let x = 0; x < pixels.width; x += STRIDE) {
      const [dx, dy] = [(x + 0.5) * shrink - centre.x, (y + 0.5) * shrink - centre.y];
      const edge = BESIDE_HEAD * surface.limbDistance(dx, dy);
      if (dx * dx + dy * dy < edge * edge) continue;
      if (dy > 0 && dy < NECK_LONG * radius && Math.abs(dx) < NECK_WIDE * radius) continue;
      const tone = toneOf(pixels, shrink, x, y);
      if (tone && chromaApart(tone, skin) > LIKE_SKIN) tones.push(tone);
    }
  }
  return tones;
}

/** Nothing reflects more than white does: the brightest things are asked, this share of the surroundings. */
const BRIGHTEST = 0.02;
/** Mean light of the brightest, each channel by itself. */
const brightest = (tones: readonly Tone[]): Light => [
  brightestOf(tones, 0),
  brightestOf(tones, 1),
  brightestOf(tones, 2),
];

function brightestOf(tones: readonly Tone[], channel: 0 | 1 | 2): number {
  const pixels = new Uint32Array(256);
  for (const { rgb } of tones) pixels[rgb[channel]]++;
  const count = Math.max(1, Math.round(BRIGHTEST * tones.length));
  let sum = 0;
  for (let code = 255, left = count; left > 0 && code >= 0; code--) {
    const taken = Math.min(left, pixels[code]);
    sum += taken * LIGHT[code];
    left -= taken;
  }
  return sum / (65535 * count);
}

/**
 * White is so much brighter than skin; and of two greys, one under this share of the other's light, both have the
 * light's colour to within so much.
 */
const BRIGHTER = 1.2;
const DARKER = 0.4;
const AGREE = 0.15;
/** A white that is farther beside lamps than this has a colour of its own. */
const COLOURED = 0.15;
/**
 * As much as this may be the shirt's own colour, or the wall's: little is believed of a cast that is smaller, nearly
 * all of one that is much larger.
 */
const OWN = 0.15;

/**
 * The light's colour by the brightest things about the head ("white patch", Land 1977), where they are trusted:
 * brighter than the skin as white is, or of one colour with what is dark; as the camera has it where they are not.
 * `skin`: its light in the photo. `pixels`: the photo at 1/shrink.
 */
export function balanceBySurroundings(pixels: PixelBuffer, shrink: number, surface: Surface, skin: Light): Balance {
  const tones = surroundings(pixels, shrink, surface, chromaOf(skin));
  if (tones.length < FEW) return asTaken;
  const white = brightest(tones);
  const chroma = chromaOf(white);
  const dark = tones.filter((tone) => tone.luminance < DARKER * luminance(white));
  const bright = luminance(white) > BRIGHTER * luminance(skin);
  const agreed = dark.length > 0.03 * tones.length && chromaApart(middleChroma(dark), chroma) < AGREE;
  if (besideLamps(chroma) > COLOURED || !(bright || agreed)) return asTaken;
  const cast = chroma.red * chroma.red + chroma.blue * chroma.blue;
  const believed = cast / (cast + OWN * OWN);
  return balanceFor({ red: believed * chroma.red, blue: believed * chroma.blue }, "surroundings", 0.06);
}
