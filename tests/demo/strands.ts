/* Eyebrows and lashes as single hairs: grown from the surface, then drawn over the picture with depth. */
import type { Camera } from "./camera.ts";
import { hit, type Field } from "./grid.ts";
import { clamp, mix } from "./sdf.ts";
import { stream } from "./noise.ts";
import { lowerLid, upperLid } from "./eye.ts";
import type { Layers } from "./trace.ts";

export type Strand = { pts: Float64Array; width: number; dark: number };

/* The brow's lower and upper edge, from its head to its tail. */
const BROW_X = [11.5, 16, 24, 33, 42, 50, 57];
const BROW_LOW = [-4.8, -4.8, -3.4, -1.8, -0.8, -1.6, -4.2];
const BROW_TOP = [2.6, 4.4, 5.2, 6.2, 6.6, 4.6, -0.6];

function at(xs: readonly number[], ys: readonly number[], x: number): number {
  let i = 0;
  while (i < xs.length - 2 && x > xs[i + 1]) i++;
  return mix(ys[i], ys[i + 1], clamp((x - xs[i]) / (xs[i + 1] - xs[i]), 0, 1));
}

/** How much a point lies in the brow, 0 to 1 (for the soft shade of hairs too fine to draw). */
export function browness(ax: number, y: number): number {
  if (ax < 9 || ax > 60) return 0;
  const lo = at(BROW_X, BROW_LOW, ax),
    hi = at(BROW_X, BROW_TOP, ax),
    m = (lo + hi) / 2,
    s = Math.max(1.2, (hi - lo) / 2);
  const e = clamp(1.25 - Math.abs(y - m) / s, 0, 1) * clamp((ax - 9) / 6, 0, 1) * clamp((60 - ax) / 10, 0, 1);
  return e * e * (3 - 2 * e);
}

/** The skin under a place on the modelled face, as one looks at it from in front; null where there is none. */
function inFront(field: Field, x: number, y: number): readonly [number, number, number] | null {
  const [ax, ay] = field.shape.proportions.fromModel(x, y, 90);
  const t = hit(field, ax, ay, 160, 0, 0, -1);
  return t < 0 ? null : [ax, ay, 160 - t];
}

function grow(
  field: Field,
  x: number,
  y: number,
  dir: readonly number[],
  length: number,
  lift: number,
  droop: number,
  out: Strand[],
  width: number,
  dark: number,
): void {
  const place = inFront(field, x, y);
  if (!place) return;
  const n = new Float64Array(3);
  [x, y] = place;
  const z = place[2];
  field.shape.normal(x, y, z, n);
  let [dx, dy, dz] = dir;
  const k = dx * n[0] + dy * n[1] + dz * n[2];
  dx -= k * n[0];
  dy -= k * n[1];
  dz -= k * n[2];
  const l = 1 / Math.hypot(dx, dy, dz);
  dx *= l;
  dy *= l;
  dz *= l;
  const pts = new Float64Array(21);
  for (let i = 0; i < 7; i++) {
    const s = i / 6,
      up = lift * length * s * (1 - 0.75 * s) + 0.05;
    pts[i * 3] = x + dx * length * s + n[0] * up;
    pts[i * 3 + 1] = y + dy * length * s + n[1] * up - droop * s * s;
    pts[i * 3 + 2] = z + dz * length * s + n[2] * up;
  }
  out.push({ pts, width, dark });
}

export function grownStrands(field: Field): Strand[] {
  const out: Strand[] = [],
    r = stream(5);
  for (const side of [-1, 1]) {
    for (let i = 0; i < 820; i++) {
      const ax = 10.5 + 47 * Math.pow(r(), 0.93);
      const lo = at(BROW_X, BROW_LOW, ax),
        hi = at(BROW_X, BROW_TOP, ax);
      let v = (r() + r() + r()) / 3;
      v = 0.5 + (v - 0.5) * 1.45;
      const edge = clamp((ax - 10) / 7, 0.25, 1);
      if (r() > edge) continue;
      const y = lo + (hi - lo) * v;
      const t = clamp((ax - 11) / 46, 0, 1);
      // upright at the head of the brow, sweeping outwards; upper hairs lean down, lower ones up
      let a = mix(1.25, 0.1, Math.pow(t, 0.55)) + (0.5 - v) * mix(0.4, 1.0, t) + (r() - 0.5) * 0.55;
      if (t > 0.7) a -= (t - 0.7) * 1.9;
      const len = mix(5, 8, Math.min(1, t * 2.5)) * (0.65 + 0.5 * r()) * (t > 0.8 ? 0.75 : 1);
      grow(
        field,
        side * ax,
        y,
        [side * Math.cos(a), Math.sin(a), 0],
        len,
        0.22 + 0.15 * r(),
        0.3,
        out,
        0.08 + 0.04 * r(),
        0.8 + 0.25 * r(),
      );
    }
    for (let i = 0; i < 85; i++) {
      // strays around and between
      const ax = 3 + 56 * r(),
        y = at(BROW_X, BROW_LOW, ax) - 4 + (at(BROW_X, BROW_TOP, ax) - at(BROW_X, BROW_LOW, ax) + 7) * r();
      grow(field, side * ax, y, [side * Math.cos(0.6), Math.sin(0.6), 0], 3 + 2.5 * r(), 0.15, 0.2, out, 0.05, 0.5);
    }
    for (let i = 0; i < 95; i++) {
      // upper lashes
      const t = (i + r()) / 95,
        ax = 20 + 25.5 * t,
        y = upperLid(ax) - 0.15 + 0.5 * r();
      const fan = (t - 0.42) * 1.3 + (r() - 0.5) * 0.35,
        len = mix(4.5, 7.2, t) * (0.7 + 0.4 * r());
      lash(side, ax, y, field, fan, len, 1, out);
    }
    for (let i = 0; i < 46; i++) {
      // lower lashes
      const t = (i + r()) / 46,
        ax = 24 + 20 * t,
        y = lowerLid(ax) + 0.1 - 0.4 * r();
      lash(side, ax, y, field, (t - 0.4) * 1.2 + (r() - 0.5) * 0.4, mix(2.2, 3.8, t) * (0.7 + 0.4 * r()), -1, out);
    }
  }
  return out;
}

