/* When the newest is written: within a second, one write at a time, and never an older one after it. */
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { err, ok, type Result } from "../../src/core/result.ts";
import { type Keeping, createKeeper, guardLeaving } from "../../src/records/records.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A keeper of numbers over a disk that takes `takes` ms and fails when told. */
function keeperOver(takes: number) {
  const disk = { written: [] as number[], at: 0, most: 0, under: 0, fails: false };
  const told: Keeping<"full">[] = [];
  const write = async (value: number): Promise<Result<unknown, "full">> => {
    disk.most = Math.max(disk.most, ++disk.under);
    await new Promise((done) => setTimeout(done, takes));
    disk.under--;
    if (disk.fails) return err("full");
    disk.written.push(value);
    disk.at = Date.now();
    return ok(undefined);
  };
  const keeper = createKeeper<number, "full">(0, write, (keeping) => told.push(keeping));
  return { keeper, disk, told };
}

describe("a keeper", () => {
  test("writes what was changed last within a second, however often it changes", async () => {
    const { keeper, disk, told } = keeperOver(30);
    for (let value = 1; value <= 200; value++) {
      keeper.keep(value);
      await vi.advanceTimersByTimeAsync(16);
    }
    const last = Date.now();
    expect(disk.written.length).toBeGreaterThan(4);
    expect(disk.written.length).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.written.at(-1)).toBe(200);
    expect(disk.at - last).toBeLessThan(1000);
    expect(told.at(-1)).toEqual({ state: "kept" });
  });

  test("for any changes, flushes, failures and pauses has one write in flight, none older after a newer, and ends with the newest", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("keep" as const) }),
      fc.record({ do: fc.constant("flush" as const) }),
      fc.record({ do: fc.constant("fail" as const), on: fc.boolean() }),
      fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 900 }) }),
    );
    const law = fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 0, max: 700 }),
      async (steps, takes) => {
        const { keeper, disk, told } = keeperOver(takes);
        let newest = 0;
        for (const one of steps) {
          if (one.do === "keep") keeper.keep(++newest);
          else if (one.do === "flush") keeper.flush();
          else if (one.do === "fail") disk.fails = one.on;
          else await vi.advanceTimersByTimeAsync(one.ms);
        }
        await vi.advanceTimersByTimeAsync(5000);
        const failed = newest > 0 && disk.written.at(-1) !== newest;
        expect(told.at(-1)?.state ?? "kept").toBe(failed ? "failed" : "kept");
        disk.fails = false;
        keeper.flush();
        await vi.advanceTimersByTimeAsync(1000);
        expect(disk.most).toBeLessThanOrEqual(1);
        expect(disk.written).toEqual([...new Set(disk.written)].toSorted((a, b) => a - b));
        expect(disk.written.at(-1) ?? 0).toBe(newest);
        expect(told.at(-1) ?? { state: "kept" }).toEqual({ state: "kept" });
      },
    );
    await expect(fc.assert(law, { numRuns: 300 })).resolves.toBeUndefined();
  });

  test("says that it is waiting from the first change on, and that it failed, and why", async () => {
    const { keeper, disk, told } = keeperOver(10);
    disk.fails = true;
    keeper.keep(1);
    expect(told).toEqual([{ state: "waiting" }]);
    await vi.advanceTimersByTimeAsync(500);
    expect(told.at(-1)).toEqual({ state: "failed", reason: "full" });
    disk.fails = false;
    keeper.keep(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(told.at(-1)).toEqual({ state: "kept" });
  });

  test("does not write what is as it was", async () => {
    const { keeper, disk, told } = keeperOver(10);
    keeper.keep(0);
    keeper.flush();
    await vi.advanceTimersByTimeAsync(2000);
    expect(disk.written).toEqual([]);
    expect(told).toEqual([]);
  });

  test("begins to write at once when it is flushed, and again when the write under way was of an older one", async () => {
    const { keeper, disk } = keeperOver(50);
    keeper.keep(1);
    keeper.flush();
    expect(disk.under).toBe(1);
    keeper.keep(2);
    keeper.flush();
    await vi.advanceTimersByTimeAsync(101);
    expect(disk.written).toEqual([1, 2]);
  });
});

describe("leaving", () => {
  const leave = (page: EventTarget): boolean => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));

  test("asks only while something would be lost, and writes it meanwhile", () => {
    const page = new EventTarget();
    const flush = vi.fn<() => void>();
    const setSafe = guardLeaving(page, flush);
    expect(leave(page)).toBe(true);
    setSafe(false);
    setSafe(false);
    expect(leave(page)).toBe(false);
    expect(flush).toHaveBeenCalledTimes(1);
    setSafe(true);
    expect(leave(page)).toBe(true);
  });

  test("writes at once when the page is hidden or goes", () => {
    const page = new EventTarget();
    const flush = vi.fn<() => void>();
    guardLeaving(page, flush);
    page.dispatchEvent(new Event("visibilitychange"));
    page.dispatchEvent(new Event("pagehide"));
    expect(flush).toHaveBeenCalledTimes(2);
  });
});
