/* The shape sampled once on two grids, coarse for everything and fine for the head, so that rays are cheap. */
import { Shape, SKIN } from "./shape.ts";

export type Grid = { lo: number[]; step: number; n: number[]; v: Float32Array };

const COARSE_LO = [-290, -470, -190],
  COARSE_HI = [290, 150, 170];
/** Under a bowed head the body stands farther forward; from above more of it is seen. */
const BOWED_LO = [-290, -760, -190],
  BOWED_HI = [290, 150, 560];
const FINE_LO = [-114, -160, -120],
  FINE_HI = [114, 118, 142];

function empty(lo: number[], hi: number[], step: number): Grid {
  const n = lo.map((l, i) => Math.ceil((hi[i] - l) / step) + 1);
  return { lo, step, n, v: new Float32Array(n[0] * n[1] * n[2]) };
}

export function sample(g: Grid, x: number, y: number, z: number): number {
  const fx = (x - g.lo[0]) / g.step,
    fy = (y - g.lo[1]) / g.step,
    fz = (z - g.lo[2]) / g.step;
  const nx = g.n[0],
    ny = g.n[1],
    nz = g.n[2];
  const ix = fx < 0 ? 0 : fx > nx - 2 ? nx - 2 : fx | 0;
  const iy = fy < 0 ? 0 : fy > ny - 2 ? ny - 2 : fy | 0;
  const iz = fz < 0 ? 0 : fz > nz - 2 ? nz - 2 : fz | 0;
  const tx = fx - ix,
    ty = fy - iy,
    tz = fz - iz;
  const i = (iz * ny + iy) * nx + ix,
    v = g.v,
    j = i + nx,
    k = i + nx * ny,
    l = k + nx;
  const a = v[i] + (v[i + 1] - v[i]) * tx,
    b = v[j] + (v[j + 1] - v[j]) * tx;
  const c = v[k] + (v[k + 1] - v[k]) * tx,
    d = v[l] + (v[l + 1] - v[l]) * tx;
  const p = a + (b - a) * ty,
    q = c + (d - c) * ty;
  return p + (q - p) * tz;
}

function fill(g: Grid, f: (x: number, y: number, z: number) => number): void {
  let i = 0;
  for (let c = 0; c < g.n[2]; c++)
    for (let b = 0; b < g.n[1]; b++)
      for (let a = 0; a < g.n[0]; a++) {
        g.v[i++] = f(g.lo[0] + a * g.step, g.lo[1] + b * g.step, g.lo[2] + c * g.step);
      }
}

export class Field {
  readonly coarse: Grid;
  readonly fine: Grid;
  readonly low: readonly number[];
  readonly high: readonly number[];

  constructor(
    step: number,
    readonly shape = new Shape(),
    /** Whether rays end on the surface itself, not on the grid's, which is quicker and a tenth of a millimetre off. */
    readonly exact = true,
  ) {
    this.low = exact && shape.build.nod === 0 ? COARSE_LO : BOWED_LO;
    this.high = shape.build.nod === 0 ? COARSE_HI : BOWED_HI;
    this.coarse = empty([...this.low], [...this.high], exact ? 4 : 7);
    const band = exact ? 9 : 13;
    fill(this.coarse, (x, y, z) => shape.distance(x, y, z));
    this.fine = empty(FINE_LO, FINE_HI, step);
    fill(this.fine, (x, y, z) => {
      const c = sample(this.coarse, x, y, z);
      return c > band ? c - band / 4 : c < -band ? c : shape.distance(x, y, z);
    });
  }

  at(x: number, y: number, z: number): number {
    if (x > -113 && x < 113 && y > -159 && y < 117 && z > -119 && z < 141) return sample(this.fine, x, y, z);
    return sample(this.coarse, x, y, z);
  }

  /** Writes the unit normal at a point of the surface; gives what the surface is made of there. */
  normal(x: number, y: number, z: number, out: Float64Array): number {
    const { shape } = this;
    if (this.exact || (z > 40 && y < 20 && y > -125)) {
      shape.normal(x, y, z, out);
      return shape.material;
    }
    this.outward(x, y, z, 0.8, out);
    if (y > 40) return SKIN;
    shape.distance(x, y, z);
    return shape.material;
  }

  /** Writes the unit vector in which the grid's distance grows, over `e` mm to each side. */
  outward(x: number, y: number, z: number, e: number, out: Float64Array): void {
    out[0] = this.at(x + e, y, z) - this.at(x - e, y, z);
    out[1] = this.at(x, y + e, z) - this.at(x, y - e, z);
    out[2] = this.at(x, y, z + e) - this.at(x, y, z - e);
    const l = 1 / Math.max(1e-12, Math.sqrt(out[0] ** 2 + out[1] ** 2 + out[2] ** 2));
    for (let q = 0; q < 3; q++) out[q] *= l;
  }

  /** True if a ray leaves freely. */
  clear(x: number, y: number, z: number, dx: number, dy: number, dz: number): boolean {
    let t = 1.2;
    for (let i = 0; i < 70; i++) {
      const px = x + dx * t,
        py = y + dy * t,
        pz = z + dz * t;
      if (px < -289 || px > 289 || py < this.low[1] + 1 || py > 149 || pz < -189 || pz > this.high[2] - 1) return true;
      const d = this.at(px, py, pz);
      if (d < 0.06) return false;
      t += d * 0.9 + 0.12;
    }
    return true;
  }
}

/** Walks a ray to the surface; returns the distance along it, or -1. */
export function hit(f: Field, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  let t0 = 0,
    t1 = 1e9;
  const o = [ox, oy, oz],
    d = [dx, dy, dz];
  for (let i = 0; i < 3; i++) {
    const a = (f.low[i] + 1 - o[i]) / d[i],
      b = (f.high[i] - 1 - o[i]) / d[i];
    t0 = Math.max(t0, Math.min(a, b));
    t1 = Math.min(t1, Math.max(a, b));
  }
  let t = t0;
  for (let i = 0; i < 260 && t < t1; i++) {
    const x = ox + dx * t,
      y = oy + dy * t,
      z = oz + dz * t;
    let s = f.at(x, y, z);
    if (s < (f.exact ? 1.6 : 0.5)) {
      if (f.exact) s = f.shape.distance(x, y, z);
      if (s < 0.02) return t;
      t += Math.max(0.03, s * 0.75);
    } else t += s * 0.85;
  }
  return -1;
}
