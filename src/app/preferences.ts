/* What the app remembers of a person, on this device: light or dark, the format of exported pictures, a practitioner's shades and rates. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { type Shade, tradeShades } from "../core/pigment/shades.ts";
import { readPractice } from "../core/plan/practice.ts";
import { type Rates, usualRates } from "../core/plan/work.ts";
import type { PictureFormat } from "../export/image-file.ts";

export type Preferences = {
  readonly theme: "dark" | "light";
  readonly format: PictureFormat;
  /** Wire and handles lie over the photo in the steps that have some. */
  readonly lines: boolean;
  /** The practitioner's own bottles, from dark to fair. */
  readonly shades: readonly Shade[];
  readonly rates: Rates;
};

export type PreferenceStore = StoreApi<Preferences>;

const KEY = "stubble.preferences";
const usual: Preferences = { theme: "dark", format: "png", lines: true, shades: tradeShades, rates: usualRates };

/** Reads and writes localStorage where there is one; private windows may refuse it, and then nothing is remembered. */
export function createPreferences(): PreferenceStore {
  const store = createStore<Preferences>()(() => remembered());
  store.subscribe(({ theme, format, shades, rates }) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ theme, format, shades, rates }));
    } catch {
      // Not remembered, nothing else lost.
    }
  });
  return store;
}

function remembered(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { theme, format } = kept as Partial<Preferences>;
    return {
      ...usual,
      ...readPractice(kept),
      theme: theme === "light" ? "light" : "dark",
      format: format === "jpeg" ? "jpeg" : "png",
    };
  } catch {
    return usual;
  }
}
