/* Seeded chance for the demo head: integer hashes and smooth noise, the same on every machine. */

/** A number in [0, 1) from three integers and a seed. */
export function hash(ix: number, iy: number, iz: number, seed: number): number {
  let h =
    Math.imul(ix | 0, 0x27d4eb2d) ^
    Math.imul(iy | 0, 0x165667b1) ^
    Math.imul(iz | 0, 0x9e3779b1) ^
    Math.imul(seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

const GX = [1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0, 1, -1, 0, 0];
const GY = [1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1, 1, 1, -1, -1];
const GZ = [0, 0, 0, 0, 1, 1, -1, -1, 1, 1, -1, -1, 0, 0, 1, -1];

function corner(ix: number, iy: number, iz: number, seed: number, x: number, y: number, z: number): number {
  let h =
    Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ Math.imul(iz, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = (h ^ (h >>> 13)) & 15;
  return GX[h] * x + GY[h] * y + GZ[h] * z;
}

/** Smooth gradient noise, about -1 to 1, one feature per unit. */
export function noise(x: number, y: number, z: number, seed: number): number {
  const ix = Math.floor(x),
    iy = Math.floor(y),
    iz = Math.floor(z);
  const fx = x - ix,
    fy = y - iy,
    fz = z - iz;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const w = fz * fz * fz * (fz * (fz * 6 - 15) + 10);
  const a = corner(ix, iy, iz, seed, fx, fy, fz),
    b = corner(ix + 1, iy, iz, seed, fx - 1, fy, fz);
  const c = corner(ix, iy + 1, iz, seed, fx, fy - 1, fz),
    d = corner(ix + 1, iy + 1, iz, seed, fx - 1, fy - 1, fz);
  const e = corner(ix, iy, iz + 1, seed, fx, fy, fz - 1),
    f = corner(ix + 1, iy, iz + 1, seed, fx - 1, fy, fz - 1);
  const g = corner(ix, iy + 1, iz + 1, seed, fx, fy - 1, fz - 1),
    h = corner(ix + 1, iy + 1, iz + 1, seed, fx - 1, fy - 1, fz - 1);
  const ab = a + (b - a) * u,
    cd = c + (d - c) * u,
    ef = e + (f - e) * u,
    gh = g + (h - g) * u;
  const p = ab + (cd - ab) * v,
    q = ef + (gh - ef) * v;
  return p + (q - p) * w;
}

/** Several octaves of noise. */
export function fractal(x: number, y: number, z: number, octaves: number, seed: number): number {
  let s = 0,
    a = 1,
    f = 1;
  for (let i = 0; i < octaves; i++) {
    s += a * noise(x * f, y * f, z * f, seed + i);
    a *= 0.5;
    f *= 2.03;
  }
  return s;
}

/** Distance to the nearest of scattered points, one per unit cell; the cell's own number lands in `cell`. */
export let cell = 0;
export function scattered(x: number, y: number, z: number, seed: number): number {
  const ix = Math.floor(x),
    iy = Math.floor(y),
    iz = Math.floor(z);
  let best = 9;
  for (let k = -1; k <= 1; k++)
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) {
        const cx = ix + i,
          cy = iy + j,
          cz = iz + k;
        const dx = cx + hash(cx, cy, cz, seed) - x,
          dy = cy + hash(cx, cy, cz, seed + 1) - y,
          dz = cz + hash(cx, cy, cz, seed + 2) - z;
        const d = dx * dx + dy * dy + dz * dz;
        if (d < best) {
          best = d;
          cell = hash(cx, cy, cz, seed + 3);
        }
      }
  return Math.sqrt(best);
}

/** A repeatable stream of numbers in [0, 1). */
export function stream(seed: number): () => number {
  let i = 0;
  return () => hash(i++, seed, 77, seed + 5);
}
