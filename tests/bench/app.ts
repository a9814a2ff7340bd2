/* The built app itself, driven like a visitor does: from the finger on the slider to the painted frame, and what its
   picture worker holds. */

import { createHash } from "node:crypto";
import path from "node:path";
import { type Browser, type Page, chromium } from "playwright";
import sharp from "sharp";
import { build, preview } from "vite";
import { contentName } from "../../src/core/head/view.ts";
import { planOf, viewOf } from "../../src/core/plan/scene.ts";
import { demoScene } from "../../src/cli/render.ts";
import { planFile } from "../../src/core/plan/plan-file.ts";
import { launchOptions } from "../setup/browser.mjs";
import { type Entry, median } from "./measure.ts";
import { settled, watchFrames } from "./frames.ts";
import { strokeEntry, strokeToFrame } from "./stroke.ts";

const top = path.resolve(import.meta.dirname, "../..");
const demo = path.join(top, "tests/first-demo");

/** Milliseconds after which a slider trails the finger visibly, and what a worker may hold. */
const FOLLOWS = 100;
const MOST_MB = 250;

/** The demo seen from above at `width` x 4/3 `width`, and its plan with this density: most of the scalp is in sight. */
export async function opened(browser: Browser, url: string, width: number, density: number): Promise<Page> {
  const { scene } = await demoScene("top", demo);
  const { document } = scene;
  const view = viewOf(scene);
  const height = (width * 4) / 3;
  const focal = (view.camera.focal * width) / view.camera.width;
  const photo = await sharp(path.join(demo, "top.jpg")).resize(width, height).jpeg({ quality: 92 }).toBuffer();
  const sha256 = createHash("sha256").update(photo).digest("hex");
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 });
  page.on("pageerror", (fault) => console.error(fault.message));
  await page.goto(url);
  await page.getByLabel("Open photo").setInputFiles({ name: "top.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator("output[aria-label=Dots]").waitFor();
  const plan = planFile({
    ...document,
    plans: [{ ...planOf(scene), density }],
    views: [{ ...view, photo: contentName(sha256), camera: { width, height, focal } }],
  });
  if (!plan.ok) throw new RangeError(`the plan cannot be written: ${plan.reason.where}`);
  await settled(page);
  const plans = page.getByLabel("Open plan");
  await plans.setInputFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(plan.value) });
  await settled(page);
  return page;
}

/** A slider, and the values that the finger goes to and fro between. */
type Sweep = {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly from: number;
  readonly by: number;
};

/** Milliseconds from each step of the finger to the frame that its picture is painted in. */
async function fingerToFrame(
  page: Page,
  { name, least, most, from, by }: Sweep,
  steps: number,
): Promise<readonly number[]> {
  const slider = page.getByRole("slider", { name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new RangeError(`the slider ${name} is out of sight`);
  const xOf = (value: number): number => box.x + 10 + ((box.width - 20) * (value - least)) / (most - least);
  const y = box.y + box.height / 2;
  await page.mouse.move(xOf(from), y);
  await page.mouse.down();
  await settled(page);
  await page.evaluate(watchFrames);
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(xOf(from + by * (step % 12)), y);
    // Slower than a finger, so that every step is a frame of its own.
    await page.waitForTimeout(350);
  }
  await page.mouse.up();
  return page.evaluate(() => (globalThis as unknown as { fingerTimes: number[] }).fingerTimes.slice(1));
}

type Reply = Record<string, unknown>;

/** Bytes that the page's workers hold: script heap, buffers and WebAssembly's memories. */
async function workerBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  const replies = new Map<number, (result: Reply) => void>();
  let last = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.push(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    replies.get(id)?.(result);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await page.waitForTimeout(500);
  let sum = 0;
  for (const sessionId of workers) {
    const ask = (method: string, params: object = {}): Promise<Reply> =>
      new Promise((resolve) => {
        const id = ++last;
        replies.set(id, resolve);
        const message = JSON.stringify({ id, method, params });
        void session.send("Target.sendMessageToTarget", { sessionId, message });
      });
    await ask("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await ask("Runtime.getHeapUsage");
    const { result: prototype } = await ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId: (prototype as Reply).objectId });
    const { result: memories } = await ask("Runtime.callFunctionOn", {
      objectId: (objects as Reply).objectId,
      functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
      returnByValue: true,
    });
    sum += Number(usedSize) + Number(backingStorageSize) + Number((memories as Reply).value);
  }
  return sum;
}

/** The built app, served, with a browser; both are gone afterwards. */
async function withApp<T>(folder: string, run: (browser: Browser, url: string) => Promise<T>): Promise<T> {
  const outDir = path.join(folder, "app");
  await build({ root: top, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const server = await preview({ root: top, logLevel: "warn", build: { outDir }, preview: { port: 5298 } });
  const browser = await chromium.launch(launchOptions());
  try {
    return await run(browser, server.resolvedUrls?.local[0] ?? "");
  } finally {
    await browser.close();
    await server.close();
  }
}

const stepsOf = (quick: boolean): number => (quick ? 15 : 60);
const dotsOn = async (page: Page): Promise<number> =>
  Number(await page.locator("output[aria-label=Dots]").textContent());

/** The stroke alone. */
export const strokeEntries = (folder: string, quick: boolean): Promise<Record<string, Entry>> =>
  withApp(folder, async (browser, url) => {
    const page = await opened(browser, url, 1224, 165);
    const dots = await dotsOn(page);
    return { "paint.stroke": strokeEntry(await strokeToFrame(page, stepsOf(quick)), dots) };
  });

export const appEntries = (folder: string, quick: boolean): Promise<Record<string, Entry>> =>
  withApp(folder, async (browser, url) => {
    const page = await opened(browser, url, 1224, 165);
    const dots = await dotsOn(page);
    const steps = stepsOf(quick);
    const density = { name: "Density", least: 30, most: 320, from: 150, by: 2 };
    const diameter = { name: "Dot diameter", least: 0.12, most: 0.6, from: 0.36, by: 0.01 };
    const times = (await fingerToFrame(page, density, steps)).toSorted((a, b) => a - b);
    const afresh = await fingerToFrame(page, diameter, steps);
    const strokes = await strokeToFrame(page, steps);
    await page.close();
    const large = await opened(browser, url, 3000, 195);
    const bytes = await workerBytes(large);
    const late = times[Math.floor(0.95 * (times.length - 1))];
    const entry = (ours: number, peer: number, peerName: string, unit: string): Entry => ({
      ratio: peer / ours,
      ours,
      peer,
      peerName,
      unit,
      bound: peer,
    });
    return {
      "finger.median": entry(median(times), FOLLOWS, `finger to painted frame, ${dots} dots at 2 MP, at most`, "ms"),
      "finger.95": entry(late, FOLLOWS, "the same, 95th percentile", "ms"),
      "finger.afresh": entry(
        median(afresh),
        FOLLOWS,
        "the same on the dots' diameter: each is baked anew, at most",
        "ms",
      ),
      "paint.stroke": strokeEntry(strokes, dots),
      "memory.12mp": entry(bytes / 2 ** 20, MOST_MB, "the worker's bytes with a 12 MP photo open, at most", "MB"),
    };
  });
