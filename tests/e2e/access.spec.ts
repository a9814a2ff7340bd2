/* Axe finds nothing serious, on every size of screen, dark and light. */
import { expect } from "@playwright/test";
import { seriousFaults } from "./axe.ts";
import { onDemo } from "./pages.ts";
import { button, steps, test } from "./screen.ts";

const sizes = [
  { name: "a desk", width: 1440, height: 900 },
  { name: "a tablet", width: 1024, height: 768 },
  { name: "a phone", width: 390, height: 844 },
];

for (const { name, width, height } of sizes) {
  test(`on ${name} the first screen has no serious faults`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./");
    await expect(button(page, "Try the demo")).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
  });

  onDemo(`on ${name} the open demo has no serious faults, step by step`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const rail = steps(page);
    for (const step of ["Photo", "Head", "Line", "Density", "Pigment", "Save"]) {
      await rail.getByRole("button", { name: step, exact: true }).click();
      expect(await seriousFaults(page)).toEqual([]);
    }
  });
}

onDemo("the light theme has no serious faults and is remembered", async ({ page }) => {
  await button(page, "Light theme").click();
  expect(await seriousFaults(page)).toEqual([]);
  const later = await page.context().newPage();
  await later.goto("./");
  await expect(later.locator("html")).toHaveAttribute("data-theme", "light");
  await later.close();
  await button(page, "Dark theme").click();
});
