/* A photo of one's own: a first guess that says it is one, and a person who corrects it. */
import { expect } from "@playwright/test";
import { button, demoFile, density, dotCount, handlePlace, openBytes, settled, test } from "./screen.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await openBytes(page, "client.jpg", "image/jpeg", demoFile("front.jpg"));
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(500);
  await settled(page);
});

test("a photo opens with a starting guess of the head, and dots on it at once", async ({ page }) => {
  await expect(page.getByText("Starting guess – drag the four handles to match")).toBeVisible();
  for (const name of ["Brow centre", "Crown top", "Left side", "Right side"]) {
    await expect(page.getByRole("group", { name, exact: true })).toBeAttached();
  }
});

test("the guess counts as placed when a person says it looks right", async ({ page }) => {
  await button(page, "Looks right").click();
  await expect(page.getByText("Starting guess")).toBeHidden();
});

test("a dragged head handle moves dots, and undo takes handle and outline back together", async ({ page }) => {
  const before = await settled(page);
  const { x, y } = await handlePlace(page, "Crown top");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await settled(page)).not.toBe(before);
  await expect(page.getByText("Starting guess")).toBeHidden();
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(before);
  await expect(button(page, "Undo")).toBeDisabled();
});

test("the next photo of the same client keeps the plan", async ({ page }) => {
  await density(page).fill("240");
  await openBytes(page, "client-side.jpg", "image/jpeg", demoFile("three-quarter.jpg"));
  await expect(page.getByRole("img", { name: /client-side\.jpg with \d+ dots/ })).toBeVisible({ timeout: 20_000 });
  await expect(density(page)).toHaveValue("240");
});

test("a photo dropped on the window is opened", async ({ page }) => {
  const bytes = [...demoFile("three-quarter.jpg")];
  const transfer = await page.evaluateHandle((numbers) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(numbers)], "dropped.jpg", { type: "image/jpeg" }));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByRole("img", { name: /dropped\.jpg with \d+ dots/ })).toBeVisible({ timeout: 20_000 });
});
