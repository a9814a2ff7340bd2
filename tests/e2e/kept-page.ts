/* Pages that are opened once and serve one test after the other: opening a head takes longer than most tests do. After
   each test what it did is undone, and the whole page is read: where anything on it is not as when it was opened, or
   the test failed, the page is closed and the next test opens a new one. So a test finds what it would find on a page
   of its own, all but what redo would bring and the news of what was opened. */
import { expect, type Page } from "@playwright/test";
import { button, hearFaults, settled, steps, test, views } from "./screen.ts";

/** A page, what was to be read on it when it had been opened, and how many steps of undo that had taken. */
export type Kept = { readonly page: Page; readonly opened: Reading; readonly undos: number };
type Reading = {
  readonly words: string;
  readonly picture: number;
  readonly step: string;
  /** The name of the view that is looked at, null where there is but one. */
  readonly view: string | null;
  /** Whether each section that can be folded is open. */
  readonly open: readonly boolean[];
};

/** A test whose page stands where `open` brings one, perhaps for another that keeps a page by this name. */
export const keeping = (name: string, open: (page: Page) => Promise<void>) =>
  test.extend({
    page: async (
      { browser, kept, viewport, hasTouch, isMobile, baseURL, locale, timezoneId, permissions },
      provide,
      info,
    ) => {
      let held = kept.get(name);
      if (!held) {
        const visitor = Object.entries({ viewport, hasTouch, isMobile, baseURL, locale, timezoneId, permissions });
        const context = await browser.newContext({
          ...Object.fromEntries(visitor.filter(([, value]) => value !== undefined)),
          reducedMotion: "reduce",
        });
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        const { faults, stop } = hearFaults(page);
        await open(page);
        const undos = await pressAll(page, "Undo");
        await pressAll(page, "Redo", undos);
        held = { page, undos, opened: await reading(page) };
        stop();
        expect(faults, "nothing goes wrong while it is opened").toEqual([]);
      }
      kept.delete(name);
      await provide(held.page);
      const isAsOpened = info.status === info.expectedStatus && (await isPutBack(held, viewport));
      if (isAsOpened) kept.set(name, held);
      else await held.page.context().close();
    },
  });

/** Everything that the page says and shows. */
async function reading(page: Page): Promise<Reading> {
  // What is said of a picture comes after it.
  const picture = await settled(page, 200);
  const all = await page.locator("body").ariaSnapshot();
  const step = await steps(page).locator("[aria-current=step]").textContent();
  const open = await page
    .locator("button.fold")
    .evaluateAll((folds) => folds.map((fold) => fold.ariaExpanded === "true"));
  const here = views(page).and(page.locator("[aria-current=true]"));
  const view = (await here.count()) > 0 ? await here.getAttribute("aria-label") : null;
  return { words: all.replaceAll(/^ *- (?:button "Redo"|status:).*\n/gmu, ""), picture, step: step ?? "", view, open };
}

/** Takes back what was done; whether the page is again as it was opened. */
async function isPutBack({ page, opened, undos }: Kept, viewport: Viewport): Promise<boolean> {
  try {
    await page.keyboard.press("Escape");
    await page.mouse.move(1, 1);
    await pressAll(page, "Undo");
    await pressAll(page, "Redo", undos);
    await putBack(page, opened, viewport);
    const { words, picture, step } = await reading(page);
    return words === opened.words && picture === opened.picture && step === opened.step;
  } catch {
    return false;
  }
}

/** Presses a button as long as that does something, `most` times at most; how many times that was. */
const pressAll = (page: Page, name: "Undo" | "Redo", most = 100): Promise<number> =>
  button(page, name).evaluate(async (node, limit) => {
    for (let count = 0; ; count++) {
      if (count === limit || node.matches(":disabled") || !(node instanceof HTMLElement)) return count;
      node.click();
      await new Promise(requestAnimationFrame);
    }
  }, most);

type Viewport = { readonly width: number; readonly height: number } | null;

async function putBack(page: Page, { open, step, view }: Reading, viewport: Viewport): Promise<void> {
  if (viewport && page.viewportSize()?.width !== viewport.width) await page.setViewportSize(viewport);
  await page.evaluate(
    async ([folds, stepName, viewName]) => {
      const named = (name: string, which = "button"): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>(which)].find((one) => (one.ariaLabel ?? one.textContent) === name);
      named("Dismiss")?.click();
      if (viewName) named(viewName)?.click();
      named("Place the head", "[role=radio]")?.click();
      for (const [i, fold] of document.querySelectorAll<HTMLButtonElement>("button.fold").entries()) {
        if ((fold.ariaExpanded === "true") !== folds[i]) fold.click();
      }
      await new Promise(requestAnimationFrame);
      named(stepName, ".steps button")?.click();
    },
    [open, step, view] as const,
  );
}
