/* Fine relief too small to model: pores, lines and creases of the
   skin, the knit of the shirt. Heights in millimetres. */
import { bell, bell3, smoothstep } from "./sdf.ts";
import { fractal, noise, scattered } from "./noise.ts";
import { lipness } from "./face.ts";
import { scalpness } from "./skin.ts";
import { SHIRT } from "./shape.ts";
import { collarHeight } from "./body.ts";

function line(d: number, s: number): number {
  const e = d / s;
  return e > 4 || e < -4 ? 0 : Math.exp(-0.5 * e * e);
}

export function skinHeight(x: number, y: number, z: number): number {
  const ax = Math.abs(x),
    front = smoothstep(35, 70, z),
    scalp = scalpness(x, y, z);
  const rough = 1 - 0.62 * scalp;
  let h =
    0.045 * rough * noise(x * 1.25, y * 1.25, z * 1.25, 91) +
    0.022 * noise(x * 2.6, y * 2.6, z * 2.6, 92) * rough +
    0.05 * noise(x / 2.7, y / 2.7, z / 2.7, 93);
  h += 0.13 * fractal(x / 13, y / 13, z / 13, 2, 94); // slight unevenness that breaks up highlights
  h += 0.25 * scalp * noise(x / 30, y / 30, z / 30, 98);
  const pores = scattered(x / 1.15, y / 1.15, z / 1.15, 95);
  h -=
    0.05 *
    (0.25 + front * (bell(ax - 10, y + 52, 18, 20) + 0.7 * bell(ax - 36, y + 48, 15, 14) + 0.3)) *
    rough *
    smoothstep(0.42, 0.1, pores);
  if (front > 0) {
    const wob = 2.2 * noise(x / 22, y / 30, 3, 96) + 0.5 * noise(x / 6, y / 8, 5, 97);
    const span = smoothstep(52, 30, ax) * (0.75 + 0.4 * noise(x / 15, y / 9, 7, 99));
    const arch = 0.004 * ax * ax * -1 + 3.5 * Math.exp(-(ax * ax) / 500) * -1;
    h -=
      front *
      span *
      (0.32 * line(y - 22 - wob - arch, 0.8) +
        0.38 * line(y - 32 - wob * 1.2 - arch, 0.9) +
        0.2 * line(y - 43 - wob - arch, 0.8));
    h -= front * 0.16 * line(ax - 6.5 - 0.1 * (y - 2), 0.9) * bell(0, y - 4, 1, 6); // frown lines
    for (let i = 0; i < 4; i++) {
      // crow's feet
      const s = (i - 1.4) * 0.42;
      h -=
        0.2 *
        line(y + 16 - (ax - 48) * s - 0.6 * noise(x / 5, y / 5, i, 100), 0.6) *
        bell3(ax - 55, y + 16, z - 60, 5, 8, 14);
    }
    for (let i = 0; i < 3; i++)
      h -=
        0.16 *
        front *
        line(y + 26.2 + i * 2.3 - 0.015 * (ax - 31) ** 2 + 0.4 * noise(x / 5, y / 4, i, 101), 0.5) *
        bell(ax - 32, y + 28, 8, 4);
    const l = ax < 30 && y < -70 && y > -108 ? lipness(ax, y) : 0;
    if (l > 0) h += l * (0.09 * noise(x / 0.9, y / 6, z / 6, 102) - 0.02);
  }
  if (y < -140) {
    for (let i = 0; i < 3; i++)
      h -=
        0.22 *
        line(y + 156 + 16 * i + 2.5 * noise(x / 24, z / 24, i, 103) + 0.18 * (z - 20) * 0.4, 0.9) *
        smoothstep(-20, 20, z);
  }
  if (y < -70 && z < -20) {
    for (let i = 0; i < 2; i++)
      h -= 0.2 * line(y + 94 + 15 * i + 2.5 * noise(x / 24, z / 24, i, 104), 1.1) * smoothstep(-40, -60, z);
  }
  return h;
}

function clothHeight(x: number, y: number, z: number): number {
  const c = collarHeight(x, y, z);
  const weave =
    0.05 * noise(x * 1.5, y * 1.5, z * 1.5, 111) +
    0.035 * Math.sin((Math.atan2(x, z + 40) * 95) / 0.5) * (c > -12 ? 2.2 : 0.8);
  return weave + 0.06 * noise(x / 1.6, y / 1.6, z / 1.6, 112) - 0.25 * line(c + 13, 0.7) - 0.1 * line(c + 15.5, 0.5);
}

/** Tilts a normal by the relief at a point. */
export function relief(x: number, y: number, z: number, what: number, n: Float64Array, out: Float64Array): void {
  const f = what === SHIRT ? clothHeight : skinHeight,
    e = 0.14;
  const h = f(x, y, z);
  const gx = (f(x + e, y, z) - h) / e,
    gy = (f(x, y + e, z) - h) / e,
    gz = (f(x, y, z + e) - h) / e;
  const k = gx * n[0] + gy * n[1] + gz * n[2];
  const ax = n[0] - (gx - k * n[0]),
    ay = n[1] - (gy - k * n[1]),
    az = n[2] - (gz - k * n[2]);
  const l = 1 / Math.sqrt(ax * ax + ay * ay + az * az);
  out[0] = ax * l;
  out[1] = ay * l;
  out[2] = az * l;
}
