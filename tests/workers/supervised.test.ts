/* A worker that dies is started anew and the work goes on, or a reason is given; nobody waits for ever. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { FORGIVING, createSupervised } from "../../src/workers/bridge/supervised.ts";
import { PATIENT, type TestWorker, type Words, startWorker } from "./talk.ts";

function supervised(revived: (time: number) => Promise<void> = () => Promise.resolve()) {
  const workers: TestWorker[] = [];
  let times = 0;
  const worker = createSupervised<Words>(
    () => {
      workers.push(startWorker());
      return workers[workers.length - 1].port;
    },
    async (ask) => {
      times += 1;
      await revived(times);
      await ask("echo", "photo");
    },
  );
  return { ...worker, workers };
}

/** The question has been begun by the worker of that number. */
async function begun(workers: readonly TestWorker[], number: number, question: string) {
  return vi.waitFor(() => {
    const found = workers[number]?.waiting.find((one) => one.question === question);
    if (!found) throw new Error(`${question} has not been begun by worker ${number}`);
    return found;
  }, PATIENT);
}

afterEach(() => vi.restoreAllMocks());

/** From now on, so many milliseconds more have passed. */
function later(milliseconds: number): void {
  const now = performance.now() + milliseconds;
  vi.spyOn(performance, "now").mockImplementation(() => now);
}

