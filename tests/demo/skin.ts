/* The skin's colour: a measured base, then blood and melanin laid on in the places real heads carry them. */
import { bell, bell3, clamp, groove, mix, smoothstep } from "./sdf.ts";
import { fractal, noise, scattered, cell } from "./noise.ts";
import { lipness } from "./face.ts";
import { opening } from "./eye.ts";
import { EAR } from "./shape.ts";

/** What the skin is made of: diffuse linear sRGB of its base, and how dark a shaved beard shows, 0..1. */
export type Tone = { readonly base: readonly [number, number, number]; readonly beard: number };

/** ITA 38, and a beard of a day. */
export const TONE: Tone = { base: [0.429, 0.246, 0.17], beard: 1 };
/* Optical density each pigment adds per unit, red to blue. */
const BLOOD = [0.1, 0.62, 0.55],
  MELANIN = [0.42, 0.72, 0.95];

const MOLES: readonly (readonly number[])[] = [
  [46, -52, 74, 1.3, 0.8],
  [-38, -98, 74, 1.0, 0.7],
  [-58, -30, 55, 0.8, 0.5],
  [30, -150, 30, 1.5, 0.9],
  [-48, 62, 52, 1.1, 0.45],
  [70, 40, -20, 1.2, 0.5],
  [-30, 78, -42, 1.4, 0.4],
  [20, -120, -78, 1.3, 0.9],
  [-66, -95, 18, 1.1, 0.7],
  [60, 12, 62, 0.9, 0.45],
];
const VEINS = [
  [
    [58, 20],
    [61, 12],
    [57, 4],
    [60, -6],
    [56, -14],
  ],
  [
    [61, 12],
    [66, 18],
    [68, 30],
  ],
] as const;

/** Where the sitter's scalp ends: 1 on the vault, 0 on face, ears' surround and neck. */
export function scalpness(x: number, y: number, z: number): number {
  return smoothstep(-5, 5, y - hairBoundary(x, z));
}

/** Height of the lowest plausible hairline around the head, by direction seen from above. */
export function hairBoundary(x: number, z: number): number {
  const a = (Math.atan2(Math.abs(x), z) * 180) / Math.PI; // 0 in front, 180 behind
  const at = [0, 30, 45, 58, 72, 86, 98, 106, 116, 130, 150, 180],
    h = [35, 35, 33, 26, 14, 4, 3, 0, -26, -44, -56, -60];
  let i = 0;
  while (i < at.length - 2 && a > at[i + 1]) i++;
  return mix(h[i], h[i + 1], clamp((a - at[i]) / (at[i + 1] - at[i]), 0, 1));
}

/** How strongly the shaved beard shows. */
export function beard(ax: number, y: number, z: number): number {
  const chin = smoothstep(-94, -103, y + 0.16 * (ax - 20)) * smoothstep(20, 45, z);
  const cheek = smoothstep(0, 14, -54 - y - 0.42 * (ax - 62)) * smoothstep(4, 26, z) * smoothstep(30, 46, ax);
  const lip =
    smoothstep(-67, -71, y) * smoothstep(30, 22, ax) * smoothstep(80, 90, z) * (1 - 0.5 * bell(ax, y + 74, 2.2, 9));
  const under = smoothstep(-172, -140, y) * smoothstep(-2, 12, z);
  return clamp(Math.max(chin, cheek, lip), 0, 1) * under * smoothstep(-176, -150, y);
}

