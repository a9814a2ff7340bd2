/* What can be dragged on the photo, and which lines lie over it. A tool turns a scene into handles and lines and a drag
   into a changed document; it draws nothing and remembers nothing. */

import type { Point2 } from "../core/geometry/vector.ts";
import type { SkinTape } from "../core/hairline/guides.ts";
import type { Carry } from "../core/head/handles.ts";
import type { Document } from "../core/plan/document.ts";
import type { Scene } from "../core/plan/scene.ts";
import type { Saying } from "../core/saying.ts";
import type { Millimetres, Pixels } from "../core/units.ts";
import type { Hand } from "./gestures.ts";

/**
 * `label`: in words; `at` in photo pixels. `where`: in words, how far across and how high it stands on the head;
 * without it its pixels are told. `small`: it measures and moves nothing of the plan.
 */
export type Handle = {
  readonly id: string;
  readonly label: string;
  readonly at: Point2;
  readonly where?: { readonly across: string; readonly down: string };
  readonly small?: boolean;
};

/**
 * What a drag makes of the document, and why the handle did not come as far as it was to; null where it did. `tape`:
 * where it has laid the measuring tape, which is no part of the document.
 */
export type Moved = { readonly document: Document; readonly stopped: Saying | null; readonly tape?: SkinTape };

/** Nothing held the handle back. */
export const freely = (document: Document): Moved => ({ document, stopped: null });

/**
 * Photo pixels. Faint lines are for orientation, strong ones are what handles move; `guide`: a rule of the trade;
 * `hair`: which way hair lies. `breadth`: of a brush, photo px.
 */
export type Line = {
  readonly id: string;
  readonly strong: boolean;
  readonly guide?: boolean;
  readonly hair?: boolean;
  readonly breadth?: Pixels;
  readonly points: readonly Point2[];
};

/**
 * A number on the photo, on this side of a place in its pixels; "over": in its middle. `name`: of what it is, for those
 * who hear it.
 */
export type Label = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly at: Point2;
  readonly side: "left" | "right" | "above" | "over";
};

/** What a pointer draws from where it comes down to where it is lifted, beside all handles. */
export type Stroke = {
  readonly hand: Pick<Hand, "kind" | "eraser">;
  /** In the order in which they were passed, photo pixels; `pressure` as Spot has it. */
  readonly points: readonly StrokePoint[];
  /** How many of them the tool was told before; the rest is new. */
  readonly told: number;
  /** The pointer has been lifted. */
  readonly ended: boolean;
};
export type StrokePoint = { readonly at: Point2; readonly pressure: number | null };

/** How a tool takes strokes. */
export type Strokes = {
  /** The way of the pointer is shown as a line until it is lifted. */
  readonly trail: boolean;
  /** How broad that is, photo px; without it, a thin line. */
  readonly breadth?: (scene: Scene) => Pixels;
  /** The line that shows, at a photo point, how much a stroke there would touch; null for none. */
  readonly ring?: (scene: Scene, at: Point2) => readonly Point2[];
  /**
   * What a stroke makes of the scene as it is now: asked when it begins, with each move, and once more, with no new
   * points, when it has ended. All of it is one step of undo.
   */
  stroked(scene: Scene, stroke: Stroke, mirror: boolean): Moved;
};

/** What is carried, sized and rolled as one thing by a hand within it. */
export type Whole = {
  /** Its middle, which keys take hold of; it is not drawn. */
  handle(scene: Scene): Handle;
  /** Whether a photo point lies within it. */
  holds(scene: Scene, at: Point2): boolean;
  carried(scene: Scene, by: Carry): Moved;
};

export type Tool = {
  /** What its handles are together is in the catalogue under it. */
  readonly name:
    | "head"
    | "outline"
    | "nudge"
    | "ruler"
    | "cut"
    | "patch"
    | "line"
    | "areas"
    | "skin"
    | "ear"
    | "whorl"
    | "hair";
  handles(scene: Scene): readonly Handle[];
  lines(scene: Scene): readonly Line[];
  readonly labels?: (scene: Scene) => readonly Label[];
  moved(scene: Scene, id: string, to: Point2, mirror: boolean): Moved;
  /** One press of an arrow key: so many mm along the skin, `towards` in the picture; without it, as many pixels. */
  readonly stepped?: (scene: Scene, id: string, towards: Point2, mm: Millimetres, mirror: boolean) => Moved;
  /**
   * A double tap beside all handles, or a key on one: one handle more at this photo point, if what it would lie on is
   * within `reach` px of it; null where nothing is.
   */
  readonly added?: (scene: Scene, at: Point2, reach: number, mirror: boolean) => Moved | null;
  /** A double tap on a handle, or a key on it: it is taken away; null where it cannot be. */
  readonly removed?: (scene: Scene, id: string, mirror: boolean) => Moved | null;
  /** What is drawn beside the handles; without it the photo is panned there. */
  readonly strokes?: Strokes | undefined;
  /** Without it a hand beside all handles has the photo. */
  readonly whole?: Whole;
};

/** The handle nearest to a point within reach; points and reach in the same unit. */
export function nearestHandle(handles: readonly Handle[], p: Point2, reach: number): Handle | null {
  let best: Handle | null = null;
  let least = reach;
  for (const handle of handles) {
    const distance = Math.hypot(handle.at.x - p.x, handle.at.y - p.y);
    if (distance > least) continue;
    best = handle;
    least = distance;
  }
  return best;
}
