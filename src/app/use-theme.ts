/* Light or dark, for the page and for the browser's own bars around it. */

import { useLayoutEffect } from "react";
import type { Preferences } from "./preferences.ts";

/** As --panel in tokens.css. */
const bars = { dark: "#242424", light: "#f3f3f3" } as const;

export function useTheme(theme: Preferences["theme"]): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) meta.content = bars[theme];
  }, [theme]);
}
