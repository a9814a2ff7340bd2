/* The ear: rim, inner fold, bowl, tragus and lobe, built in the ear's own plane and set on the side of the head. */
import { capsule, chain, curve, ellipsoid, smax, smin } from "./sdf.ts";

/* The plane's origin and axes: u runs backwards and outwards, v up, h out of the plane. */
const O = [71.5, -36.5, 3] as const;
const FLARE = (27 * Math.PI) / 180,
  LEAN = (11 * Math.PI) / 180;
const U = [Math.sin(FLARE), 0, -Math.cos(FLARE)];
const H = [Math.cos(FLARE), 0, Math.sin(FLARE)];
const CL = Math.cos(LEAN),
  SL = Math.sin(LEAN);

const HELIX = curve([
  [9, 1, 1.5, 2.0],
  [4.5, 5.5, 4, 2.4],
  [1.5, 12, 5, 2.6],
  [3, 21, 6, 2.9],
  [9.5, 28, 7.2, 3.0],
  [18, 30, 7.6, 3.0],
  [26, 26.5, 7.4, 2.9],
  [31, 18.5, 6.8, 2.8],
  [32.5, 8, 6.2, 2.5],
  [31, -3, 5.6, 2.3],
  [27, -13, 5, 2.3],
  [21, -21, 4, 2.6],
]);
const FOLD = curve([
  [14.5, -15.5, 5.5, 2.6],
  [19.5, -9, 6.8, 2.7],
  [22.3, 0, 7.2, 2.7],
  [21.3, 9, 6.6, 2.9],
  [18.5, 15, 5.8, 2.9],
]);
const UPPER_LEG = curve([
  [18.5, 15, 5.8, 2.9],
  [15.5, 20, 4.8, 3.0],
  [12.5, 24, 4.2, 2.8],
]);
const LOWER_LEG = curve([
  [18.5, 15, 5.6, 2.7],
  [12, 14.5, 4.4, 2.4],
  [5, 12, 3.6, 2.0],
]);

export const EAR_ORIGIN = O;

/** The place on the head of one in the ear's own plane. */
export function earPlace(u: number, v: number, h: number): readonly [x: number, y: number, z: number] {
  const back = u * CL + v * SL;
  return [O[0] + back * U[0] + h * H[0], O[1] + v * CL - u * SL, O[2] + back * U[2] + h * H[2]];
}

/** Distance to the ear, and far from it a safe bound. */
export function ear(ax: number, y: number, z: number): number {
  const px = ax - O[0],
    py = y - O[1],
    pz = z - O[2];
  const u0 = px * U[0] + pz * U[2],
    h = px * H[0] + pz * H[2];
  const u = u0 * CL - py * SL,
    v = py * CL + u0 * SL;
  const far = ellipsoid(u - 15, v, h, 28, 42, 24);
  if (far > 12) return far;
  // the gristle plate, cupped towards the rim
  const cup = 2.6 - 0.004 * (u - 16) ** 2 + 0.0008 * (v * v);
  let d = smax(ellipsoid(u - 15.5, v - 3.5, h - cup, 18.2, 29, 60), Math.abs(h - cup) - 1.9, 2.5);
  d = smin(d, ellipsoid(u - 9, v + 1, h + 7, 13, 18, 9.5), 5); // the bowl's back, joining it to the head
  d = smax(d, -ellipsoid(u - 11.5, v + 2.5, h - 6.5, 9.2, 12.2, 9.5), 2.2); // the bowl
  d = smax(d, -ellipsoid(u - 11, v - 9, h - 6.5, 8, 4.2, 5), 2);
  // The bowl's floor, closed all round.
  const wall = smax(Math.abs(ellipsoid(u - 11.5, v + 2.5, h - 6.5, 10.4, 13.4, 11)) - 1.3, h - 4.5, 1.5);
  d = smin(d, wall, 2);
  d = smin(d, chain(u, v, h, FOLD), 3.2);
  d = smin(d, smin(chain(u, v, h, UPPER_LEG), chain(u, v, h, LOWER_LEG), 2), 3.4);
  d = smin(d, chain(u, v, h, HELIX), 2.8);
  d = smin(d, ellipsoid(u - 11, v + 23.5, h - 2.4, 9.2, 7.6, 3.6), 5); // lobe
  d = smin(d, ellipsoid(u - 13.6, v + 17, h - 5.2, 4.2, 3.2, 3.0), 2.6); // antitragus
  d = smin(d, ellipsoid(u - 1.8, v + 6.2, h - 4.6, 3.4, 5.8, 2.9), 3.2); // tragus
  d = smin(d, capsule(u, v, h, -2, 8, -1, 5, -1.5, -20, -2.5, 5.5), 5); // root in front
  d = smax(d, -ellipsoid(u - 7.6, v + 15.5, h - 6.8, 2.3, 3.6, 4.2), 1.6); // notch
  d = smax(d, -ellipsoid(u - 6.6, v + 5.5, h - 0.5, 2.4, 3.2, 3.6), 1.8); // canal
  return d;
}
