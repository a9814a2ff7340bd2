/* On a phone: one question at a time, and two fingers on the photo. */
import { expect } from "@playwright/test";
import { keeping } from "./kept-page.ts";
import { button, calm, density, dotCount, settled, steps, views } from "./screen.ts";

const onPhone = keeping("phone", async (page) => {
  await page.goto("./");
  await button(page, "Try the demo").tap();
  await expect(page.getByRole("img", { name: /Demo head with [1-9]/ })).toBeVisible({ timeout: 20_000 });
  await expect(views(page)).toHaveCount(9, { timeout: 30_000 });
  await calm(page);
});
onPhone.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

onPhone("the sheet asks one question per step, and the bar stays in sight", async ({ page }) => {
  const rail = steps(page);
  for (const [step, group] of [
    ["Line", "Hairline shape"],
    ["Pigment", "Pigment shade"],
  ]) {
    await rail.getByRole("button", { name: step, exact: true }).tap();
    await expect(page.getByRole("radiogroup", { name: group })).toBeInViewport();
    await expect(page.locator(".section")).toHaveCount(1);
  }
  await rail.getByRole("button", { name: "Density", exact: true }).tap();
  const usual = await dotCount(page);
  await density(page).fill("320");
  await expect.poll(() => dotCount(page)).toBeGreaterThan(usual);
  for (const name of ["Undo", "Before", "Export image"]) await expect(button(page, name)).toBeInViewport();
});

onPhone("two fingers zoom the photo", async ({ page }) => {
  const whole = await settled(page);
  const stage = (await page.locator(".stage").boundingBox())!;
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height * 0.8];
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    });
  await touch("touchStart", 20);
  for (const apart of [30, 45, 60, 80]) await touch("touchMove", apart);
  await touch("touchEnd", 0);
  expect(await settled(page)).not.toBe(whole);
});
