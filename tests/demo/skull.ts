/* The cranium: a superellipsoid vault that departs from its formula by a few millimetres, as real skulls do. */
import { smoothstep } from "./sdf.ts";

export const HALF_BREADTH = 77,
  VERTEX = 95,
  HALF_LENGTH = 99.5;
const N = 2.35;

/* Where the bone stands proud of the vault or falls short of it: direction from the centre, spread, millimetres. */
const FORMS: readonly (readonly number[])[] = [
  [0.74, 0.52, -0.42, 0.34, 2.6], // left parietal eminence
  [-0.72, 0.55, -0.42, 0.34, 1.7], // right parietal eminence, a little less
  [0.34, 0.5, 0.8, 0.24, 1.3], // frontal bosses
  [-0.34, 0.5, 0.8, 0.24, 1.5],
  [0.8, 0.02, 0.6, 0.22, -4.2], // temples
  [-0.8, 0.02, 0.6, 0.22, -3.8],
  [0.05, -0.12, -1, 0.34, 2.6], // occipital bulge
  [-0.05, 0.48, -0.88, 0.3, -2.4], // flat above it
  [0.35, 0.3, -0.9, 0.28, -1.2], // a touch flatter behind on the left
  [0, 1, 0.1, 0.36, -1.0], // vertex
  [0, 0.86, 0.5, 0.22, -0.9], // bregma
  [0.8, -0.48, -0.3, 0.34, 1.6], // mastoids
  [-0.8, -0.48, -0.3, 0.34, 1.6],
  [0, 0.78, -0.62, 0.16, 0.7],
];

export function skull(x: number, y: number, z: number): number {
  const taper = 1 - 0.034 * (z / HALF_LENGTH);
  const ax = Math.abs(x) / (HALF_BREADTH * taper),
    ay = y / VERTEX,
    az = Math.abs(z) / HALF_LENGTH;
  const xn = Math.pow(ax, N - 1),
    zn = Math.pow(az, N - 1);
  const s = xn * ax + zn * az;
  const h = s > 1e-12 ? Math.pow(s, 1 / N) : 0; // horizontal norm
  const r = Math.sqrt(h * h + ay * ay);
  if (r < 1e-6) return -77;
  const k = h > 1e-6 ? Math.pow(h, 2 - N) / r : 0;
  const gx = (k * xn) / (HALF_BREADTH * taper),
    gz = (k * zn) / HALF_LENGTH,
    gy = ay / (r * VERTEX);
  let d = (r - 1) / Math.sqrt(gx * gx + gy * gy + gz * gz);
  if (d < 30) {
    const l = 1 / Math.sqrt(x * x + y * y + z * z),
      ux = x * l,
      uy = y * l,
      uz = z * l;
    for (let i = 0; i < FORMS.length; i++) {
      const f = FORMS[i];
      const dx = ux - f[0],
        dy = uy - f[1],
        dz = uz - f[2];
      const e = (dx * dx + dy * dy + dz * dz) / (f[3] * f[3]);
      if (e < 8) d -= f[4] * Math.exp(-e);
    }
    // a faint sagittal keel and a shallow furrow behind the ears' line
    d -= 0.7 * Math.exp(-(x * x) / 260) * smoothstep(0.5, 0.8, uy);
  }
  return d;
}
