/* Long work that lets others in between. */
import { expect, test, vi } from "vitest";
import { inTurns } from "../../src/workers/bridge/in-turns.ts";

/** Steps of so many milliseconds each. */
function* steps(count: number, milliseconds: number, done: () => void = () => {}): Generator<number, string> {
  for (let i = 0; i < count; i++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    done();
    yield i / count;
  }
  return "done";
}

test("long work tells how far it is, and others have their turn meanwhile", async () => {
  const shares: number[] = [];
  let others = 0;
  const timer = setInterval(() => (others += 1), 0);
  const task = { signal: new AbortController().signal, progress: (share: number) => shares.push(share) };
  expect(await inTurns(steps(4, 35), task)).toBe("done");
  clearInterval(timer);
  expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
  expect(others).toBeGreaterThan(0);
});

test("short steps are not interrupted one by one", async () => {
  const progress = vi.fn();
  expect(await inTurns(steps(100, 0), { signal: new AbortController().signal, progress })).toBe("done");
  expect(progress.mock.calls.length).toBeLessThan(10);
});

test("work that is given up ends at its next turn with the signal's reason", async () => {
  const giveUp = new AbortController();
  const done = vi.fn();
  const work = inTurns(steps(100, 35, done), { signal: giveUp.signal, progress: () => giveUp.abort("enough") });
  await expect(work).rejects.toBe("enough");
  expect(done).toHaveBeenCalledOnce();
});
