/* The app as a visitor meets it: the names on the screen, and the picture as numbers. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type ConsoleMessage, expect, type Page, test as base } from "@playwright/test";
import type { Kept } from "./kept-page.ts";

/** What the browser itself says of a file that a test keeps from it. */
const UNLOADED = /^Failed to load resource/u;

/** What goes wrong behind the screen from now on, as it comes; `stop` ends it. */
export function hearFaults(page: Page): { readonly faults: readonly string[]; readonly stop: () => void } {
  const faults: string[] = [];
  const onError = (fault: Error): unknown => faults.push(fault.message);
  const onLine = (line: ConsoleMessage): unknown =>
    line.type() === "error" && !UNLOADED.test(line.text()) && faults.push(line.text());
  page.on("pageerror", onError);
  page.on("console", onLine);
  const stop = (): void => void page.off("pageerror", onError).off("console", onLine);
  return { faults, stop };
}

/** Every test also demands that nothing goes wrong behind the screen. */
export const test = base.extend<{ calm: void }, { kept: Map<string, Kept> }>({
  calm: [
    async ({ page }, use) => {
      const { faults, stop } = hearFaults(page);
      await use();
      stop();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  kept: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const kept = new Map<string, Kept>();
      await use(kept);
      for (const { page } of kept.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
});

export const demoFile = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, "../../public/demo", name));

export const dots = (page: Page) => page.getByLabel("Dots", { exact: true });
export const density = (page: Page) => page.getByRole("slider", { name: "Density" });
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const steps = (page: Page) => page.getByRole("navigation", { name: "Steps" });
export const says = (page: Page) => page.locator("p[role=status]");

export async function dotCount(page: Page): Promise<number> {
  return Number(await dots(page).textContent());
}

/** Height of the hairline as the panel reads it out, mm. */
export async function height(page: Page): Promise<number> {
  return parseInt((await page.getByText(/\d+ mm above the brow/).textContent()) ?? "", 10);
}

/** From the first screen to dots on the demo head. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto("./");
  await button(page, "Try the demo").click();
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(1000);
  await settled(page);
}

export async function openBytes(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(/^(Open photo|Add photos)$/).setInputFiles({ name, mimeType, buffer });
}

/** The same picture in a file of its own. */
export const copyOf = (file: Buffer): Buffer => Buffer.concat([file, Buffer.from([0])]);

/** The small pictures of all views. */
export const views = (page: Page) => page.getByRole("navigation", { name: "Views" }).locator("button");
export const view = (page: Page, name: string) => views(page).and(page.getByRole("button", { name, exact: true }));

/** Waits until nothing is being waited for: the face has been looked for as well. */
export async function calm(page: Page): Promise<void> {
  await expect(says(page)).not.toHaveAttribute("data-busy", "true", { timeout: 40_000 });
}

/**
 * FNV-1a over the pixels of the photo's canvases that are seen, and where they lie; handles lie on another one. The
 * photo without dots lies under all others, and is seen where none does.
 */
export async function pictureHash(page: Page): Promise<number> {
  return page.evaluate(() => {
    const photo = document.querySelector<HTMLElement>(".photo");
    const there = [...document.querySelectorAll<HTMLCanvasElement>('.photo canvas[data-empty="false"]')].filter(
      (canvas) => canvas.checkVisibility({ visibilityProperty: true }),
    );
    const [lowest] = document.querySelectorAll<HTMLCanvasElement>(".photo canvas");
    const seen = there.length > 1 ? there.filter((canvas) => canvas !== lowest) : there;
    let hash = 0x811c9dc5;
    for (const letter of photo?.style.transform ?? "") hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    for (const canvas of seen) {
      const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      for (const pixel of new Uint32Array(data?.buffer ?? [])) hash = Math.imul(hash ^ pixel, 0x01000193);
    }
    return hash >>> 0;
  });
}

/** Milliseconds without anything under way after which nothing more is to come. */
const STILL = 100;

/**
 * Waits until the picture that is looked at is drawn and nothing has been waited for in the last `atRest` milliseconds,
 * and returns its hash.
 */
export async function settled(page: Page, atRest = STILL): Promise<number> {
  const still = await page.evaluate(async (least) => {
    const began = performance.now();
    for (let moved = began; performance.now() - moved < least; await new Promise(requestAnimationFrame)) {
      // What is still under way says so.
      const busy = document.querySelector('p[role=status][data-busy=true], .photo[aria-busy="true"]');
      if (busy || !document.querySelector(".photo")) moved = performance.now();
      if (moved - began > 20_000) return false;
    }
    return true;
  }, atRest);
  expect(still, "the picture comes to rest").toBe(true);
  return pictureHash(page);
}

/** Where a handle stands on the page. */
export async function handlePlace(page: Page, name: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.getByRole("group", { name, exact: true }).evaluate((node) => {
    const { x, y } = node.getBoundingClientRect();
    return { x, y };
  });
}
