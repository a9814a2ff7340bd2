/* Hair told from skin on the photo: seen as a tint, put right by a stroke, and left out of the picture where it hides
   skin. */
import { expect, type Page } from "@playwright/test";
import { onDemo } from "./pages.ts";
import { button, settled, steps } from "./screen.ts";

const covered = async (page: Page): Promise<number> => {
  const text = (await page.getByText(/lie under hair\.|No hair lies/u).textContent()) ?? "";
  return text.startsWith("No hair") ? 0 : parseFloat(text);
};

async function brushed(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}

onDemo("a stroke over the bare top makes hair of it, dots go under it, and undo takes it back", async ({ page }) => {
  await steps(page).getByRole("button", { name: "Head", exact: true }).click();
  const picture = await settled(page);
  await page.getByRole("radio", { name: "Tell hair from skin" }).click();
  await expect(page.locator(".stage canvas.tint")).toBeVisible();
  const before = await covered(page);
  expect(before).toBeLessThan(15);

  await page.getByRole("radio", { name: "Hair", exact: true }).click();
  const stage = (await page.locator(".stage").boundingBox())!;
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height * 0.3];
  await brushed(page, [x - 70, y], [x + 70, y]);
  await expect.poll(() => covered(page)).toBeGreaterThan(before + 2);
  expect(await settled(page)).not.toBe(picture);

  await button(page, "Undo").click();
  await expect.poll(() => covered(page)).toBe(before);
  expect(await settled(page)).toBe(picture);

  // Without it dots lie on all of the head.
  await page.getByRole("switch", { name: "Dots lie under hair" }).click();
  await settled(page);
  await expect(page.locator(".stage canvas.tint")).toHaveCount(0);
  await expect(page.getByText(/lie under hair\.|No hair lies/u)).toHaveCount(0);
});
