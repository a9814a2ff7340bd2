/* What clients fear most is colour: shade, look, time and light, before the needle. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { onClient, onDemo } from "./pages.ts";
import { button, dotCount, settled, steps } from "./screen.ts";

const group = (page: Page, name: string) => page.getByRole("radiogroup", { name });
const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const toStep = (page: Page, name: string) => steps(page).getByRole("button", { name, exact: true }).click();

onDemo("undertone, look and needle each change the picture, and undo brings it back", async ({ page }) => {
  const usual = await settled(page);
  await group(page, "Undertone").getByRole("radio", { name: "Cooler" }).click();
  const cooler = await settled(page);
  expect(cooler).not.toBe(usual);
  await group(page, "Look of the dots").getByRole("radio", { name: "Bold" }).click();
  const bold = await settled(page);
  expect(bold).not.toBe(cooler);
  await slider(page, "Depth of the needle").fill("1.2");
  await expect(page.getByText("Too deep: dots spread")).toBeVisible();
  expect(await settled(page)).not.toBe(bold);
  for (let i = 0; i < 3; i++) await button(page, "Undo").click();
  expect(await settled(page)).toBe(usual);
});

onDemo("sessions add dots, fresh work is another picture, years are not a step of undo", async ({ page }) => {
  const healed = await settled(page);
  const all = await dotCount(page);
  await toStep(page, "Time");
  await button(page, "After session 1, healed").click();
  await expect.poll(() => dotCount(page)).toBeLessThan(0.4 * all);
  await button(page, "After session 2, healed").click();
  await expect.poll(() => dotCount(page)).toBeGreaterThan(0.6 * all);
  await button(page, "The day of session 3").click();
  await expect.poll(() => dotCount(page)).toBeGreaterThan(0.95 * all);
  expect(await settled(page)).not.toBe(healed);
  await slider(page, "Moment").fill("10");
  await expect(page.getByText("Most people come for a touch-up by now")).toBeVisible();
  await button(page, "Healed, after four weeks").click();
  expect(await settled(page)).toBe(healed);
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("all moments are saved as one picture", async ({ page }) => {
  await toStep(page, "Time");
  const saving = page.waitForEvent("download", { timeout: 60_000 });
  await button(page, "Save all moments as a picture").click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("Demo-head-smp-over-time.png");
  const bytes = readFileSync(await file.path());
  // A PNG of four times three pictures, and the bar below them.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1680, 1629]);
});

onDemo("the skin is read, where a finger points as well, and matte skin holds its dots", async ({ page }) => {
  await toStep(page, "Pigment");
  const reading = page.getByText(/ITA \d+° ±\d+/).first();
  await expect(reading).toBeVisible();
  const whole = await reading.textContent();
  const before = await settled(page);
  await button(page, "Read another place").click();
  await expect(page.getByRole("group", { name: "Skin is read here" })).toBeAttached();
  await expect(reading).not.toHaveText(whole ?? "");
  await button(page, "Read the whole scalp").click();
  await expect(reading).toHaveText(whole ?? "");
  await page.getByRole("switch", { name: "Matte skin: dots hold in highlights" }).click();
  expect(await settled(page)).not.toBe(before);
});

onDemo("sides are matched on one press, which is one step of undo; hair that is said is followed", async ({ page }) => {
  await toStep(page, "Pigment");
  const before = await settled(page);
  await expect(page.getByText("Follows skin and hair until you choose.")).toBeVisible();
  await button(page, "Match my sides").click();
  await expect(page.getByText("Treated skin is within 1.5 L* of them.")).toBeVisible();
  await expect(button(page, "Match my sides")).toBeDisabled();
  expect(await settled(page)).not.toBe(before);
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(before);

  await page.getByRole("button", { name: "Hair colour" }).click();
  await group(page, "Hair colour").getByRole("radio", { name: "White" }).click();
  await expect(page.getByText("Very little is proposed.")).toBeVisible();
  await expect(group(page, "Undertone").getByRole("radio", { name: "Cooler" })).toBeChecked();
  expect(await settled(page)).not.toBe(before);
});

onDemo("a touched card tells the light, and what is no card says so", async ({ page }) => {
  await toStep(page, "Pigment");
  await button(page, "Touch a grey or white card").click();
  const stage = (await page.locator(".stage").boundingBox())!;
  await page.mouse.click(stage.x + stage.width / 2 - 0.25 * stage.height, stage.y + 40);
  await expect(page.getByText("The card tells the light")).toBeVisible();
  await expect(page.getByText("in the light that the card shows (±3 %)")).toBeVisible();
  await button(page, "Without the card").click();
  await expect(page.getByText("The card tells the light")).toBeHidden();
});

onDemo("dots are as soft as the photo, and softer when that is asked for", async ({ page }) => {
  const asRead = await settled(page);
  const softness = slider(page, "Softness of this photo");
  await expect(page.getByText("px, as read")).toBeVisible();
  await softness.fill("3");
  expect(await settled(page)).not.toBe(asRead);
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(asRead);
});

onDemo("the loupe shows the photo pixel by pixel, wherever the mouse is", async ({ page }) => {
  await toStep(page, "Pigment");
  await button(page, "Loupe, 1:1").click();
  const glass = page.locator("canvas.loupe");
  const hash = () =>
    glass.evaluate(
      (canvas: HTMLCanvasElement) => canvas.width > 1 && canvas.toDataURL().length + canvas.toDataURL().slice(-60),
    );
  await expect.poll(() => glass.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(220);
  const middle = await hash();
  const stage = (await page.locator(".stage").boundingBox())!;
  await page.mouse.move(stage.x + stage.width / 2, stage.y + 120, { steps: 3 });
  await expect.poll(hash).not.toBe(middle);
  await button(page, "Loupe, 1:1").click();
  await expect(glass).toBeHidden();
});

onDemo("the work is counted, and priced at one's own rates", async ({ page }) => {
  await toStep(page, "Work");
  await expect(page.getByText(/^\d{3} cm² of skin, ±\d+ %$/)).toBeVisible({ timeout: 20_000 });
  const price = page.getByRole("textbox", { name: "Your price" });
  await price.fill("500");
  await price.press("Enter");
  await expect(page.getByText(/1,500/)).toBeVisible();
  // A price is kept on the device and is no step of undo.
  await price.fill("0");
  await price.press("Enter");
});

onClient("own shades and bottles are named, refused with a reason, chosen, and kept", async ({ page }) => {
  const before = await settled(page);
  const tile = (name: string) => group(page, "Pigment shade").getByRole("radio", { name });
  await button(page, "Your own shades…").click();
  const colour = page.getByLabel("Colour of bottle 3");
  await colour.fill("brownish");
  await button(page, "Keep").click();
  await expect(page.getByText("“brownish” is no colour")).toBeVisible();
  await expect(colour).toHaveAttribute("aria-invalid", "true");
  await colour.fill("#8B4513");
  await expect(page.getByRole("dialog").getByText("saddle brown")).toBeVisible();
  await button(page, "Keep").click();
  await expect(tile("1:15, saddle brown bottle")).toBeVisible();
  expect(await settled(page), "a bottle's colour changes no picture").toBe(before);

  await button(page, "Your own shades…").click();
  await page.getByLabel("Name of shade 1").fill("House black");
  await button(page, "Keep").click();
  await tile("House black").click();
  await expect(tile("House black")).toBeChecked();
  await page.reload();
  await expect(tile("House black")).toBeChecked();
  await expect(tile("1:15, saddle brown bottle")).toBeVisible();
  // What is kept on the device stays there: no other test is to meet it.
  await page.close();
});
