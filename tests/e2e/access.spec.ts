/* Axe finds nothing serious, on every size of screen, dark and light. */
import { expect } from "@playwright/test";
import { seriousFaults } from "./axe.ts";
import { onDemo } from "./pages.ts";
import { button, openDemo, steps, test } from "./screen.ts";

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

test("the light theme has no serious faults and is remembered", async ({ page }) => {
  await openDemo(page);
  await button(page, "Light theme").click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("what matters is in sight on a desk as soon as the demo is open", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openDemo(page);
  for (const name of ["Undo", "Redo", "Before", "Export image"]) await expect(button(page, name)).toBeInViewport();
  await expect(page.getByRole("radiogroup", { name: "Hairline shape" })).toBeInViewport();
  await expect(page.getByRole("slider", { name: "Density" })).toBeInViewport();
  await expect(page.getByRole("radiogroup", { name: "Pigment shade" })).toBeAttached();
});
