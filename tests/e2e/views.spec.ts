/* Several photos of one head: one plan in all of them. */
import { expect } from "@playwright/test";
import { keeping } from "./kept-page.ts";
import { jpeg, onDemo, openTwo } from "./pages.ts";
import {
  button,
  calm,
  copyOf,
  demoFile,
  density,
  dotCount,
  handlePlace,
  says,
  settled,
  steps,
  view,
  views,
} from "./screen.ts";

const onTwo = keeping("two", openTwo);

onDemo("the demo shows one plan from nine sides, and undo goes to where a change was made", async ({ page }) => {
  const front = await settled(page);
  await view(page, "Left side").click();
  await expect.poll(() => dotCount(page)).toBeGreaterThan(20_000);
  const left = await settled(page);
  expect(left).not.toBe(front);

  // The temple is drawn in one photo and has moved in the other.
  const { x, y } = await handlePlace(page, "Client’s left temple");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y - 14, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  await page.keyboard.press("[");
  await view(page, "Front").click();
  expect(await settled(page)).not.toBe(front);

  await button(page, "Undo").click();
  await expect(view(page, "Left side")).toHaveAttribute("aria-current", "true");
  expect(await settled(page)).toBe(left);
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("the whorl is dragged at the crown, no dot comes or goes, and one undo takes it back", async ({ page }) => {
  await view(page, "Crown").click();
  await settled(page);
  const before = await dotCount(page);
  await steps(page).getByRole("button", { name: "Head", exact: true }).click();
  await page.getByRole("radio", { name: "Set the whorl" }).click();
  const there = await handlePlace(page, "Whorl");
  await page.mouse.move(there.x, there.y);
  await page.mouse.down();
  await page.mouse.move(there.x - 40, there.y + 20, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  const moved = await handlePlace(page, "Whorl");
  expect(Math.hypot(moved.x - there.x + 40, moved.y - there.y - 20)).toBeLessThan(2);
  expect(await dotCount(page)).toBe(before);
  await button(page, "Undo").click();
  const back = await handlePlace(page, "Whorl");
  expect(Math.hypot(back.x - there.x, back.y - there.y)).toBeLessThan(1);
  await expect(button(page, "Undo")).toBeDisabled();
});

onDemo("the stubble of the sides proposes how dots lie there, and one undo takes it back", async ({ page }) => {
  await view(page, "Left side").click();
  await settled(page);
  await steps(page).getByRole("button", { name: "Head", exact: true }).click();
  await page.getByRole("radio", { name: "Set the whorl" }).click();
  await button(page, "Read the stubble of the sides").click();
  await expect(page.getByText(/As the stubble lies here: \d+° towards the back/)).toBeVisible();
  const back = page.getByRole("slider", { name: "Hair of the sides, towards the back" });
  await expect(back).toHaveValue("0");
  await button(page, "Use both").click();
  await expect(back).not.toHaveValue("0");
  await button(page, "Undo").click();
  await expect(back).toHaveValue("0");
  await expect(button(page, "Undo")).toBeDisabled();
});

onTwo("photos of a client are more views of one head, can be removed, and come back with undo", async ({ page }) => {
  await expect(view(page, "Front")).toHaveAttribute("aria-current", "true");
  await density(page).fill("240");
  await expect(view(page, "Left side, starting guess")).toBeVisible({ timeout: 40_000 });
  await view(page, "Left side, starting guess").click();
  await page.getByRole("radio", { name: "Front, bowed" }).click();
  // In a record a bowed front stands before the other; here the thumbnail stays under the finger.
  await expect(views(page).nth(1)).toHaveAccessibleName("Front, bowed, starting guess", { timeout: 20_000 });
  await page.getByRole("radio", { name: "Left side" }).click();
  await expect(view(page, "Left side, starting guess")).toBeVisible({ timeout: 20_000 });
  await expect(density(page)).toHaveValue("240");
  await expect.poll(() => dotCount(page)).toBeGreaterThan(10_000);

  await page.getByRole("button", { name: /^Photo:/ }).click();
  await button(page, "Remove this photo").click();
  await expect(views(page)).toHaveCount(1);
  await expect(button(page, "Remove this photo")).toBeHidden();
  await button(page, "Undo").click();
  await expect(view(page, "Left side, starting guess")).toHaveAttribute("aria-current", "true");
});

onTwo("a photo that is open already comes to hand and is not there twice", async ({ page }) => {
  await page.getByLabel("Add views").setInputFiles(jpeg("copy-of-left.jpg", demoFile("left.jpg")));
  await expect(says(page)).toContainText("open already");
  await expect(views(page)).toHaveCount(2);
  await expect(view(page, "Left side, starting guess")).toHaveAttribute("aria-current", "true");
});

onTwo("a close-up has dots in its area by the length that is given", async ({ page }) => {
  await page.getByLabel("Add views").setInputFiles(jpeg("crown.jpg", copyOf(demoFile("top.jpg"))));
  await expect(views(page)).toHaveCount(3, { timeout: 30_000 });
  await calm(page);
  await page.getByRole("radio", { name: "Close-up" }).click();
  await expect(page.getByText("The scale is a guess")).toBeVisible();
  const guessed = await settled(page).then(() => dotCount(page));
  const length = page.getByRole("textbox", { name: "Between the two ends" });
  await length.fill(String(2 * Number.parseFloat(await length.inputValue())));
  await length.press("Enter");
  await expect(page.getByText("The scale is a guess")).toBeHidden();
  // Twice as long on the same skin in the photo: four times as much skin, and less of it in the soft rim.
  await expect.poll(() => dotCount(page)).toBeGreaterThan(3.8 * guessed);
  await page.getByRole("radio", { name: "Cut out" }).click();
  const whole = await settled(page).then(() => dotCount(page));
  expect(whole).toBeLessThan(6 * guessed);
});

onTwo("a plan of two photos finds both again, whichever is open first", async ({ page }) => {
  await density(page).fill("120");
  const front = await settled(page);
  const saving = page.waitForEvent("download");
  await button(page, "Save plan").click();
  const plan = await (await saving).path();

  await page.getByRole("button", { name: /^Photo:/ }).click();
  await button(page, "New client…").click();
  await button(page, "Begin without saving").click();
  await page.getByLabel("Open photo").setInputFiles(jpeg("other-name.jpg", demoFile("left.jpg")));
  await page.getByLabel("Open plan").setInputFiles(plan);
  await expect(says(page)).toContainText("Not all of its photos are open");
  await expect(density(page)).toHaveValue("120");
  await page.getByLabel("Front: its photo is not open, choose it").setInputFiles(jpeg("f.jpg", demoFile("front.jpg")));
  await expect(says(page)).toContainText("with the head where it was");
  expect(await settled(page)).toBe(front);
});
