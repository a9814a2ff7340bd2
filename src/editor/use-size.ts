/* The size of an element, followed while it lives. */

import { type RefObject, useEffect } from "react";
import type { Size } from "./viewport.ts";

export function useSize(element: RefObject<HTMLElement | null>, onSize: (size: Size) => void): void {
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const observer = new ResizeObserver(() => {
      if (node.clientWidth > 0 && node.clientHeight > 0) onSize({ width: node.clientWidth, height: node.clientHeight });
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, onSize]);
}
