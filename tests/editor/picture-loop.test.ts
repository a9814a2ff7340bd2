/* The picture loop: what is looked at comes first, nothing is drawn twice, and no bitmap is left open. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Scene } from "../../src/core/plan/scene.ts";
import { type Drawn, type Wanted, createPictureLoop } from "../../src/editor/picture-loop.ts";

const base = { level: 1, left: 0, top: 0, width: 10, height: 10 };
const detail = { level: 0, left: 4, top: 4, width: 8, height: 8 };
const scene = (seed: number) => ({ document: { seed } }) as Scene;

function bench() {
  const asked: string[] = [];
  const had: (number | null)[] = [];
  const open = new Set<object>();
  const shown = new Map<string, object | null>();
  const failures: unknown[] = [];
  const behind: boolean[] = [];
  let failing = false;
  let unsettled = false;
  const loop = createPictureLoop({
    draw: async (ask): Promise<Drawn> => {
      const rest = unsettled && ask.still ? " at rest" : "";
      asked.push(`${ask.frame.level}${ask.dots ? "" : " bare"} of ${ask.scene.document.seed}${rest}`);
      await Promise.resolve();
      if (failing) throw new Error("no memory");
      const bitmap = { close: () => open.delete(bitmap) };
      open.add(bitmap);
      const patch = { bitmap: bitmap as unknown as ImageBitmap, left: 0, top: 0 };
      had.push(ask.have);
      return {
        frame: ask.frame,
        patch,
        whole: ask.have === null,
        serial: had.length,
        dots: 7,
        complete: true,
        settled: !unsettled || !ask.dots || ask.still,
      };
    },
    show: (slot, drawn) => shown.set(slot, drawn?.patch?.bitmap ?? null),
    count: () => undefined,
    behind: (now) => behind.push(now),
    slow: () => undefined,
    fail: (reason) => failures.push(reason),
  });
  return {
    loop,
    asked,
    had,
    open,
    shown,
    failures,
    behind,
    fail: (next: boolean) => (failing = next),
    unsettle: () => (unsettled = true),
  };
}

const wanted = (density: number, change: Partial<Wanted> = {}): Wanted => ({
  scene: scene(density),
  base,
  detail: null,
  before: false,
  ...change,
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the picture loop", () => {
  test("lays the photo itself on a blank stage, and the dots right after it", async () => {
    const { loop, asked } = bench();
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toEqual(["1 bare of 1", "1 of 1"]);
  });

  test("leaves what is not looked at until all is still", async () => {
    const { loop, asked } = bench();
    loop.want(wanted(1, { detail }));
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toEqual(["1 bare of 1", "0 of 1"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(["1 bare of 1", "0 of 1", "1 of 1", "0 bare of 1"]);
  });

  test("draws the close-up before the dots of the whole photo under it", async () => {
    const { loop, asked } = bench();
    loop.want(wanted(1, { detail }));
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(["1 bare of 1", "0 of 1", "1 of 1", "0 bare of 1"]);
  });

  test("draws what has not settled once more when all is still, and not before", async () => {
    const { loop, asked, behind, unsettle } = bench();
    unsettle();
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(["1 bare of 1", "1 of 1"]);
    // A hand goes on: each step is drawn, none is waited for.
    loop.want(wanted(2));
    await vi.advanceTimersByTimeAsync(100);
    loop.want(wanted(3));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(["1 bare of 1", "1 of 1", "1 of 2", "1 of 3"]);
    expect(behind.at(-1)).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.slice(4)).toEqual(["1 of 3 at rest"]);
    expect(behind.at(-1)).toBe(false);
  });

  test("says which picture is there, so that only what differs is drawn; of another frame none is", async () => {
    const { loop, had } = bench();
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(500);
    loop.want(wanted(2));
    await vi.advanceTimersByTimeAsync(500);
    loop.want(wanted(2, { base: { ...base, width: 9 } }));
    await vi.advanceTimersByTimeAsync(20);
    expect(had.slice(0, 4)).toEqual([null, null, 2, null]);
  });

  test("does not draw the bare photo again for another plan", async () => {
    const { loop, asked } = bench();
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(500);
    loop.want(wanted(2));
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(["1 bare of 1", "1 of 1", "1 of 2"]);
  });

  test("draws the bare close-up first while before is held", async () => {
    const { loop, asked } = bench();
    const plan = scene(1);
    loop.want(wanted(1, { scene: plan }));
    await vi.advanceTimersByTimeAsync(500);
    loop.want(wanted(1, { scene: plan, detail, before: true }));
    await vi.advanceTimersByTimeAsync(20);
    expect(asked.at(-1)).toBe("0 bare of 1");
  });

  test("passes over what changed while it drew, and ends with the newest", async () => {
    const { loop, asked } = bench();
    for (const density of [1, 2, 3, 4]) loop.want(wanted(density));
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toEqual(["1 bare of 1", "1 of 4"]);
  });

  test("takes the close-up away when the whole photo is seen again", async () => {
    const { loop, shown } = bench();
    const plan = scene(1);
    loop.want(wanted(1, { scene: plan, detail }));
    await vi.advanceTimersByTimeAsync(500);
    loop.want(wanted(1, { scene: plan }));
    await vi.advanceTimersByTimeAsync(500);
    expect(shown.get("detail")).toBeNull();
    expect(shown.get("base")).not.toBeNull();
  });

  test("leaves no bitmap open once it is laid, and nothing on the stage when it stops", async () => {
    const { loop, open, shown } = bench();
    loop.want(wanted(1, { detail }));
    await vi.advanceTimersByTimeAsync(500);
    expect([...shown.values()].filter((bitmap) => bitmap !== null)).toHaveLength(4);
    expect(open.size).toBe(0);
    loop.want(wanted(2, { detail }));
    loop.stop();
    await vi.advanceTimersByTimeAsync(500);
    expect([...shown.values()].every((bitmap) => bitmap === null)).toBe(true);
    expect(open.size).toBe(0);
  });

  test("says that it is slow only while it is, and not after it has stopped", async () => {
    const told: boolean[] = [];
    const loop = createPictureLoop({
      draw: () => new Promise(() => undefined),
      show: () => undefined,
      count: () => undefined,
      behind: () => undefined,
      slow: (slow) => told.push(slow),
      fail: () => undefined,
    });
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([true]);
    loop.stop();
    expect(told.at(-1)).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([true, false]);
  });

  test("is behind from a change until the picture that is looked at is there, whatever else is to come", async () => {
    const { loop, behind, shown, fail } = bench();
    loop.want(wanted(1, { detail }));
    expect(behind).toEqual([true]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(behind).toEqual([true, false]);
    loop.want(wanted(1, { detail, before: true }));
    expect(behind).toEqual([true, false]);
    loop.want(wanted(2));
    await vi.advanceTimersByTimeAsync(20);
    expect(behind).toEqual([true, false, true, false]);
    expect(shown.get("base")).not.toBeNull();
    fail(true);
    loop.want(wanted(3));
    await vi.advanceTimersByTimeAsync(20);
    expect(behind.at(-1)).toBe(false);
    fail(false);
    loop.want(wanted(4));
    loop.stop();
    expect(behind.slice(-2)).toEqual([true, false]);
  });

  test("says once that it failed, and tries again with the next change", async () => {
    const { loop, failures, asked, fail } = bench();
    fail(true);
    loop.want(wanted(1));
    await vi.advanceTimersByTimeAsync(500);
    expect(failures).toHaveLength(1);
    fail(false);
    loop.want(wanted(2));
    await vi.advanceTimersByTimeAsync(20);
    expect(asked.at(-1)).toBe("1 of 2");
  });
});
