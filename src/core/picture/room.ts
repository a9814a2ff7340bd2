/* Lists of numbers that grow. */

/** A typed array of at least `length` numbers that begins with these: the same one where it is long enough. */
export function withRoom<T extends Float64Array | Int32Array | Uint8Array>(numbers: T, length: number): T {
  if (numbers.length >= length) return numbers;
  // A fifth more than is asked for, so that one which grows by and by is seldom copied.
  const longer = Math.ceil(1.2 * length);
  const Same = numbers.constructor as new (length: number) => T;
  const grown = new Same(longer);
  grown.set(numbers);
  return grown;
}
