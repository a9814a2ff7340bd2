/* The photo under the stage: up to four canvases, laid one over the other in photo pixels and moved by the browser's
   own compositor, so that a change costs no more than the part of the picture that it touches. Drawn on by hand and not
   through React. */

import { type RefObject, useImperativeHandle, useRef } from "react";
import type { Drawn, Slot } from "./picture-loop.ts";
import type { Viewport } from "./viewport.ts";

export type PhotoSheets = {
  show(slot: Slot, drawn: Pick<Drawn, "frame" | "patch" | "whole"> | null): void;
  /** Whether what is looked at is still to be drawn. */
  setBusy(busy: boolean): void;
};

type Props = { readonly viewport: Viewport; readonly before: boolean; readonly sheets: RefObject<PhotoSheets | null> };

/** From below: the bare photo is seen until the first dots are there, and where those with dots step aside. */
const order: readonly Slot[] = ["bareBase", "bareDetail", "base", "detail"];

function lay(canvas: HTMLCanvasElement, { frame, patch, whole }: Pick<Drawn, "frame" | "patch" | "whole">): void {
  const { level, left, top, width, height } = frame;
  const pixel = 2 ** level;
  if (whole) {
    // Sized anew, a canvas is empty, and that is seen only when all is done.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    Object.assign(canvas.style, {
      left: `${left * pixel}px`,
      top: `${top * pixel}px`,
      width: `${width * pixel}px`,
      height: `${height * pixel}px`,
    });
  }
  if (patch) canvas.getContext("2d", { alpha: false })?.drawImage(patch.bitmap, patch.left, patch.top);
}

export function PhotoLayer({ viewport, before, sheets }: Props) {
  const photo = useRef<HTMLDivElement>(null);
  const canvases = useRef(new Map<Slot, HTMLCanvasElement>());

  useImperativeHandle(
    sheets,
    () => ({
      show(slot, drawn) {
        const canvas = canvases.current.get(slot);
        if (!canvas) return;
        if (drawn) lay(canvas, drawn);
        canvas.dataset.empty = String(!drawn);
      },
      setBusy(busy) {
        photo.current?.setAttribute("aria-busy", String(busy));
      },
    }),
    [],
  );

  const { scale, x, y } = viewport;
  const dotted = (slot: Slot): boolean => slot === "base" || slot === "detail";
  return (
    <div ref={photo} className="photo" style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
      {order.map((slot) => (
        <canvas
          key={slot}
          ref={(canvas) => {
            if (canvas) canvases.current.set(slot, canvas);
            else canvases.current.delete(slot);
          }}
          data-empty="true"
          style={{ visibility: slot === "bareBase" || before !== dotted(slot) ? "visible" : "hidden" }}
        />
      ))}
    </div>
  );
}
