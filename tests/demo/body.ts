/* Neck and shoulders, and the T-shirt over them. */
import { bell, bell3, capsule, chain, clamp, curve, ellipsoid, smax, smin, smoothstep } from "./sdf.ts";
import { noise } from "./noise.ts";

const TRAPEZIUS = curve([
  [16, -72, -66, 15],
  [26, -120, -70, 19],
  [44, -165, -70, 24],
  [92, -204, -62, 34],
  [160, -232, -54, 42],
]);

/** Above (positive) or below the collar's edge. */
export function collarHeight(x: number, y: number, z: number): number {
  const c = (y + 189 + 0.42 * z) * 0.92;
  return smin(c, (86 - Math.sqrt(x * x + 0.9 * (z + 36) ** 2)) * 0.8, 34);
}

export function neck(x: number, y: number, z: number): number {
  const t = clamp((-60 - y) / 170, -0.2, 1.2);
  const rx = 51 + 12 * smoothstep(0.6, 1.1, t),
    rz = 51 + 4 * t;
  const dz = z + 13 + 27 * t;
  const k0 = Math.sqrt((x * x) / (rx * rx) + (dz * dz) / (rz * rz)),
    k1 = Math.sqrt((x * x) / rx ** 4 + (dz * dz) / rz ** 4);
  let d = k1 < 1e-9 ? -50 : (k0 * (k0 - 1)) / k1;
  d = smax(d, y + 42, 12);
  d = smin(d, capsule(Math.sqrt(x * x + 50) - 1, y, z, 60, -66, -27, 9.5, 13, -222, 14, 7.5), 15); // sternomastoid
  d -= 3.4 * bell3(x, y + 171, z - 26, 9, 12, 16); // larynx
  d -= 1.2 * bell3(x, y + 158, z - 26, 12, 7, 16);
  d += 1.8 * bell(x, y + 208, 9, 12) * (z > 0 ? 1 : 0);
  d = smin(d, chain(Math.sqrt(x * x + 120) - 3, y, z, TRAPEZIUS), 26);
  d += 0.9 * bell3(x, y + 100, z + 76, 7, 26, 20); // furrow of the nape
  return d;
}

function torso(ax: number, y: number, z: number): number {
  let d = ellipsoid(ax, y + 420, z + 28, 172, 205, 116);
  d = smin(d, capsule(ax, y, z, 30, -470, -34, 135, 30, -1000, -34, 140), 60); // the trunk goes on
  d = smin(d, capsule(ax, y, z, 60, -246, -46, 40, 176, -262, -48, 52), 40);
  d = smin(d, capsule(ax, y, z, 184, -268, -48, 54, 214, -520, -40, 46), 24);
  d = smin(d, ellipsoid(ax - 70, y + 300, z - 18, 70, 70, 52), 46); // chest
  return d;
}

/** Bare neck and shoulders together. */
export function body(x: number, y: number, z: number): number {
  const n = neck(x, y, z);
  if (y > -95) return n;
  return smin(n, torso(Math.sqrt(x * x + 900) - 12, y, z), 34);
}

/** The T-shirt, given the body's own distance. */
export function shirt(x: number, y: number, z: number, skin: number): number {
  if (skin > 25 || y > -100) return Math.max(skin - 4, y + 110);
  const c = collarHeight(x, y, z);
  const under = smoothstep(0, -45, c);
  const fold = under * (2.4 * noise(x / 46 + 3, y / 60, z / 46, 41) + 1.3 * noise(x / 17, y / 26 + x / 40, z / 17, 42));
  const band = 1.1 * smoothstep(-13.5, -12.3, c) + 0.5 * Math.exp(-((c + 12) ** 2) / 1.2) * -1;
  return smax(skin - 2.4 - fold - band, c, 1.6);
}
