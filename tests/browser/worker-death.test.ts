/* Real workers, really ended: the page hears of it at once, says why, and goes on. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { USUAL_LENS } from "../../src/core/head/camera.ts";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { startView } from "../../src/app/opening/start-view.ts";
import { readPhotoAside } from "../../src/intake/decode-host.ts";
import { createBridge } from "../../src/workers/bridge/bridge.ts";
import { startPictureHost } from "../../src/workers/host.ts";
import type { MortalQuestions } from "./workers/mortal.ts";

afterEach(() => vi.unstubAllGlobals());

function mortal() {
  const worker = new Worker(new URL("./workers/mortal.ts", import.meta.url), { type: "module" });
  return { worker, ...createBridge<MortalQuestions>(worker) };
}

/** Milliseconds in which a death must be heard of, far below the two minutes of silence. */
const SOON = 30_000;

const goneOf = (asked: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    asked.then(
      () => "answered",
      ({ name, kind }: { readonly name: string; readonly kind: string }) => `${name} ${kind}`,
    ),
    new Promise((resolve) => setTimeout(resolve, SOON, "nothing was heard")),
  ]);

describe("a worker", () => {
  it("that is ended behind the bridge's back has died, for what waits and for what comes", async () => {
    const { worker, ask } = mortal();
    await ask("echo", "good day");
    const asked = [ask("wait", null), ask("compute", 60_000)];
    worker.terminate();
    expect(await Promise.all(asked.map(goneOf))).toEqual(["WorkerGone died", "WorkerGone died"]);
    expect(await goneOf(ask("echo", "later"))).toBe("WorkerGone died");
  });

  it("that ends itself in its very first question has died", async () => {
    expect(await goneOf(mortal().ask("end", null))).toBe("WorkerGone died");
  });

  it("that throws where no question is being answered is at fault, and is ended", async () => {
    const { worker, ask } = mortal();
    const ended = vi.spyOn(worker, "terminate");
    expect(await goneOf(ask("fault", null))).toBe("WorkerGone faulted");
    expect(ended).toHaveBeenCalledOnce();
  });

  it("that fails at load, or is not there, never started", async () => {
    const stillborn = new Worker(new URL("./workers/stillborn.ts", import.meta.url), { type: "module" });
    expect(await goneOf(createBridge<MortalQuestions>(stillborn).ask("wait", null))).toBe("WorkerGone not-started");
    const missing = new Worker("/no-such-worker.js", { type: "module" });
    expect(await goneOf(createBridge<MortalQuestions>(missing).ask("wait", null))).toBe("WorkerGone not-started");
  });

  it("that computes for long without a word is left in peace", async () => {
    const { ask, close } = mortal();
    expect(await ask("compute", 1500)).toBe("done");
    close();
  });

  it("without memory for a question says so and lives on", async () => {
    const { ask, close } = mortal();
    await expect(ask("devour", null)).rejects.toMatchObject({ name: "RangeError", message: /alloc/i });
    expect(await ask("echo", "still here")).toBe("still here");
    close();
  });
});

/** The workers that are started from now on; the first so many are ended at their first word. */
function workersStarted(shortLived = 0): Worker[] {
  const started: Worker[] = [];
  const Real = Worker;
  vi.stubGlobal(
    "Worker",
    class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        if (started.length < shortLived) this.addEventListener("message", () => this.terminate(), { once: true });
        started.push(this);
      }
    },
  );
  return started;
}

const SIDE = 400;
const PHOTO = "a photo";

function picture() {
  const pixels = pixelBuffer(SIDE, SIDE);
  pixels.data.forEach((_, i) => (pixels.data[i] = i % 4 === 3 ? 255 : (i * 2654435761) >>> 24));
  return pixels;
}

// In the development server a worker loads each of its modules by itself.
describe("the picture worker", () => {
  const scene = sceneOf(newDocument({ ...startView(SIDE, SIDE, USUAL_LENS), photo: PHOTO }));
  const frame = { level: 0, left: 100, top: 200, width: 96, height: 64 };

  async function drawn(host: ReturnType<typeof startPictureHost>): Promise<readonly number[]> {
    const answer = await host.draw({ scene, frame, dots: false, have: null, still: true });
    if (!answer?.patch) throw new Error("a newer draw took its place");
    const context = new OffscreenCanvas(frame.width, frame.height).getContext("2d")!;
    context.drawImage(answer.patch.bitmap, 0, 0);
    answer.patch.bitmap.close();
    return [...context.getImageData(0, 0, frame.width, frame.height).data];
  }

  it("that dies is started anew with its photos, and the picture is the same", async () => {
    const workers = workersStarted();
    const host = startPictureHost();
    const again = vi.fn(async () => picture());
    await host.open({ photo: PHOTO, pixels: picture() }, again);
    const before = await drawn(host);
    const waiting = host.ask("small", { photo: PHOTO, side: SIDE });
    workers[0].terminate();
    expect(await drawn(host)).toEqual(before);
    const { pixels } = await waiting;
    const whole = picture();
    expect(pixels.data.every((level, i) => level === whole.data[i])).toBe(true);
    expect(workers).toHaveLength(2);
    expect(again).toHaveBeenCalledOnce();
    host.close();
  });

  it("that dies while it is given a photo is given it once more", async () => {
    const workers = workersStarted(1);
    const host = startPictureHost();
    const again = vi.fn(async () => picture());
    expect(await host.open({ photo: PHOTO, pixels: picture() }, again)).toMatchObject({
      levels: expect.any(Number) as number,
    });
    expect(await drawn(host)).toHaveLength(4 * frame.width * frame.height);
    expect(workers).toHaveLength(2);
    expect(again).toHaveBeenCalledOnce();
    host.close();
  });

  it("that dies loses no more than the photo that nobody can read again, and says so", async () => {
    const workers = workersStarted();
    const host = startPictureHost();
    await host.open({ photo: "moved", pixels: picture() }, () => Promise.reject(new Error("the file is gone")));
    await host.open({ photo: PHOTO, pixels: picture() }, async () => picture());
    const lost = host.ask("small", { photo: "moved", side: SIDE });
    workers[0].terminate();
    await expect(lost).rejects.toMatchObject({ name: "RangeError", message: /moved/ });
    expect(await drawn(host)).toHaveLength(4 * frame.width * frame.height);
    host.close();
  });

  it("that is let go keeps nobody waiting", async () => {
    const host = startPictureHost();
    const asked = host.ask("measure", { scene });
    host.close();
    expect(await goneOf(asked)).toBe("WorkerGone closed");
  });
});

describe("the decode worker", () => {
  it("that dies in the middle of a photo leaves a reason that has a sentence", async () => {
    const workers = workersStarted(1);
    // Begins as a PNG does, so that it is read whole: that takes longer than the worker lives.
    const file = new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), new Uint8Array(2 ** 26)]);
    expect(await readPhotoAside(file)).toEqual({ ok: false, reason: { kind: "out-of-memory" } });
    expect(workers).toHaveLength(1);
  });
});
