/* The whole sitter as one signed distance, with what each surface is made of. */
import { clamp, smax, smin, smoothstep } from "./sdf.ts";
import { skull } from "./skull.ts";
import { face } from "./face.ts";
import { ear } from "./ear.ts";
import { body, shirt } from "./body.ts";
import { globe } from "./eye.ts";

export const SKIN = 1,
  EAR = 2,
  EYEBALL = 3,
  SHIRT = 4;

/** What the last call of `distance` was nearest to. */
export let material = SKIN;

export function distance(x0: number, y0: number, z0: number): number {
  // one side never quite mirrors the other
  const low = smoothstep(10, -60, y0) * smoothstep(0, 60, z0);
  const x = x0 - 0.9 * low * Math.sin(clamp((y0 + 10) / -95, 0, 1) * 2.6);
  const y = y0 + 0.011 * x0 * smoothstep(20, 60, z0) + 0.25 * Math.sin(x0 / 19) * low;
  const z = z0 + 0.006 * x0;
  const ax = Math.abs(x);

  let d = y > -130 ? skull(x, y, z) : 60;
  if (y < 30) d = smax(d, (z - 93) * 0.55 - (y - 1) * 0.83, 7); // the vault ends above the eyes
  const inFace = y < 72 && y > -175 && z > -60;
  if (inFace) d = smin(d, face(ax, y, z), y > -20 ? 9 : 9 + 7 * smoothstep(-20, -60, y));
  let what = SKIN;
  const b = y < -20 ? body(x, y, z) : 1e3;
  d = smin(d, b, 15);
  if (ax > 45 && y > -95 && y < 25 && z > -60 && z < 40) {
    const e = ear(ax - (x < 0 ? 0.8 : 0), y + (x < 0 ? 0.9 : 0), z);
    if (e < d + 1.2) what = EAR;
    d = smin(d, e, 4.2);
  }
  if (z > 60 && y > -40 && y < 10) {
    const g = globe(ax, y, z);
    if (g < d) {
      d = g;
      what = EYEBALL;
    }
  }
  if (y < -90) {
    const s = shirt(x, y, z, b);
    if (s < d) {
      d = s;
      what = SHIRT;
    }
  }
  material = what;
  return d;
}

/** Unit normal of the surface near a point. */
export function normal(x: number, y: number, z: number, out: Float64Array, e = 0.12): void {
  const a = distance(x + e, y - e, z - e),
    b = distance(x - e, y - e, z + e);
  const c = distance(x - e, y + e, z - e),
    d = distance(x + e, y + e, z + e);
  const nx = a - b - c + d,
    ny = -a - b + c + d,
    nz = -a + b - c + d;
  const l = 1 / Math.max(1e-12, Math.sqrt(nx * nx + ny * ny + nz * nz));
  out[0] = nx * l;
  out[1] = ny * l;
  out[2] = nz * l;
}
