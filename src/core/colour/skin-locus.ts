/* Where skin lies among colours. People differ along one curve above all, from fair to dark: melanin takes blue first,
   then green, then red. So a skin's colour tells how light it is, and a photo that shows it lighter or darker is
   exposed so. Measured skin: medians of the ISSA archive over 2113 people (CC BY 4.0; SOURCES skin-3). */

import { exp, ln } from "../geometry/exact.ts";
import { type Chroma, chromaOf } from "./chroma.ts";
import { type Lab, labOfLight } from "./lab.ts";
import type { Light } from "./linear.ts";

/** What the skin's surface gives back of the light before any of it enters (Fresnel; SOURCES light-2). */
const SURFACE = 0.028;

/**
 * CIELAB of a skin as a contact meter reads it, surface and all: the scale of typology angles and of published skin. Of
 * the light that comes from under the surface, 1 for white.
 */
export const asMeasured = ([red, green, blue]: Light): Lab =>
  labOfLight([red + SURFACE, green + SURFACE, blue + SURFACE]);

/** Medians by typology angle, from fair to dark: the share of D65's light that comes from under the surface. */
export const measuredSkins: readonly { readonly ita: number; readonly diffuse: Light }[] = [
  { ita: 62, diffuse: [0.498, 0.322, 0.271] },
  { ita: 50, diffuse: [0.468, 0.286, 0.215] },
  { ita: 38, diffuse: [0.429, 0.246, 0.17] },
  { ita: 25, diffuse: [0.376, 0.204, 0.128] },
  { ita: 12, diffuse: [0.322, 0.163, 0.093] },
  { ita: 0, diffuse: [0.274, 0.132, 0.068] },
  { ita: -15, diffuse: [0.213, 0.098, 0.048] },
  { ita: -30, diffuse: [0.166, 0.073, 0.035] },
  { ita: -45, diffuse: [0.128, 0.054, 0.028] },
  { ita: -60, diffuse: [0.092, 0.04, 0.024] },
];

/** A place on the curve: its colour, and the logarithm of its green. */
type Place = Chroma & { readonly green: number };

/** The curve in even steps of lightness: every one is as likely as the next. */
const curve: readonly Place[] = (() => {
  const places = measuredSkins.map(({ diffuse }): Place => ({ ...chromaOf(diffuse), green: ln(diffuse[1]) }));
  const [first, last] = [places[0].green, places[places.length - 1].green];
  return Array.from({ length: 101 }, (_, i) => {
    const green = first + (i / 100) * (last - first);
    const next = Math.max(
      1,
      places.findIndex((place) => place.green <= green + 1e-9),
    );
    const [a, b] = [places[next - 1], places[next]];
    const t = (green - a.green) / (b.green - a.green);
    return { red: a.red + t * (b.red - a.red), blue: a.blue + t * (b.blue - a.blue), green };
  });
})();

/**
 * How far one person's skin in one photo lies from the curve, one standard deviation, and how far red goes against blue
 * in it: people of one lightness differ (a* by 2.6, b* by 2.3: SOURCES skin-4), some of the lamp's colour is left
 * (0.06), cameras paint more or less strongly (15 %); together 0.11 to 0.18 in both, -0.3 to -0.4.
 */
const BESIDE = 0.13;
const AGAINST = -0.4;
/** How far portraits are exposed from true, one standard deviation of its logarithm: some two thirds of a stop. */
const EXPOSED = 0.5;

export type SkinExposure = {
  /** How many times lighter the photo shows the skin than it is, and one standard deviation of its logarithm. */
  readonly times: number;
  readonly spread: number;
  /** How far colour and lightness together lie from any skin's, in standard deviations. */
  readonly off: number;
};

/**
 * The exposure to be expected of a photo that shows skin in this light (of a neutral lamp, channels over 0): the mean
 * over all skins there are, each as likely as it agrees.
 */
export function skinExposure(light: Light): SkinExposure {
  const seen = chromaOf(light);
  const green = ln(light[1]);
  const tried = curve.map((place) => {
    const [red, blue] = [(seen.red - place.red) / BESIDE, (seen.blue - place.blue) / BESIDE];
    const exposure = green - place.green;
    const beside = (red * red - 2 * AGAINST * red * blue + blue * blue) / (1 - AGAINST * AGAINST);
    return { exposure, cost: beside + (exposure / EXPOSED) * (exposure / EXPOSED) };
  });
  const least = Math.min(...tried.map(({ cost }) => cost));
  let [weights, sum, squares] = [0, 0, 0];
  for (const { exposure, cost } of tried) {
    const weight = exp((least - cost) / 2);
    weights += weight;
    sum += weight * exposure;
    squares += weight * exposure * exposure;
  }
  const mean = sum / weights;
  return {
    times: exp(mean),
    spread: Math.sqrt(Math.max(0, squares / weights - mean * mean)),
    off: Math.sqrt(least),
  };
}
