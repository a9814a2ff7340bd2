/* Arrow keys on the photo pan it, so that a close-up can be walked over without a mouse. */

import { type KeyboardEvent, useCallback } from "react";
import type { Viewfinder } from "./viewfinder.ts";

const STEP = 48;

const ways: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

export function useStageKeys({ pan }: Viewfinder): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const way = ways[event.key];
      if (!way || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      pan(...way);
    },
    [pan],
  );
}
