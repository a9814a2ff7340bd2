/* Strokes of a tool on the stage: each is one step of undo, shows its way or how much it touches, and leaves nothing
   when it was none. */

import { useCallback, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Point2 } from "../core/geometry/vector.ts";
import type { Scene } from "../core/plan/scene.ts";
import type { SessionStore } from "../store/session.ts";
import type { GestureDoors, Spot } from "./gestures.ts";
import type { Line, Moved, Stroke, StrokePoint, Tool } from "./tool.ts";
import type { Viewfinder } from "./viewfinder.ts";
import { toPhoto } from "./viewport.ts";

type Given = {
  readonly session: SessionStore;
  readonly viewfinder: Viewfinder;
  readonly tool: Tool | null;
  readonly move: (change: (scene: Scene, mirror: boolean) => Moved) => void;
  readonly onDragStart: (tool: Tool) => void;
  readonly onDragEnd: (tool: Tool) => void;
};

type StrokeDoors = Pick<GestureDoors, "strokeBegin" | "strokeTo" | "strokeEnd" | "strokeDrop">;

export function useStrokes({ session, viewfinder, tool, move, onDragStart, onDragEnd }: Given): {
  readonly doors: StrokeDoors;
  /** Where the pointer is, stage pixels; null where it is not on the stage. */
  readonly hover: (p: Point2 | null) => void;
  /** What is to be seen of the stroke, and of the one that could begin here. */
  readonly lines: readonly Line[];
} {
  // A stroke goes on with the tool that it began with.
  const drawn = useRef<{ readonly tool: Tool; readonly stroke: Stroke } | null>(null);
  const [trail, setTrail] = useState<readonly StrokePoint[]>([]);
  const [over, setOver] = useState<Point2 | null>(null);

  const doors = useMemo((): StrokeDoors => {
    const pointOf = ({ at, pressure }: Spot): StrokePoint => ({
      at: toPhoto(viewfinder.store.getState().viewport, at),
      pressure,
    });
    const go = (by: Tool, stroke: Stroke): void => {
      drawn.current = { tool: by, stroke };
      if (by.strokes?.trail) setTrail(stroke.points);
      move(
        (scene, mirror) => by.strokes?.stroked(scene, stroke, mirror) ?? { document: scene.document, stopped: null },
      );
    };
    const done = (): Tool | undefined => {
      const by = drawn.current?.tool;
      drawn.current = null;
      setTrail([]);
      // A finger that is lifted is nowhere; a mouse tells where it is when it moves on.
      setOver(null);
      return by;
    };
    return {
      strokeBegin(from, hand) {
        if (!tool?.strokes) return false;
        onDragStart(tool);
        session.beginGesture();
        go(tool, { hand, points: [pointOf(from)], told: 0, ended: false });
        return true;
      },
      strokeTo(spots) {
        if (!drawn.current) return;
        const { tool: by, stroke } = drawn.current;
        const points = [...stroke.points, ...spots.map(pointOf)];
        go(by, { ...stroke, points, told: stroke.points.length });
      },
      strokeEnd() {
        if (!drawn.current) return;
        const { tool: by, stroke } = drawn.current;
        go(by, { ...stroke, told: stroke.points.length, ended: true });
        done();
        onDragEnd(by);
      },
      strokeDrop() {
        const by = done();
        session.cancelGesture();
        if (by) onDragEnd(by);
      },
    };
  }, [session, viewfinder, tool, move, onDragStart, onDragEnd]);

  const ring = tool?.strokes?.ring;
  const hover = useCallback(
    (p: Point2 | null) => setOver(p && ring ? toPhoto(viewfinder.store.getState().viewport, p) : null),
    [ring, viewfinder],
  );

  const scene = useStore(session.store, (state) => (over ? state.scene : null));
  const lines = useMemo(
    (): readonly Line[] => [
      ...(trail.length > 1 ? [{ id: "trail", strong: true, points: trail.map(({ at }) => at) }] : []),
      ...(over && ring && scene ? [{ id: "ring", strong: true, points: ring(scene, over) }] : []),
    ],
    [trail, over, ring, scene],
  );
  return { doors, hover, lines };
}
