/* A photo of one's own: a first guess that says it is one, and a person who corrects it. */
import { expect } from "@playwright/test";
import sharp from "sharp";
import { onClient } from "./pages.ts";
import {
  button,
  calm,
  copyOf,
  demoFile,
  dotCount,
  handlePlace,
  height,
  openBytes,
  says,
  settled,
  steps,
  test,
} from "./screen.ts";

onClient("a photo with a face opens with the head fitted, and nothing to undo", async ({ page }) => {
  await expect(says(page)).toContainText("Head fitted by the face");
  await expect(page.getByText("Starting guess")).toBeHidden();
  for (const name of ["Whole head", "Turn", "Top", "Client’s left", "Client’s right", "Roll and size"]) {
    await expect(page.getByRole("group", { name, exact: true })).toBeAttached();
  }
  await expect(page.getByText(/^Head 15\d mm wide, ±5 %/)).toBeVisible();
  await expect(button(page, "Undo")).toBeDisabled();
});

test("a photo without a face opens with a guess, which counts as placed when a person says so", async ({ page }) => {
  await page.goto("./");
  await openBytes(page, "back.jpg", "image/jpeg", demoFile("back.jpg"));
  await expect(says(page)).toContainText(/a back view: /u, { timeout: 40_000 });
  await expect(page.getByText("Starting guess – drag the head and its handles to match")).toBeVisible();
  await button(page, "Looks right").click();
  await expect(page.getByText("Starting guess")).toBeHidden();
});

test("looking for the face can be stopped, and the guess stays", async ({ page }) => {
  // Models that never come: it is stopped by hand or not at all.
  await page.route("**/models/face/*", () => {});
  await page.goto("./");
  await openBytes(page, "again.jpg", "image/jpeg", copyOf(demoFile("front.jpg")));
  await button(page, "Cancel").click();
  await expect(says(page)).toContainText("Stopped looking for the head");
  await expect(page.getByText("Starting guess")).toBeVisible();
});

test("without its models the app works and says that it guesses; online again, a button reads", async ({ page }) => {
  await page.route("**/models/face/*", (route) => route.abort());
  await page.goto("./");
  await openBytes(page, "again.jpg", "image/jpeg", copyOf(demoFile("front.jpg")));
  await expect(says(page)).toContainText("The face could not be looked for", { timeout: 40_000 });
  await expect(says(page)).toContainText("check the connection");
  await expect(page.getByText("Starting guess")).toBeVisible();
  await page.unroute("**/models/face/*");
  await button(page, "Try again").click();
  await expect(says(page)).toContainText("Head fitted by the face", { timeout: 40_000 });
  await expect(button(page, "Try again")).toBeHidden();
  await expect(page.getByText("Starting guess")).toBeHidden();
});

onClient(
  "a ruler on the photo measures along the skin, and sets the scale when its length is known",
  async ({ page }) => {
    await page.getByRole("radio", { name: "Lay a ruler" }).click();
    const span = page.getByText(/mm along the skin/);
    const measured = Number.parseInt((await span.textContent()) ?? "", 10);
    expect(measured).toBeGreaterThan(60);
    await page.getByRole("radio", { name: "Scale from the ruler" }).click();
    const before = await dotCount(page);
    const length = page.getByRole("textbox", { name: "In truth that is" });
    await length.fill(String(measured - 5));
    await length.press("Enter");
    await expect(span).toContainText(`${measured - 5} mm`);
    // A smaller head has less skin: fewer dots at the same density.
    await expect.poll(() => dotCount(page)).toBeLessThan(before * 0.95);
    await button(page, "Undo").click();
    await expect(span).toContainText(`${measured} mm`);
  },
);

onClient("the outline is bent by hand, and is the traced one again after undo", async ({ page }) => {
  const before = await settled(page);
  await page.getByRole("radio", { name: "Bend the outline" }).click();
  const follow = page.getByRole("switch", { name: "Follow the outline in the photo" });
  await expect(follow).toBeChecked();
  const { x, y } = await handlePlace(page, "Outline at 12 o’clock");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(follow).not.toBeChecked();
  const moved = await handlePlace(page, "Outline at 12 o’clock");
  expect(moved.y - y).toBeGreaterThan(20);
  expect(await settled(page)).not.toBe(before);
  await button(page, "Undo").click();
  await expect(follow).toBeChecked();
  expect(await settled(page)).toBe(before);
});

