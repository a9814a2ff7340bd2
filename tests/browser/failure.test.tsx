/* A screen that breaks while it is drawn says so, keeps the work, and can go on. */
import { flushSync } from "react-dom";
import { type Root, createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ErrorBoundary } from "../../src/app/failure/ErrorBoundary.tsx";
import { startView } from "../../src/app/opening/start-view.ts";
import { type Services, ServicesContext } from "../../src/app/services.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { createSession } from "../../src/store/session.ts";

let root: Root;
let breaks: boolean;

function Screen() {
  if (breaks) throw new TypeError("planted");
  return <p>The screen</p>;
}

const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
const press = (name: string): void => flushSync(() => button(name)?.click());

const session = createSession();
const closed = vi.fn<() => void>();
const services = { session, pool: { clear: closed }, viewfinder: { forget: () => undefined } } as unknown as Services;

beforeEach(() => {
  const id = `sha256:${"a".repeat(64)}` as const;
  const view = { ...startView(1200, 1600, 26), photo: id };
  const photo = { id, name: "client.jpg" } as Parameters<typeof session.open>[0];
  session.open(photo, new File([], "client.jpg"), sceneOf(newDocument(view)), "line");
  breaks = true;
  const stage = document.body.appendChild(document.createElement("div"));
  root = createRoot(stage, { onCaughtError: () => undefined });
  flushSync(() =>
    root.render(
      <ServicesContext value={services}>
        <ErrorBoundary>
          <Screen />
        </ErrorBoundary>
      </ServicesContext>,
    ),
  );
});
afterEach(() => flushSync(() => root.unmount()));

test("it says whether the work is kept, the plan can be saved, and it goes on where it was", () => {
  expect(document.body.textContent).toContain("The work is kept on this device.");
  flushSync(() => session.set({ isKept: false }));
  expect(document.body.textContent).toContain("not kept on this device: save the plan first");
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  press("Save plan");
  expect(saved.mock.contexts.map((link) => (link as HTMLAnchorElement).download)).toEqual(["client-plan.json"]);
  breaks = false;
  press("Go on");
  expect(document.body.textContent?.trim()).toBe("The screen");
  expect(session.store.getState().scene).not.toBeNull();
});

test("a work with which it breaks again and again can be left", () => {
  expect(button("Begin without this work")).toBeUndefined();
  press("Go on");
  expect(button("Load the page again")).toBeDefined();
  breaks = false;
  press("Begin without this work");
  expect(document.body.textContent?.trim()).toBe("The screen");
  expect(session.store.getState().scene).toBeNull();
  expect(closed).toHaveBeenCalledTimes(1);
});
