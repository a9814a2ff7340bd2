/* Powers of e from correctly rounded operations alone: an engine's own Math.exp may differ in the last bit. */

/** e to the x, to 1e-15 of itself; x from -700 to 700. */
export function exponential(x: number): number {
  let halvings = 0;
  let small = x;
  for (; Math.abs(small) > 0.125; halvings++) small /= 2;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (small / n) * sum;
  for (; halvings > 0; halvings--) sum *= sum;
  return sum;
}

/** Natural logarithm, to 1e-15, by Newton on the above; x from 1e-6 to 2. */
export function logarithm(x: number): number {
  let guess = 0;
  for (let round = 0; round < 60; round++) {
    const step = 1 - x * exponential(-guess);
    guess -= step;
    if (Math.abs(step) < 1e-16) break;
  }
  return guess;
}