/** Diffuse linear sRGB at a surface point. */
export function skinColour(x: number, y: number, z: number, what: number, out: Float64Array, tone = TONE): void {
  const ax = Math.abs(x),
    front = smoothstep(20, 60, z);
  let blood = 0,
    melanin = 0;
  const scalp = scalpness(x, y, z);
  // mottling, from broad patches to fine grain
  blood += 0.1 * fractal(x / 17, y / 17, z / 17, 3, 11) + 0.07 * fractal(x / 3.4, y / 3.4, z / 3.4, 2, 15);
  melanin +=
    0.07 * fractal(x / 31, y / 31, z / 31, 3, 21) +
    0.045 * fractal(x / 5, y / 5, z / 5, 2, 25) +
    0.035 * noise(x * 1.3, y * 1.3, z * 1.3, 27);
  blood += 0.1 * scalp * smoothstep(-0.1, 0.7, fractal(x / 24, y / 24, z / 24, 2, 31));
  melanin -= 0.05 * scalp * smoothstep(60, 0, y);
  melanin += 0.05 * smoothstep(40, 90, y); // the top has seen more sun
  if (what === EAR) blood += 0.2 + 0.16 * noise(x / 7, y / 7, z / 7, 33);
  // the face
  if (front > 0) {
    blood +=
      front *
      (0.24 * bell(ax - 8, y + 56, 10, 9) +
        0.24 * bell(ax - 40, y + 47, 16, 13) +
        0.14 * bell(x, y - 2, 10, 8) +
        0.16 * bell(x, y + 121, 16, 9));
    blood += front * 0.12 * bell(ax - 15, y + 60, 4, 6);
    blood += front * 0.2 * bell(ax - 30, y + 25, 13, 4.5);
    melanin +=
      front *
      (0.16 * bell(ax - 27, y + 25, 11, 5) + 0.1 * bell(ax - 30, y + 6, 16, 5) + 0.06 * bell(ax, y + 80, 30, 18));
    if (y > -40 && y < 10) {
      const rim = smoothstep(2.6, 0.2, opening(ax, y));
      blood += front * 0.35 * rim;
      blood += front * 1.0 * smoothstep(22, 18, ax) * smoothstep(0.8, -0.5, opening(ax, y)); // caruncle
    }
    if (ax < 30 && y < -70 && y > -108) {
      const l = lipness(ax, y) * front;
      blood += l * (0.62 + 0.12 * noise(x / 1.2, y / 5, z / 5, 34));
      melanin += l * (0.12 + 0.1 * smoothstep(-86, -90, -y - 176));
    }
  }
  blood += 0.12 * smoothstep(-150, -195, y); // the neck's sun-worn front
  // scattered freckles and sun spots
  const fr = scattered(x / 9, y / 9, z / 9, 51),
    size = 0.05 + 0.13 * cell * cell;
  melanin += (cell > 0.55 ? 0.24 : 0.08) * (0.35 + 0.65 * cell) * smoothstep(size + 0.05, size * 0.4, fr);
  const sun = scattered(x / 27, y / 27, z / 27, 61);
  if (cell > 0.6) melanin += 0.13 * scalp * smoothstep(0.17, 0.09, sun + 0.05 * noise(x / 2, y / 2, z / 2, 63));
  for (const m of MOLES) {
    const d = Math.hypot(x - m[0], y - m[1], z - m[2]);
    if (d < 9) melanin += m[4] * smoothstep(m[3] * 1.15, m[3] * 0.7, d * 0.6 + 0.25 * noise(x, y, z, 65));
  }
  let [r, g, b] = tone.base;
  // shaved beard: blue-grey dots under the skin
  const br = y < -45 ? tone.beard * beard(ax, y, z) : 0;
  if (br > 0.01) {
    const dot = smoothstep(0.42, 0.2, scattered(x / 0.95, y / 0.95, z / 0.95, 71));
    const k = br * (0.2 + 0.26 * dot) * (0.85 + 0.3 * noise(x / 9, y / 9, z / 9, 73));
    r *= 1 - 1.0 * k;
    g *= 1 - 0.86 * k;
    b *= 1 - 0.74 * k;
  }
  // temple veins, barely there
  if (z > 0 && ax > 45 && y > -25 && y < 45) {
    let v = 0;
    for (const line of VEINS)
      v = Math.max(v, groove(z * 0.9 + 12 + 1.5 * noise(x / 8, y / 8, z / 8, 75), y, line, 1.3));
    v *= 0.05 * (x > 0 ? 1 : 0.7);
    r *= 1 - v * 1.3;
    g *= 1 - v * 0.4;
  }
  melanin += 0.1 * bell3(ax - 62, y + 40, z + 45, 12, 30, 12);
  out[0] = r * Math.exp(-BLOOD[0] * blood - MELANIN[0] * melanin);
  out[1] = g * Math.exp(-BLOOD[1] * blood - MELANIN[1] * melanin);
  out[2] = b * Math.exp(-BLOOD[2] * blood - MELANIN[2] * melanin);
}

/** How oily a point is, 0 matte to 1 shiny. */
export function oil(x: number, y: number, z: number): number {
  const ax = Math.abs(x),
    front = smoothstep(20, 60, z);
  let o = 0.36 + 0.42 * scalpness(x, y, z) * smoothstep(-10, 60, y);
  o +=
    front *
    (0.4 * bell(x, y + 50, 12, 14) +
      0.3 * bell(x, y - 25, 34, 20) +
      0.2 * bell(ax - 42, y + 36, 12, 8) +
      0.5 * lipness(ax, y));
  o *= 0.8 + 0.35 * fractal(x / 14, y / 14, z / 14, 3, 81);
  return clamp(o, 0.06, 1);
}
