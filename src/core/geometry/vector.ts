/* Points and directions in three dimensions, as plain triples. Hot loops elsewhere write the same sums out on
   flat arrays; this is for everything that runs a few hundred times. */

export type Vec3 = readonly [x: number, y: number, z: number];
export type Point2 = { readonly x: number; readonly y: number };
/** Rows of a 3 x 3 matrix, nine numbers. */
export type Mat3 = readonly number[];

/** a + b. */
export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** a - b. */
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** k times a. */
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
/** The scalar product: the product of the lengths and the cosine between. */
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** The vector product: perpendicular to both, as long as the area between them. */
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** Length of a, in its own unit. */
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));

/** The direction of a. Throws RangeError for the zero vector. */
export function unit(a: Vec3): Vec3 {
  const l = length(a);
  if (!(l > 0)) throw new RangeError(`a direction needs a length: got ${a.join(", ")}`);
  return scale(a, 1 / l);
}

/** m a. */
export const transform = (m: Mat3, a: Vec3): Vec3 => [
  m[0] * a[0] + m[1] * a[1] + m[2] * a[2],
  m[3] * a[0] + m[4] * a[1] + m[5] * a[2],
  m[6] * a[0] + m[7] * a[1] + m[8] * a[2],
];

/** The transpose: of a rotation its inverse. */
export const transposed = (m: Mat3): Mat3 => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];

/** a b: first b, then a. */
export function product(a: Mat3, b: Mat3): Mat3 {
  const out: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let col = 0; col < 3; col++) {
      out.push(a[row * 3] * b[col] + a[row * 3 + 1] * b[3 + col] + a[row * 3 + 2] * b[6 + col]);
    }
  }
  return out;
}

/** How far two points of a picture are apart, in their own unit, px. */
export const apart = (a: Point2, b: Point2): number => {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return Math.sqrt(dx * dx + dy * dy);
};

/** The same on the other side of the plane between left and right, x = 0. */
export const mirrored = ([x, y, z]: Vec3): Vec3 => [x === 0 ? 0 : -x, y, z];

const tenth = (length: number): number => Math.round(length * 10) / 10;

/** A place to a tenth of its unit: as plans keep points of the head, mm. */
export const toTenths = ([x, y, z]: Vec3): Vec3 => [tenth(x), tenth(y), tenth(z)];
