/* The scalp as a surface to be stippled: a reference head's vault over the scalp's chart. Every head wears the same
   field, stretched onto it, so that a plan gives the same follicles when the head's size is corrected. */

import type { Chart } from "../stipple/stipple.ts";
import { GROWN, type Hair, growthInto, hairOf, usualGrowth } from "./growth.ts";
import { type ChartPoint, FORE, POLE, SCALP_RHO, scalpDirection } from "./scalp.ts";
import { SQUARENESS, type Vault, maleVault, reachesNape, semiAxis, vaultNormal } from "./vault.ts";

/** Chart units beyond the scalp's rim in which dots are placed and thrown away: about 5 mm. */
const MARGIN = 0.06;
/** Rims in this chart, radians: 104 and 131 degrees. */
const RIM = 1.8151424;
const FAR_RIM = 2.2863813;
/** The far one in the equal-area chart: 2 sin(65.5 deg). */
const FAR_RHO = 1.8199216;
/** Where the scalp ends between them, by direction: before the sideburns, and far down the neck. */
const FACE = 0.4;
const NECK = -0.9;

/**
 * Follicles are placed in another chart than the rest of the scalp's work is done in: the distance from the pole is the
 * angle itself, so that no cell of a grid is longer on the skin than at the pole. To the equal-area chart both
 * coordinates are taken this many times: 2 sin(t/2) / t by its series, t^2 given.
 */
const towardsEqualArea = (t2: number): number =>
  1 - t2 * (1 / 24 - t2 * (1 / 1920 - t2 * (1 / 322560 - t2 / 92897280)));
/** Its derivative by t^2. */
const towardsSlope = (t2: number): number => -1 / 24 + t2 * (1 / 960 - t2 * (1 / 107520 - t2 / 23224320));

/** Chart point of the scalp (scalp.ts) for the place (a, b) in the chart of a `Scalp`, each within its reach. */
export function onScalpChart(a: number, b: number): ChartPoint {
  const k = towardsEqualArea(a * a + b * b);
  return { u: a * k, v: b * k };
}

/** Needed follicles per mm^2 of the reference head: 320 per cm^2 asked on a head with a fifth more skin. */
export const MOST_PER_MM2 = 3.84;

/** A scalp that fields are placed on. */
export type Scalp = {
  /** The head whose skin it is. */
  readonly reference: Vault;
  readonly chart: Chart;
  /** Skin of the reference head where follicles can be wanted, mm^2, rounded up; held to the chart's by a test. */
  readonly area: number;
  /** No follicle lies farther from the pole than this in the equal-area chart. */
  readonly rho: number;
};

/** Of heads whose vault ends under the ears, as all did once: the disc about the pole. */
export const discScalp: Scalp = {
  ...scalpWithin({ ...maleVault, depth: maleVault.height }, RIM, (a, b, margin) => {
    const most = RIM + margin;
    return a * a + b * b < most * most;
  }),
  area: 65_900,
  rho: SCALP_RHO,
};

/** Of heads that reach down to the nape: with sideburns and neck, without the face. */
export const wholeScalp: Scalp = {
  ...scalpWithin(maleVault, FAR_RIM, onWhole),
  area: 86_700,
  rho: FAR_RHO,
};

/**
 * The same, on which follicles stand a little closer across the growth of hair than along it; that of a usual whorl,
 * wherever the client's lies, so that no follicle moves with it.
 */
export const grownScalp: Scalp = {
  ...scalpWithin(maleVault, FAR_RIM, onWhole, hairOf(usualGrowth)),
  area: 86_700,
  rho: FAR_RHO,
};

/** The scalp that a head of any size wears. */
export const scalpOf = (vault: Vault): Scalp => (reachesNape(vault) ? wholeScalp : discScalp);

function onWhole(a: number, b: number, margin: number): boolean {
  const t2 = a * a + b * b;
  const [near, far] = [RIM + margin, FAR_RIM + margin];
  if (t2 >= far * far) return false;
  const { u, v } = onScalpChart(a, b);
  const [, y, z] = scalpDirection(u, v);
  return t2 < near * near || (y > NECK - margin && z < FACE + margin);
}

/**
 * `holds`: whether a place of the chart lies within the scalp, or within so much of it. `hair`: across which
 * follicles stand closer; null for none.
 */
