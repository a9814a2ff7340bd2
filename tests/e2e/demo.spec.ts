/* The demo head: what each control does to the dots. */
import { expect } from "@playwright/test";
import { onDemo } from "./pages.ts";
import {
  button,
  density,
  dotCount,
  handlePlace,
  height,
  openDemo,
  pictureHash,
  settled,
  test,
  view,
} from "./screen.ts";

test("the demo shows dots on a head after one click, and on a desk all that matters is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openDemo(page);
  await expect(page.getByRole("img", { name: /Demo head with \d+ dots/ })).toBeVisible();
  await expect(density(page)).toHaveValue("160");
  for (const name of ["Undo", "Redo", "Before", "Export image"]) await expect(button(page, name)).toBeInViewport();
  await expect(page.getByRole("radiogroup", { name: "Hairline shape" })).toBeInViewport();
  await expect(density(page)).toBeInViewport();
  await expect(page.getByRole("radiogroup", { name: "Pigment shade" })).toBeAttached();
});

onDemo("more density shows more dots, and less shows fewer", async ({ page }) => {
  const usual = await dotCount(page);
  await density(page).fill("300");
  await expect.poll(() => dotCount(page)).toBeGreaterThan(usual);
  await density(page).fill("60");
  await expect.poll(() => dotCount(page)).toBeLessThan(usual);
});

onDemo("undo and redo walk through the changes and back to the same picture", async ({ page }) => {
  const before = await settled(page);
  await expect(button(page, "Undo")).toBeDisabled();
  await density(page).fill("100");
  const after = await settled(page);
  expect(after).not.toBe(before);
  await button(page, "Undo").click();
  await expect(density(page)).toHaveValue("160");
  expect(await settled(page)).toBe(before);
  await button(page, "Redo").click();
  await expect(density(page)).toHaveValue("100");
  expect(await settled(page)).toBe(after);
});

onDemo("one sweep of the slider is one step of undo", async ({ page }) => {
  const box = (await density(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (const share of [0.6, 0.7, 0.8, 0.9]) await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  await page.mouse.up();
  await expect.poll(async () => Number(await density(page).inputValue())).toBeGreaterThan(260);
  await button(page, "Undo").click();
  await expect(density(page)).toHaveValue("160");
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("each hairline shape gives another picture", async ({ page }) => {
  const group = page.getByRole("radiogroup", { name: "Hairline shape" });
  await expect(group.getByRole("radio", { name: "Natural" })).toBeChecked();
  const seen = new Set([await settled(page)]);
  for (const name of ["Straight", "Winged", "Widow’s peak"]) {
    await group.getByRole("radio", { name }).click();
    await expect(group.getByRole("radio", { name })).toBeChecked();
    await expect.poll(() => pictureHash(page).then((hash) => seen.has(hash))).toBe(false);
    seen.add(await settled(page));
  }
  expect(seen.size).toBe(4);
});

onDemo("each finish gives another picture of the same shape, and its numbers make one of its own", async ({ page }) => {
  await page.getByRole("button", { name: "Finish Soft" }).click();
  const front = page.getByRole("radiogroup", { name: "Finish in front" });
  await expect(front.getByRole("radio", { name: "Soft" })).toBeChecked();
  const seen = new Set([await settled(page)]);
  for (const name of ["Sharp", "Faded", "Broken"]) {
    await front.getByRole("radio", { name }).click();
    await expect.poll(() => pictureHash(page).then((hash) => seen.has(hash))).toBe(false);
    seen.add(await settled(page));
  }
  await page.getByRole("button", { name: /^Cover/u }).click();
  await page.getByRole("radio", { name: "Whole scalp" }).click();
  await page.getByRole("button", { name: "Sides and nape" }).click();
  await page.getByRole("radiogroup", { name: "Finish at the sides" }).getByRole("radio", { name: "Defined" }).click();
  await expect.poll(() => pictureHash(page).then((hash) => seen.has(hash))).toBe(false);
  await page.getByRole("slider", { name: "Full density behind it" }).fill("15");
  await expect(front.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByText("15.0 mm")).toBeVisible();
  const shapes = page.getByRole("radiogroup", { name: "Hairline shape" });
  await expect(shapes.getByRole("radio", { name: "Natural" })).toBeChecked();
  await page.getByRole("button", { name: "Finish Own numbers" }).click();
});

onDemo("another shade colours the same dots", async ({ page }) => {
  const group = page.getByRole("radiogroup", { name: "Pigment shade" });
  const [count, picture] = [await dotCount(page), await settled(page)];
  const other = group.getByRole("radio", { name: "1:6", exact: true });
  await other.click();
  await expect(other).toBeChecked();
  await expect.poll(() => pictureHash(page)).not.toBe(picture);
  expect(await dotCount(page)).toBe(count);
});

onDemo("before shows the photo without dots while it is held", async ({ page }) => {
  const withDots = await settled(page);
  await button(page, "Before").hover();
  await page.mouse.down();
  await expect.poll(() => pictureHash(page)).not.toBe(withDots);
  const bare = await pictureHash(page);
  await page.mouse.up();
  await expect.poll(() => pictureHash(page)).toBe(withDots);

  await density(page).fill("320");
  await settled(page);
  await button(page, "Before").hover();
  await page.mouse.down();
  await expect.poll(() => pictureHash(page)).toBe(bare);
  await page.mouse.up();
});

onDemo("a handle dragged on the photo moves the hairline, as one step of undo", async ({ page }) => {
  const usual = await height(page);
  const { x, y } = await handlePlace(page, "Hairline centre");
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const down of [5, 12, 20]) await page.mouse.move(x, y + down);
  await page.mouse.up();
  await expect.poll(() => height(page)).not.toBe(usual);
  await button(page, "Undo").click();
  await expect.poll(() => height(page)).toBe(usual);
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("the wheel zooms into finer pixels and zero shows the whole photo again", async ({ page }) => {
  await page.keyboard.press("0");
  const whole = await settled(page);
  const stage = (await page.locator(".stage").boundingBox())!;
  await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 4);
  await page.mouse.wheel(0, -600);
  const close = await settled(page);
  expect(close).not.toBe(whole);
  await page.keyboard.press("0");
  expect(await settled(page)).toBe(whole);
  // A photo that is looked at again lies as it was first seen.
  await view(page, "Back").click();
  await view(page, "Front").click();
});
