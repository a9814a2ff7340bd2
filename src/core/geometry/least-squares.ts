/* Levenberg and Marquardt's least squares for a handful of unknowns:
   damped steps on a derivative taken by differences. */

/**
 * Solves the square system a x = b (rows of a, as many as b is long)
 * by elimination with pivots; null when it has no single answer.
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let row = col + 1; row < n; row++) if (Math.abs(m[row][col]) > Math.abs(m[pivot][col])) pivot = row;
    if (!(Math.abs(m[pivot][col]) > 1e-14)) return null;
    [m[col], m[pivot]] = [m[pivot], m[col]];
    for (let row = 0; row < n; row++) {
      if (row === col) continue;
      const k = m[row][col] / m[col][col];
      for (let i = col; i <= n; i++) m[row][i] -= k * m[col][i];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

/** A round that gains less of the sum of squares is the last. */
const ENOUGH = 1e-6;

/**
 * The unknowns, from `start`, that make the sum of squares of `miss` small, in at most `rounds` steps; `miss`: as many
 * residuals each time; `delta`: step of the differences, per unknown, not 0. Never worse than the start.
 */
export function leastSquares(
  miss: (x: readonly number[]) => number[],
  start: readonly number[],
  delta: readonly number[],
  rounds: number,
): number[] {
  const squares = (r: readonly number[]): number => r.reduce((sum, v) => sum + v * v, 0);
  let x = [...start];
  let here = miss(x);
  let damping = 1e-3;
  for (let round = 0; round < rounds && squares(here) > 1e-8; round++) {
    const columns = x.map((value, i) => {
      const moved = miss(x.map((v, j) => (i === j ? value + delta[i] : v)));
      return here.map((h, row) => (moved[row] - h) / delta[i]);
    });
    const normal = columns.map((a) => columns.map((b) => a.reduce((sum, v, i) => sum + v * b[i], 0)));
    const pull = columns.map((a) => -a.reduce((sum, v, i) => sum + v * here[i], 0));
    let better = false;
    let gain = 0;
    for (let attempt = 0; attempt < 8 && !better; attempt++) {
      const damped = normal.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) + 1e-9 : v)));
      const step = solve(damped, pull);
      const next = step && x.map((v, i) => v + step[i]);
      const there = next && miss(next);
      if (next && there && squares(there) < squares(here)) {
        better = true;
        gain = squares(here) - squares(there);
        x = next;
        here = there;
        damping *= 0.2;
      } else damping *= 5;
    }
    if (!better || gain < ENOUGH * squares(here)) break;
  }
  return x;
}
