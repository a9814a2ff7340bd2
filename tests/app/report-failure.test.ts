/* What broke is told, but nothing of what nobody waits for any more. */
import { expect, test, vi } from "vitest";
import type { Saying } from "../../src/core/saying.ts";
import { TooLate } from "../../src/app/opening/too-late.ts";
import { reportFailure } from "../../src/app/report-failure.ts";
import { said } from "../../src/words/words.ts";
import { WorkerGone } from "../../src/workers/bridge/worker-gone.ts";

const told = (reason: unknown): readonly string[] => {
  const report = vi.fn<(says: Saying) => void>();
  reportFailure({ report }, "draw", reason);
  return report.mock.calls.map(([says]) => said(says));
};

test("a worker that died is told, with what to do", () => {
  expect(told(new WorkerGone("died"))).toEqual([expect.stringMatching(/could not be drawn.*save the plan/)]);
});

test("a worker that was let go with its client is not told", () => {
  expect(told(new WorkerGone("closed"))).toEqual([]);
  expect(told(new TooLate())).toEqual([]);
});