describe("a worker that dies", () => {
  test("is started anew with what it held, and what was waiting is asked once more, in its order", async () => {
    const { ask, workers } = supervised();
    const first = ask("wait", "first");
    const second = ask("wait", "second");
    await begun(workers, 0, "second");
    workers[0].die();
    (await begun(workers, 1, "first")).answer("1");
    (await begun(workers, 1, "second")).answer("2");
    expect([await first, await second]).toEqual(["1", "2"]);
    expect(workers[1].heard).toEqual(["photo", "first", "second"]);
    expect(workers[0].heard, "the first one had nothing to be told").toEqual(["first", "second"]);
  });

  test("keeps the order of questions, whether they can be given up or not, before it dies and after", async () => {
    const { ask, workers } = supervised();
    const { signal } = new AbortController();
    const asked = ["0", "1", "2", "3"].map((name, i) => ask("wait", name, i % 2 === 0 ? { signal } : {}));
    await begun(workers, 0, "3");
    expect(workers[0].heard).toEqual(["0", "1", "2", "3"]);
    workers[0].die();
    const later = ["4", "5"].map((name, i) => ask("wait", name, i % 2 === 0 ? { signal } : {}));
    for (const name of ["0", "1", "2", "3", "4", "5"]) (await begun(workers, 1, name)).answer(name);
    await Promise.all([...asked, ...later]);
    // Asked before the death was heard of, the later ones are among those that are asked once more.
    expect(workers[1].heard).toEqual(["photo", "0", "1", "2", "3", "4", "5"]);
  });

  test("while nobody waits is started anew as well", async () => {
    const { ask, workers } = supervised();
    await ask("echo", "good day");
    workers[0].die();
    await vi.waitFor(() => expect(workers[1]?.heard).toEqual(["photo"]), PATIENT);
    expect(await ask("echo", "again")).toBe("again");
    expect(workers).toHaveLength(2);
  });

  test("keeps questions that come meanwhile until what it held is back", async () => {
    let back = (): void => {};
    const { ask, workers } = supervised(
      () =>
        new Promise((resolve) => {
          back = resolve;
        }),
    );
    const waiting = ask("wait", "waiting");
    await begun(workers, 0, "waiting");
    workers[0].die();
    await vi.waitFor(() => expect(workers).toHaveLength(2), PATIENT);
    const meanwhile = ask("echo", "meanwhile");
    const giveUp = new AbortController();
    const unwanted = ask("echo", "unwanted", { signal: giveUp.signal });
    giveUp.abort();
    await expect(unwanted, "given up while nothing can be asked").rejects.toBe(giveUp.signal.reason);
    expect(workers[1].heard).toEqual([]);
    back();
    expect(await meanwhile).toBe("meanwhile");
    expect(workers[1].heard).toEqual(["photo", "waiting", "meanwhile"]);
    (await begun(workers, 1, "waiting")).answer("done");
    expect(await waiting).toBe("done");
  });

  test("twice within a minute gives a reason, and the next question tries again", async () => {
    const { ask, workers } = supervised();
    const asked = ask("wait", "deadly");
    await begun(workers, 0, "deadly");
    workers[0].die();
    await begun(workers, 1, "deadly");
    const other = ask("wait", "other");
    await begun(workers, 1, "other");
    workers[1].die();
    await expect(asked).rejects.toMatchObject({ name: "WorkerGone", kind: "died" });
    await expect(other).rejects.toMatchObject({ kind: "died" });
    expect(workers).toHaveLength(2);
    expect(await ask("echo", "next")).toBe("next");
    expect(workers[2].heard).toEqual(["photo", "next"]);
  });

  test("again much later is forgiven again, but no question is asked a third time", async () => {
    const { ask, workers } = supervised();
    const asked = ask("wait", "deadly");
    await begun(workers, 0, "deadly");
    workers[0].die();
    await begun(workers, 1, "deadly");
    const young = ask("wait", "young");
    await begun(workers, 1, "young");
    later(FORGIVING);
    workers[1].die();
    await expect(asked).rejects.toMatchObject({ kind: "died" });
    (await begun(workers, 2, "young")).answer("done");
    expect(await young).toBe("done");
    expect(workers[2].heard).toEqual(["photo", "young"]);
  });

  test("takes what was handed over with it, unless it can be made again", async () => {
    const { ask, workers } = supervised();
    const lost = new Uint8Array([1, 2]);
    const kept = new Uint8Array([3, 4]);
    await ask("echo", "good day");
    workers[0].die();
    const asked = ask("sum", lost, { transfer: [lost.buffer] });
    const again = async () => {
      const question = new Uint8Array([3, 4]);
      return { question, transfer: [question.buffer] };
    };
    const remade = ask("sum", kept, { transfer: [kept.buffer], again });
    await expect(asked).rejects.toMatchObject({ kind: "died" });
    expect(await remade).toBe(7);
  });

  test("and cannot be given back what it held says so, and the next question tries again", async () => {
    const { ask, workers } = supervised((time) =>
      time === 1 ? Promise.reject(new Error("the file is gone")) : Promise.resolve(),
    );
    const asked = ask("wait", "waiting");
    await begun(workers, 0, "waiting");
    workers[0].die();
    await expect(asked).rejects.toMatchObject({ kind: "not-revived", cause: { message: "the file is gone" } });
    expect(await ask("echo", "next")).toBe("next");
    expect(workers).toHaveLength(3);
  });

  test("while it is being given back what it held gives a reason", async () => {
    const { ask, workers } = supervised(async () => workers[1].die());
    const asked = ask("wait", "waiting");
    await begun(workers, 0, "waiting");
    workers[0].die();
    await expect(asked).rejects.toMatchObject({ kind: "died" });
    expect(workers).toHaveLength(2);
  });
});

describe("a worker that is let go", () => {
  test("is not started anew, and nobody waits for it", async () => {
    const { ask, close, workers } = supervised();
    const asked = ask("wait", "x");
    close();
    await expect(asked).rejects.toMatchObject({ kind: "closed" });
    await expect(ask("echo", "y")).rejects.toMatchObject({ kind: "closed" });
    expect(workers).toHaveLength(1);
  });

  test("while it is being given back what it held leaves nobody waiting", async () => {
    const { ask, close, workers } = supervised(() => new Promise(() => {}));
    const asked = ask("wait", "x");
    await begun(workers, 0, "x");
    workers[0].die();
    await vi.waitFor(() => expect(workers).toHaveLength(2), PATIENT);
    close();
    await expect(asked).rejects.toMatchObject({ kind: "closed" });
  });
});
