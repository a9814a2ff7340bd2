/* Where the pointer is, and whether a brush is at work. Not React's: it changes with every move, and a stage that drew
   itself anew each time would trail the brush. */

import { createStore } from "zustand/vanilla";
import type { Point2 } from "../core/geometry/vector.ts";
import type { Scene } from "../core/plan/scene.ts";
import { type Session, sceneBy } from "../store/session.ts";

/** `over`: photo pixels, null where the pointer is not on the stage. `brushing`: lines and handles wait for its end. */
type State = { readonly over: Point2 | null; readonly brushing: boolean };

export const createStrokeState = () => createStore<State>()(() => ({ over: null, brushing: false }));

export type StrokeState = ReturnType<typeof createStrokeState>;

/** As sceneBy gives it, but for a brush at work: as long as that is so, the scene that it began in. */
export function sceneAtRest(
  state: StrokeState,
  parts: (scene: Scene) => readonly unknown[],
): (session: Session) => Scene | null {
  const by = sceneBy(parts);
  let last: Scene | null = null;
  return (session) => (state.getState().brushing ? last : (last = by(session)));
}
