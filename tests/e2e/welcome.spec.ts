/* The first screen: a head before and after, told at once, by finger, mouse and key. */
import { type Page, expect } from "@playwright/test";
import { button, test } from "./screen.ts";

const slider = (page: Page) => page.getByRole("slider", { name: "Before and after" });
const value = async (page: Page): Promise<number> => Number(await slider(page).inputValue());

/** Share of the comparison's width that the picture after is cut off by at its left, 0..1. */
const cutShare = (page: Page): Promise<number> =>
  page.locator(".compare-after").evaluate((node) => {
    const line = document.querySelector(".compare-line")!.getBoundingClientRect();
    const { left, width } = node.getBoundingClientRect();
    return (line.left + line.width / 2 - left) / width;
  });

test("before and after are seen at once, and the line between them follows keys", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("img", { name: /^Before: a computer-made head/u })).toBeVisible();
  await expect(page.getByRole("img", { name: /^After, as a simulation/u })).toBeVisible();
  await expect(page.getByText("Simulation", { exact: true })).toBeInViewport();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "50 percent before, 50 percent after");
  await page.keyboard.press("Tab");
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  expect(await value(page)).toBe(55);
  expect(await cutShare(page)).toBeCloseTo(0.55, 2);
  await page.keyboard.press("Home");
  expect(await value(page)).toBe(0);
  await page.keyboard.press("ArrowLeft");
  expect(await value(page)).toBe(0);
  await page.keyboard.press("End");
  expect(await cutShare(page)).toBeCloseTo(1, 2);
});

test("the line between before and after stays under the pointer that drags it", async ({ page }) => {
  await page.goto("./");
  const { x, y, width, height } = (await page.locator(".compare").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 3);
  await page.mouse.down();
  for (const share of [0.6, 0.8, 0.25]) {
    await page.mouse.move(x + share * width, y + height / 3);
    await expect.poll(() => cutShare(page)).toBeCloseTo(share, 2);
  }
  await page.mouse.up();
  await page.mouse.move(x + 0.9 * width, y + height / 3);
  expect(await cutShare(page)).toBeCloseTo(0.25, 2);
});

test("on a phone the comparison and the way to the demo are in sight, and nothing runs over the edge", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./");
  await expect(page.locator(".compare")).toBeInViewport({ ratio: 1 });
  await expect(button(page, "Try the demo")).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