function scalpWithin(
  reference: Vault,
  rim: number,
  holds: (a: number, b: number, margin: number) => boolean,
  hair: Hair | null = null,
): Pick<Scalp, "reference" | "chart"> {
  const chart: Chart = {
    reach: rim + MARGIN,
    inside: (a, b) => holds(a, b, 0),
    near: (a, b) => holds(a, b, MARGIN),
    metric(a, b) {
      const t2 = a * a + b * b;
      const k = towardsEqualArea(t2);
      const slope = 2 * towardsSlope(t2);
      const slopes = vaultSlopes(reference, a * k, b * k);
      const { e, f, g } = hair ? grownMetric(hair, slopes) : metricBy(slopes);
      const ua = k + slope * a * a;
      const across = slope * a * b;
      const vb = k + slope * b * b;
      return {
        e: e * ua * ua + 2 * f * ua * across + g * across * across,
        f: e * ua * across + f * (ua * vb + across * across) + g * across * vb,
        g: e * across * across + 2 * f * across * vb + g * vb * vb,
      };
    },
  };
  return { reference, chart };
}

type Metric = { readonly e: number; readonly f: number; readonly g: number };
/** Of the vault's point by u (pu, qu, ru) and by v, mm per chart unit, at a direction (x, y, z). */
type Slopes = Readonly<Record<"pu" | "pv" | "qu" | "qv" | "ru" | "rv" | "x" | "y" | "z", number>>;

/**
 * Places of the chart's axes and its pole in the head's frame are those of scalp.ts; the derivative of direction and
 * vault, written out: it is asked at every dot.
 */
function vaultSlopes(vault: Vault, u: number, v: number): Slopes {
  const { halfBreadth: b, halfLength: a } = vault;
  const rho2 = u * u + v * v;
  const s = Math.sqrt(1 - rho2 / 4);
  const w = 1 - rho2 / 2;
  const x = s * u;
  const y = s * v * FORE[1] + w * POLE[1];
  const z = s * v * FORE[2] + w * POLE[2];
  // Of the direction, by u and by v.
  const su = -u / (4 * s);
  const sv = -v / (4 * s);
  const xu = su * u + s;
  const xv = sv * u;
  const yu = su * v * FORE[1] - u * POLE[1];
  const yv = (sv * v + s) * FORE[1] - v * POLE[1];
  const zu = su * v * FORE[2] - u * POLE[2];
  const zv = (sv * v + s) * FORE[2] - v * POLE[2];
  // Of the vault's point.
  const c = semiAxis(vault, y);
  const h = 1 + 4 * SQUARENESS * x * x * z * z;
  const hx = 8 * SQUARENESS * x * z * z;
  const hz = 8 * SQUARENESS * x * x * z;
  const hu = hx * xu + hz * zu;
  const hv = hx * xv + hz * zv;
  const pu = b * (hu * x + h * xu);
  const pv = b * (hv * x + h * xv);
  const ru = a * (hu * z + h * zu);
  const rv = a * (hv * z + h * zv);
  return { pu, pv, qu: c * yu, qv: c * yv, ru, rv, x, y, z };
}

const metricBy = ({ pu, pv, qu, qv, ru, rv }: Slopes): Metric => ({
  e: pu * pu + qu * qu + ru * ru,
  f: pu * pv + qu * qv + ru * rv,
  g: pv * pv + qv * qv + rv * rv,
});

/** How much farther apart follicles stand along hair that lies flat than across it (SOURCES growth-4). */
const CLOSER = 0.06;
const here = new Float64Array(GROWN);

/** The vault's metric, shortened along the growth of hair and as much longer across: areas stay as they are. */
function grownMetric(hair: Hair, slopes: Slopes): Metric {
  const { pu, pv, qu, qv, ru, rv, x, y, z } = slopes;
  const nx = qv * ru - rv * qu;
  const ny = rv * pu - pv * ru;
  const nz = pv * qu - qv * pu;
  const size = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  growthInto(hair, x, y, z, nx * size, ny * size, nz * size, here);
  const k = 1 + CLOSER * here[3];
  const less = 1 / k - k;
  const du = pu * here[0] + qu * here[1] + ru * here[2];
  const dv = pv * here[0] + qv * here[1] + rv * here[2];
  const { e, f, g } = metricBy(slopes);
  return { e: k * e + less * du * du, f: k * f + less * du * dv, g: k * g + less * dv * dv };
}

/**
 * Skin on this head for each mm^2 of skin on the reference head, at a chart point (rho under 2); 1 on the average head.
 */
export function areaAgainstReference(vault: Vault, u: number, v: number): number {
  const d = scalpDirection(u, v);
  return vaultNormal(vault, d).area / vaultNormal(scalpOf(vault).reference, d).area;
}
