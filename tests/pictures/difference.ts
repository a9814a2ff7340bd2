/* How far two pictures are from one another where they differ most. */

/** Pixels to a side of a block. */
const BLOCK = 10;

/** Mean difference of two pictures' RGBA bytes, `width` px wide, in the block that differs most, in sRGB codes. */
export function difference(width: number, a: ArrayLike<number>, b: ArrayLike<number>): number {
  const across = Math.ceil(width / BLOCK);
  const sums = new Float64Array(across * Math.ceil(a.length / 4 / width / BLOCK));
  for (let i = 0; i < a.length; i++) {
    const pixel = i >> 2;
    const block = Math.floor(pixel / width / BLOCK) * across + Math.floor((pixel % width) / BLOCK);
    sums[block] += Math.abs(a[i] - b[i]);
  }
  return Math.max(...sums) / (3 * BLOCK * BLOCK);
}
