/* The growth of hair: which way hair lies on the scalp, all of it from one whorl. Shaved hair is a short stroke along
   it, and so is what a needle leaves that is held as hair grows. No poles but the whorl itself, and there hair stands
   up: nothing has a direction that could jump. */

import { sincos } from "../geometry/exact.ts";
import { type Vec3, add, scale, unit } from "../geometry/vector.ts";
import type { Degrees, Millimetres } from "../units.ts";
import { type Vault, vaultLevel, vaultNormal, vaultPoint } from "./vault.ts";

export const turns = ["clockwise", "anticlockwise"] as const;
/** Which way hair turns as it leaves the whorl, seen from outside. */
export type Turn = (typeof turns)[number];

/**
 * How hair grows on one head. `whorl`: its direction from the vault's centre, unit; within WHORL. `back`: how far hair
 * of the sides is turned from its usual way towards the back of the head, within BACK.
 */
export type Growth = { readonly whorl: Vec3; readonly turn: Turn; readonly back: Degrees };

/** 60 mm behind the vertex and 10 mm to the client's right (SOURCES growth-1). */
export const usualGrowth: Growth = { whorl: unit([-0.13, 0.815, -0.565]), turn: "clockwise", back: 0 };

/** How far hair of the sides can be turned, degrees; 60 is nearly level. */
export const BACK = { least: -30, most: 60 } as const;

/** Where a whorl can lie: so high and so far forward at most, as coordinates of its direction (SOURCES growth-1). */
export const WHORL = { least: 0.15, fore: 0.35 } as const;

/** Whether a whorl can lie there. */
export const isWhorl = ([, y, z]: Vec3): boolean => y >= WHORL.least && z <= WHORL.fore;

/** The growth with its whorl put elsewhere, as far as one can lie there; `whole`: whether that was all of the way. */
export function withWhorl(growth: Growth, [x, y, z]: Vec3): { readonly growth: Growth; readonly whole: boolean } {
  const whole = isWhorl([x, y, z]);
  let to = unit([x, y, z]);
  // A little within, so that rounding leaves it there.
  if (to[1] < WHORL.least) to = leveled(to, 1, WHORL.least + 1e-6);
  if (to[2] > WHORL.fore) to = leveled(to, 2, WHORL.fore - 1e-6);
  return { growth: { ...growth, whorl: to }, whole };
}

/**
 * The direction with one coordinate as it is to be, and the others in the proportion that they had; from straight down
 * to the back.
 */
function leveled([x, y, z]: Vec3, axis: 1 | 2, to: number): Vec3 {
  const others = axis === 1 ? x * x + z * z : x * x + y * y;
  if (others < 1e-12) return [0, to, -Math.sqrt(1 - to * to)];
  const k = Math.sqrt((1 - to * to) / others);
  return axis === 1 ? [k * x, to, k * z] : [k * x, k * y, to];
}

/** The growth as `growthInto` takes it: what is the same at every place is reckoned once. */
export type Hair = { readonly whorl: Vec3; readonly spin: number; readonly back: number };

/** The growth made ready; `back` becomes a tangent. */
export function hairOf({ whorl, turn, back }: Growth): Hair {
  const [sin, cos] = sincos(back);
  return { whorl, spin: turn === "clockwise" ? -SPIRAL : SPIRAL, back: sin / cos };
}

/** How much of a side's own way hair has at a direction (unit), 0..1: 0 on top, in front and behind. */
export const asideAt = ({ whorl }: Pick<Hair, "whorl">, x: number, y: number): number =>
  rising((whorl[1] - FALLING.from - y) / FALLING.over) * rising((x * x - BESIDE.from) / BESIDE.over);

/** Numbers that `growthInto` writes. */
export const GROWN = 4;

