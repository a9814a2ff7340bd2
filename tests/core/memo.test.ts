/* A derived value is kept by the identity of what it is made from. */
import { expect, test, vi } from "vitest";
import { memoised } from "../../src/core/memo.ts";

test("the same inputs give the same object, and it is made once", () => {
  const make = vi.fn((of: object, times: number) => ({ of, times }));
  const made = memoised(make);
  const of = {};
  expect(made(of, 2)).toBe(made(of, 2));
  expect(make).toHaveBeenCalledTimes(1);
});

test("equal is not the same: another object makes another value", () => {
  const made = memoised((of: object) => ({ of }));
  expect(made({})).not.toBe(made({}));
});

test("NaN is itself, and 0 is not -0, so that no value is made twice or taken for another", () => {
  const made = memoised((n: number) => [1 / n]);
  expect(made(Number.NaN)).toBe(made(Number.NaN));
  expect(made(0)).toEqual([Infinity]);
  expect(made(-0)).toEqual([-Infinity]);
});

test("of more than are kept, the one asked for longest ago is forgotten", () => {
  const make = vi.fn((n: number) => ({ n }));
  const made = memoised(make, 2);
  const [one] = [made(1), made(2)];
  expect(made(1)).toBe(one);
  made(3);
  expect(made(1)).toBe(one);
  made(2);
  expect(make.mock.calls.map(([n]) => n)).toEqual([1, 2, 3, 2]);
});
