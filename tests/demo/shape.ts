/* The whole sitter as one signed distance, with what each surface is made of. */
import { body, shirt } from "./body.ts";
import { type Build, MODELLED, proportionsOf } from "./build.ts";
import { EAR_ORIGIN, ear } from "./ear.ts";
import { globe } from "./eye.ts";
import { face } from "./face.ts";
import { clamp, smax, smin, smoothstep } from "./sdf.ts";
import { skull } from "./skull.ts";

export const SKIN = 1,
  EAR = 2,
  EYEBALL = 3,
  SHIRT = 4;

export class Shape {
  /** What the last call of `distance` was nearest to. */
  material = SKIN;
  readonly proportions;
  private readonly head = new Float64Array(3);
  private readonly trunk = new Float64Array(3);

  constructor(readonly build: Build = MODELLED) {
    this.proportions = proportionsOf(build);
  }

  /** Millimetres to the surface, less than that at most; negative inside. */
  distance(x0: number, y0: number, z0: number): number {
    const { build, head, trunk, proportions } = this;
    proportions.toModel(x0, y0, z0, head);
    const [x, y, z] = slanted(head[0], head[1], head[2]);
    let d = this.bald(x, y, z);
    let what = SKIN;
    let b = 1e3;
    let [bx, by, bz] = [x, y, z];
    if (build.nod !== 0) {
      proportions.toBody(x0, y0, z0, trunk);
      [bx, by, bz] = [trunk[0], trunk[1], trunk[2]];
    }
    if (by < -20) b = body(bx, by, bz);
    d = smin(d, b, 15);
    const ax = Math.abs(x);
    if (!build.earless && ax > 45 && y > -100 && y < 30 && z > -65 && z < 45) {
      const e = earAt(ax - (x < 0 ? 0.8 : 0), y + (x < 0 ? 0.9 : 0), z, build.ear);
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
    if (by < -90) {
      const s = shirt(bx, by, bz, b);
      if (s < d) {
        d = s;
        what = SHIRT;
      }
    }
    this.material = what;
    return d * proportions.least;
  }

  /** Skull and face, at a place on the modelled head. */
  private bald(x: number, y: number, z: number): number {
    let d = y > -130 ? skull(x, y, z) : 60;
    if (y < 30) d = smax(d, (z - 93) * 0.55 - (y - 1) * 0.83, 7); // the vault ends above the eyes
    const inFace = y < 72 && y > -175 && z > -60;
    if (inFace) d = smin(d, face(Math.abs(x), y, z, this.build), y > -20 ? 9 : 9 + 7 * smoothstep(-20, -60, y));
    return d;
  }

  /** Unit normal of the surface near a point. */
  normal(x: number, y: number, z: number, out: Float64Array, e = 0.12): void {
    const a = this.distance(x + e, y - e, z - e),
      b = this.distance(x - e, y - e, z + e);
    const c = this.distance(x - e, y + e, z - e),
      d = this.distance(x + e, y + e, z + e);
    const nx = a - b - c + d,
      ny = -a - b + c + d,
      nz = -a + b - c + d;
    const l = 1 / Math.max(1e-12, Math.sqrt(nx * nx + ny * ny + nz * nz));
    out[0] = nx * l;
    out[1] = ny * l;
    out[2] = nz * l;
  }

  /** The place on the modelled head, or body, that a place on the sitter's surface answers to. */
  model(x: number, y: number, z: number, what: number, out: Float64Array): void {
    if (what === SHIRT && this.build.nod !== 0) this.proportions.toBody(x, y, z, out);
    else this.proportions.toModel(x, y, z, out);
  }
}

/** One side never quite mirrors the other. */
function slanted(x0: number, y0: number, z0: number): readonly [number, number, number] {
  const low = smoothstep(10, -60, y0) * smoothstep(0, 60, z0);
  return [
    x0 - 0.9 * low * Math.sin(clamp((y0 + 10) / -95, 0, 1) * 2.6),
    y0 + 0.011 * x0 * smoothstep(20, 60, z0) + 0.25 * Math.sin(x0 / 19) * low,
    z0 + 0.006 * x0,
  ];
}

/** The ear, so many times as large about its root. */
function earAt(ax: number, y: number, z: number, size: number): number {
  if (size === 1) return ear(ax, y, z);
  const [ox, oy, oz] = EAR_ORIGIN;
  return size * ear(ox + (ax - ox) / size, oy + (y - oy) / size, oz + (z - oz) / size);
}
