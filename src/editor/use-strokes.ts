/* Strokes of a tool on the stage: each is one step of undo, shows its way or how much it touches, and leaves nothing
   when it was none. */

import { useCallback, useMemo, useRef, useState } from "react";
import type { Point2 } from "../core/geometry/vector.ts";
import type { GestureDoors, Spot } from "./gestures.ts";
import type { StrokeState } from "./stroke-state.ts";
import type { Line, Stroke, StrokePoint, Tool } from "./tool.ts";
import type { ToolOnStage } from "./use-whole.ts";
import { toPhoto } from "./viewport.ts";

type Given = ToolOnStage & { readonly state: StrokeState };

type StrokeDoors = Pick<GestureDoors, "strokeBegin" | "strokeTo" | "strokeEnd" | "strokeDrop">;

export function useStrokes({ state, session, viewfinder, tool, move, onDragStart, onDragEnd }: Given): {
  readonly doors: StrokeDoors;
  /** Where the pointer is, stage pixels; null where it is not on the stage. */
  readonly hover: (p: Point2 | null) => void;
  /** The way of the stroke, where it is shown. */
  readonly trail: readonly Line[];
} {
  // A stroke goes on with the tool that it began with.
  const drawn = useRef<{ readonly tool: Tool; readonly stroke: Stroke } | null>(null);
  const [trail, setTrail] = useState<readonly StrokePoint[]>([]);

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
      state.setState({ over: null, brushing: false });
      return by;
    };
    return {
      strokeBegin(from, hand) {
        if (!tool?.strokes) return false;
        // What a slider or a name in focus had begun is a step of its own.
        session.endGesture();
        onDragStart(tool);
        session.beginGesture();
        if (!tool.strokes.trail) state.setState({ brushing: true });
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
  }, [state, session, viewfinder, tool, move, onDragStart, onDragEnd]);

  const hover = useCallback(
    (p: Point2 | null) => state.setState({ over: p && toPhoto(viewfinder.store.getState().viewport, p) }),
    [state, viewfinder],
  );
  const lines = useMemo((): readonly Line[] => {
    if (trail.length < 2) return [];
    const { scene } = session.store.getState();
    const breadth = scene ? tool?.strokes?.breadth?.(scene) : undefined;
    const way = { id: "trail", strong: true, points: trail.map(({ at }) => at) };
    return [breadth === undefined ? way : { ...way, breadth }];
  }, [trail, session, tool]);
  return { doors, hover, trail: lines };
}
