/* The bridge alone, over a channel: whoever asks is answered, or hears why not. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { BEAT, SILENT_BEATS, createBridge } from "../../src/workers/bridge/bridge.ts";
import type { Reply } from "../../src/workers/bridge/messages.ts";
import { WorkerGone } from "../../src/workers/bridge/worker-gone.ts";
import { PATIENT, type TestWorker, type Words, startWorker } from "./talk.ts";

function bridged(more: Parameters<typeof startWorker>[0] = {}) {
  const worker = startWorker(more);
  const gone: string[] = [];
  const bridge = createBridge<Words>(worker.port, ({ kind }) => gone.push(kind));
  return { ...bridge, worker, gone };
}

/** The question that the worker is busy with. */
const busyWith = async ({ waiting }: TestWorker, question: string) =>
  vi.waitFor(() => {
    const found = waiting.find((one) => one.question === question);
    if (!found) throw new Error(`${question} has not been begun`);
    return found;
  }, PATIENT);

/** A part that can be handed over and is closed as a bitmap is: a port, whose other end hears of it. */
function breakable() {
  const { port1, port2: part } = new MessageChannel();
  const closed = new Promise((resolve) => {
    port1.addEventListener("close", resolve);
  });
  return { part, closed };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a question", () => {
  test("is answered", async () => {
    const { ask } = bridged();
    expect(await ask("echo", "head")).toBe("head");
  });

  test("is begun in its turn, and answered when it is done", async () => {
    const { ask, worker } = bridged();
    const slow = ask("wait", "slow");
    const quick = ask("echo", "quick");
    expect(await quick).toBe("quick");
    expect(worker.heard).toEqual(["slow", "quick"]);
    (await busyWith(worker, "slow")).answer("done");
    expect(await slow).toBe("done");
  });

  test("hears how far its own answer is", async () => {
    const { ask, worker } = bridged();
    const shares: number[] = [];
    const others: number[] = [];
    const asked = ask("wait", "mine", { progress: (share) => shares.push(share) });
    const other = ask("wait", "other", { progress: (share) => others.push(share) });
    const mine = await busyWith(worker, "mine");
    for (const share of [0.25, 0.5, 1]) mine.progress(share);
    mine.answer("done");
    await asked;
    mine.progress(2);
    (await busyWith(worker, "other")).answer("done");
    await other;
    expect(shares).toEqual([0.25, 0.5, 1]);
    expect(others).toEqual([]);
  });

  test("hands its parts over, and so does the answer", async () => {
    const { ask } = bridged();
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await ask("sum", bytes, { transfer: [bytes.buffer] })).toBe(6);
    expect(bytes.length).toBe(0);
    expect(await ask("fill", 4)).toEqual(new Uint8Array([7, 7, 7, 7]));
  });

  test("rejects with name and message of what the worker threw, and the next one is answered", async () => {
    const { ask } = bridged();
    const refused = ask("throw", "RangeError");
    await expect(refused).rejects.toBeInstanceOf(Error);
    await expect(refused).rejects.toMatchObject({ name: "RangeError", message: "no such level" });
    const stopped = ask("throw", "AbortError");
    await expect(stopped).rejects.toMatchObject({ name: "AbortError", message: "stopped there" });
    await expect(ask("throw", "text")).rejects.toMatchObject({ name: "Error", message: "only text" });
    expect(await ask("echo", "still here")).toBe("still here");
  });

  test("that nobody answers is refused by its name", async () => {
    const { ask } = bridged();
    await expect(ask("toString" as "echo", "x")).rejects.toMatchObject({ name: "RangeError", message: /toString/ });
  });

  test("that cannot be carried over is refused, and leaves nothing waiting", async () => {
    const { ask, close, gone } = bridged();
    await expect(ask("echo", (() => "x") as unknown as string)).rejects.toMatchObject({ name: "DataCloneError" });
    expect(await ask("echo", "next")).toBe("next");
    close();
    expect(gone).toEqual([]);
  });

  test("whose answer cannot be carried over is refused, and what would have been handed over is closed", async () => {
    const close = vi.fn();
    const bitmap = { close } as unknown as ImageBitmap;
    const answer = (() => "x") as unknown as string;
    const { ask } = bridged({ echo: () => ({ answer, transfer: [bitmap] }) });
    await expect(ask("echo", "x")).rejects.toBeInstanceOf(Error);
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("a question that is given up", () => {
  test("before it was asked is never sent", async () => {
    const { ask, worker } = bridged();
    const reason = new Error("a newer file");
    await expect(ask("echo", "unasked", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await ask("echo", "next");
    expect(worker.heard).toEqual(["next"]);
  });

  test("before its turn is never begun", async () => {
    const { ask, worker } = bridged();
    const giveUp = new AbortController();
    const first = ask("echo", "first");
    const second = ask("echo", "second", { signal: giveUp.signal });
    giveUp.abort();
    await expect(second).rejects.toBe(giveUp.signal.reason);
    await first;
    await ask("echo", "third");
    expect(worker.heard).toEqual(["first", "third"]);
  });

  test("rejects at once with the signal's reason, and the worker is told", async () => {
    const { ask, worker } = bridged();
    const giveUp = new AbortController();
    const asked = ask("wait", "long", { signal: giveUp.signal });
    const { signal } = await busyWith(worker, "long");
    const reason = new Error("no longer wanted");
    giveUp.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await vi.waitFor(() => expect(signal.aborted).toBe(true), PATIENT);
  });

  test("has its late answer closed where it was made, and nothing is sent", async () => {
    const { ask, worker } = bridged();
    const said: Reply[] = [];
    worker.port.addEventListener("message", ({ data }: MessageEvent<Reply>) => said.push(data));
    const giveUp = new AbortController();
    const asked = ask("wait", "picture", { signal: giveUp.signal });
    const { signal, answer } = await busyWith(worker, "picture");
    giveUp.abort();
    await expect(asked).rejects.toBe(giveUp.signal.reason);
    await vi.waitFor(() => expect(signal.aborted).toBe(true), PATIENT);
    const picture = breakable();
    answer("late", [picture.part]);
    await picture.closed;
    await ask("echo", "next");
    expect(said.filter((reply) => "answer" in reply)).toMatchObject([{ answer: "next" }]);
  });

  test("has an answer that was under way closed where it arrives", async () => {
    const { port1: port, port2: inside } = new MessageChannel();
    const { ask } = createBridge<Words>(port);
    const giveUp = new AbortController();
    const asked = ask("wait", "picture", { signal: giveUp.signal });
    giveUp.abort();
    await expect(asked).rejects.toBe(giveUp.signal.reason);
    const { part, closed } = breakable();
    inside.postMessage({ id: 1, answer: part, handed: [part] } satisfies Reply, [part]);
    await closed;
  });

  test("after it was answered disturbs nobody", async () => {
    const { ask, worker } = bridged();
    const giveUp = new AbortController();
    expect(await ask("echo", "early", { signal: giveUp.signal })).toBe("early");
    const other = ask("wait", "other");
    giveUp.abort();
    const { answer, signal } = await busyWith(worker, "other");
    answer("undisturbed");
    expect(await other).toBe("undisturbed");
    expect(signal.aborted).toBe(false);
  });
});

describe("a worker that is gone", () => {
  test("without a word leaves nobody waiting, then or later", async () => {
    const { ask, worker, gone } = bridged();
    const first = ask("wait", "first");
    const second = ask("wait", "second");
    await busyWith(worker, "second");
    worker.die();
    await expect(first).rejects.toMatchObject({ name: "WorkerGone", kind: "died" });
    await expect(second).rejects.toBeInstanceOf(WorkerGone);
    await expect(ask("echo", "later")).rejects.toMatchObject({ kind: "died" });
    expect(gone).toEqual(["died"]);
  });

  test("because it was let go says that, to those who asked and to nobody else", async () => {
    const { ask, close, gone } = bridged();
    const asked = ask("wait", "x");
    close();
    await expect(asked).rejects.toMatchObject({ kind: "closed" });
    await expect(ask("echo", "y")).rejects.toMatchObject({ kind: "closed" });
    expect(gone).toEqual([]);
  });

  test.each([
    ["not-started", "before its first word", false],
    ["faulted", "outside of any question", true],
  ] as const)("is called %s when it fails %s", async (kind, _, greeted) => {
    const port = greeted ? startWorker().port : new MessageChannel().port1;
    const bridge = createBridge<Words>(port);
    if (greeted) await bridge.ask("echo", "good day");
    const asked = bridge.ask("wait", "x");
    port.dispatchEvent(Object.assign(new Event("error"), { message: "boom" }));
    await expect(asked).rejects.toMatchObject({ kind });
    await expect(asked).rejects.toThrow(/boom/);
  });

  test("of a message that could not be read, on this side or on that, says so", async () => {
    const here = bridged();
    const asked = here.ask("wait", "x");
    here.worker.port.dispatchEvent(new Event("messageerror"));
    await expect(asked).rejects.toMatchObject({ kind: "unreadable" });
    const there = bridged();
    const askedThere = there.ask("wait", "x");
    there.worker.say({ unreadable: true });
    await expect(askedThere).rejects.toMatchObject({ kind: "unreadable" });
  });

  test("is known by the lock that nobody holds any more", async () => {
    const { locks, held } = lockManager();
    vi.stubGlobal("navigator", { locks });
    const { ask, worker } = bridged();
    const asked = ask("wait", "x");
    await busyWith(worker, "x");
    expect(held.size).toBe(1);
    const [free] = held.values();
    free();
    await expect(asked).rejects.toMatchObject({ kind: "died" });
  });

  test("is known by its silence where there are no locks", async () => {
    const { ask, worker } = bridged();
    await ask("echo", "good day");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const asked = ask("wait", "x");
    const reason = asked.catch((thrown: unknown) => thrown);
    await busyWith(worker, "x");
    // All at one blow, so that no answer to a ping comes between.
    vi.advanceTimersByTime(BEAT * SILENT_BEATS);
    expect(await reason).toMatchObject({ kind: "silent" });
  });

  test("is not what a worker that answers pings is taken for, however long a question takes", async () => {
    const { ask, worker } = bridged();
    await ask("echo", "good day");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const asked = ask("wait", "x");
    const { answer } = await busyWith(worker, "x");
    for (let beat = 0; beat < 3 * SILENT_BEATS; beat++) {
      vi.advanceTimersByTime(BEAT);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    answer("at last");
    expect(await asked).toBe("at last");
    expect(vi.getTimerCount(), "no beat without a question").toBe(0);
  });
});

/** Locks as the browser gives them: one holder each, the others wait. `held` ends a holder, as its death does. */
function lockManager() {
  const held = new Map<string, () => void>();
  const waiting = new Map<string, () => void>();
  const take = (name: string, granted: () => unknown): void => {
    held.set(name, () => {
      held.delete(name);
      waiting.get(name)?.();
      waiting.delete(name);
    });
    granted();
  };
  const locks = {
    request: async (name: string, ...rest: unknown[]): Promise<void> => {
      const granted = rest.at(-1) as () => unknown;
      await Promise.resolve();
      if (held.has(name)) waiting.set(name, () => take(name, granted));
      else take(name, granted);
    },
  };
  return { locks, held };
}
