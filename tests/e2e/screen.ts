/* The app as a visitor meets it: the names on the screen, and the picture as numbers. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test as base } from "@playwright/test";

/** What the browser itself says of a file that a test keeps from it. */
const UNLOADED = /^Failed to load resource/u;

/** Every test also demands that nothing goes wrong behind the screen. */
export const test = base.extend<{ calm: void }>({
  calm: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (fault) => faults.push(fault.message));
      page.on("console", (line) => line.type() === "error" && !UNLOADED.test(line.text()) && faults.push(line.text()));
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export const demoFile = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, "../../public/demo", name));

export const dots = (page: Page) => page.getByLabel("Dots", { exact: true });
export const density = (page: Page) => page.getByRole("slider", { name: "Density" });
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
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

/** The first screen, as on a device that has kept nothing. */
export async function startAfresh(page: Page): Promise<void> {
  // A page of the same address without the app.
  await page.goto("./demo/demo.json");
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase("stubble").onsuccess = done;
      }),
  );
  await page.goto("./");
  await expect(button(page, "Try the demo")).toBeVisible();
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

/** FNV-1a over the pixels of the photo's canvases that are seen, and where they lie; handles lie on another one. */
export async function pictureHash(page: Page): Promise<number> {
  return page.evaluate(() => {
    const photo = document.querySelector<HTMLElement>(".photo");
    const seen = [...document.querySelectorAll<HTMLCanvasElement>(".photo canvas")].filter((canvas) =>
      canvas.checkVisibility({ visibilityProperty: true }),
    );
    let hash = 0x811c9dc5;
    const mix = (value: number): number => (hash = Math.imul(hash ^ value, 0x01000193));
    for (const letter of photo?.style.transform ?? "") mix(letter.charCodeAt(0));
    for (const canvas of seen) {
      const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let i = 0; i < data.length; i += 4) mix(data[i] | (data[i + 1] << 8) | (data[i + 2] << 16));
    }
    return hash >>> 0;
  });
}

/** Waits until the picture has not changed for a while, and returns its hash. */
export async function settled(page: Page): Promise<number> {
  let last = await pictureHash(page);
  let calm = 0;
  await expect
    .poll(
      async () => {
        const now = await pictureHash(page);
        // What is still under way says so.
        const busy = await page.locator("p[role=status][data-busy=true]").count();
        calm = now === last && busy === 0 ? calm + 1 : 0;
        last = now;
        return calm;
      },
      { intervals: [150], timeout: 20_000 },
    )
    .toBeGreaterThan(3);
  return last;
}

/** Where a handle stands on the page. */
export async function handlePlace(page: Page, name: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.getByRole("group", { name, exact: true }).evaluate((node) => {
    const { x, y } = node.getBoundingClientRect();
    return { x, y };
  });
}