onClient("a nudge moves the line in the photo and leaves the plan alone, and goes again", async ({ page }) => {
  const before = await settled(page);
  const tall = await height(page);
  await page.getByRole("radio", { name: "Nudge the model here" }).click();
  const remove = button(page, "Remove nudges");
  await expect(remove).toBeDisabled();
  const { x, y } = await handlePlace(page, "Hairline centre");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 20, { steps: 4 });
  await page.mouse.up();
  const moved = await handlePlace(page, "Hairline centre");
  expect(Math.hypot(moved.x - x - 6, moved.y - y - 20)).toBeLessThan(1.5);
  expect(await settled(page)).not.toBe(before);
  expect(await height(page)).toBe(tall);
  await remove.click();
  expect(await settled(page)).toBe(before);
});

onClient("what is cut out carries no dots, and is whole again when the cut-out goes", async ({ page }) => {
  const before = await dotCount(page);
  await page.getByRole("radio", { name: "Cut out a hat or a hand" }).click();
  await expect(page.getByRole("group", { name: "Cut-out 1, corner 1" })).toBeAttached();
  await expect.poll(() => dotCount(page)).toBeLessThan(before - 100);
  await button(page, "Remove the last").click();
  await expect.poll(() => dotCount(page)).toBe(before);
});

onClient("a dragged head handle moves dots, and undo takes handle and outline back together", async ({ page }) => {
  const before = await settled(page);
  const { x, y } = await handlePlace(page, "Top");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await settled(page)).not.toBe(before);
  await expect(page.getByText("Starting guess")).toBeHidden();
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(before);
  await expect(button(page, "Undo")).toBeDisabled();
});

onClient("the head is carried by a drag within its wire, and by keys; one undo for each", async ({ page }) => {
  const before = await settled(page);
  const { x, y } = await handlePlace(page, "Whole head");
  await page.mouse.move(x - 40, y - 40);
  await page.mouse.down();
  await page.mouse.move(x - 70, y - 20, { steps: 4 });
  await page.mouse.up();
  const moved = await handlePlace(page, "Whole head");
  expect(Math.hypot(moved.x - x + 30, moved.y - y - 20)).toBeLessThan(1.5);
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(before);
  await expect(button(page, "Undo")).toBeDisabled();

  const left = await handlePlace(page, "Client’s left");
  await page.getByRole("slider", { name: "Whole head, across" }).focus();
  await page.keyboard.press("+");
  await expect.poll(async () => (await handlePlace(page, "Client’s left")).x).toBeGreaterThan(left.x + 0.5);
  await button(page, "Undo").click();
  expect(await settled(page)).toBe(before);
});

onClient("a photo is turned, with the head that a person has placed, and turned back by undo", async ({ page }) => {
  const { x, y } = await handlePlace(page, "Top");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 6, { steps: 3 });
  await page.mouse.up();
  await calm(page);
  await page.getByRole("button", { name: /^Photo:/ }).click();
  await expect(page.getByText("1200 × 1600 px")).toBeVisible();
  await button(page, "Turn right").click();
  await expect(page.getByText("1600 × 1200 px")).toBeVisible();
  await expect(says(page)).toContainText("turned, and the head with it");
  // Its top now lies on the right.
  await steps(page).getByRole("button", { name: "Head", exact: true }).click();
  const [top, middle] = [await handlePlace(page, "Top"), await handlePlace(page, "Whole head")];
  expect(top.x - middle.x).toBeGreaterThan(3 * Math.abs(top.y - middle.y));
  await button(page, "Undo").click();
  await expect(page.getByText("1200 × 1600 px")).toBeVisible();
});

test("a photo too small for its dots says from which size on they are told apart, in the status and the panel", async ({
  page,
}) => {
  await page.goto("./");
  const small = await sharp(demoFile("front.jpg")).resize(360).jpeg().toBuffer();
  await openBytes(page, "small.jpg", "image/jpeg", small);
  await expect(says(page)).toContainText(/only \d+ px wide: .*From about \d{3} px/u, { timeout: 40_000 });
  await expect(page.locator(".truth")).toContainText("single dots run together");
});

test("a photo dropped on the window is opened", async ({ page }) => {
  await page.route("**/models/face/*", (route) => route.abort());
  await page.goto("./");
  const bytes = [...demoFile("three-quarter.jpg")];
  const transfer = await page.evaluateHandle((numbers) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(numbers)], "dropped.jpg", { type: "image/jpeg" }));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByRole("img", { name: /dropped\.jpg with \d+ dots/ })).toBeVisible({ timeout: 20_000 });
});
