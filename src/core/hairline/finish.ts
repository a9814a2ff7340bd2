/* The finish: how the edge of the treated area fades out, apart from the line's shape. */

import { clamp } from "../geometry/interpolate.ts";
import type { Millimetres } from "../units.ts";

/** How one stretch of the edge fades out; each number within FADE. */
export type Fade = {
  /** Density at the edge as a share of that behind. */
  readonly edge: number;
  /** Where the full density is reached, behind the edge. */
  readonly transition: Millimetres;
  /** How far single dots stray before the edge. */
  readonly stray: Millimetres;
  /** Swing of the edge itself, to either side: mounds, and small clusters and gaps. */
  readonly macro: Millimetres;
  readonly micro: Millimetres;
};

export const fadeKeys = ["edge", "transition", "stray", "macro", "micro"] as const;

/** What a fade may be. */
export const FADE = {
  edge: { least: 0.1, most: 0.9 },
  transition: { least: 1, most: 16 },
  stray: { least: 0, most: 8 },
  macro: { least: 0, most: 5 },
  micro: { least: 0, most: 6 },
} as const;

/** The designed line in front with its temples, and the edge beside the ears and at the nape. */
export type Finish = { readonly front: Fade; readonly sides: Fade };

export const frontFinishes = ["sharp", "soft", "faded", "broken"] as const;
export type FrontFinish = (typeof frontFinishes)[number];

/**
 * The finishes of the front by their names. Soft and sharp: as real work has its natural lines and its line-ups
 * (SOURCES hairline-11); faded and broken go on from there, illustration.
 */
export const fronts: Readonly<Record<FrontFinish, Fade>> = {
  sharp: { edge: 0.8, transition: 4, stray: 1, macro: 0, micro: 0.4 },
  soft: { edge: 0.4, transition: 8, stray: 4, macro: 2.5, micro: 3.5 },
  faded: { edge: 0.25, transition: 14, stray: 6, macro: 2.5, micro: 3 },
  broken: { edge: 0.5, transition: 5, stray: 6, macro: 3.5, micro: 6 },
};

export const sideFinishes = ["soft", "medium", "defined"] as const;
export type SideFinish = (typeof sideFinishes)[number];

/** The finishes of the sides by their names; illustration. */
export const sides: Readonly<Record<SideFinish, Fade>> = {
  soft: { edge: 0.35, transition: 12, stray: 4, macro: 1.5, micro: 0.5 },
  medium: { edge: 0.5, transition: 8, stray: 3, macro: 1, micro: 0.5 },
  defined: { edge: 0.75, transition: 4, stray: 1, macro: 0.3, micro: 0.3 },
};

/** From the fronto-temporal point down to the temporal peak hair is finer and sparser than in front (hairline-8). */
export const templeFade = ({ edge, transition, ...rest }: Fade): Fade => ({
  ...rest,
  edge: 0.75 * edge,
  transition: clamp(1.35 * transition, 0, 20),
});

/** A temple whose point of hair is thinned: half as dense, and longer until it is whole; illustration. */
export const thinnedFade = ({ edge, transition, ...rest }: Fade): Fade => ({
  ...rest,
  edge: edge / 2,
  transition: transition + 8,
});

/** At the nape half the density stands at the edge itself, and last hairs far below it (SOURCES hairline-12). */
export const napeFade = ({ stray, transition, ...rest }: Fade): Fade => ({
  ...rest,
  edge: 0.5,
  transition: transition + 4,
  stray: 4 * stray,
});

/** Round the ear nothing strays onto it. `gap`: of bare skin between ear and edge. */
export const earFade = ({ stray, ...rest }: Fade, gap: Millimetres): Fade => ({
  ...rest,
  stray: Math.max(0, Math.min(stray, gap)),
});

/** Where the work meets hair that is left it is whole up to it and blended so far into it. */
export const fringeFade = (blend: Millimetres): Fade => ({
  edge: 0.8,
  transition: 6,
  stray: blend,
  macro: 1.5,
  micro: 1,
});

/** The finish of this name that a fade is; null where its numbers have been chosen one by one. */
export const nameOf = <Name extends string>(fade: Fade, named: Readonly<Record<Name, Fade>>): Name | null =>
  (Object.keys(named) as Name[]).find((name) => fadeKeys.every((key) => named[name][key] === fade[key])) ?? null;
