/* Medians, and the entries of bench.json. */

export type Entry = {
  readonly ratio: number;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly unit: string;
  readonly bound?: number;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** Milliseconds of one run in the median; short runs are repeated within a sample until they fill 5 ms. */
export function timed(repeats: number, run: () => void): number {
  run();
  const started = performance.now();
  run();
  const once = performance.now() - started;
  const inner = Math.max(1, Math.ceil(5 / Math.max(0.01, once)));
  const samples = Array.from({ length: repeats }, () => {
    const from = performance.now();
    for (let i = 0; i < inner; i++) run();
    return (performance.now() - from) / inner;
  });
  return median(samples);
}

/** How many times as fast as the peer: both in ms for the same work. */
export const against = (ours: number, peer: number, peerName: string): Entry => ({
  ratio: peer / ours,
  ours,
  peer,
  peerName,
  unit: "ms",
});
