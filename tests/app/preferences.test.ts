/* What two open tabs remember together. Each tab is a store of its own over one storage, which tells all tabs but the
   writing one of a change, as browsers do. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PreferenceStore, createPreferences } from "../../src/app/preferences.ts";
import { parseColour } from "../../src/core/colour/css-colour.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";

type Hear = (event: { readonly key: string | null }) => void;

let text: string | null;
let writings: number;
let tabs: Hear[];

/** Opens the app in one tab more. */
function openTab(): PreferenceStore {
  const own: Hear[] = [];
  vi.stubGlobal("addEventListener", (_: string, hear: Hear) => own.push(hear));
  const store = createPreferences();
  tabs.push(...own);
  // Whoever writes does so while this store sets its state, and does not hear of it.
  const setState = store.setState.bind(store);
  store.setState = (change: Parameters<typeof setState>[0]) => {
    const before = text;
    setState(change);
    if (text !== before)
      for (const hear of tabs.filter((one) => !own.includes(one))) hear({ key: "stubble.preferences" });
  };
  return store;
}

beforeEach(() => {
  text = null;
  writings = 0;
  tabs = [];
  vi.stubGlobal("localStorage", {
    getItem: () => text,
    setItem: (_: string, next: string) => {
      text = next;
      writings++;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const colour = parseColour("saddlebrown");
const own = [{ parts: 12, name: "Espresso", ...(colour.ok ? { colour: colour.value } : {}) }];

test("a practitioner's bottles stay when another tab, opened before, chooses JPEG", () => {
  const first = openTab();
  const second = openTab();
  first.setState({ shades: own });
  second.setState({ format: "jpeg" });
  expect(openTab().getState()).toMatchObject({ shades: own, format: "jpeg" });
});

test("they stay even where the other tab has not heard of them", () => {
  const deaf = openTab();
  tabs = [];
  openTab().setState({ shades: own });
  expect(deaf.getState().shades).toBe(tradeShades);
  deaf.setState({ format: "jpeg" });
  expect(openTab().getState()).toMatchObject({ shades: own, format: "jpeg" });
});

test("a change is heard in the other tab, and is not written there again", () => {
  const first = openTab();
  const second = openTab();
  first.setState({ shades: own, theme: "light" });
  expect(second.getState()).toMatchObject({ shades: own, theme: "light" });
  expect(writings).toBe(1);
});

test("what is of the moment is neither written nor heard", () => {
  const first = openTab();
  const second = openTab();
  first.setState({ lines: false });
  expect(writings).toBe(0);
  first.setState({ theme: "light" });
  expect(second.getState().lines).toBe(true);
});

test("what a newer version has written stays, and nonsense counts for nothing", () => {
  text = JSON.stringify({
    handedness: "left",
    format: "tiff",
    cssPerMm: 400,
    theme: "light",
    guideKinds: ["moon", "tape"],
  });
  const tab = openTab();
  expect(tab.getState()).toMatchObject({
    format: "png",
    cssPerMm: 96 / 25.4,
    theme: "light",
    guides: false,
    guideKinds: ["tape"],
  });
  tab.setState({ format: "jpeg" });
  expect(JSON.parse(text)).toMatchObject({ handedness: "left", format: "jpeg" });
});

test("where nothing may be stored the app still remembers until it is closed", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("no", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  const tab = openTab();
  tab.setState({ format: "jpeg" });
  expect(tab.getState().format).toBe("jpeg");
});
