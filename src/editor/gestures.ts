/* Fingers, pen and mouse on the stage as one small state machine: at rest, panning, dragging a handle, stroking,
   pinching. Pointer positions are stage pixels. It asks for the handle under a finger by distance, not by Konva's hit
   canvas, which some browsers scramble. While a pen is down it is alone: a palm on the glass does nothing, whether it
   came before the pen or after it. */

import type { Point2 } from "../core/geometry/vector.ts";

export type PointerKind = "mouse" | "touch" | "pen";

/** A place of a pointer; `pressure` of 0..1, null where the device does not tell it. */
export type Spot = { readonly at: Point2; readonly pressure: number | null };

/** What has come down on the stage. */
export type Hand = {
  readonly kind: PointerKind;
  /** The pen's other end. */
  readonly eraser: boolean;
  /** A button that only pans. */
  readonly pans: boolean;
};

export type GestureDoors = {
  /** The handle a finger takes hold of at this place, with its own place on the stage. */
  readonly handleAt: (p: Point2, touch: boolean) => { readonly id: string; readonly at: Point2 } | null;
  readonly dragStart: (id: string) => void;
  readonly dragTo: (id: string, p: Point2) => void;
  readonly dragEnd: (id: string) => void;
  /** Takes a stroke that begins beside all handles; where it gives false the photo is panned. */
  readonly strokeBegin: (from: Spot, hand: Hand) => boolean;
  /** The spots that the pointer has passed since, one at least. */
  readonly strokeTo: (spots: readonly Spot[]) => void;
  readonly strokeEnd: () => void;
  /** It was none: nothing of it stays. */
  readonly strokeDrop: () => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, about: Point2) => void;
};

type Moment =
  | { readonly kind: "rest" }
  | { readonly kind: "pan"; readonly finger: number }
  /** `grip`: from the finger to the handle's middle, so that a handle does not jump under the finger. */
  | { readonly kind: "drag"; readonly finger: number; readonly id: string; readonly grip: Point2 }
  | { readonly kind: "stroke"; readonly finger: number; readonly from: Point2; readonly short: boolean }
  | { readonly kind: "pinch" };

/** A finger that has not gone farther than this when the second comes down was the first of a pinch, px. */
const SHORT = 16;

const middle = (a: Point2, b: Point2): Point2 => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: Point2, b: Point2): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

export function createGestures(doors: GestureDoors) {
  const fingers = new Map<number, Point2>();
  let pen: number | null = null;
  let moment: Moment = { kind: "rest" };

  /** `mistaken`: what had begun was no gesture of its own. */
  function release(mistaken: boolean): void {
    const ended = moment;
    moment = { kind: "rest" };
    if (ended.kind === "drag") doors.dragEnd(ended.id);
    if (ended.kind === "stroke" && mistaken) doors.strokeDrop();
    if (ended.kind === "stroke" && !mistaken) doors.strokeEnd();
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

  function first(finger: number, spot: Spot, hand: Hand): void {
    const p = spot.at;
    const handle = hand.pans ? null : doors.handleAt(p, hand.kind !== "mouse");
    if (handle) {
      moment = { kind: "drag", finger, id: handle.id, grip: { x: handle.at.x - p.x, y: handle.at.y - p.y } };
      return doors.dragStart(handle.id);
    }
    if (!hand.pans && doors.strokeBegin(spot, hand)) moment = { kind: "stroke", finger, from: p, short: true };
    else moment = { kind: "pan", finger };
  }

  function stroke(spots: readonly Spot[]): void {
    if (moment.kind !== "stroke") return;
    const { from } = moment;
    if (spots.some(({ at }) => apart(at, from) > SHORT)) moment = { ...moment, short: false };
    doors.strokeTo(spots);
  }

  function leave(finger: number, mistaken: boolean): void {
    if (!fingers.delete(finger)) return;
    if (pen === finger) pen = null;
    release(mistaken);
    const [left] = fingers.keys();
    if (left !== undefined) moment = { kind: "pan", finger: left };
  }

  return {
    down(finger: number, spot: Spot, hand: Hand): void {
      if (pen !== null) return;
      if (hand.kind === "pen") {
        // What lies on the glass already is the hand that holds the pen.
        release(true);
        fingers.clear();
        pen = finger;
      }
      if (fingers.size >= 2) return;
      fingers.set(finger, spot.at);
      if (fingers.size === 1) return first(finger, spot, hand);
      release(moment.kind === "stroke" && moment.short);
      moment = { kind: "pinch" };
    },
    /** `spots`: those passed since the last time, the present one last. */
    move(finger: number, spots: readonly Spot[]): void {
      const from = fingers.get(finger);
      const now = spots.at(-1);
      if (!from || !now) return;
      const p = now.at;
      if (moment.kind === "pinch") return pinch(finger, p);
      fingers.set(finger, p);
      if (moment.kind === "pan") doors.pan(p.x - from.x, p.y - from.y);
      if (moment.kind === "drag") doors.dragTo(moment.id, { x: p.x + moment.grip.x, y: p.y + moment.grip.y });
      stroke(spots);
    },
    up: (finger: number): void => leave(finger, false),
    /** The system has taken the pointer for something else. */
    cancel: (finger: number): void => leave(finger, true),
    /** Whether this pointer is drawing a stroke: then every spot that it passes counts. */
    isStroking: (finger: number): boolean => moment.kind === "stroke" && moment.finger === finger,
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
