/* Lends the stage's element to the gesture machine: pointers are captured, the wheel zooms, and the page itself neither
   scrolls nor zooms under a finger on the photo. */

import { type RefObject, useEffect, useRef } from "react";
import type { Point2 } from "../core/geometry/vector.ts";
import { type GestureDoors, type Hand, type Spot, createGestures, wheelFactor } from "./gestures.ts";

type Doors = GestureDoors & {
  readonly hover: (p: Point2 | null, touch: boolean) => void;
  readonly doubleTap: (p: Point2, touch: boolean) => void;
  /** The wheel with Alt held: true where something is sized by it. */
  readonly sizeBy: (factor: number) => boolean;
};

/** Buttons of a pointer as the browser numbers them. */
const [MAIN, MIDDLE, ERASER] = [0, 1, 5];

const handOf = ({ button, pointerType }: PointerEvent): Hand => ({
  kind: pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse",
  eraser: button === ERASER,
  pans: button === MIDDLE,
});

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
      strokeBegin: (from, hand) => newest.current.strokeBegin(from, hand),
      strokeTo: (spots) => newest.current.strokeTo(spots),
      strokeEnd: () => newest.current.strokeEnd(),
      strokeDrop: () => newest.current.strokeDrop(),
      holds: (p) => newest.current.holds(p),
      carryBegin: () => newest.current.carryBegin(),
      carry: (by) => newest.current.carry(by),
      carryEnd: () => newest.current.carryEnd(),
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
    // A finger and a mouse tell a pressure of one half, whatever they do.
    const spotOf = (event: PointerEvent): Spot => ({
      at: place(event),
      pressure: event.pointerType === "pen" ? event.pressure : null,
    });
    /** A pen passes several places between two frames. */
    const spotsOf = (event: PointerEvent): readonly Spot[] => {
      const between = gestures.isStroking(event.pointerId) ? (event.getCoalescedEvents?.() ?? []) : [];
      return (between.length > 0 ? between : [event]).map(spotOf);
    };

    listen("pointerdown", (event) => {
      if (event.button !== MAIN && event.button !== MIDDLE && event.button !== ERASER) return;
      if (event.button === MIDDLE) event.preventDefault();
      node.setPointerCapture(event.pointerId);
      gestures.down(event.pointerId, spotOf(event), handOf(event));
    });
    listen("pointermove", (event) => {
      gestures.move(event.pointerId, spotsOf(event));
      newest.current.hover(place(event), event.pointerType !== "mouse");
    });
    listen("pointerup", (event) => gestures.up(event.pointerId));
    listen("pointercancel", (event) => gestures.cancel(event.pointerId));
    listen("dblclick", (event) => {
      const kind = event instanceof PointerEvent ? event.pointerType : "mouse";
      newest.current.doubleTap(place(event), kind !== "mouse");
    });
    listen("pointerleave", () => newest.current.hover(null, false));
    listen("wheel", (event) => {
      event.preventDefault();
      if (event.altKey && newest.current.sizeBy(wheelFactor(event))) return;
      newest.current.zoom(wheelFactor(event), place(event));
    });
    return () => stop.abort();
  }, [element]);
}
