/* The rest of the line's edge, beside and behind, as it is set apart from the front: points on the head and what is
   told of them in mm. Which of them count goes with what is covered. */

import { clamp } from "../geometry/interpolate.ts";
import { type Vec3, mirrored, toTenths, unit } from "../geometry/vector.ts";
import { EAR_RIM, EAR_ROOT, backAt, besideEar, earLength, placeBesideEar, sideAt } from "../head/ear.ts";
import { scalpChart, scalpDirection } from "../head/scalp.ts";
import { scalpOf } from "../head/scalp-chart.ts";
import { type Vault, vaultLevel, vaultPoint } from "../head/vault.ts";
import { aboveGlabella, headPoint } from "../head/walk.ts";
import type { Millimetres } from "../units.ts";

/** Left and right are the client's. */
export const headSides = ["left", "right"] as const;
export type HeadSide = (typeof headSides)[number];

/** What the edge is told by at each side of the head. */
export const sidePoints = {
  sideburn: { left: "sideburnLeft", right: "sideburnRight" },
  overEar: { left: "overEarLeft", right: "overEarRight" },
  behindEar: { left: "behindEarLeft", right: "behindEarRight" },
  corner: { left: "cornerLeft", right: "cornerRight" },
  fringeFront: { left: "fringeFrontLeft", right: "fringeFrontRight" },
  fringeSide: { left: "fringeSideLeft", right: "fringeSideRight" },
  fringeBack: { left: "fringeBackLeft", right: "fringeBackRight" },
} as const;
export type SidePoint = keyof typeof sidePoints;
const sideNames = Object.keys(sidePoints) as SidePoint[];

/** On the midline, but for what is moved aside. */
export const middlePoints = ["nape", "fringe", "behind", "crown", "crownEdge"] as const;
export type MiddlePoint = (typeof middlePoints)[number];

export type RestPoint = (typeof sidePoints)[SidePoint][HeadSide] | MiddlePoint;
export const restPoints: readonly RestPoint[] = [
  ...sideNames.flatMap((name) => [sidePoints[name].left, sidePoints[name].right]),
  ...middlePoints,
];

/**
 * How the temple is worn: with its point of hair, that point thinned, level with the sideburn, or drawn in behind it.
 */
export const templeStates = ["normal", "thinned", "level", "reversed"] as const;
export type TempleState = (typeof templeStates)[number];

export type Rest = {
  /** On the vault, mm in the head frame; only their direction from the centre counts. */
  readonly points: Readonly<Record<RestPoint, Vec3>>;
  readonly temples: TempleState;
  /** How far the bald top is blended into hair that is left, or a part into bare skin, within BLEND. */
  readonly blend: Millimetres;
};

export const BLEND = { least: 10, usual: 20, most: 30 } as const;

/** Ends of a sideburn, as a share of the ear's length from its top; "none" ends level with that. */
export const sideburnEnds = { none: 0, tragus: 0.61, "mid-ear": 0.72, lobe: 1 } as const;
export type SideburnEnd = keyof typeof sideburnEnds;

/** A sideburn is so wide (SOURCES hairline-12). */
export const SIDEBURN: Millimetres = 15;

/** What may be asked of the edge round the ears and at the nape, mm; and where real work has it. */
export const AROUND = {
  overEar: { least: 0, usual: 2, most: 25 },
  behindEar: { least: 0, usual: 3, most: 25 },
  napeDrop: { least: -15, usual: 24, most: 35 },
} as const;

/** Half of a sideburn's end beyond the ear's root: bare skin before the ear, and half of the strip, mm. */
const BEFORE_EAR: Millimetres = 2.5 + SIDEBURN / 2;
/** Half height of the rim behind, in ear lengths. */
const HALF_WAY = 0.52;
/** Corners of the nape: so far across, straight, and so much higher than its middle. */
const CORNER = { across: 42, higher: 3 } as const;

/**
 * The fringe of hair that pattern baldness leaves, Norwood VI: directions by turn from the face, degrees, and height.
 */
const FRINGE = {
  fringeFront: { z: 32, y: 36 },
  fringeSide: { z: -22, y: 48 },
  fringeBack: { z: -66, y: 46 },
  middle: 40,
} as const;
/** Of a cover in front: so far behind the middle of the line. */
const BEHIND: Millimetres = 55;
/** Of a crown: its middle so far behind the vertex (SOURCES head-9), its edge so far behind that. */
const WHORL: Millimetres = 45;
const CROWN: Millimetres = 45;

