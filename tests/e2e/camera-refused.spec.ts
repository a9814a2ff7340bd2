/* A person who says no to the camera. */
import { expect } from "@playwright/test";
import { fakeCamera, launchOptions } from "../setup/browser.mjs";
import { dialog, openCamera } from "./camera.ts";
import { button, demoFile, test } from "./screen.ts";

const found = launchOptions();
test.use({ launchOptions: { ...found, args: [...(found.args ?? []), ...fakeCamera("no")] } });

test("where the camera is not allowed a sentence says so, and a photo can be chosen instead", async ({ page }) => {
  await openCamera(page, "Retake with a ghost");
  await expect(dialog(page)).toContainText("Stubble may not use the camera");
  await expect(button(page, "Try again")).toBeFocused();
  const photo = { name: "instead.jpg", mimeType: "image/jpeg", buffer: demoFile("three-quarter.jpg") };
  await page.getByLabel("Choose a photo instead").setInputFiles(photo);
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("img", { name: /instead\.jpg with \d+ dots/ })).toBeVisible({ timeout: 40_000 });
});
