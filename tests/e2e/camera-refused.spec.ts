/* No camera to be had: a person who says no, and a page that may not ask. */
import { expect } from "@playwright/test";
import { fakeCamera, launchOptions } from "../setup/browser.mjs";
import { dialog, openCamera, openGuessed } from "./camera.ts";
import { button, demoFile, test } from "./screen.ts";

const found = launchOptions();
test.use({ launchOptions: { ...found, args: [...(found.args ?? []), ...fakeCamera("no")] } });

test("where the camera is not allowed a sentence says so, and a photo can be chosen instead", async ({ page }) => {
  await openGuessed(page);
  await openCamera(page, "Retake with a ghost");
  await expect(dialog(page)).toContainText("Stubble may not use the camera");
  await expect(button(page, "Try again")).toBeFocused();
  const photo = { name: "instead.jpg", mimeType: "image/jpeg", buffer: demoFile("three-quarter.jpg") };
  await page.getByLabel("Choose a photo instead").setInputFiles(photo);
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("img", { name: /instead\.jpg with \d+ dots/ })).toBeVisible({ timeout: 40_000 });
});

test("a page without a secure address says what it lacks, and offers no vain second try", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  await openGuessed(page);
  await openCamera(page, "Take a photo");
  await expect(dialog(page)).toContainText("a secure address");
  await expect(button(page, "Try again")).toBeHidden();
  await expect(page.getByLabel("Choose a photo instead")).toBeAttached();
});
