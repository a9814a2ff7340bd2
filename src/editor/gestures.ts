/* Fingers, pen and mouse on the stage as one small state machine: at rest, panning, dragging a handle, stroking,
   carrying what is taken as a whole, pinching. Pointer positions are stage pixels. It asks for the handle under a
   finger by distance, not by Konva's hit canvas, which some browsers scramble. While a pen is down it is alone: a palm
   on the glass does nothing, whether it came before the pen or after it. */

import type { Point2 } from "../core/geometry/vector.ts";
import type { Carry } from "../core/head/handles.ts";

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
  /** Whether what lies there is carried as a whole; elsewhere the photo is panned and zoomed. */
  readonly holds: (p: Point2) => boolean;
  /** It has begun to move; all until it is let go is one gesture. */
  readonly carryBegin: () => void;
  readonly carry: (by: Carry) => void;
  readonly carryEnd: () => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, about: Point2) => void;
};

type Moment =
  | { readonly kind: "rest" }
  | { readonly kind: "pan"; readonly finger: number }
  /** `grip`: from the finger to the handle's middle, so that a handle does not jump under the finger. */
  | { readonly kind: "drag"; readonly finger: number; readonly id: string; readonly grip: Point2 }
  | { readonly kind: "stroke"; readonly finger: number; readonly from: Point2; readonly short: boolean }
  /** On the whole, which has not moved yet: a touch alone changes nothing. `slack`: how far it may go until it has. */
  | { readonly kind: "hold"; readonly finger: number; readonly from: Point2; readonly slack: number }
  | { readonly kind: "carry"; readonly finger: number }
  /** A pinch on the photo; or one that has the whole, and has moved it or not, and rolled it or not yet. */
  | { readonly kind: "pinch" }
  | { readonly kind: "grip"; readonly begun: boolean; readonly rolls: boolean; readonly rolled: number };

/** How far a mouse and a finger go before they carry, px. */
const SLACK = { mouse: 3, touch: 8, pen: 4 } as const;

/** Two fingers that size never go quite straight: they roll from this angle on, degrees. */
const ROLLS = 6;

/** A finger that has not gone farther than this when the second comes down was the first of a pinch, px. */
const SHORT = 16;

const middle = (a: Point2, b: Point2): Point2 => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: Point2, b: Point2): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** From the way a to b to the way c to d, clockwise, degrees. */
function turned(a: Point2, b: Point2, c: Point2, d: Point2): number {
  const [vx, vy, wx, wy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  return (Math.atan2(vx * wy - vy * wx, vx * wx + vy * wy) * 180) / Math.PI;
}

export function createGestures(doors: GestureDoors) {
  const fingers = new Map<number, Point2>();
  let pen: number | null = null;
  let moment: Moment = { kind: "rest" };

  /** `mistaken`: what had begun was no gesture of its own. */
  function release(mistaken: boolean): void {
    const ended = moment;
    moment = { kind: "rest" };
    if (ended.kind === "drag") doors.dragEnd(ended.id);
    if (ended.kind === "carry" || (ended.kind === "grip" && ended.begun)) doors.carryEnd();
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
    const times = apart(nextA, nextB) / apart(a, b);
    if (moment.kind === "grip")
      return grip(moment, { from: centre, to: next, times, clockwise: turned(a, b, nextA, nextB) });
    doors.pan(next.x - centre.x, next.y - centre.y);
    doors.zoom(times, next);
  }

  function grip({ begun, rolls, rolled }: Moment & { readonly kind: "grip" }, by: Carry): void {
    const all = rolled + by.clockwise;
    moment = { kind: "grip", begun: true, rolls: rolls || Math.abs(all) > ROLLS, rolled: all };
    if (!begun) doors.carryBegin();
    doors.carry(rolls ? by : { ...by, clockwise: 0 });
  }

  function carry(finger: number, from: Point2, to: Point2): void {
    if (moment.kind === "hold") {
      if (apart(to, moment.from) <= moment.slack) return;
      doors.carryBegin();
      doors.carry({ from: moment.from, to, times: 1, clockwise: 0 });
      moment = { kind: "carry", finger };
    } else if (moment.kind === "carry") {
      doors.carry({ from, to, times: 1, clockwise: 0 });
    }
  }

  /** A second finger has come down: the two have what lies between them. */
  function second(): void {
    const [a, b] = [...fingers.values()];
    if (doors.holds(middle(a, b))) {
      const goesOn = moment.kind === "carry";
      if (!goesOn) release(moment.kind === "stroke" && moment.short);
      moment = { kind: "grip", begun: goesOn, rolls: false, rolled: 0 };
      return;
    }
    release(moment.kind === "stroke" && moment.short);
    moment = { kind: "pinch" };
  }

  function first(finger: number, spot: Spot, hand: Hand): void {
    const p = spot.at;
    const handle = hand.pans ? null : doors.handleAt(p, hand.kind !== "mouse");
    if (handle) {
      moment = { kind: "drag", finger, id: handle.id, grip: { x: handle.at.x - p.x, y: handle.at.y - p.y } };
      return doors.dragStart(handle.id);
    }
    if (!hand.pans && doors.strokeBegin(spot, hand)) moment = { kind: "stroke", finger, from: p, short: true };
    else if (!hand.pans && doors.holds(p)) moment = { kind: "hold", finger, from: p, slack: SLACK[hand.kind] };
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
    // The finger that is left of two would carry the whole a little as it is lifted.
    const isOver = moment.kind === "grip";
    release(mistaken);
    const [left] = fingers.keys();
    if (left !== undefined && !isOver) moment = { kind: "pan", finger: left };
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
      second();
    },
    /** `spots`: those passed since the last time, the present one last. */
    move(finger: number, spots: readonly Spot[]): void {
      const from = fingers.get(finger);
      const now = spots.at(-1);
      if (!from || !now) return;
      const p = now.at;
      if (moment.kind === "pinch" || moment.kind === "grip") return pinch(finger, p);
      fingers.set(finger, p);
      carry(finger, from, p);
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