/** Where each point usually lies on this head, as real work has it (SOURCES hairline-12); `mid`: of the line, unit. */
export function usualRest(vault: Vault, mid: Vec3, temples: TempleState = "normal"): Rest {
  const ear = earLength(vault);
  const left: Record<SidePoint, Vec3> = {
    sideburn: besideEar(vault, { up: 1 - sideburnEnds.tragus, fore: EAR_ROOT + BEFORE_EAR / ear }),
    overEar: besideEar(vault, { up: 1 + AROUND.overEar.usual / ear, fore: -0.05 }),
    behindEar: besideEar(vault, { up: HALF_WAY, fore: EAR_RIM - AROUND.behindEar.usual / ear }),
    corner: backAt(vault, CORNER.across, vault.ear.lobe.y - AROUND.napeDrop.usual + CORNER.higher),
    fringeFront: onSide(vault, FRINGE.fringeFront),
    fringeSide: onSide(vault, FRINGE.fringeSide),
    fringeBack: onSide(vault, FRINGE.fringeBack),
  };
  const height = aboveGlabella(vault, unit([0, mid[1], mid[2]]));
  const vertex = aboveGlabella(vault, VERTEX);
  const middle: Record<MiddlePoint, Vec3> = {
    nape: backAt(vault, 0, vault.ear.lobe.y - AROUND.napeDrop.usual),
    fringe: backAt(vault, 0, scaled(vault, FRINGE.middle)),
    behind: headPoint(vault, height + BEHIND, 0),
    crown: headPoint(vault, vertex + WHORL, 0),
    crownEdge: headPoint(vault, vertex + WHORL + CROWN, 0),
  };
  const place = (d: Vec3): Vec3 => placed(vault, d);
  const points = Object.fromEntries([
    ...sideNames.flatMap((name) => [
      [sidePoints[name].left, place(left[name])],
      [sidePoints[name].right, mirrored(place(left[name]))],
    ]),
    ...middlePoints.map((name) => [name, place(middle[name])]),
  ]) as Record<RestPoint, Vec3>;
  return { points, temples, blend: BLEND.usual };
}

const VERTEX: Vec3 = [0, 1, 0];

/** Points stay so far from the scalp's rim, chart units: heads of plans of before end under the ears. */
const RIM = 0.05;

/** Where a direction's point lies on the head, as near as the scalp goes. */
function placed(vault: Vault, d: Vec3): Vec3 {
  const { u, v } = scalpChart(d);
  const far = Math.sqrt(u * u + v * v);
  const most = scalpOf(vault).rho - RIM;
  return toTenths(vaultPoint(vault, far > most ? scalpDirection((u * most) / far, (v * most) / far) : d));
}

/** A length of the average head, on this one. */
const scaled = (vault: Vault, mm: Millimetres): Millimetres => (mm * vault.height) / 95;
const onSide = (vault: Vault, { y, z }: { readonly y: Millimetres; readonly z: Millimetres }): Vec3 =>
  sideAt(vault, scaled(vault, y), (z * vault.halfLength) / 99.5);

/** The edge round ear and nape in mm, and the sideburn's end as a share of the ear's length; of the client's left. */
export type Around = Readonly<Record<"overEar" | "behindEar" | "napeDrop", Millimetres>> & {
  readonly sideburn: number;
};

const directionOf = (vault: Vault, p: Vec3): Vec3 => vaultLevel(vault, p).direction;

/** How the edge runs round ear and nape. */
export function aroundOf(vault: Vault, { points }: Rest): Around {
  const ear = earLength(vault);
  const beside = (point: Vec3) => placeBesideEar(vault, directionOf(vault, point));
  const [, napeY] = vaultPoint(vault, directionOf(vault, points.nape));
  return {
    sideburn: 1 - beside(points.sideburnLeft).up,
    overEar: (beside(points.overEarLeft).up - 1) * ear,
    behindEar: (EAR_RIM - beside(points.behindEarLeft).fore) * ear,
    napeDrop: vault.ear.lobe.y - napeY,
  };
}

/** The same with some of it changed on both sides, each within AROUND or 0..1; what is not asked for stays. */
export function withAround(vault: Vault, rest: Rest, asked: Partial<Around>): Rest {
  const ear = earLength(vault);
  const points: Record<RestPoint, Vec3> = { ...rest.points };
  const place = (d: Vec3): Vec3 => placed(vault, d);
  for (const name of ["sideburn", "overEar", "behindEar"] as const) {
    const to = asked[name];
    if (to === undefined) continue;
    const { up, fore } = placeBesideEar(vault, directionOf(vault, points[sidePoints[name].left]));
    const wanted = {
      sideburn: { up: 1 - clamp(to, 0, 1), fore },
      overEar: { up: 1 + to / ear, fore },
      behindEar: { up, fore: EAR_RIM - to / ear },
    }[name];
    const { left, right } = sidePoints[name];
    points[left] = place(besideEar(vault, wanted));
    points[right] = mirrored(points[left]);
  }
  if (asked.napeDrop !== undefined) {
    const y = vault.ear.lobe.y - asked.napeDrop;
    const across = Math.abs(vaultPoint(vault, directionOf(vault, points.cornerLeft))[0]);
    points.nape = place(backAt(vault, 0, y));
    points.cornerLeft = place(backAt(vault, across, y + CORNER.higher));
    points.cornerRight = mirrored(points.cornerLeft);
  }
  return { ...rest, points };
}

/**
 * The rest of a line whose head had its ears elsewhere: what goes by the ear goes with it, and the nape by its lobe.
 */
export function restWithEars(before: Vault, after: Vault, rest: Rest): Rest {
  const points: Record<RestPoint, Vec3> = { ...rest.points };
  const put = (name: RestPoint, d: Vec3): void => {
    const place = placed(after, d);
    points[name] = points[name][0] < 0 ? mirrored(place) : place;
  };
  const at = (name: RestPoint): Vec3 => directionOf(before, points[name]);
  for (const name of ["sideburn", "overEar", "behindEar"] as const) {
    for (const id of Object.values(sidePoints[name])) put(id, besideEar(after, placeBesideEar(before, at(id))));
  }
  const lower = after.ear.lobe.y - before.ear.lobe.y;
  for (const id of [...Object.values(sidePoints.corner), "nape"] as const) {
    const [x, y] = vaultPoint(before, at(id));
    put(id, backAt(after, Math.abs(x), y + lower));
  }
  return { ...rest, points };
}
