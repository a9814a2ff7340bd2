/* A magnifier beside the finger: what lies under it, photo and lines, twice as large. A mouse hides nothing and needs
   none. */

import { type RefObject, useEffect, useRef } from "react";
import type { Point2 } from "../core/geometry/vector.ts";

/** Across, and how far above the finger's middle its own is, CSS px. */
const [WIDE, ABOVE] = [132, 116];
const TIMES = 2;

type Props = {
  /** What is magnified: its canvases, one over the other. */
  readonly stage: RefObject<HTMLElement | null>;
  /** The middle of what is shown, stage px. */
  readonly at: Point2;
};

/** Where its middle stands: above the finger, beside it where there is no room. */
function middleOf({ x, y }: Point2, wide: number): Point2 {
  const half = WIDE / 2;
  const across = Math.max(half + 4, Math.min(wide - half - 4, x));
  if (y - ABOVE > half) return { x: across, y: y - ABOVE };
  return { x: x > wide / 2 ? x - ABOVE : x + ABOVE, y: Math.max(half + 4, y) };
}

export function Magnifier({ stage, at }: Props) {
  const glass = useRef<HTMLCanvasElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    shown.current = at;
  });
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      const [node, canvas] = [stage.current, glass.current];
      if (node && canvas) magnify(node, canvas, shown.current);
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [stage]);
  const { x, y } = middleOf(at, stage.current?.clientWidth ?? 0);
  return (
    <canvas
      ref={glass}
      className="loupe"
      width={WIDE * 2}
      height={WIDE * 2}
      style={{ width: WIDE, height: WIDE, translate: `${x - WIDE / 2}px ${y - WIDE / 2}px` }}
      aria-hidden="true"
    />
  );
}

/** Lays the stage's canvases about a place on the glass. */
function magnify(node: HTMLElement, glass: HTMLCanvasElement, { x, y }: Point2): void {
  const context = glass.getContext("2d");
  if (!context) return;
  const box = node.getBoundingClientRect();
  const wide = WIDE / TIMES;
  context.clearRect(0, 0, glass.width, glass.height);
  for (const canvas of node.querySelectorAll("canvas")) {
    const own = canvas.getBoundingClientRect();
    if (canvas === glass || own.width === 0 || canvas.width === 0) continue;
    const scale = canvas.width / own.width;
    const [left, top] = [x - wide / 2 - (own.left - box.left), y - wide / 2 - (own.top - box.top)];
    context.drawImage(canvas, left * scale, top * scale, wide * scale, wide * scale, 0, 0, glass.width, glass.height);
  }
}
