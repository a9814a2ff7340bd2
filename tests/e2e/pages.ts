/* What many tests begin with, opened once for all of them. */
import { type Page, expect } from "@playwright/test";
import { keeping } from "./kept-page.ts";
import { calm, demoFile, dotCount, openBytes, openDemo, settled, views, view } from "./screen.ts";

/** The demo head as it was opened, all nine of its views there and its work counted. */
export const onDemo = keeping("demo", async (page) => {
  await openDemo(page);
  await expect(views(page)).toHaveCount(9, { timeout: 30_000 });
  await calm(page);
  await expect(page.getByText(/^\d{3} cm² of skin/)).toBeVisible({ timeout: 20_000 });
});

/** A client of one photo, fitted by its face. */
async function openClient(page: Page): Promise<void> {
  await page.goto("./");
  await openBytes(page, "client.jpg", "image/jpeg", demoFile("front.jpg"));
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(500);
  await calm(page);
  await settled(page);
}
export const onClient = keeping("client", openClient);

export const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

/** A client of two photos, the front at hand; nothing is looked for any more. */
export async function openTwo(page: Page): Promise<void> {
  await page.goto("./");
  const files = [jpeg("front.jpg", demoFile("front.jpg")), jpeg("left.jpg", demoFile("left.jpg"))];
  await page.getByLabel("Open photo").setInputFiles(files);
  await expect(views(page)).toHaveCount(2, { timeout: 30_000 });
  // Between two readings nothing is waited for, for a moment.
  await expect(view(page, "Left side, starting guess")).toBeVisible({ timeout: 40_000 });
  await calm(page);
}
