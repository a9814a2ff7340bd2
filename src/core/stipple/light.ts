/* How much light a dot takes from the picture. Ink that is spread wider takes more of it: blurred depth is not blurred
   light. So that a plan is as dark in a soft photo as in a sharp one, and as dark small as large, a dot that the photo
   softens gets so much less ink that it takes the light it takes by itself. */

import { exp } from "../geometry/exact.ts";
import type { Skin } from "./marks.ts";
import { PROFILE_ROWS, PROFILE_STEPS, TAIL, profileTable } from "./profile.ts";
import type { Absorbance } from "./transmission.ts";

/** Optical depths that are tabulated, from 0 to the deepest: closer together where they are small. */
export const DEPTHS = 64;
export const DEEPEST = 16;
const depths = Float64Array.from({ length: DEPTHS + 1 }, (_, k) => DEEPEST * (k / DEPTHS) * (k / DEPTHS));

/** The class of sharpness of a disc whose radius is so many blurs. */
const rowOf = (rho: number): number => Math.min(PROFILE_ROWS - 1, Math.floor(4 * rho + 0.5));

/** The other way round; a point has no size, and a small disc stands for it. */
const rhoOf = (row: number): number => Math.max(0.125, row / 4);

const sharesByRow: (Float64Array | undefined)[] = [];

/** For each optical depth of the table: the share of a disc's area that a dot of a class takes all light from. */
function sharesOf(row: number): Float64Array {
  const known = sharesByRow[row];
  if (known) return known;
  const rho = rhoOf(row);
  const from = row * (PROFILE_STEPS + 1);
  const profile = profileTable().subarray(from, from + PROFILE_STEPS);
  // Steps are even in the square of the distance, so each is a ring of the same area; the sum over them is the disc's.
  const ink = profile.reduce((sum, value) => sum + value, 0);
  const reach = rho + TAIL;
  const ring = (reach * reach) / PROFILE_STEPS / (rho * rho);
  const perValue = 1 / (ring * ink);
  const made = depths.map((opticalDepth) => {
    const scale = opticalDepth * perValue;
    return ring * profile.reduce((sum, value) => sum + (1 - exp(-scale * value)), 0);
  });
  sharesByRow[row] = made;
  return made;
}

/** Between the table's optical depths in proportion. */
function read(table: Float64Array, opticalDepth: number): number {
  const k = Math.min(DEPTHS - 1, Math.floor(DEPTHS * Math.sqrt(Math.min(1, opticalDepth / DEEPEST))));
  const from = depths[k];
  const part = (Math.min(opticalDepth, DEEPEST) - from) / (depths[k + 1] - from);
  return table[k] + part * (table[k + 1] - table[k]);
}

/**
 * The share of a disc's area that a dot of this optical depth takes all light from, 0..; `rho`: the disc's radius in
 * blurs. A sharp one takes 1 - e^-depth.
 */
export const lightTaken = (opticalDepth: number, rho: number): number => read(sharesOf(rowOf(rho)), opticalDepth);

/** The optical depth at which a dot of a class takes so much light, the other way round. */
function depthTaking(share: number, row: number): number {
  const table = sharesOf(row);
  let [low, high] = [0, DEPTHS];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (table[middle] < share) low = middle;
    else high = middle;
  }
  const part = Math.min(1, (share - table[low]) / (table[high] - table[low]));
  return depths[low] + part * (depths[high] - depths[low]);
}

/**
 * Times as much light as a dot must take for a crowd of them to take what they would side by side, each `share` of its
 * disc. Light passes one dot after the other where they overlap, which takes half the square of what they take where
 * they are wide against the gaps, and less where they are small: how much less is fitted to the field's own dots.
 * `radius`, mm; `rho`: the radius in blurs; `dots` to the mm^2.
 */
function forOverlap(share: number, radius: number, rho: number, dots: number): number {
  const discs = dots * 3.141592653589793 * radius * radius;
  const room = discs * (1 + 4 / (rho * rho));
  const lost = Math.min(0.8, (room / (room + 1.9)) * discs * share);
  return 1 + lost * (0.5 + lost * (1 / 3 + lost * 0.25));
}

/**
 * The optical depth at which a dot of class `row` in a crowd takes the light that one of this depth takes alone, as
 * soft as skin makes it, in class `own`.
 */
function depthSeen(opticalDepth: number, row: number, own: number, { soft, dots }: Skin): number {
  const share = read(sharesOf(own), opticalDepth);
  return depthTaking(share * forOverlap(share, (own / 4) * soft, rhoOf(row), dots), row);
}

/**
 * What an optical depth of 1 takes in each channel of a picture in which dots of this radius, mm, have a blur of this
 * variance, mm^2: ink is reckoned in green, and where it is spread wide the channels that a dot takes most of would be
 * taken too much.
 */
export function absorbanceIn(absorbance: Absorbance, skin: Skin, radius: number, blur2: number): Absorbance {
  const [row, own] = [rowOf(radius / Math.sqrt(blur2)), rowOf(radius / skin.soft)];
  const [red, green, blue] = absorbance.map((opticalDepth) => depthSeen(opticalDepth, row, own, skin));
  return green > 0 ? [(absorbance[1] * red) / green, absorbance[1], (absorbance[1] * blue) / green] : absorbance;
}

/**
 * For each optical depth of the table: times as much ink for a dot, seen in class `row` in a crowd, to take the light
 * that it takes alone as soft as skin makes it, in class `own`.
 */
export const inkTable = (row: number, own: number, skin: Skin): Float64Array =>
  depths.map((_, k) => {
    // Of no depth the first step stands for what it comes to.
    const opticalDepth = depths[Math.max(1, k)];
    return depthSeen(opticalDepth, row, own, skin) / opticalDepth;
  });
