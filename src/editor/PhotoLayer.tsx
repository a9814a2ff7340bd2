/* The photo's layer: up to four pictures from the worker, laid one over the other in photo pixels. Set by hand and not
   through React, so that a picture is on the stage before the one it replaces is closed. */

import type Konva from "konva";
import type { ImageConfig } from "konva/lib/shapes/Image.js";
import { type RefObject, useImperativeHandle, useRef } from "react";
import { Image, Layer } from "react-konva";
import type { Frame } from "../core/picture/frame-sheets.ts";
import type { Slot } from "./picture-loop.ts";
import type { Viewport } from "./viewport.ts";

type Picture = { readonly frame: Frame; readonly bitmap: ImageBitmap };

export type PhotoSheets = { show(slot: Slot, picture: Picture | null): void };

type Props = { readonly viewport: Viewport; readonly before: boolean; readonly sheets: RefObject<PhotoSheets | null> };

/** No image prop: in strict mode every rendering would put it back, and the worker's picture would be gone. */
const empty = {} as ImageConfig;

function lay(node: Konva.Image, picture: Picture | null): void {
  node.image(picture?.bitmap);
  if (!picture) return;
  const { level, left, top, width, height } = picture.frame;
  const pixel = 2 ** level;
  node.position({ x: left * pixel, y: top * pixel });
  node.size({ width: width * pixel, height: height * pixel });
}

export function PhotoLayer({ viewport, before, sheets }: Props) {
  // The bare photo twice: under all, for the moments before the first dots, and over all, for "before".
  const ground = useRef<Konva.Image>(null);
  const base = useRef<Konva.Image>(null);
  const detail = useRef<Konva.Image>(null);
  const bareBase = useRef<Konva.Image>(null);
  const bareDetail = useRef<Konva.Image>(null);

  useImperativeHandle(sheets, () => {
    const nodes = { base, detail, bareBase, bareDetail };
    return {
      show(slot, picture) {
        for (const node of slot === "bareBase" ? [ground.current, bareBase.current] : [nodes[slot].current]) {
          if (node) lay(node, picture);
        }
        // What is wholly covered need not be drawn.
        if (slot === "base") ground.current?.visible(!picture);
      },
    };
  }, []);

  const { scale, x, y } = viewport;
  return (
    <Layer listening={false} x={x} y={y} scaleX={scale} scaleY={scale}>
      <Image ref={ground} {...empty} />
      <Image ref={base} {...empty} />
      <Image ref={detail} {...empty} />
      <Image ref={bareBase} {...empty} visible={before} />
      <Image ref={bareDetail} {...empty} visible={before} />
    </Layer>
  );
}
