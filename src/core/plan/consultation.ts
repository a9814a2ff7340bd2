/* The document: everything that decides the picture, and nothing that can be derived from it. Head coordinates, in
   millimetres; small enough to undo, save and compare whole. */

import type { Vec3 } from "../geometry/vector.ts";
import type { DotsPerCm2, Millimetres } from "../units.ts";
import { type Scale, growth, grown } from "../head/scale.ts";
import type { View } from "../head/view.ts";
import { type Vault, maleVault } from "../head/vault.ts";
import { type Hairline, hairlineOfShape } from "../hairline/hairline.ts";
import { type ShadeId, usualShade } from "../pigment/shades.ts";

export type Plan = {
  readonly hairline: Hairline;
  /** Dots per cm^2 of skin behind the transition zone, 30..320. */
  readonly density: DotsPerCm2;
  readonly shade: ShadeId;
  /** Apparent diameter of a healed dot, mm, 0.12..0.60 (domain.md 7, row 9). */
  readonly dotDiameter: Millimetres;
};

export type Consultation = {
  /** Chooses the follicle pattern; whole number, 0..2^32-1. */
  readonly seed: number;
  /** The client's head, as large as `scale` says. */
  readonly vault: Vault;
  readonly scale: Scale;
  readonly plan: Plan;
  readonly view: View;
};

export const DENSITY = { least: 30, usual: 195, most: 320 } as const;

export function usualPlan(): Plan {
  return {
    hairline: hairlineOfShape(maleVault, "natural"),
    density: DENSITY.usual,
    shade: usualShade,
    dotDiameter: 0.38,
  };
}

/** The consultation with its head as large as the scale says. In the photo the head and its hairline stay where they are; dots and millimetres change. */
export function withScale(consultation: Consultation, scale: Scale): Consultation {
  const { vault, view, plan } = consultation;
  const times = growth(vault, view, scale);
  if (Math.abs(times - 1) < 1e-9) return { ...consultation, scale };
  const far = (at: Vec3): Vec3 => [at[0] * times, at[1] * times, at[2] * times];
  const { mid, templeLeft, templeRight, peakLeft, peakRight } = plan.hairline.points;
  const points = {
    mid: far(mid),
    templeLeft: far(templeLeft),
    templeRight: far(templeRight),
    peakLeft: far(peakLeft),
    peakRight: far(peakRight),
  };
  return {
    ...consultation,
    ...grown(vault, view, times),
    scale,
    plan: { ...plan, hairline: { ...plan.hairline, points } },
  };
}
