/* Whether a media query holds, followed as the window changes. */

import { useCallback, useMemo, useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  const subscribe = useCallback(
    (changed: () => void) => {
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.matches);
}

/** As in layout.css: below this the panel is a sheet from below, one step at a time. */
export const PHONE = "(max-width: 760px)";
