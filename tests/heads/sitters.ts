/* People who never were: size and shape within the measured range of men and women, skin, eyes and hair, all from
   a seed. */
import { MODELLED, type Build } from "../demo/build.ts";
import { stream } from "../demo/noise.ts";
import type { Tone } from "../demo/skin.ts";
import { type Hair, hairs } from "./hair-styles.ts";

export type Sitter = {
  readonly name: string;
  readonly seed: number;
  readonly female: boolean;
  readonly build: Build;
  readonly tone: Tone;
  /** Individual typology angle of the skin's base, degrees. */
  readonly ita: number;
  /** How many times the light of a grey-blue iris, red, green and blue. */
  readonly iris: number[];
  readonly hair: Hair;
};

/** Diffuse linear sRGB of ten skins by their ITA, degrees: medians of the ISSA archive (SOURCES skin-3). */
export const SKINS: readonly (readonly [ita: number, base: readonly [number, number, number]])[] = [
  [62, [0.498, 0.322, 0.271]],
  [50, [0.468, 0.286, 0.215]],
  [38, [0.429, 0.246, 0.17]],
  [25, [0.376, 0.204, 0.128]],
  [12, [0.322, 0.163, 0.093]],
  [0, [0.274, 0.132, 0.068]],
  [-15, [0.213, 0.098, 0.048]],
  [-30, [0.166, 0.073, 0.035]],
  [-45, [0.128, 0.054, 0.028]],
  [-60, [0.092, 0.04, 0.024]],
];

/** Irises from brown to grey-blue. */
const IRISES: readonly (readonly [number, number, number])[] = [
  [0.42, 0.2, 0.08],
  [0.75, 0.42, 0.16],
  [0.8, 0.75, 0.45],
  [1, 1, 1],
];

/** The modelled head's own measures, mm: breadth, length, tragion to vertex, menton to sellion. */
const OWN = { breadth: 154.4, length: 200.7, height: 131.3, face: 123.2 } as const;

/**
 * Mean and standard deviation, mm: of men, and of women. Breadth, length and the men's face: SOURCES head-1, head-4;
 * women's face and height: Zhuang and Bradtmiller 2005, from memory. Heights are 2.5 mm (men) and 1 mm (women) above
 * the mean: from near a bald head shows less of it.
 */
const MEASURES = {
  breadth: [154.2, 4.7, 146.8, 5.6],
  length: [198.6, 7.6, 187.5, 7.2],
  height: [133, 6.5, 126, 6],
  face: [120.9, 7.1, 113.4, 6.1],
} as const;

/** Within two standard deviations, nearer to the mean more often. */
const normal = (next: () => number): number => {
  const z = (next() + next() + next() + next() - 2) * Math.sqrt(3);
  return Math.max(-2, Math.min(2, z));
};

/** The sitter of this seed; `which`, a whole number, chooses skin and hair in turn, so that a set has some of each. */
export function sitterOf(seed: number, which: number): Sitter {
  const next = stream(seed * 977 + 13 * which + 5);
  const hair = hairs[which % hairs.length];
  const female = hair.style === "long" || hair.style === "parting" || next() < 0.12;
  const [ita, base] = SKINS[(3 * which + Math.floor(which / 10)) % SKINS.length];
  const measure = (of: keyof typeof MEASURES): number => {
    const [man, manSd, woman, womanSd] = MEASURES[of];
    return (female ? woman + womanSd * normal(next) : man + manSd * normal(next)) / OWN[of];
  };
  const vary = (by: number, mean = 1): number => mean * (1 + by * normal(next));
  const skull = { breadth: measure("breadth"), length: measure("length"), height: measure("height") };
  const build: Build = {
    ...MODELLED,
    skull,
    face: { breadth: vary(0.03, skull.breadth), height: measure("face"), depth: vary(0.02, skull.length) },
    jaw: vary(0.05, female ? 0.92 : 1),
    ear: vary(0.06, female ? 0.94 : 1.03),
    nose: { breadth: vary(0.09), length: vary(0.06, 0.98), depth: vary(0.07) },
    browRidge: female ? 0.4 : Math.max(0.3, vary(0.25)),
  };
  const dark = ita < 20;
  return {
    name: `head-${which}`,
    seed,
    female,
    build,
    tone: { base, beard: female ? 0 : Math.max(0, vary(0.4, 0.8)) },
    ita,
    iris: [...IRISES[dark ? 0 : Math.floor(next() * IRISES.length)]],
    hair,
  };
}
