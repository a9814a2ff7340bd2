/* The ghost itself, laid on the camera's frame. */

import { useLayoutEffect, useRef } from "react";
import { words } from "../../words/words.ts";
import { type Ghost, ghostPlace, type Size } from "./ghost.ts";

type Props = {
  readonly ghost: Ghost;
  readonly frame: Size;
  /** 0..1 of the old photo; the line stays, so that it can be matched alone. */
  readonly strength: number;
};

export function GhostLayer({ ghost, frame, strength }: Props) {
  const { picture, photo, line } = ghost;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const node = canvas.current;
    if (!node) return;
    node.width = picture.width;
    node.height = picture.height;
    node.getContext("2d")?.drawImage(picture, 0, 0);
  }, [picture]);

  const { left, width } = ghostPlace(photo, frame);
  const points = line?.map(({ x, y }) => `${x},${y}`).join(" ");
  return (
    <div className="ghost" style={{ left: `${100 * left}%`, width: `${100 * width}%` }}>
      <canvas ref={canvas} role="img" aria-label={words("camera.ghost")} style={{ opacity: strength }} />
      {points && (
        <svg viewBox={`0 0 ${photo.width} ${photo.height}`} preserveAspectRatio="none" aria-hidden="true">
          <polyline className="ghost-rim" points={points} />
          <polyline className="ghost-line" points={points} />
        </svg>
      )}
    </div>
  );
}
