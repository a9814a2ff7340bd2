/* The time limit of a reading: what is fetched for it does not count, and what did not come is told from what broke. */
import { beforeEach, expect, test, vi } from "vitest";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { readPerson } from "../../src/workers/face-host.ts";
import { NotFetched } from "../../src/workers/not-fetched.ts";

/** A worker whose words are the test's. */
class QuietWorker extends EventTarget {
  static last: QuietWorker;
  asked = 0;
  ended = false;
  constructor() {
    super();
    QuietWorker.last = this;
  }
  postMessage({ id }: { id?: number }): void {
    this.asked = id ?? this.asked;
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: object): void {
    this.dispatchEvent(new MessageEvent("message", { data: { id: this.asked, ...data } }));
  }
}

let limits: AbortController[] = [];
beforeEach(() => {
  limits = [];
  vi.stubGlobal("Worker", QuietWorker);
  vi.stubGlobal("document", { baseURI: "https://stubble.example/" });
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    limits.push(new AbortController());
    return limits[limits.length - 1].signal;
  });
});

function read(signal = new AbortController().signal) {
  const reading = readPerson(pixelBuffer(2, 2), signal, () => {});
  // Looked at when it is over.
  reading.catch(() => {});
  return { reading, worker: QuietWorker.last };
}

test("time is counted from when all is fetched, and once", async () => {
  const { reading, worker } = read();
  expect(limits).toHaveLength(0);
  worker.say({ share: 0.6 });
  worker.say({ share: 0.8 });
  expect(limits).toHaveLength(1);
  limits[0].abort(new DOMException("too long", "TimeoutError"));
  await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
  expect(worker.ended).toBe(true);
});

test("what breaks before that was not fetched; what breaks after it is told as it is", async () => {
  const early = read();
  early.worker.say({ failure: { name: "Error", message: "the model selfie is not there" } });
  await expect(early.reading).rejects.toBeInstanceOf(NotFetched);

  const late = read();
  late.worker.say({ share: 0.6 });
  late.worker.say({ failure: { name: "RangeError", message: "out of memory" } });
  await expect(late.reading).rejects.toMatchObject({ name: "RangeError", message: "out of memory" });

  const lost = read();
  lost.worker.dispatchEvent(new Event("error"));
  await expect(lost.reading).rejects.toBeInstanceOf(NotFetched);
});

test("what was given up while it was fetched is given up, and no fault", async () => {
  const stop = new AbortController();
  const { reading } = read(stop.signal);
  stop.abort();
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
});
