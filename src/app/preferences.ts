/* What the app remembers of a person's taste, on this device: light or dark, and the format of exported pictures. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { PictureFormat } from "../export/image-file.ts";

export type Preferences = {
  readonly theme: "dark" | "light";
  readonly format: PictureFormat;
  /** Wire and handles lie over the photo in the steps that have some. */
  readonly lines: boolean;
};

export type PreferenceStore = StoreApi<Preferences>;

const KEY = "stubble.preferences";
const usual: Preferences = { theme: "dark", format: "png", lines: true };

/** Reads and writes localStorage where there is one; private windows may refuse it, and then nothing is remembered. */
export function createPreferences(): PreferenceStore {
  const store = createStore<Preferences>()(() => remembered());
  store.subscribe(({ theme, format }) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ theme, format }));
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
      theme: theme === "light" ? "light" : "dark",
      format: format === "jpeg" ? "jpeg" : "png",
    };
  } catch {
    return usual;
  }
}
