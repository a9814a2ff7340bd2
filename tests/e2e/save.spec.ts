/* What can be taken home: the picture and the plan. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { demoScene } from "../../src/cli/render.ts";
import { planFile } from "../../src/core/plan/plan-file.ts";
import { planOf } from "../../src/core/plan/scene.ts";
import { onDemo } from "./pages.ts";
import { copyOf, button, demoFile, density, openBytes, openDemo, says, settled, test } from "./screen.ts";

async function download(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

onDemo("the exported PNG has the photo's size, and its caption below that", async ({ page }) => {
  const { name, bytes } = await download(page, "Export image");
  expect(name).toMatch(/\.png$/);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 1654]);
});

onDemo("the picture is exported as a JPEG when that is chosen", async ({ page }) => {
  await page.getByRole("radio", { name: "JPEG" }).click();
  const { name, bytes } = await download(page, "Export image");
  expect(name).toMatch(/\.jpg$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  await page.getByRole("radio", { name: "PNG" }).click();
});

test("a large picture says how far it is, and can be stopped; then nothing is saved and nothing changes", async ({
  page,
}) => {
  await page.goto("./");
  const large = await sharp(demoFile("top.jpg")).resize(5400, 7200).jpeg({ quality: 70 }).toBuffer();
  await openBytes(page, "large.jpg", "image/jpeg", large);
  await expect(says(page)).not.toHaveAttribute("data-busy", "true", { timeout: 30_000 });
  const picture = await settled(page);
  // As quick as a finger can be: the moment it is there.
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      const bar = document.querySelector("[role=progressbar]");
      if (!bar) return;
      heard.push(bar.getAttribute("aria-valuenow") ?? "");
      if (Number(heard.at(-1)) > 0) document.querySelector<HTMLButtonElement>(".task button")?.click();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  let downloads = 0;
  page.on("download", () => downloads++);
  await button(page, "Export image").click();
  await expect(says(page)).toHaveText(/no picture was saved/);
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard.some((share) => Number(share) > 0 && Number(share) < 100)).toBe(true);
  expect(await settled(page)).toBe(picture);
  expect(downloads).toBe(0);
  await expect(button(page, "Export image")).toBeEnabled();
});

onDemo("a saved plan brings the same picture back on another device", async ({ page, browser }) => {
  await density(page).fill("90");
  await page.getByRole("radio", { name: "Straight" }).click();
  const picture = await settled(page);
  const { name, bytes } = await download(page, "Save plan");
  expect(bytes.length).toBeLessThan(20_000);

  const baseURL = new URL(".", page.url()).href;
  const other = await browser.newPage({ baseURL, viewport: page.viewportSize(), locale: "en-GB" });
  await openDemo(other);
  await other.getByLabel("Open plan").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  await expect(density(other)).toHaveValue("90");
  await expect(other.getByRole("radio", { name: "Straight" })).toBeChecked();
  expect(await settled(other)).toBe(picture);
  await button(other, "Undo").click();
  await expect(density(other)).toHaveValue("160");
  await other.context().close();
});

/** A plan that was made on the demo, as it is saved. */
async function demoPlan(density: number): Promise<Buffer> {
  const { scene } = await demoScene("front", path.resolve(import.meta.dirname, "../../public/demo"));
  const saved = planFile({ ...scene.document, plans: [{ ...planOf(scene), density }] });
  if (!saved.ok) throw new RangeError("the plan cannot be written");
  return Buffer.from(saved.value);
}

test("a plan on another photo keeps the head where it was placed", async ({ page }) => {
  await page.goto("./");
  const bytes = await demoPlan(90);
  await openBytes(page, "client.jpg", "image/jpeg", copyOf(demoFile("three-quarter.jpg")));
  await expect(page.getByRole("img", { name: /client\.jpg with/ })).toBeVisible({ timeout: 20_000 });
  await page.getByLabel("Open plan").setInputFiles({ name: "plan.json", mimeType: "application/json", buffer: bytes });
  await expect(density(page)).toHaveValue("160");
  await button(page, "Another picture: the head stays as it is").click();
  await expect(density(page)).toHaveValue("90");
});

test("a plan without a photo asks for the photo first", async ({ page }) => {
  await page.goto("./");
  await openBytes(page, "plan.json", "application/json", await demoPlan(195));
  await expect(says(page)).toHaveText(/Open the photo it belongs to first/);
});

onDemo("a plan of another program is refused in words, and nothing changes", async ({ page }) => {
  const picture = await settled(page);
  const buffer = Buffer.from('{"name":"something","version":3}');
  await page.getByLabel("Open plan").setInputFiles({ name: "other.json", mimeType: "application/json", buffer });
  await expect(says(page)).toHaveText(/not a plan/);
  expect(await settled(page)).toBe(picture);
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("a plan of a newer version says so", async ({ page }) => {
  const { bytes } = await download(page, "Save plan");
  const text = bytes.toString("utf8");
  const buffer = Buffer.from(text.replace(/"version":\s*\d+/, '"version": 999'));
  expect(buffer.toString("utf8")).not.toBe(text);
  await page.getByLabel("Open plan").setInputFiles({ name: "plan.json", mimeType: "application/json", buffer });
  await expect(says(page)).toHaveText(/newer version/);
});

onDemo(
  "a plan of the first edition is painted as it was, until it is asked to be painted as today",
  async ({ page }) => {
    const today = await settled(page);
    const saved = JSON.parse((await download(page, "Save plan")).bytes.toString());
    const plans = saved.plans.map((plan: object) => ({ ...plan, edition: 1 }));
    const old = { ...saved, views: saved.views.map((view: object) => ({ ...view, softness: 0.5 })), plans };
    await page.getByLabel("Open plan").setInputFiles({
      name: "old.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(old)),
    });
    await expect(button(page, "Paint as today")).toBeVisible({ timeout: 20_000 });
    const asItWas = await settled(page);
    expect(asItWas).not.toBe(today);
    await button(page, "Paint as today").click();
    expect(await settled(page)).toBe(today);
  },
);
