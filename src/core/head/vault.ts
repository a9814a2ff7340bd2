/* The vault: the hair-bearing upper part of the skull as one smooth surface in millimetres. Origin at its centre, x to
   the image's right in a frontal view, y up, z to the face. Two halves of ellipsoids that meet at the centre's level,
   the lower one deeper, so that it goes on into the neck as a nape does; made slightly square in horizontal section
   (SOURCES head-3: the measured circumference asks for a superellipse of exponent 2.35). Here the squareness is the
   polynomial h = 1 + 4 k x^2 z^2 of the direction, which follows that superellipse within 0.3 % at the level of the
   centre, has no corner at the vertex and needs no powers. */

import type { Millimetres } from "../units.ts";
import { type Vec3, length, scale, unit } from "../geometry/vector.ts";

/** Semi-axes of one head, mm. Ranges that occur: 88..112, 68..86, 82..106 (SOURCES head-2, mean +- 3 SD). */
export type Vault = {
  readonly halfLength: Millimetres;
  readonly halfBreadth: Millimetres;
  readonly height: Millimetres;
  /** Of the lower half, downwards; in plans from before it was known as much as `height`. */
  readonly depth: Millimetres;
  /** Where the ears stand beside it. */
  readonly ear: Ear;
};

/** An ear's highest point and its lobe's lowest, by height and how far forward, mm; both ears are alike. */
export type Ear = Readonly<Record<"top" | "lobe", { readonly y: Millimetres; readonly z: Millimetres }>>;

/** The male default (SOURCES head-1, head-10, ear-1). */
export const maleVault: Vault = {
  halfLength: 99.5,
  halfBreadth: 77,
  height: 95,
  depth: 130,
  ear: { top: { y: -6, z: -15 }, lobe: { y: -69, z: 0 } },
};

/** Whether the vault goes on into the neck, so that a nape has skin to lie on. */
export const reachesNape = ({ height, depth }: Vault): boolean => depth > height;

/** 2^(1/2 - 1/2.35) - 1: how far the superellipse stands out from the ellipse at 45 degrees. */
export const SQUARENESS = 0.053;

/** The vertical semi-axis of the half in which y lies, mm. */
export const semiAxis = ({ height, depth }: Vault, y: number): Millimetres => (y < 0 ? depth : height);

/** The vault's point in the direction d of the unit sphere, mm. */
export function vaultPoint(vault: Vault, d: Vec3): Vec3 {
  const h = 1 + 4 * SQUARENESS * d[0] * d[0] * d[2] * d[2];
  return [vault.halfBreadth * h * d[0], semiAxis(vault, d[1]) * d[1], vault.halfLength * h * d[2]];
}

/**
 * The outward normal at a direction of unit length, as long as its `area`: what one steradian of directions covers
 * there, mm^2. The normal of a sphere's image under a map with derivative D is the cofactor matrix of D applied to the
 * direction.
 */
function outward(vault: Vault, x: number, y: number, z: number) {
  const { halfBreadth: b, halfLength: a } = vault;
  const c = semiAxis(vault, y);
  const h = 1 + 4 * SQUARENESS * x * x * z * z;
  const hx = 8 * SQUARENESS * x * z * z;
  const hz = 8 * SQUARENESS * x * x * z;
  const xx = b * (h + x * hx);
  const xz = b * x * hz;
  const zx = a * z * hx;
  const zz = a * (h + z * hz);
  const nx = c * (zz * x - zx * z);
  const ny = (xx * zz - xz * zx) * y;
  const nz = c * (xx * z - xz * x);
  return { nx, ny, nz, area: Math.sqrt(nx * nx + ny * ny + nz * nz) };
}

/**
 * Outward normal at the direction d (unit length) and the area in mm^2 that one steradian of directions covers there.
 */
export function vaultNormal(vault: Vault, d: Vec3): { readonly normal: Vec3; readonly area: number } {
  const { nx, ny, nz, area } = outward(vault, d[0], d[1], d[2]);
  return { normal: scale([nx, ny, nz], 1 / area), area };
}

/**
 * How far the vault at the direction (x, y, z) of unit length looks to a place: the outward normal times the way from
 * there to the place, mm. 0 on the limb that is seen from there, negative beyond it.
 */
export function vaultFacing(vault: Vault, place: Vec3, x: number, y: number, z: number): Millimetres {
  const { nx, ny, nz, area } = outward(vault, x, y, z);
  const point = vaultPoint(vault, [x, y, z]);
  const k = 1 / area;
  return nx * k * (place[0] - point[0]) + ny * k * (place[1] - point[1]) + nz * k * (place[2] - point[2]);
}

/**
 * Where a point stands against the vault: the direction d whose ray through the centre passes it, and its level, under
 * 1 inside, 1 on the surface, over 1 outside. The centre itself has no direction: RangeError.
 */
export function vaultLevel(vault: Vault, p: Vec3): { readonly direction: Vec3; readonly level: number } {
  const e: Vec3 = [p[0] / vault.halfBreadth, p[1] / semiAxis(vault, p[1]), p[2] / vault.halfLength];
  let [x, y, z] = unit(e);
  let level = length(e);
  // The squareness is under 6 %, so that each round gains more than a digit. Written out: a ray asks this often.
  for (let round = 0; round < 12; round++) {
    const h = 1 + 4 * SQUARENESS * x * x * z * z;
    [x, y, z] = [e[0] / h, e[1], e[2] / h];
    level = Math.sqrt(x * x + y * y + z * z);
    const k = 1 / level;
    [x, y, z] = [x * k, y * k, z * k];
  }
  return { direction: [x, y, z], level };
}

/**
 * First point where the ray from `origin` along `along` meets the
 * vault, as a direction of the unit sphere; null when it passes by.
 */
export function meetVault(vault: Vault, origin: Vec3, along: Vec3): Vec3 | null {
  const step = unit(along);
  // Closest approach in the ellipsoid's own scale gives a point inside, if there is one.
  const s: Vec3 = [1 / vault.halfBreadth, 1 / vault.height, 1 / vault.halfLength];
  const o: Vec3 = [origin[0] * s[0], origin[1] * s[1], origin[2] * s[2]];
  const a: Vec3 = [step[0] * s[0], step[1] * s[1], step[2] * s[2]];
  const nearest = -(o[0] * a[0] + o[1] * a[1] + o[2] * a[2]) / (a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
  const at = (r: number): Vec3 => [origin[0] + r * step[0], origin[1] + r * step[1], origin[2] + r * step[2]];
  // Squareness and depth move that point along the ray: level is convex there, so thirds close in on it.
  const off = vault.halfLength + (vault.depth - vault.height);
  let low = nearest - off;
  let high = nearest + off;
  for (let round = 0; round < 40; round++) {
    const third = (high - low) / 3;
    if (vaultLevel(vault, at(low + third)).level < vaultLevel(vault, at(high - third)).level) high -= third;
    else low += third;
  }
  let inside = (low + high) / 2;
  if (vaultLevel(vault, at(inside)).level >= 1) return null;
  let outside = nearest - 4 * (vault.halfLength + vault.halfBreadth + vault.depth);
  for (let round = 0; round < 48; round++) {
    const middle = (inside + outside) / 2;
    if (vaultLevel(vault, at(middle)).level < 1) inside = middle;
    else outside = middle;
  }
  return vaultLevel(vault, at(inside)).direction;
}
