/* A copy takes over the equal parts of the one before it. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { areEqual, withEqualParts } from "../../src/core/equal-parts.ts";

const anything = fc.jsonValue({ maxDepth: 4 });

test("a copy of a thing gives the thing itself back", () => {
  fc.assert(
    fc.property(anything, (thing) => {
      expect(withEqualParts(thing, structuredClone(thing))).toBe(thing);
    }),
  );
});

test("whatever came before, the value is the one that came now", () => {
  fc.assert(
    fc.property(anything, anything, (past, next) => {
      expect(withEqualParts(past, next)).toEqual(next);
    }),
  );
});

test("only what lies on the way to a change is new", () => {
  const past = { document: { views: [{ pose: { yaw: 1 } }, { pose: { yaw: 2 } }], vault: { a: 1 } }, cursor: { n: 1 } };
  const next = structuredClone(past);
  next.document.views[1].pose.yaw = 3;
  const taken = withEqualParts(past, next);
  expect(taken.document.views[0]).toBe(past.document.views[0]);
  expect(taken.document.vault).toBe(past.document.vault);
  expect(taken.cursor).toBe(past.cursor);
  expect(taken.document.views[1]).not.toBe(past.document.views[1]);
  expect(past.document.views[1].pose.yaw).toBe(2);
});

test("a part that has gone, or has come as undefined, is a change", () => {
  const past: { a?: number | undefined; b: number } = { a: undefined, b: 1 };
  expect(withEqualParts(past, { b: 1 })).not.toBe(past);
  expect(Object.keys(withEqualParts(past, { b: 1 }))).toEqual(["b"]);
  expect(withEqualParts([1, 2], [1])).toEqual([1]);
});

test("what is no plain object or list is equal only to itself", () => {
  const [one, other] = [Uint8Array.of(1), Uint8Array.of(1)];
  expect(withEqualParts({ one }, { one: other }).one).toBe(other);
  expect(areEqual({ one }, { one: other })).toBe(false);
  expect(areEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
});
