/* Lends the stage's element to the gesture machine: pointers are captured, the wheel zooms, and the page itself neither
   scrolls nor zooms under a finger on the photo. */

import { type RefObject, useEffect, useRef } from "react";
import type { Point2 } from "../core/geometry/vector.ts";
import { type GestureDoors, createGestures, wheelFactor } from "./gestures.ts";

type Doors = GestureDoors & { readonly hover: (p: Point2 | null, touch: boolean) => void };

export function useGestures(element: RefObject<HTMLElement | null>, doors: Doors): void {
  // A gesture outlives many renderings, so it always goes through the newest doors.
  const newest = useRef(doors);
  useEffect(() => {
    newest.current = doors;
  });

  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const gestures = createGestures({
      handleAt: (p, touch) => newest.current.handleAt(p, touch),
      dragStart: (id) => newest.current.dragStart(id),
      dragTo: (id, p) => newest.current.dragTo(id, p),
      dragEnd: (id) => newest.current.dragEnd(id),
      pan: (dx, dy) => newest.current.pan(dx, dy),
      zoom: (factor, about) => newest.current.zoom(factor, about),
    });
    const stop = new AbortController();
    const listen = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void): void =>
      node.addEventListener(name, act, { signal: stop.signal, passive: false });
    const place = (event: MouseEvent): Point2 => {
      const box = node.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    listen("pointerdown", (event) => {
      if (event.button !== 0 && event.button !== 1) return;
      if (event.button === 1) event.preventDefault();
      node.setPointerCapture(event.pointerId);
      gestures.down(event.pointerId, place(event), event.pointerType !== "mouse");
    });
    listen("pointermove", (event) => {
      gestures.move(event.pointerId, place(event));
      newest.current.hover(place(event), event.pointerType !== "mouse");
    });
    for (const name of ["pointerup", "pointercancel"] as const) listen(name, (event) => gestures.up(event.pointerId));
    listen("pointerleave", () => newest.current.hover(null, false));
    listen("wheel", (event) => {
      event.preventDefault();
      newest.current.zoom(wheelFactor(event), place(event));
    });
    return () => stop.abort();
  }, [element]);
}
