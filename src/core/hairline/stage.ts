/* Where work begins at a stage of hair loss: what is covered, the fringe, and areas where hair is thin, from which a
   plan is drawn further. Norwood's stages of men, Ludwig's of women. Level L: illustration; heads of one stage differ.
   */

import { sincos } from "../geometry/exact.ts";
import { type Vec3, add, cross, scale, toTenths, unit } from "../geometry/vector.ts";
import { backAt, sideAt } from "../head/ear.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { headPoint, walk } from "../head/walk.ts";
import type { Millimetres } from "../units.ts";
import { type Area, newArea, usualSessions } from "./areas.ts";
import { roundedDirection } from "./drawn-curve.ts";
import { type Cover, type Hairline, hairlineHeight, restOf, withCover } from "./hairline.ts";
import { type Rest, type RestPoint, sidePoints, usualRest } from "./rest.ts";

export const norwoodStages = [
  "I",
  "II",
  "IIA",
  "III",
  "IIIA",
  "III-vertex",
  "IV",
  "IVA",
  "V",
  "VA",
  "VI",
  "VII",
] as const;
export const ludwigStages = ["L1", "L2", "L3"] as const;
export type Stage = (typeof norwoodStages)[number] | (typeof ludwigStages)[number];

/** `behind`: how far a front reaches back; `crown`: half of a thin crown's width; `lower`: the fringe than usual. */
type Proposal = {
  readonly cover: Cover;
  readonly behind?: Millimetres;
  readonly crown?: Millimetres;
  readonly lower?: Millimetres;
  /** Of a thin top: half of its width, and its density. */
  readonly thin?: { readonly half: Millimetres; readonly density: number };
};

const proposals: Readonly<Record<Stage, Proposal>> = {
  I: { cover: "front", behind: 25 },
  II: { cover: "front", behind: 40 },
  IIA: { cover: "front", behind: 55 },
  III: { cover: "front", behind: 60 },
  IIIA: { cover: "front", behind: 80 },
  "III-vertex": { cover: "front", behind: 60, crown: 32 },
  IV: { cover: "front", behind: 70, crown: 42 },
  IVA: { cover: "front", behind: 105 },
  V: { cover: "top", lower: -14 },
  VA: { cover: "top", lower: -9 },
  VI: { cover: "top", lower: 0 },
  VII: { cover: "top", lower: 20 },
  L1: { cover: "areas", thin: { half: 22, density: 0.4 } },
  L2: { cover: "areas", thin: { half: 36, density: 0.55 } },
  L3: { cover: "areas", thin: { half: 52, density: 0.75 } },
};

/** Areas that a stage has proposed, by their id: the next stage puts its own in their place. */
const CROWN = "crown";
const THIN = "thintop";
const isProposed = ({ id }: Area): boolean => id === CROWN || id === THIN;

/** Edge of what is thin, into hair. */
const SOFT: Millimetres = 24;
const CORNERS = 12;
/** A thin top lies so far behind the line, and is so long. */
const BEHIND_LINE: Millimetres = 14;
const LONG: Millimetres = 130;

export type StagePlan = { readonly hairline: Hairline; readonly areas: readonly Area[] };

/** A plan's line and areas as this stage proposes them; the line in front stays. `names`: of the areas it adds. */
export function atStage(
  vault: Vault,
  { hairline, areas }: StagePlan,
  stage: Stage,
  names: { readonly crown: string; readonly thin: string },
): StagePlan {
  const { cover, behind, crown, lower, thin } = proposals[stage];
  const covered = withCover(vault, hairline, cover);
  const rest = restOf(vault, covered);
  const height = hairlineHeight(vault, hairline);
  const points: Record<RestPoint, Vec3> = { ...rest.points };
  if (behind !== undefined) points.behind = toTenths(vaultPoint(vault, headPoint(vault, height + behind, 0)));
  if (lower !== undefined) Object.assign(points, fringeLower(vault, rest, lower));
  const proposed = [
    ...(crown === undefined
      ? []
      : [thinArea(CROWN, names.crown, oval(vault, middleOf(vault, rest), crown, crown), 0.8)]),
    ...(thin ? [thinArea(THIN, names.thin, thinTop(vault, height, thin.half), thin.density)] : []),
  ];
  return {
    hairline: { ...covered, rest: { ...rest, points } },
    areas: [...areas.filter((area) => !isProposed(area)), ...proposed],
  };
}

const middleOf = (vault: Vault, { points }: Rest): Vec3 => vaultLevel(vault, points.crown).direction;

const thinArea = (id: string, name: string, points: readonly Vec3[], density: number): Area => ({
  ...newArea(id, "area", name, false),
  points: points.map(roundedDirection),
  softness: SOFT,
  density,
  sessions: usualSessions[2],
});

/** The usual fringe, lower by so much. */
function fringeLower(vault: Vault, { points }: Rest, lower: Millimetres): Partial<Record<RestPoint, Vec3>> {
  const usual = usualRest(vault, vaultLevel(vault, points.crown).direction);
  const moved: Partial<Record<RestPoint, Vec3>> = {};
  for (const { left, right } of [sidePoints.fringeFront, sidePoints.fringeSide, sidePoints.fringeBack]) {
    const [, y, z] = usual.points[left];
    const place = toTenths(vaultPoint(vault, sideAt(vault, y - lower, z)));
    moved[left] = place;
    moved[right] = [-place[0], place[1], place[2]];
  }
  moved.fringe = toTenths(vaultPoint(vault, backAt(vault, 0, usual.points.fringe[1] - lower)));
  return moved;
}

/** A round of corners, so far across and along the head about its middle (unit). */
function oval(vault: Vault, middle: Vec3, across: Millimetres, along: Millimetres): Vec3[] {
  const aside = unit(cross([0, 0, 1], middle));
  const ahead = unit(cross(middle, aside));
  return Array.from({ length: CORNERS }, (_, i) => {
    const [sin, cos] = sincos((360 * i) / CORNERS);
    const [x, z] = [across * sin, along * cos];
    const far = Math.sqrt(x * x + z * z);
    return walk(vault, middle, unit(add(scale(aside, x / far), scale(ahead, z / far))), far);
  });
}

/** Along the parting, from behind the line towards the crown. */
const thinTop = (vault: Vault, height: Millimetres, half: Millimetres): Vec3[] =>
  oval(vault, headPoint(vault, height + BEHIND_LINE + LONG / 2, 0), half, LONG / 2);
