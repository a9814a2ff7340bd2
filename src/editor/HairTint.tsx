/* Where hair and stubble were read, as a tint over the photo, in photo pixels. */

import { useEffect, useRef } from "react";
import type { Viewport } from "./viewport.ts";

/**
 * `columns` times `rows` squares of `side` photo px from the point (left, top) on: how much of each is hair that hides
 * skin, and stubble, 0..255.
 */
export type Tint = {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly side: number;
  readonly hair: Uint8Array;
  readonly stubble: Uint8Array;
};

/** Cold on hair and yellow on stubble: neither is a colour of skin. Red, green, blue; and the most that they cover. */
const HAIR = [40, 120, 255, 0.62] as const;
const STUBBLE = [255, 214, 40, 0.42] as const;

function painted({ columns, rows, hair, stubble }: Tint): ImageData {
  const picture = new ImageData(columns, rows);
  for (let i = 0; i < columns * rows; i++) {
    const [colour, share] = hair[i] >= stubble[i] ? [HAIR, hair[i]] : [STUBBLE, stubble[i]];
    picture.data.set([colour[0], colour[1], colour[2], colour[3] * share], 4 * i);
  }
  return picture;
}

export function HairTint({ tint, viewport }: { readonly tint: Tint; readonly viewport: Viewport }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { left, top, columns, rows, side } = tint;
  useEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(painted(tint), 0, 0);
  }, [tint]);
  const { scale, x, y } = viewport;
  return (
    <div className="photo" style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
      <canvas
        ref={canvas}
        className="tint"
        width={columns}
        height={rows}
        style={{ left: `${left}px`, top: `${top}px`, width: `${columns * side}px`, height: `${rows * side}px` }}
      />
    </div>
  );
}
