/* What is carried as a whole, such as the head within its wire: by fingers and mouse, by the wheel with Alt held, by
   keys. A gesture, a run of the wheel and a key held down are one step of undo each. */

import { useCallback, useMemo, useRef } from "react";
import type { Carry } from "../core/head/handles.ts";
import type { Scene } from "../core/plan/scene.ts";
import type { SessionStore } from "../store/session.ts";
import type { GestureDoors } from "./gestures.ts";
import type { Moved, Tool } from "./tool.ts";
import { useRun } from "./use-run.ts";
import type { Viewfinder } from "./viewfinder.ts";
import { toPhoto } from "./viewport.ts";

/** A turn of the wheel that zooms the photo by so much sizes the whole by this power of it: a notch by a twentieth. */
const FINER = 1 / 6;

/** What whoever works on the stage with a tool is given. */
export type ToolOnStage = {
  readonly session: SessionStore;
  readonly viewfinder: Viewfinder;
  readonly tool: Tool | null;
  readonly move: (change: (scene: Scene, mirror: boolean) => Moved) => void;
  readonly onDragStart: (tool: Tool) => void;
  readonly onDragEnd: (tool: Tool) => void;
};

export function useWhole({ session, viewfinder, tool, move, onDragStart, onDragEnd }: ToolOnStage): {
  readonly doors: Pick<GestureDoors, "holds" | "carryBegin" | "carry" | "carryEnd">;
  /** Sized about its middle by the wheel; false where there is no such thing. */
  readonly sizeBy: (factor: number) => boolean;
  /** A key: photo pixels. Whoever lets it go ends the gesture. */
  readonly carryBy: (by: Carry) => void;
} {
  const whole = tool?.whole;
  // The wheel's run ends with the tool that it began with.
  const wheeled = useRef<Tool | null>(null);
  const run = useRun(
    useCallback(() => {
      const by = wheeled.current;
      wheeled.current = null;
      if (by) onDragEnd(by);
    }, [onDragEnd]),
  );
  const begin = useCallback((): void => {
    if (!tool) return;
    onDragStart(tool);
    session.beginGesture();
  }, [tool, session, onDragStart]);
  const carryBy = useCallback(
    (by: Carry): void => {
      if (!whole) return;
      begin();
      move((scene) => whole.carried(scene, by));
    },
    [whole, begin, move],
  );

  const doors = useMemo(
    () => ({
      holds: (p: { readonly x: number; readonly y: number }): boolean => {
        const { scene } = session.store.getState();
        return Boolean(scene && whole?.holds(scene, toPhoto(viewfinder.store.getState().viewport, p)));
      },
      carryBegin: (): void => {
        if (wheeled.current) run.end();
        // What a slider or a name in focus had begun is a step of its own.
        session.endGesture();
        begin();
      },
      carry: ({ from, to, ...by }: Carry): void => {
        const { viewport } = viewfinder.store.getState();
        const inPhoto = { from: toPhoto(viewport, from), to: toPhoto(viewport, to), ...by };
        if (whole) move((scene) => whole.carried(scene, inPhoto));
      },
      carryEnd: (): void => {
        if (tool) onDragEnd(tool);
      },
    }),
    [session, viewfinder, tool, whole, run, begin, move, onDragEnd],
  );
  const sizeBy = useCallback(
    (factor: number): boolean => {
      const { scene } = session.store.getState();
      if (!scene || !whole) return false;
      run.goOn();
      wheeled.current = tool;
      const { at } = whole.handle(scene);
      carryBy({ from: at, to: at, times: factor ** FINER, clockwise: 0 });
      run.rest();
      return true;
    },
    [session, tool, whole, run, carryBy],
  );
  return { doors, sizeBy, carryBy };
}
