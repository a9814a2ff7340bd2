/* Guides: where the trade looks when it sets a line. Curves on the head, and lengths along its skin; thirds alone are
   straight heights, as a face is measured. Nothing of them is part of a plan. */

import { atan2, sincos } from "../geometry/exact.ts";
import { type Vec3, add } from "../geometry/vector.ts";
import { type Vault, maleVault, vaultLevel, vaultNormal, vaultPoint } from "../head/vault.ts";
import { between, headPoint, tape } from "../head/walk.ts";
import type { Millimetres } from "../units.ts";
import { CANTHUS, type Hairline, hairlineHeight } from "./hairline.ts";

export const guideKinds = ["midline", "thirds", "canthus", "eightCm", "height", "tape"] as const;
export type GuideKind = (typeof guideKinds)[number];

/** Directions of the unit sphere in order, two at least. */
export type SkinCurve = readonly Vec3[];

/** A place beside the vault, on the face: the point in the head frame, mm, and where it looks, unit. */
export type FacePlace = { readonly at: Vec3; readonly normal: Vec3 };

/** `id`: its own among all guides. `mm`: what is measured there, null where a guide only points. */
type Measured = { readonly id: string; readonly mm: Millimetres | null };

/** What a guide shows on the skin. `beside`: directions where its number may stand, the best first. */
export type SkinGuide = Measured & { readonly curves: readonly SkinCurve[]; readonly beside: readonly Vec3[] };

/** What a guide shows on the face, which the vault has not: one curve, and where its number may stand. */
export type FaceGuide = Measured & { readonly curve: readonly FacePlace[]; readonly beside: readonly FacePlace[] };

/** Straight heights of a face, mm: from the glabella to the base of the nose, and from there to the chin. */
export type Thirds = { readonly middle: Millimetres; readonly lower: Millimetres };

/** The ends of a tape on the skin: directions of the unit sphere, not opposite each other. */
export type SkinTape = { readonly from: Vec3; readonly to: Vec3 };

/** The average face (SOURCES face-4): its thirds, and how far nose and chin stand before the glabella, mm. */
const FACE: Thirds & { readonly nose: Millimetres; readonly chin: Millimetres } = {
  middle: 69.8,
  lower: 73.1,
  nose: 6.7,
  chin: -11.2,
};
/** How far up surgeons set a man's line (SOURCES hairline-2). */
const RULE: Millimetres = 80;
/** How far up the forehead its numbers stand: below what the line is set by. */
const NUMBER = 0.18;
/** Points of a curve are so far apart, degrees of direction. */
const STEP = 2;
/** How far guides reach to either side, degrees about the upright axis. */
const REACH = { third: 52, rule: 20, mark: 4, tick: 1.5, face: 18 } as const;

/** A curve by an angle, degrees, `from` and `to` included. */
function along(from: number, to: number, at: (sin: number, cos: number) => Vec3): SkinCurve {
  const parts = Math.max(1, Math.ceil((to - from) / STEP));
  return Array.from({ length: parts + 1 }, (_, i) => at(...sincos(from + ((to - from) * i) / parts)));
}

/** A place on the level y of directions, by the sine and cosine of its angle to the midline in front. */
const onLevel =
  (y: number) =>
  (s: number, c: number): Vec3 => {
    const radius = Math.sqrt(1 - y * y);
    return [radius * s, y, radius * c];
  };
const level = (y: number, reach: number): SkinCurve => along(-reach, reach, onLevel(y));
const places = (y: number, ...degrees: readonly number[]): Vec3[] =>
  degrees.map((angle) => onLevel(y)(...sincos(angle)));

/** The average man's face on a head of another size. */
export function averageThirds({ halfBreadth }: Vault): Thirds {
  const times = halfBreadth / maleVault.halfBreadth;
  return { middle: FACE.middle * times, lower: FACE.lower * times };
}

/** How high a third stands above the glabella by the rule that all are alike (SOURCES hairline-1), straight, mm. */
export const upperThird = ({ middle, lower }: Thirds): Millimetres => (middle + lower) / 2;

/** From below the brow over the vertex to the nape. */
function midline(): SkinGuide {
  return { id: "midline", curves: [along(-6, 215, (s, c) => [0, s, c])], mm: null, beside: [] };
}

/** The direction `degrees` up in the plane x mm beside the midline's; x within half the vault's breadth. */
function inPlane(vault: Vault, x: Millimetres, degrees: number): Vec3 {
  const [s, c] = sincos(degrees);
  let d: Vec3 = [0, s, c];
  let across = x / vault.halfBreadth;
  // The squareness is under 6 %, so that each round gains more than a digit.
  for (let round = 0; round < 16; round++) {
    const radius = Math.sqrt(1 - across * across);
    d = [across, radius * s, radius * c];
    across *= x / vaultPoint(vault, d)[0];
  }
  return d;
}

