/* What the app remembers of a person, on this device: light or dark, the format of exported pictures, a practitioner's
   bottles and rates. Several tabs may be open: each writes what was changed in it and nothing else, and hears of what
   was changed in the others. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { type GuideKind, guideKinds } from "../core/hairline/guides.ts";
import { type Bottle, tradeShades } from "../core/pigment/shades.ts";
import { readPractice } from "../core/plan/practice.ts";
import { type Rates, usualRates } from "../core/plan/work.ts";
import { CSS_PER_MM } from "./views/life-size.ts";
import type { PictureFormat } from "../export/image-file.ts";

export type Preferences = {
  readonly theme: "dark" | "light";
  readonly format: PictureFormat;
  /** Wire and handles lie over the photo in the steps that have some. */
  readonly lines: boolean;
  /** Guides lie over the photo while the line is set, and which of them. */
  readonly guides: boolean;
  readonly guideKinds: readonly GuideKind[];
  /** The practitioner's own bottles, from dark to fair. */
  readonly shades: readonly Bottle[];
  readonly rates: Rates;
  /** CSS pixels to a millimetre of this screen. */
  readonly cssPerMm: number;
};

export type PreferenceStore = StoreApi<Preferences>;

const KEY = "stubble.preferences";

/** Whether lines are shown is of the moment. */
const remembered = [
  "theme",
  "format",
  "guides",
  "guideKinds",
  "shades",
  "rates",
  "cssPerMm",
] as const satisfies (keyof Preferences)[];

const usual: Preferences = {
  theme: "dark",
  format: "png",
  lines: true,
  guides: false,
  guideKinds,
  shades: tradeShades,
  rates: usualRates,
  cssPerMm: CSS_PER_MM,
};

/** Reads and writes localStorage where there is one; private windows may refuse it, and then nothing is remembered. */
export function createPreferences(): PreferenceStore {
  const store = createStore<Preferences>()(() => ({ ...usual, ...known(kept()) }));
  let hearing = false;

  store.subscribe((now, before) => {
    const changed = remembered.filter((name) => now[name] !== before[name]);
    if (hearing || changed.length === 0) return;
    const written = { ...kept(), ...Object.fromEntries(changed.map((name) => [name, now[name]])) };
    try {
      localStorage.setItem(KEY, JSON.stringify(written));
    } catch {
      // Not remembered, nothing else lost.
    }
  });

  // Heard in every tab but the one that wrote.
  addEventListener("storage", ({ key }) => {
    if (key !== KEY) return;
    hearing = true;
    store.setState(known(kept()));
    hearing = false;
  });
  return store;
}

/** As it was written; what a newer version wrote and this one does not know is in it as well. */
function kept(): object {
  try {
    const content: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof content === "object" && content !== null ? content : {};
  } catch {
    return {};
  }
}

/** What is whole of it. */
function known(content: Partial<Record<keyof Preferences, unknown>>): Partial<Preferences> {
  const { theme, format, guides, guideKinds: kinds, cssPerMm } = content;
  return {
    ...readPractice(content),
    ...(theme === "light" || theme === "dark" ? { theme } : {}),
    ...(format === "jpeg" || format === "png" ? { format } : {}),
    ...(typeof guides === "boolean" ? { guides } : {}),
    ...(Array.isArray(kinds) ? { guideKinds: guideKinds.filter((kind) => kinds.includes(kind)) } : {}),
    ...(typeof cssPerMm === "number" && cssPerMm >= 2 && cssPerMm <= 9 ? { cssPerMm } : {}),
  };
}
