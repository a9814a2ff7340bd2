/* The finish: how the edge of the treated area fades out, apart from the line's shape. */

import { clamp, smoothstep } from "../geometry/interpolate.ts";
import type { DotsPerCm2, Millimetres } from "../units.ts";

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
  /**
   * Single dots before the edge, to each cm of it, at the usual density; more where the plan is denser. Null in plans
   * from before they could be counted, whose density falls from the edge on and whose edge swings as it did then.
   */
  readonly strays: number | null;
  /** Size and strength of the dots at the edge and before it, as shares of those behind. */
  readonly finer: number;
  readonly fainter: number;
};

export const fadeKeys = [
  "edge",
  "transition",
  "stray",
  "strays",
  "macro",
  "micro",
  "finer",
  "fainter",
] as const satisfies readonly (keyof Fade)[];

/** What a fade may be. */
export const FADE = {
  edge: { least: 0.1, most: 0.9 },
  transition: { least: 1, most: 16 },
  stray: { least: 0, most: 8 },
  macro: { least: 0, most: 5 },
  micro: { least: 0, most: 6 },
  strays: { least: 0, most: 12 },
  finer: { least: 0.6, most: 1 },
  fainter: { least: 0.5, most: 1 },
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
  sharp: { edge: 0.8, transition: 3.5, stray: 1, strays: 2, macro: 0, micro: 0.4, finer: 1, fainter: 0.85 },
  soft: { edge: 0.4, transition: 8, stray: 5, strays: 5, macro: 4.5, micro: 3, finer: 0.88, fainter: 0.77 },
  faded: { edge: 0.25, transition: 14, stray: 7, strays: 6, macro: 3, micro: 3, finer: 0.85, fainter: 0.75 },
  broken: { edge: 0.5, transition: 5, stray: 7, strays: 8, macro: 4, micro: 6, finer: 0.88, fainter: 0.8 },
};

export const sideFinishes = ["soft", "medium", "defined"] as const;
export type SideFinish = (typeof sideFinishes)[number];

/** The finishes of the sides by their names; illustration. */
export const sides: Readonly<Record<SideFinish, Fade>> = {
  soft: { edge: 0.35, transition: 12, stray: 4, strays: 4, macro: 1.5, micro: 0.5, finer: 0.9, fainter: 0.85 },
  medium: { edge: 0.5, transition: 8, stray: 3, strays: 4, macro: 1, micro: 0.5, finer: 0.95, fainter: 0.9 },
  defined: { edge: 0.75, transition: 4, stray: 1, strays: 1, macro: 0.3, micro: 0.3, finer: 1, fainter: 0.95 },
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

/** As many strays as the edge's own density gives: it falls evenly from there. */
const ALL = 1000;

/** At the nape half the density stands at the edge itself, and last hairs far below it (SOURCES hairline-12). */
export const napeFade = ({ stray, strays, transition, ...rest }: Fade): Fade => ({
  ...rest,
  edge: 0.5,
  transition: transition + 4,
  stray: 4 * stray,
  strays: strays === null ? null : ALL,
});

/** A sideburn is narrow: at its edge half of the density stands, and it is whole in its middle. */
export const sideburnFade = ({ edge, transition, stray, ...rest }: Fade): Fade => ({
  ...rest,
  edge: Math.max(0.5, edge),
  transition: Math.min(6, transition),
  stray: Math.min(3, stray),
});

/** Round the ear half of the density stands at the edge, and nothing strays onto it. `gap`: of bare skin there. */
export const earFade = ({ edge, stray, ...rest }: Fade, gap: Millimetres): Fade => ({
  ...rest,
  edge: Math.max(0.5, edge),
  stray: Math.max(0, Math.min(stray, gap)),
});

/** Where the work meets hair that is left it is whole up to it and blended so far into it. */
export const fringeFade = (blend: Millimetres): Fade => ({
  edge: 0.8,
  transition: 6,
  stray: blend,
  strays: ALL,
  macro: 1.5,
  micro: 1,
  finer: 1,
  fainter: 0.9,
});

/** The density that strays are counted at. */
export const STRAYS_AT: DotsPerCm2 = 160;

/** Dots to each cm of an edge over a depth of 1 mm, where all of the density stands that strays are counted at. */
const PER_CM_AND_MM = STRAYS_AT / 10;

/** Dots before each cm of the edge: as many as are asked for, or as its density made them in earlier plans. */
export const straysOf = ({ edge, stray, strays }: Fade): number =>
  strays === null ? (PER_CM_AND_MM * edge * stray) / 3 : Math.min(strays, (PER_CM_AND_MM * edge * stray) / 2);

/**
 * Share of the density right before the edge, from which it falls evenly to none at the reach of the strays: no more
 * than at the edge.
 */
export function tailOf(fade: Fade): number {
  return fade.stray > 0 ? Math.min(fade.edge, (2 * straysOf(fade)) / (PER_CM_AND_MM * fade.stray)) : 0;
}

/**
 * Share of the density, 0..1, so far inside an edge, below 0 before it. `tail`: as tailOf has it; null where strays are
 * not counted.
 */
export function shareAt(
  inside: Millimetres,
  edge: number,
  transition: Millimetres,
  stray: Millimetres,
  tail: number | null,
): number {
  if (inside >= transition) return 1;
  if (inside >= 0) {
    const t = inside / transition;
    // To the last bit as when the first plans were painted.
    return edge + (1 - edge) * t * t * (3 - 2 * t);
  }
  if (inside <= -stray) return 0;
  const t = 1 + inside / stray;
  return tail === null ? edge * t * t : tail * t;
}

/** Dots are as those behind from so far inside the edge on. */
export const GROWN: Millimetres = 12;

/**
 * What of size or strength dots have so far inside an edge, against those behind: this `share` at it and before it.
 */
export const lookAt = (inside: Millimetres, share: number): number =>
  1 + (share - 1) * (1 - smoothstep(clamp(inside / GROWN, 0, 1)));

/** The finish of this name that a fade is; null where its numbers have been chosen one by one. */
export const nameOf = <Name extends string>(fade: Fade, named: Readonly<Record<Name, Fade>>): Name | null =>
  (Object.keys(named) as Name[]).find((name) => fadeKeys.every((key) => named[name][key] === fade[key])) ?? null;
