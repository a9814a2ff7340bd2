/* The line drawn by hand on the photo, and what is covered. */
import { expect } from "@playwright/test";
import { onDemo } from "./pages.ts";
import { button } from "./screen.ts";

onDemo("one stroke draws the line; points of it come and go; undo goes back by gestures", async ({ page }) => {
  const shapes = page.getByRole("radiogroup", { name: "Hairline shape" });
  const points = page.getByRole("group", { name: /^Point \d+ of the drawn line$/u });
  const middle = (await page.getByRole("group", { name: "Hairline centre" }).boundingBox())!;
  await page.keyboard.press("d");
  await expect(button(page, "Draw line")).toHaveAttribute("aria-pressed", "true");
  await page.mouse.move(middle.x - 90, middle.y + 6);
  await page.mouse.down();
  for (const far of [-60, -30, 0, 30, 60, 90]) await page.mouse.move(middle.x + far, middle.y + 24 - Math.abs(far) / 5);
  await page.mouse.up();
  await expect(button(page, "Draw line")).toHaveAttribute("aria-pressed", "false");
  await expect(shapes.getByRole("radio", { checked: true })).toHaveCount(0);
  const drawn = await points.count();
  expect(drawn).toBeGreaterThan(3);
  const third = (await points.nth(2).boundingBox())!;
  await page.mouse.dblclick(third.x, third.y);
  await expect.poll(() => points.count()).toBeLessThan(drawn);
  await button(page, "Undo").click();
  await expect.poll(() => points.count()).toBe(drawn);
  const scale = await page.getByText(/^\d+ %$/u).innerText();
  await page.getByRole("slider", { name: "Point 2 of the drawn line, across" }).press("+");
  await expect.poll(() => points.count()).toBeGreaterThan(drawn);
  expect(await page.getByText(/^\d+ %$/u).innerText()).toBe(scale);
  await button(page, "Undo").click();
  await expect.poll(() => points.count()).toBe(drawn);
  await button(page, "Undo").click();
  await expect(points).toHaveCount(0);
  await expect(shapes.getByRole("radio", { name: "Natural" })).toBeChecked();
});

onDemo("a stage of hair loss covers what such heads need, in one step of undo", async ({ page }) => {
  await page.getByRole("button", { name: "Cover Top, into the fringe" }).click();
  await page
    .getByRole("group", { name: /Norwood/u })
    .getByRole("button", { name: "IV", exact: true })
    .click();
  await expect(page.getByRole("button", { name: "Cover Front and temples" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Areas 1 area" })).toBeVisible();
  await expect(page.getByRole("group", { name: "How far back the front reaches" })).toBeAttached();
  await button(page, "Undo").click();
  await expect(page.getByRole("button", { name: "Cover Top, into the fringe" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Areas None" })).toBeVisible();
});
