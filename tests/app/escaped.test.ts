/* Which faults are told of. */
import { expect, test, vi } from "vitest";
import { watchEscaped } from "../../src/app/failure/escaped.ts";

const thrown = (error: unknown): Event => Object.assign(new Event("error"), { error });
const rejected = (reason: unknown): Event => Object.assign(new Event("unhandledrejection"), { reason });

function heard(...events: readonly Event[]): number {
  const page = new EventTarget();
  const hear = vi.fn<() => void>();
  const stop = watchEscaped(page, hear);
  for (const event of events) page.dispatchEvent(event);
  stop();
  page.dispatchEvent(thrown(new Error("after it was stopped")));
  return hear.mock.calls.length;
}

test("a fault of ours is told of, thrown or rejected, once of each kind", () => {
  expect(heard(thrown(new TypeError("x is undefined")))).toBe(1);
  expect(heard(rejected(new RangeError("no photo")))).toBe(1);
  expect(heard(thrown(new TypeError("a")), thrown(new TypeError("a")), rejected(new TypeError("b")))).toBe(2);
});

test("what is harmless, hidden, given up or not ours is not", () => {
  const theirs = Object.assign(new Error("theirs"), { stack: "Error\n at chrome-extension://abc/content.js:1:1" });
  expect(
    heard(
      thrown(new Error("ResizeObserver loop completed with undelivered notifications.")),
      thrown(null),
      rejected(new DOMException("The user aborted a request.", "AbortError")),
      thrown(theirs),
    ),
  ).toBe(0);
});
