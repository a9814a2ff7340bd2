/* Whatever happens to the page, the work is there again; where it cannot be kept, leaving asks. */
import { expect, type Page, test as base } from "@playwright/test";
import { openTwo } from "./pages.ts";
import {
  button,
  calm,
  copyOf,
  demoFile,
  density,
  dotCount,
  openBytes,
  openDemo,
  says,
  settled,
  test,
  view,
  views,
} from "./screen.ts";

/** Milliseconds: a change is on the device within this. */
const KEPT = 1000;

const toStep = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name, exact: true }).click();

/** What a person has chosen stays, whenever the skin has been read: the same picture before and after. */
async function chooseShade(page: Page): Promise<void> {
  await toStep(page, "Pigment");
  await page.getByRole("radiogroup", { name: "Pigment shade" }).getByRole("radio").last().click();
}

/** Two photos with a line and a density of their own, looked at from the left and two sessions in. */
async function work(page: Page): Promise<void> {
  await openTwo(page);
  await expect(view(page, "Left side, starting guess")).toBeVisible({ timeout: 40_000 });
  await view(page, "Left side, starting guess").click();
  await page.getByRole("radiogroup", { name: "Hairline shape" }).getByRole("radio", { name: "Straight" }).click();
  await density(page).fill("120");
  await chooseShade(page);
  await toStep(page, "Time");
  await button(page, "After session 2, healed").click();
}

/** All that is seen of it, when all of it is there. */
async function seen(page: Page) {
  await expect(views(page)).toHaveCount(2, { timeout: 30_000 });
  await calm(page);
  await expect(view(page, "Left side, starting guess")).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("radio", { name: "Straight" })).toBeChecked();
  await expect(density(page)).toHaveValue("120");
  await expect(button(page, "After session 2, healed")).toHaveAttribute("aria-current", "true");
  return { picture: await settled(page), dots: await dotCount(page) };
}

/** The demo with its first dots; the other views may still be coming. */
async function demoBegun(page: Page): Promise<void> {
  await page.goto("./");
  await welcome(page).click();
  await expect.poll(() => dotCount(page), { timeout: 30_000 }).toBeGreaterThan(1000);
}

const welcome = (page: Page) => button(page, "Try the demo");

test("a reload and a swipe back bring line, density, photo and moment back, and the first screen is not seen", async ({
  page,
}) => {
  // Four openings, and the face of one.
  test.slow();
  await work(page);
  const before = await seen(page);
  await page.waitForTimeout(KEPT);

  // Whoever looks at the first screen, however shortly, is found out.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector(".welcome")) document.documentElement.dataset.welcomed = "true";
    }).observe(document, { childList: true, subtree: true });
  });
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(await seen(page)).toEqual(before);
  await expect(page.locator("html[data-welcomed]")).toHaveCount(0);
  await expect(button(page, "Undo")).toBeDisabled();

  await page.goto("./demo/front.jpg");
  await page.goBack();
  expect(await seen(page)).toEqual(before);
  expect(asked).toEqual([]);

  await openBytes(page, "client.jpg", "image/jpeg", copyOf(demoFile("front.jpg")));
  await expect(page.getByRole("img", { name: /client\.jpg with/ })).toBeVisible();
  await calm(page);
  await toStep(page, "Photo");
  await button(page, "New client…").click();
  await button(page, "Begin without saving").click();
  await expect(welcome(page)).toBeVisible();
  await page.waitForTimeout(KEPT);
  await page.reload();
  await expect(welcome(page)).toBeVisible();
});

test("a page that has crashed leaves its work to the next, and one that is open keeps its own", async ({
  page,
  context,
}) => {
  await demoBegun(page);
  await density(page).fill("120");
  await chooseShade(page);
  const seenOf = async (one: Page) => {
    await expect(density(one)).toHaveValue("120", { timeout: 30_000 });
    await expect.poll(() => dotCount(one), { timeout: 30_000 }).toBeGreaterThan(1000);
    await calm(one);
    return { picture: await settled(one), dots: await dotCount(one) };
  };
  const before = await seenOf(page);
  await page.waitForTimeout(KEPT);
  const beside = await context.newPage();
  await beside.goto("./");
  await expect(welcome(beside)).toBeVisible();
  await beside.close();

  // What crashes gives no answer, so none is waited for.
  const crash = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  void session.send("Page.crash").catch(() => {});
  await crash;
  const after = await context.newPage();
  await after.goto("./");
  expect(await seenOf(after)).toEqual(before);
});

test("where the device refuses to keep the work that is said, and leaving asks", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await demoBegun(page);
  await expect(page.locator(".notice")).toContainText("does not let Stubble keep the work");
  const asking = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const dialog = await asking;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(density(page)).toBeVisible();
});

test("work that is damaged on the device is said to be, and new work can be kept", async ({ page }) => {
  const open = async (): Promise<void> => {
    await openBytes(page, "client.jpg", "image/jpeg", demoFile("front.jpg"));
    await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(1000);
    // What comes later would be kept over the damage.
    await calm(page);
    await page.waitForTimeout(KEPT);
  };
  await page.route("**/models/face/*", (route) => route.abort());
  await page.goto("./");
  await open();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("stubble");
        opening.onsuccess = () => {
          const works = opening.result.transaction("works", "readwrite").objectStore("works");
          works.openCursor().onsuccess = (event) => {
            const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
            cursor.update({ ...cursor.value, scene: { ...cursor.value.scene, plan: "{" } });
          };
          works.transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await page.reload();
  await expect(page.locator(".notice")).toContainText("cannot be read any more");
  await open();
  await page.reload();
  await expect.poll(() => dotCount(page)).toBeGreaterThan(1000);
});

base("a fault that escapes is told once, the plan can be saved, and the work goes on", async ({ page }) => {
  await openDemo(page);
  const dots = await dotCount(page);
  const fail = () =>
    page.evaluate(() => {
      setTimeout(() => {
        throw new TypeError("planted");
      });
    });
  await fail();
  const dialog = page.getByRole("dialog", { name: "Something went wrong" });
  await expect(dialog).toBeVisible();
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  expect((await saving).suggestedFilename()).toBe("Demo-head-plan.json");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog).toBeHidden();
  await fail();
  await density(page).fill("100");
  await expect.poll(() => dotCount(page)).toBeLessThan(dots);
  await expect(dialog).toBeHidden();
  await expect(says(page)).not.toHaveAttribute("data-kind", "problem");
});
