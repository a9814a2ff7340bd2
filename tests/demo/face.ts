/* The face: a loft of horizontal sections between brow and chin, with the soft forms of bone, fat and muscle laid on,
   then nose, lips and lids. Modelled on one side and mirrored; the asymmetry comes from shape.ts. */
import type { Build } from "./build.ts";
import { bell, bell3, capsule, chain, curve, ellipsoid, groove, smax, smin, smoothstep, table } from "./sdf.ts";
import { EYE, LID_RADIUS, opening } from "./eye.ts";

const FRONT = table([
  [70, 20],
  [60, 50],
  [40, 81],
  [20, 91.5],
  [0, 96.5],
  [-15, 93],
  [-30, 93],
  [-45, 95],
  [-60, 97],
  [-75, 98.5],
  [-90, 98],
  [-105, 94.5],
  [-120, 93],
  [-130, 89.5],
  [-141, 79],
]);
const WIDTH = table([
  [70, 14],
  [60, 32],
  [40, 58],
  [20, 66],
  [0, 68.5],
  [-15, 69],
  [-30, 69.5],
  [-45, 68.5],
  [-60, 66.5],
  [-75, 63.5],
  [-90, 59.5],
  [-105, 54],
  [-120, 46.5],
  [-130, 39],
  [-141, 27],
]);
const POWER = table([
  [70, 2.3],
  [0, 2.3],
  [-50, 2.2],
  [-90, 2.08],
  [-120, 2.12],
  [-141, 2.2],
]);
const BACK = 34;

const FOLD = [
  [17.5, -57],
  [21.5, -61],
  [25.5, -68],
  [28.8, -76],
  [30.5, -85],
] as const;
const TEAR = [
  [18, -23],
  [24, -28],
  [33, -32],
  [43, -31],
] as const;
const CREASE = [
  [18.5, -12.5],
  [24, -7.2],
  [32, -5.2],
  [40, -7],
  [48, -13.5],
] as const;

const UPPER_LIP = curve([
  [-9, -85.6, 97.6, 5],
  [0, -85.6, 98.8, 5.2],
  [9, -85.4, 97.4, 5.0],
  [16.5, -86.6, 93.8, 3.8],
  [23.5, -88.6, 87.2, 1.0],
]);
const LOWER_LIP = curve([
  [-9, -94.2, 96.6, 5.9],
  [0, -94.4, 97.6, 6.2],
  [9, -94.2, 96.4, 5.9],
  [16.5, -92.8, 92.6, 4.3],
  [23, -89.6, 87.0, 1.0],
]);
const BRIDGE = curve([
  [0, -5, 88.5, 6.5],
  [0, -15, 89.5, 6.0],
  [0, -25, 95.0, 6.3],
  [0, -36, 102.2, 7.0],
  [0, -47, 107.2, 7.4],
  [0, -54.5, 109.4, 8.0],
]);

function loft(ax: number, y: number, z: number): number {
  const w = WIDTH(y),
    l = z > 0 ? FRONT(y) : BACK,
    n = POWER(y);
  const u = ax / w,
    v = Math.abs(z) / l;
  const un = Math.pow(u, n - 1),
    vn = Math.pow(v, n - 1);
  const s = un * u + vn * v;
  if (s < 1e-9) return -30;
  const r = Math.pow(s, 1 / n),
    k = r / s;
  const gx = (k * un) / w,
    gz = (k * vn) / l;
  return (r - 1) / Math.sqrt(gx * gx + gz * gz);
}

/** What bone and flesh add to the loft (millimetres outwards). */
function forms(ax: number, y: number, z: number, ridge: number): number {
  const f = smoothstep(15, 50, z);
  let o = 0;
  o += 3.4 * bell3(ax - 60, y + 33, z - 38, 13, 9, 20); // cheekbone
  o += 2.2 * bell3(ax - 44, y + 38, z - 70, 13, 9, 16);
  o -= 3.2 * bell3(ax - 54, y + 68, z - 45, 12, 17, 18); // hollow below it
  o += 2.0 * bell3(ax - 54, y + 84, z - 8, 12, 14, 14); // jaw angle
  if (f > 0) {
    let p = 0;
    p += 3.0 * ridge * bell(ax - 20, y - 1.5 - 0.1 * ax, 15, 5.5); // brow ridge
    p += 2.6 * ridge * bell(ax - 42, y - 4, 10, 6);
    p -= 12.5 * bell(ax - 28, y + 14.5, 13.5, 9.5); // sockets
    p -= 4 * bell(ax - 44, y + 15, 8, 8);
    p += 2.6 * bell(ax - 33, y + 47, 13, 11); // cheek
    p += 3.2 * bell(ax, y + 84, 22, 17); // the muzzle
    p -= 3.8 * bell(ax, y + 107.5, 17, 4.8); // under the lower lip
    p += 4.6 * bell(ax, y + 122, 15, 9.5); // chin
    p -= 0.7 * bell(ax, y + 124, 2.5, 7);
    p -= 1.6 * bell(ax - 24, y + 113, 7, 10);
    p -= 1.15 * groove(ax, y, FOLD, 2.8); // nose-to-mouth fold
    p += 1.8 * groove(ax - 7, y, FOLD, 5.5);
    p -= 1.5 * groove(ax, y, TEAR, 3.0);
    p -= 1.0 * bell(ax - 28.5, y + 90, 3.4, 5); // mouth corners
    p += 1.0 * bell(ax - 37, y + 95, 9, 13);
    p -= 1.3 * bell(ax, y + 74, 2.4, 6); // philtrum
    p += 0.7 * bell(ax - 5, y + 75, 2.0, 6);
    o += p * f;
  }
  return o;
}

