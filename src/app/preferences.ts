/* What the app remembers of a person, on this device: light or dark, the format of exported pictures, a practitioner's shades and rates. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { type Shade, tradeShades } from "../core/pigment/shades.ts";
import { readPractice } from "../core/plan/practice.ts";
import { type Rates, usualRates } from "../core/plan/work.ts";
import { CSS_PER_MM } from "./views/life-size.ts";
import type { PictureFormat } from "../export/image-file.ts";

export type Preferences = {
  readonly theme: "dark" | "light";
  readonly format: PictureFormat;
  /** Wire and handles lie over the photo in the steps that have some. */
  readonly lines: boolean;
  /** The practitioner's own bottles, from dark to fair. */
  readonly shades: readonly Shade[];
  readonly rates: Rates;
  /** CSS pixels to a millimetre of this screen. */
  readonly cssPerMm: number;
};

export type PreferenceStore = StoreApi<Preferences>;

const KEY = "stubble.preferences";
const usual: Preferences = {
  theme: "dark",
  format: "png",
  lines: true,
  shades: tradeShades,
  rates: usualRates,
  cssPerMm: CSS_PER_MM,
};

/** Reads and writes localStorage where there is one; private windows may refuse it, and then nothing is remembered. */
export function createPreferences(): PreferenceStore {
  const store = createStore<Preferences>()(() => remembered());
  store.subscribe(({ theme, format, shades, rates, cssPerMm }) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ theme, format, shades, rates, cssPerMm }));
    } catch {
      // Not remembered, nothing else lost.
    }
  });
  return store;
}

function remembered(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { theme, format, cssPerMm } = kept as Partial<Preferences>;
    return {
      ...usual,
      ...readPractice(kept),
      theme: theme === "light" ? "light" : "dark",
      format: format === "jpeg" ? "jpeg" : "png",
      cssPerMm: typeof cssPerMm === "number" && cssPerMm >= 2 && cssPerMm <= 9 ? cssPerMm : CSS_PER_MM,
    };
  } catch {
    return usual;
  }
}