function lash(
  side: number,
  ax: number,
  y: number,
  field: Field,
  fan: number,
  len: number,
  up: number,
  out: Strand[],
): void {
  const place = inFront(field, side * ax, y);
  if (!place) return;
  const pts = new Float64Array(21);
  const [px, py, pz] = place;
  const sx = Math.sin(fan),
    sz = Math.cos(fan);
  for (let i = 0; i < 7; i++) {
    const s = i / 6;
    const rise = up > 0 ? -0.16 * s + 0.62 * s * s : -0.55 * s + 0.12 * s * s;
    pts[i * 3] = px + side * sx * len * s * 0.8;
    pts[i * 3 + 1] = py + rise * len;
    pts[i * 3 + 2] = pz + 0.1 + sz * len * s * 0.75;
  }
  out.push({ pts, width: up > 0 ? 0.085 : 0.06, dark: up > 0 ? 1 : 0.75 });
}

/** Draws the hairs into a radiance picture. */
export function drawStrands(
  strands: Strand[],
  camera: Camera,
  L: Layers,
  x0: number,
  y0: number,
  rgb: Float32Array,
  light: Float32Array,
): void {
  const { w, h, scale, what, pos } = L;
  const cover = new Float32Array(w * h);
  const mmpp = camera.view.pose.z / camera.view.focalPx / scale;
  const e = camera.eye;
  for (const s of strands) {
    for (let i = 0; i < 6; i++) {
      const ax = s.pts[i * 3],
        ay = s.pts[i * 3 + 1],
        az = s.pts[i * 3 + 2];
      const bx = s.pts[i * 3 + 3],
        by = s.pts[i * 3 + 4],
        bz = s.pts[i * 3 + 5];
      const pa = camera.project(ax, ay, az),
        pb = camera.project(bx, by, bz);
      const ua = (pa[0] - x0) * scale,
        va = (pa[1] - y0) * scale,
        ub = (pb[0] - x0) * scale,
        vb = (pb[1] - y0) * scale;
      const steps = Math.max(1, Math.ceil(Math.hypot(ub - ua, vb - va) * 2));
      for (let k = 0; k < steps; k++) {
        const t = (k + 0.5) / steps,
          u = ua + (ub - ua) * t - 0.5,
          v = va + (vb - va) * t - 0.5;
        const iu = Math.floor(u),
          iv = Math.floor(v);
        if (iu < 0 || iv < 0 || iu >= w - 1 || iv >= h - 1) continue;
        const wx = ax + (bx - ax) * t,
          wy = ay + (by - ay) * t,
          wz = az + (bz - az) * t;
        const depth = Math.hypot(wx - e[0], wy - e[1], wz - e[2]);
        const along = (i + t) / 6,
          thin = s.width * (1 - 0.75 * along * along);
        const a = (thin / mmpp) * 0.5 * s.dark * Math.min(1, (Math.hypot(ub - ua, vb - va) * 2) / steps + 0.2);
        for (let q = 0; q < 4; q++) {
          const x = iu + (q & 1),
            y = iv + (q >> 1),
            p = y * w + x;
          if (what[p]) {
            const o = p * 3,
              d = Math.hypot(pos[o] - e[0], pos[o + 1] - e[1], pos[o + 2] - e[2]);
            if (depth > d + 0.9) continue;
          }
          const f = a * ((q & 1 ? u - iu : 1 - u + iu) * (q >> 1 ? v - iv : 1 - v + iv));
          cover[p] = 1 - (1 - cover[p]) * (1 - Math.min(1, f));
        }
      }
    }
  }
  for (let p = 0; p < w * h; p++) {
    const c = Math.min(0.96, cover[p]);
    if (c <= 0) continue;
    const o = p * 3,
      lit = what[p] ? (light[o] + light[o + 1] + light[o + 2]) / 9.42 : 0.5;
    rgb[o] += (0.036 * lit + 0.006 - rgb[o]) * c;
    rgb[o + 1] += (0.025 * lit + 0.006 - rgb[o + 1]) * c;
    rgb[o + 2] += (0.018 * lit + 0.006 - rgb[o + 2]) * c;
  }
}