/** Height of the line between the lips at |x|. */
export function mouthLine(ax: number): number {
  return -88.7 + 0.9 * Math.exp(-(ax * ax) / 20) * -1 + 0.9 * Math.exp(-((ax - 9) ** 2) / 60) + 0.0004 * ax * ax;
}

/** How red a point is as lip, 0 to 1. */
export function lipness(ax: number, y: number): number {
  const t = Math.min(1, ax / 25);
  const top = mouthLine(ax) + 7.2 * Math.pow(1 - t, 0.75) * (1 - 0.16 * Math.exp(-(ax * ax) / 9)) + 0.5;
  const low = mouthLine(ax) - 9.2 * Math.pow(1 - t * t, 0.8) - 0.3;
  return smoothstep(-1.1, 1.5, Math.min(top - y, y - low)) * smoothstep(26, 22.5, ax);
}

function lips(ax: number, y: number, z: number, d: number): number {
  const bow = 1.1 * Math.exp(-((ax - 5.5) ** 2) / 16);
  const upper = chain(ax, y - bow * 0.7, z, UPPER_LIP);
  const lower = chain(ax, y, z, LOWER_LIP);
  d = smin(d, upper, 4.5);
  d = smin(d, lower, 4.2);
  const m = mouthLine(ax);
  const fade = smoothstep(27, 22, ax);
  if (fade > 0) d += fade * (2.6 * bell(0, y - m, 1, 0.95) + 0.8 * bell(0, y - m, 1, 2.4));
  return d;
}

function nose(ax0: number, y0: number, z0: number, d: number, { breadth, length, depth }: Build["nose"]): number {
  const ax = ax0 / breadth,
    y = -5 + (y0 + 5) / length,
    z = 88 + (z0 - 88) / depth;
  const least = Math.min(breadth, length, depth);
  let n = chain(ax, y, z, BRIDGE);
  n = smin(n, ellipsoid(ax - 3.2, y + 56, z - 111, 6.6, 6.6, 6.8), 5); // tip
  n = smin(n, capsule(ax, y, z, 5, -26, 88.5, 7, 10.5, -54, 94.5, 9), 11); // side walls
  n = smin(n, ellipsoid(ax - 13.4, y + 60.2, z - 99, 5.6, 6.2, 9.2), 5.2); // wings
  n = smin(n, capsule(ax, y, z, 0, -61.5, 110, 3.4, 0, -66.5, 99, 4.2), 3.2); // columella
  d = smin(d, least * n, 9 - 4.8 * smoothstep(8, 12, ax) * smoothstep(-44, -55, y));
  // nostrils, leaning inwards as they rise
  const c = 0.94,
    s = 0.34;
  const px = ax - 7.0,
    py = y + 65.6,
    pz = z - 104.5;
  const qx = px * c - pz * s * -1 * 0.4,
    qz = pz;
  d = smax(d, -least * ellipsoid(qx, py, qz, 3.3, 4.8, 5.6), 2.6);
  return d;
}

function lids(ax: number, y: number, z: number, d: number): number {
  const dx = ax - EYE.x,
    dy = y - EYE.y,
    dz = z - EYE.z;
  const shell = Math.sqrt(dx * dx + dy * dy + dz * dz) - LID_RADIUS;
  d = smin(d, shell, 5.5);
  const f = smoothstep(60, 68, z);
  d += f * 1.15 * groove(ax, y, CREASE, 0.95); // fold of the upper lid
  d -= f * 0.9 * groove(ax, y - 3.2, CREASE, 2.6); // the skin that hangs over it
  d -= f * 0.5 * bell(ax - 31, y + 24.6, 11, 1.9); // pretarsal roll
  d = smax(d, -Math.max(opening(ax, y), EYE.z + 2.6 - z), 0.7);
  return d;
}

/** Underside of the jaw, from chin to its angle. */
function underJaw(ax: number, y: number, z: number): number {
  return (z - 82) * -0.5 + (y + 135.5 + 0.0016 * ax * ax) * -0.866;
}

export function face(ax: number, y: number, z: number, build: Build): number {
  let d = loft(ax, y, z);
  if (d > 60) return d - 30;
  d -= forms(ax, y, z, build.browRidge);
  d = smax(d, underJaw(ax, y, z), 13);
  if (z > 45) {
    if (y < -68 && ax < 45) d = lips(ax, y, z, d);
    else if (y < -60 && ax < 45) {
      const k = smoothstep(-60, -68, y);
      d += (lips(ax, y, z, d) - d) * k;
    }
    if (y < 5 && y > -85 && ax < 40) d = nose(ax, y, z, d, build.nose);
    if (y < 15 && y > -45 && ax > 6 && ax < 62) d = lids(ax, y, z, d);
  }
  return d;
}
