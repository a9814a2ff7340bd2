/* Fingers and mouse on the stage as one small state machine: at rest, panning, dragging
   a handle, pinching. Pointer positions are stage pixels. It asks for the handle under
   a finger by distance, not by Konva's hit canvas, which some browsers scramble. */

import type { Point2 } from "../core/geometry/vector.ts";

export type GestureDoors = {
  /** The handle a finger takes hold of at this place, with its own place on the stage. */
  readonly handleAt: (p: Point2, touch: boolean) => { readonly id: string; readonly at: Point2 } | null;
  readonly dragStart: (id: string) => void;
  readonly dragTo: (id: string, p: Point2) => void;
  readonly dragEnd: (id: string) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, about: Point2) => void;
};

type Moment =
  | { readonly kind: "rest" }
  | { readonly kind: "pan"; readonly finger: number }
  /** `grip`: from the finger to the handle's middle, so that a handle does not jump under the finger. */
  | { readonly kind: "drag"; readonly finger: number; readonly id: string; readonly grip: Point2 }
  | { readonly kind: "pinch" };

const middle = (a: Point2, b: Point2): Point2 => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: Point2, b: Point2): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

export function createGestures(doors: GestureDoors) {
  const fingers = new Map<number, Point2>();
  let moment: Moment = { kind: "rest" };

  function release(): void {
    const ended = moment;
    moment = { kind: "rest" };
    if (ended.kind === "drag") doors.dragEnd(ended.id);
  }

  function pinch(finger: number, p: Point2): void {
    const [one, other] = [...fingers.keys()];
    const a = fingers.get(one) as Point2;
    const b = fingers.get(other) as Point2;
    const centre = middle(a, b);
    fingers.set(finger, p);
    const nextA = fingers.get(one) as Point2;
    const nextB = fingers.get(other) as Point2;
    const next = middle(nextA, nextB);
    doors.pan(next.x - centre.x, next.y - centre.y);
    doors.zoom(apart(nextA, nextB) / apart(a, b), next);
  }

  return {
    down(finger: number, p: Point2, touch: boolean): void {
      if (fingers.size >= 2) return;
      fingers.set(finger, p);
      if (fingers.size === 2) {
        release();
        moment = { kind: "pinch" };
        return;
      }
      const handle = doors.handleAt(p, touch);
      if (!handle) {
        moment = { kind: "pan", finger };
        return;
      }
      moment = { kind: "drag", finger, id: handle.id, grip: { x: handle.at.x - p.x, y: handle.at.y - p.y } };
      doors.dragStart(handle.id);
    },
    move(finger: number, p: Point2): void {
      const from = fingers.get(finger);
      if (!from) return;
      if (moment.kind === "pinch") return pinch(finger, p);
      fingers.set(finger, p);
      if (moment.kind === "pan") doors.pan(p.x - from.x, p.y - from.y);
      if (moment.kind === "drag") doors.dragTo(moment.id, { x: p.x + moment.grip.x, y: p.y + moment.grip.y });
    },
    up(finger: number): void {
      if (!fingers.delete(finger)) return;
      release();
      const [left] = fingers.keys();
      if (left !== undefined) moment = { kind: "pan", finger: left };
    },
  };
}

export type Gestures = ReturnType<typeof createGestures>;

/** Zoom factor of a wheel turn; a trackpad's pinch comes as a wheel with ctrl held and small steps. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, "deltaY" | "deltaMode" | "ctrlKey">): number {
  const pixels = deltaMode === 1 ? deltaY * 20 : deltaMode === 2 ? deltaY * 400 : deltaY;
  return Math.exp(-Math.max(-240, Math.min(240, pixels)) / (ctrlKey ? 100 : 300));
}
