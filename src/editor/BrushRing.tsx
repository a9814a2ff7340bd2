/* The rim of a brush about the pointer, as wide as the brush is on the skin there. A small drawing of its own beside
   the canvas: moved with the pointer, it costs nothing else a new drawing. */

import { useStore } from "zustand";
import type { SessionStore } from "../store/session.ts";
import type { StrokeState } from "./stroke-state.ts";
import type { Strokes } from "./tool.ts";
import { type Viewport, toStage } from "./viewport.ts";

type Props = {
  readonly session: SessionStore;
  readonly state: StrokeState;
  readonly viewport: Viewport;
  readonly ring: NonNullable<Strokes["ring"]>;
};

export function BrushRing({ session, state, viewport, ring }: Props) {
  const over = useStore(state, ({ over: at }) => at);
  const { scene } = session.store.getState();
  if (!over || !scene) return null;
  const points = ring(scene, over).map((p) => toStage(viewport, p));
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  const d = points.map(({ x, y }) => `${x - left},${y - top}`).join(" ");
  return (
    <svg
      className="brush-ring"
      aria-hidden="true"
      width={Math.max(...xs) - left + 3}
      height={Math.max(...ys) - top + 3}
      style={{ transform: `translate(${left}px, ${top}px)` }}
    >
      <polyline points={d} />
      <polyline points={d} />
    </svg>
  );
}
