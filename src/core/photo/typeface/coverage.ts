/* How much of each pixel lies within outlines: exact areas under straight pieces, summed from left to right. The sums
   are of plain arithmetic alone, so they are the same on every machine. */

/** Straight pieces to a curve: no letter of a caption shows their corners. */
const STRAIGHTS = 8;

export type Coverage = {
  /** A piece of a closed outline, px, y down: from, control point, to. What is outside is cut off. */
  readonly curve: (x0: number, y0: number, cx: number, cy: number, x1: number, y1: number) => void;
  /** The share of each pixel, 0..1, row by row. */
  readonly shares: () => Float64Array;
};

/** An empty picture of so many pixels. */
export function createCoverage(width: number, height: number): Coverage {
  // Of each pixel, by how much more of it and of all right of it is within. A row has room for what ends at its edge.
  const stride = width + 2;
  const steps = new Float64Array(stride * height);
  const within = (x: number): number => Math.min(width, Math.max(0, x));

  /** A piece through one row: `high` of it, signed, from x0 to x1. */
  function across(row: number, x0: number, x1: number, high: number): void {
    const [from, to] = x0 < x1 ? [x0, x1] : [x1, x0];
    const [first, last] = [Math.floor(from), Math.max(Math.floor(from) + 1, Math.ceil(to))];
    if (last === first + 1) {
      const right = (from + to) / 2 - first;
      steps[row + first] += high * (1 - right);
      steps[row + last] += high * right;
      return;
    }
    // The area right of the piece within each pixel that it passes, and what that adds to the one before.
    let before = 0;
    for (let x = first; x < last; x++) {
      const [left, right] = [Math.max(from, x), Math.min(to, x + 1)];
      const passed = (high * (right - left)) / (to - from);
      const done = (high * (left - from)) / (to - from);
      const area = done + passed * (x + 1 - (left + right) / 2);
      steps[row + x] += area - before;
      before = area;
    }
    steps[row + last] += high - before;
  }

  function straight(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const sign = y0 < y1 ? 1 : -1;
    const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(height, Math.ceil(bottom));
    for (let y = Math.max(0, Math.floor(top)); y < end; y++) {
      const [from, to] = [Math.max(top, y), Math.min(bottom, y + 1)];
      across(y * stride, within(x0 + (from - y0) * slope), within(x0 + (to - y0) * slope), sign * (to - from));
    }
  }

  return {
    curve(x0, y0, cx, cy, x1, y1) {
      const pieces = cx === x0 && cy === y0 ? 1 : STRAIGHTS;
      let [x, y] = [x0, y0];
      for (let i = 1; i <= pieces; i++) {
        const t = i / pieces;
        const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        const [nextX, nextY] = i === pieces ? [x1, y1] : [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1];
        straight(x, y, nextX, nextY);
        [x, y] = [nextX, nextY];
      }
    },
    shares() {
      const shares = new Float64Array(width * height);
      for (let y = 0; y < height; y++) {
        let sum = 0;
        for (let x = 0; x < width; x++) {
          sum += steps[y * stride + x];
          // Where outlines of one direction lie over each other it is 2.
          shares[y * width + x] = Math.min(1, Math.abs(sum));
        }
      }
      return shares;
    },
  };
}
