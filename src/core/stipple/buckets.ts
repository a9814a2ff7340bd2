/* Things put into buckets by counting: the one sort that the module needs. */

/**
 * Where each bucket ends, and before all of them 0, when the things of each come one after the other: thing k is in
 * every bucket from `first[k]` to `last[k]`.
 */
export function bucketEnds(first: Int32Array, last: Int32Array, buckets: number): Int32Array {
  const ends = new Int32Array(buckets + 1);
  for (let k = 0; k < first.length; k++) for (let b = first[k]; b <= last[k]; b++) ends[b + 1]++;
  for (let b = 1; b <= buckets; b++) ends[b] += ends[b - 1];
  return ends;
}

/** Lists by bucket, each in the order that they had, the things 0 to rows.length - 1; thing k is in bucket rows[k]. */
export function inBuckets(rows: Int32Array, buckets: number): Int32Array[] {
  const ends = bucketEnds(rows, rows, buckets);
  const next = ends.slice();
  const sorted = new Int32Array(ends[buckets]);
  for (let k = 0; k < rows.length; k++) sorted[next[rows[k]]++] = k;
  return Array.from({ length: buckets }, (_, b) => sorted.subarray(ends[b], ends[b + 1]));
}
