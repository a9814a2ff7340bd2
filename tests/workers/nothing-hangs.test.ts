/* The law of it all: however questions, answers, changes of mind and deaths come, each question ends once, with its own
   answer or with a reason of its own. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSupervised } from "../../src/workers/bridge/supervised.ts";
import { WorkerGone } from "../../src/workers/bridge/worker-gone.ts";
import { type TestWorker, type Words, startWorker } from "./talk.ts";

type Step = { readonly does: "ask" | "answer" | "give up" | "die" | "rest"; readonly which: number };

const step = fc.record<Step>({
  does: fc.constantFrom("ask", "ask", "answer", "give up", "die", "rest"),
  which: fc.nat(7),
});

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("every question ends, with its own answer or its own reason", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const workers: TestWorker[] = [];
      let deaths = 0;
      const { ask, close } = createSupervised<Words>(
        () => {
          workers.push(startWorker());
          return workers[workers.length - 1].port;
        },
        (again) => again("echo", "photo").then(() => undefined),
      );
      const asked: { stop: AbortController; outcome: Promise<unknown>; aborted: boolean }[] = [];
      const newest = (): TestWorker => workers[workers.length - 1];
      const answerAll = (): void => {
        for (const { question, answer } of newest().waiting) answer(`answer to ${question}`);
      };
      for (const { does, which } of steps) {
        if (does === "ask") {
          const stop = new AbortController();
          const answer = ask("wait", String(asked.length), { signal: stop.signal });
          asked.push({ stop, aborted: false, outcome: answer.catch((reason: unknown) => reason) });
        } else if (does === "answer") {
          const one = newest().waiting[which];
          one?.answer(`answer to ${one.question}`);
        } else if (does === "give up" && asked[which]) {
          asked[which].aborted = true;
          asked[which].stop.abort(`nobody wants ${which}`);
        } else if (does === "die") {
          deaths += 1;
          newest().die();
        } else await rest();
      }
      const all = Promise.all(asked.map(({ outcome }) => outcome));
      const waiting = Symbol("waiting");
      let now: unknown = waiting;
      for (let turn = 0; turn < 200 && now === waiting; turn++) {
        answerAll();
        await rest();
        now = await Promise.race([all, Promise.resolve(waiting)]);
      }
      expect(now, "nobody waits").not.toBe(waiting);
      for (const [i, outcome] of (await all).entries()) {
        // One death alone costs nobody his answer.
        const reasons = outcome instanceof WorkerGone && outcome.kind === "died" && deaths > 1;
        const own = outcome === `answer to ${i}` || (asked[i].aborted && outcome === `nobody wants ${i}`);
        expect(own || reasons, `${i}: ${String(outcome)}`).toBe(true);
      }
      close();
    }),
    { numRuns: 60 },
  );
});