/** Tangent of the angle between hair and the way straight out of the whorl, close to it (SOURCES growth-2). */
const SPIRAL = 1.19;
/** Square of the chord of directions at which hair has turned straight: 50 mm from the whorl. */
const STRAIGHT = 0.27;
/** The same at which hair that stands up at the whorl has half lain down: 6 mm. */
const UPRIGHT = 0.004;
/** So much below the whorl hair begins to fall, and so much further it falls as hair at the sides does. */
const FALLING = { from: 0.05, over: 0.5, most: 2.2 } as const;
/** From so far to the side, squared, hair lies as at the sides. */
const BESIDE = { from: 0.25, over: 0.3 } as const;
/** From so far forward hair of the temples is drawn back, as much as this at most. */
const TEMPLE = { fore: -0.1, over: 0.4, most: 1.5 } as const;

/**
 * Writes to `out` how hair lies at a direction (x, y, z) of the head where the skin's outward normal is (nx, ny, nz),
 * both unit: x, y, z of the way it grows, along the skin and unit; and how flat it lies, the cosine of the angle
 * between hair and skin, 0..1, which is 0 at the whorl. Out of the whorl it turns and runs straight on, forward over
 * top and front, falls at sides and back, and is drawn back at the temples (SOURCES growth-2, growth-3). Hot: asked at
 * every follicle.
 */
export function growthInto(
  { whorl, spin, back }: Hair,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  out: Float64Array,
): void {
  const ox = x - whorl[0];
  const oy = y - whorl[1];
  const oz = z - whorl[2];
  const far = ox * ox + oy * oy + oz * oz;
  // Out of the whorl, turned in the skin's plane the less the farther it is.
  const straight = Math.max(0, 1 - far / STRAIGHT);
  const turned = spin * straight * straight;
  let gx = ox + turned * (ny * oz - nz * oy);
  let gy = oy + turned * (nz * ox - nx * oz);
  let gz = oz + turned * (nx * oy - ny * ox);
  const falls = rising((whorl[1] - FALLING.from - y) / FALLING.over);
  gy -= FALLING.most * falls;
  // Only where it falls: together they never come to nothing.
  const aside = falls * rising((x * x - BESIDE.from) / BESIDE.over);
  gz -= TEMPLE.most * aside * rising((z - TEMPLE.fore) / TEMPLE.over);
  const off = gx * nx + gy * ny + gz * nz;
  gx -= off * nx;
  gy -= off * ny;
  gz -= off * nz;
  // About the normal, which on one side of the head turns to the back and on the other to the face.
  const turn = x < 0 ? -aside * back : aside * back;
  if (turn !== 0) {
    const [hx, hy, hz] = [ny * gz - nz * gy, nz * gx - nx * gz, nx * gy - ny * gx];
    gx += turn * hx;
    gy += turn * hy;
    gz += turn * hz;
  }
  const size = 1 / Math.sqrt(Math.max(1e-24, gx * gx + gy * gy + gz * gz));
  out[0] = gx * size;
  out[1] = gy * size;
  out[2] = gz * size;
  out[3] = (Math.min(1, 0.9375 + 0.0875 * z - 0.1675 * y * y) * far) / (far + UPRIGHT);
}

/** 0 up to t = 0, 1 from t = 1 on, level at both. */
const rising = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Steps of a way along hair, mm. */
const STEP: Millimetres = 4;

/**
 * The way that hair grows from the direction d of the head, as directions from there on: about `mm` along the skin,
 * shorter where hair stands up.
 */
export function wayOfHair(vault: Vault, growth: Growth, d: Vec3, mm: Millimetres): readonly Vec3[] {
  const out = new Float64Array(GROWN);
  const hair = hairOf(growth);
  const steps = Math.max(1, Math.round(mm / STEP));
  const way = [d];
  for (let i = 0, here = d; i < steps; i++) {
    const { normal } = vaultNormal(vault, here);
    growthInto(hair, here[0], here[1], here[2], normal[0], normal[1], normal[2], out);
    const on = scale([out[0], out[1], out[2]], (out[3] * mm) / steps);
    here = vaultLevel(vault, add(vaultPoint(vault, here), on)).direction;
    way.push(here);
  }
  return way;
}
