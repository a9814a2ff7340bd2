/* Everything can be done without a mouse. */
import { expect, type Page } from "@playwright/test";
import { onDemo } from "./pages.ts";
import { button, density, dotCount, height, pictureHash, says, settled, test } from "./screen.ts";

async function tabTo(page: Page, matches: (name: string) => boolean): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const node = document.activeElement;
      return node?.getAttribute("aria-label") ?? node?.textContent ?? "";
    });
    if (matches(name)) return;
  }
  throw new Error("the Tab key does not lead there");
}

test("the demo opens, and its density, shape and shade change, by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await tabTo(page, (name) => name === "Try the demo");
  await page.keyboard.press("Enter");
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(1000);

  await tabTo(page, (name) => name === "Natural");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Straight" })).toBeChecked();
  await tabTo(page, (name) => name === "Density");
  await page.keyboard.press("End");
  await expect(density(page)).toHaveValue("320");
  await tabTo(page, (name) => name.startsWith("1:"));
  await page.keyboard.press("ArrowLeft");

  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect(density(page)).toHaveValue("160");
  const shapes = page.getByRole("radiogroup", { name: "Hairline shape" });
  await expect(shapes.getByRole("radio", { name: "Natural" })).toBeChecked();
  await page.keyboard.press("Control+y");
  await expect(page.getByRole("radio", { name: "Straight" })).toBeChecked();
});

onDemo(
  "a hairline handle moves a millimetre by an arrow key, says so, and a run of keys is undone at once",
  async ({ page }) => {
    const usual = await height(page);
    const across = page.getByRole("slider", { name: "Hairline centre, across" });
    const down = page.getByRole("slider", { name: "Hairline centre, down" });
    await across.focus();
    await expect(across).toHaveAttribute("aria-valuetext", "on the midline");
    await expect(down).toHaveAttribute("aria-valuetext", `${usual} mm above the brow`);
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp");
    await expect.poll(() => height(page)).toBe(usual + 3);
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(() => height(page)).toBe(usual - 7);
    await button(page, "Undo").click();
    await expect.poll(() => height(page)).toBe(usual);
    await expect(button(page, "Undo")).toBeDisabled();
  },
);

onDemo("a handle that cannot go further says why", async ({ page }) => {
  const mid = page.getByRole("slider", { name: "Hairline centre, across" });
  await mid.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("Shift+ArrowDown");
  await expect(says(page)).toContainText("further on there is no scalp");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(says(page)).not.toContainText("further on there is no scalp");
  await button(page, "Undo").click();
});

onDemo("G lays guides over the line, whose tape arrow keys lengthen, and takes them away", async ({ page }) => {
  const before = await settled(page);
  const guides = page.getByRole("list", { name: "Guides" });
  await page.keyboard.press("g");
  await expect(page.getByRole("switch", { name: "Guides", exact: true })).toBeChecked();
  await expect(guides).toContainText(`Brow to hairline ${await height(page)} mm`);
  const end = page.getByRole("slider", { name: "Measuring tape, other end, across" });
  const long = async (): Promise<number> => parseInt((await end.getAttribute("aria-valuetext")) ?? "", 10);
  const first = await long();
  await end.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(long).toBeGreaterThan(first + 5);
  await expect(guides).toContainText(`Measuring tape ${await long()} mm`);
  await expect(button(page, "Undo")).toBeDisabled();
  expect(await settled(page)).toBe(before);
  await page.keyboard.press("g");
  await expect(guides).toBeHidden();
  await expect(end).toBeHidden();
});

onDemo("B held down shows the photo without dots", async ({ page }) => {
  const withDots = await settled(page);
  await page.keyboard.down("b");
  await expect.poll(() => pictureHash(page)).not.toBe(withDots);
  await page.keyboard.up("b");
  await expect.poll(() => pictureHash(page)).toBe(withDots);
});

onDemo("the question mark opens the list of keys, and Escape closes it", async ({ page }) => {
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button(page, "Export image")).toBeEnabled();
});
