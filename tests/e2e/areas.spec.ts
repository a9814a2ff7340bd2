/* Areas on the photo, as a practitioner draws them with a pen. */
import { expect, type Page } from "@playwright/test";
import { onDemo } from "./pages.ts";
import { button, dotCount, pictureHash, settled } from "./screen.ts";

/** A pen's way over the stage while a palm comes down, slides and lifts beside it. */
async function penBesidePalm(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  const client = await page.context().newCDPSession(page);
  const pen = (type: "mousePressed" | "mouseMoved" | "mouseReleased", t: number, force: number) =>
    client.send("Input.dispatchMouseEvent", {
      type,
      x: from[0] + t * (to[0] - from[0]),
      y: from[1] + t * (to[1] - from[1]),
      button: "left",
      buttons: 1,
      clickCount: 1,
      pointerType: "pen",
      force,
    });
  const palm = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: to[0] + 60 + by, y: to[1] + 90, id: 1, radiusX: 30, radiusY: 40 }],
    });
  await palm("touchStart", 0);
  await pen("mousePressed", 0, 0.4);
  for (let i = 1; i <= 6; i++) {
    await pen("mouseMoved", i / 6, 0.4 + i / 12);
    await palm("touchMove", 8 * i);
  }
  await palm("touchEnd", 0);
  await pen("mouseReleased", 1, 0);
}

onDemo("a pen draws an area beside a resting palm, and undo takes it back", async ({ page }) => {
  const skin = page.getByText(/cm² of skin$/u);
  const areas = page.getByRole("button", { name: /^Areas/u });
  const lies = () => page.locator(".photo").evaluate((node) => node.style.transform);
  const [before, dots, picture] = [await lies(), await dotCount(page), await pictureHash(page)];
  await areas.click();
  await button(page, "Brush").click();
  await page.getByRole("slider", { name: "Density here" }).fill("0.1");
  await expect(skin).toHaveText("0.0 cm² of skin");

  const stage = (await page.locator(".stage").boundingBox())!;
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height * 0.3];
  await penBesidePalm(page, [x - 60, y], [x + 60, y]);
  await settled(page);
  expect(parseFloat((await skin.textContent())!)).toBeGreaterThan(1);
  expect(await dotCount(page)).toBeLessThan(dots - 50);
  expect(await lies()).toBe(before);

  await page.getByRole("radio", { name: "Hairline", exact: true }).click();
  await expect(page.getByRole("slider", { name: "Hairline centre, across" })).toBeAttached();
  for (let i = 0; i < 3; i++) await button(page, "Undo").click();
  await expect(button(page, "Undo")).toBeDisabled();
  await areas.click();
  expect(await settled(page)).toBe(picture);
});
