/* Things put into buckets by counting: the one sort that the module needs. */

/**
 * Lists by bucket, each in the order that they had, the things 0 to first.length - 1: thing k is in every bucket from
 * `first[k]` to `last[k]`.
 */
export function inBuckets(first: Int32Array, last: Int32Array, buckets: number): Int32Array[] {
  const ends = new Int32Array(buckets + 1);
  for (let k = 0; k < first.length; k++) for (let b = first[k]; b <= last[k]; b++) ends[b + 1]++;
  for (let b = 1; b <= buckets; b++) ends[b] += ends[b - 1];
  const next = ends.slice();
  const sorted = new Int32Array(ends[buckets]);
  for (let k = 0; k < first.length; k++) for (let b = first[k]; b <= last[k]; b++) sorted[next[b]++] = k;
  return Array.from({ length: buckets }, (_, b) => sorted.subarray(ends[b], ends[b + 1]));
}