/** From both outer corners of the eyes upright, as seen from in front (SOURCES hairline-3). */
function canthus(vault: Vault): SkinGuide {
  const { direction } = vaultLevel(vault, CANTHUS);
  const [x] = vaultPoint(vault, direction);
  const corner = atan2(direction[1], direction[2]);
  const up = (side: Millimetres): SkinCurve =>
    Array.from({ length: 46 }, (_, i) => inPlane(vault, side, corner + ((75 - corner) * i) / 45));
  return { id: "canthus", curves: [up(x), up(-x)], mm: null, beside: [] };
}

/** The level that surgeons call 8 cm, across the midline. */
function eightCm(vault: Vault): SkinGuide {
  const [, y] = headPoint(vault, RULE, 0);
  const { rule } = REACH;
  return { id: "eightCm", curves: [level(y, rule)], mm: RULE, beside: places(y, rule + 1, -rule - 1) };
}

/** A tape from the glabella up to the level of the hairline's mid point, with a mark at every centimetre. */
function height(vault: Vault, hairline: Hairline): SkinGuide {
  const mm = hairlineHeight(vault, hairline);
  const up = Array.from({ length: 25 }, (_, i) => headPoint(vault, (mm * i) / 24, 0));
  const ticks = Array.from({ length: Math.floor(mm / 10) }, (_, i) => {
    const reach = i % 5 === 4 ? 2 * REACH.tick : REACH.tick;
    return level(headPoint(vault, 10 * (i + 1), 0)[1], reach);
  });
  const ends = [level(0, REACH.mark), level(up[24][1], REACH.mark)];
  const [, middle] = headPoint(vault, NUMBER * mm, 0);
  return { id: "height", curves: [up, ...ticks, ...ends], mm, beside: places(middle, 3, -3) };
}

/** Brow, and where a third as high as the two of the face ends above it. */
function thirdAbove(vault: Vault, thirds: Thirds): SkinGuide {
  const mm = upperThird(thirds);
  const top = Math.min(0.99, mm / vault.height);
  const beside = places(NUMBER * top, -3, 3, -45, 45);
  return { id: "third", curves: [level(0, REACH.third), level(top, REACH.third)], mm, beside };
}

/** The tape between two places. */
function laidTape(vault: Vault, { from, to }: SkinTape): SkinGuide {
  const curve = Array.from({ length: 33 }, (_, i) => between(from, to, i / 32));
  return { id: "tape", curves: [curve], mm: tape(vault, from, to), beside: [between(from, to, 0.5), to, from] };
}

/** What guides are made from. `tape`: where the measuring tape lies on this head. */
export type GuideParts = {
  readonly vault: Vault;
  readonly hairline: Hairline;
  readonly thirds: Thirds;
  readonly tape: SkinTape;
};

/**
 * What one kind of guide shows on the skin. A third that would be higher than the vault ends just below its vertex.
 */
export function skinGuide({ vault, hairline, thirds, tape: laid }: GuideParts, kind: GuideKind): SkinGuide {
  switch (kind) {
    case "midline":
      return midline();
    case "thirds":
      return thirdAbove(vault, thirds);
    case "canthus":
      return canthus(vault);
    case "eightCm":
      return eightCm(vault);
    case "height":
      return height(vault, hairline);
    case "tape":
      return laidTape(vault, laid);
  }
}

/**
 * The face's own thirds: base of the nose and chin. The face is taken to hang straight below the brow, nose and chin as
 * far before it as on the average face.
 */
export function faceGuides(vault: Vault, { middle, lower }: Thirds): readonly FaceGuide[] {
  const times = vault.halfBreadth / maleVault.halfBreadth;
  const hung = (below: Millimetres, before: Millimetres, angle: number): FacePlace => {
    const [brow] = places(0, angle);
    const at = add(vaultPoint(vault, brow), [0, -below, before * times]);
    return { at, normal: vaultNormal(vault, brow).normal };
  };
  const guide = (id: string, mm: Millimetres, below: Millimetres, before: Millimetres): FaceGuide => ({
    id,
    mm,
    curve: Array.from({ length: 13 }, (_, i) => hung(below, before, REACH.face * (i / 6 - 1))),
    beside: [-9, 9].map((angle) => hung(below - mm / 2, before, angle)),
  });
  return [guide("middle", middle, middle, FACE.nose), guide("lower", lower, middle + lower, FACE.chin)];
}
