/* Of what comes too fast only the newest counts. */
import { describe, expect, test } from "vitest";
import { newest } from "../../src/workers/bridge/newest.ts";

function slowly() {
  const asked: string[] = [];
  const pending: { resolve: (answer: string) => void; reject: (reason: Error) => void }[] = [];
  const ask = newest((question: string) => {
    asked.push(question);
    return new Promise<string>((resolve, reject) => {
      pending.push({ resolve, reject });
    });
  });
  return { ask, asked, pending };
}

describe("of several questions at once", () => {
  test("the first and the newest are asked, and the others resolve to null", async () => {
    const { ask, asked, pending } = slowly();
    const answers = ["a", "b", "c", "d"].map(ask);
    expect(asked).toEqual(["a"]);
    expect(await Promise.all(answers.slice(1, 3))).toEqual([null, null]);
    pending[0].resolve("A");
    expect(await answers[0]).toBe("A");
    expect(asked).toEqual(["a", "d"]);
    pending[1].resolve("D");
    expect(await answers[3]).toBe("D");
  });

  test("one that fails keeps the next from nothing", async () => {
    const { ask, asked, pending } = slowly();
    const first = ask("a");
    const second = ask("b");
    pending[0].reject(new Error("no memory"));
    await expect(first).rejects.toThrow("no memory");
    expect(asked).toEqual(["a", "b"]);
    pending[1].resolve("B");
    expect(await second).toBe("B");
    const third = ask("c");
    expect(asked).toEqual(["a", "b", "c"]);
    pending[2].resolve("C");
    expect(await third).toBe("C");
  });
});
