/* The plan: what is to be done on a head. Head coordinates, in millimetres; a document holds one or several of them. */

import { type Vec3, scale as scaled } from "../geometry/vector.ts";
import { maleVault } from "../head/vault.ts";
import type { Area } from "../hairline/areas.ts";
import { type Hairline, hairlineOfShape } from "../hairline/hairline.ts";
import { type Dot, usualDot } from "../pigment/dot.ts";
import { type Edition, PRESENT } from "../pigment/edition.ts";
import { type Shade, usualShade } from "../pigment/shades.ts";
import type { Undertone } from "../pigment/undertone.ts";
import type { DotsPerCm2 } from "../units.ts";

export type Plan = {
  readonly hairline: Hairline;
  /** Beside the line or within it; a later one lies on an earlier. */
  readonly areas: readonly Area[];
  /** Dots per cm^2 of skin behind the transition zone, within DENSITY. */
  readonly density: DotsPerCm2;
  /** Of the first, second and third session. */
  readonly shades: readonly [Shade, Shade, Shade];
  /** Who chose shade, undertone and strength: they follow what is suggested until a person does. */
  readonly shadeBy: (typeof choosers)[number];
  readonly undertone: Undertone;
  /** The pigment is one that turns cold with the years. */
  readonly turns: boolean;
  readonly dot: Dot;
  readonly edition: Edition;
};

/** The app, by the skin as it is read and the hair as it is said; or a person. */
export const choosers = ["suggestion", "person"] as const;

/** Dots per cm^2 that a plan may ask for. */
export const DENSITY = { least: 30, usual: 160, most: 320 } as const;

/** What a plan begins with: the natural line on the average head, every knob at its usual place. */
export const usualPlan = (): Plan => ({
  hairline: hairlineOfShape(maleVault, "natural"),
  areas: [],
  density: DENSITY.usual,
  shades: [usualShade, usualShade, usualShade],
  shadeBy: "suggestion",
  undertone: "neutral",
  turns: false,
  dot: usualDot,
  edition: PRESENT,
});

/** The plan with one shade in all three sessions. */
export const inShade = (plan: Plan, shade: Shade): Plan => ({ ...plan, shades: [shade, shade, shade] });

/** The plan on a head `times` as large, over 0: its line stays where it is on the skin, and areas with it. */
export function grownPlan(plan: Plan, times: number): Plan {
  const { points, rest } = plan.hairline;
  const hairline = {
    ...plan.hairline,
    points: grown(points, times),
    rest: rest && { ...rest, points: grown(rest.points, times) },
  };
  return { ...plan, hairline };
}

const grown = <Name extends string>(points: Readonly<Record<Name, Vec3>>, times: number): Record<Name, Vec3> =>
  Object.fromEntries(Object.entries<Vec3>(points).map(([name, at]) => [name, scaled(at, times)])) as Record<Name, Vec3>;
