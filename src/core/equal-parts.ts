/* What has crossed from one thread to another is a copy: equal, and yet another object. Taking over the equal parts of
   the copy before gives back what identity tells: that nothing has changed. */

type Bag = Readonly<Record<string, unknown>>;

/** Objects written as {…}, here or in another thread. */
function isBag(value: unknown): value is Bag {
  if (typeof value !== "object" || value === null) return false;
  const maker: unknown = Object.getPrototypeOf(value);
  return maker === null || maker === Object.prototype;
}

/**
 * `next` with every part that equals the part of `past` in its place taken from there; `past` itself where all is
 * equal. Plain objects and arrays are looked into; whatever else they hold (numbers, text, typed arrays, functions) is
 * equal only to itself. Neither is changed.
 */
export function withEqualParts<Value>(past: unknown, next: Value): Value {
  return merged(past, next) as Value;
}

function merged(past: unknown, next: unknown): unknown {
  if (Object.is(past, next)) return past;
  if (Array.isArray(past) && Array.isArray(next)) {
    const parts = next.map((part: unknown, i) => merged(past[i], part));
    return past.length === next.length && parts.every((part, i) => Object.is(part, past[i])) ? past : parts;
  }
  if (!isBag(past) || !isBag(next)) return next;
  const keys = Object.keys(next);
  const has = (key: string): boolean => Object.hasOwn(past, key);
  const parts = Object.fromEntries(keys.map((key) => [key, has(key) ? merged(past[key], next[key]) : next[key]]));
  const same =
    Object.keys(past).length === keys.length && keys.every((key) => has(key) && Object.is(parts[key], past[key]));
  return same ? past : parts;
}

/** Whether two values are equal in all their parts, as `withEqualParts` takes it. */
export const areEqual = (a: unknown, b: unknown): boolean => Object.is(merged(a, b), a);
