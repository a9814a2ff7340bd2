/* The picture worker's pictures: the one that is looked at, thumbnails beside it, and whole photos for files. */

import { withEqualParts } from "../../core/equal-parts.ts";
import type { PixelBuffer } from "../../core/photo/pixel-buffer.ts";
import { drawCaption } from "../../core/photo/caption.ts";
import { cropped } from "../../core/photo/pyramid.ts";
import { type DrawnFrame, type FrameSheets, createFrameSheets } from "../../core/picture/frame-sheets.ts";
import { type HeadFollicles, createHeadFollicles } from "../../core/picture/head-follicles.ts";
import { measureOf } from "../../core/picture/measure.ts";
import { paintedPicture } from "../../core/picture/picture.ts";
import { type PlanInView, type PlanInViewOf, createPlanInView } from "../../core/picture/plan-in-view.ts";
import { type Scene, planOf, viewOf } from "../../core/plan/scene.ts";
import type { Answer, Ask } from "../protocol.ts";
import type { OpenPhotos } from "./open-photos.ts";

/** Milliseconds that follicles may grow before a picture with those so far is shown. */
const GROWING = 60;
/** Milliseconds that they may grow for a file before others have their turn. */
const GROWING_FOR_FILE = 30;

/** Who looks: at the picture on the stage, or at the thumbnails, so that neither forgets what the other keeps. */
type Looker = { readonly planInView: PlanInViewOf; readonly sheets: FrameSheets };
type Seeded = { readonly head: HeadFollicles; readonly main: Looker; readonly beside: Looker };

function seeded(seed: number): Seeded {
  const head = createHeadFollicles(seed);
  const looker = (): Looker => ({ planInView: createPlanInView(head), sheets: createFrameSheets() });
  return { head, main: looker(), beside: looker() };
}

const until = (patience: number): (() => boolean) => {
  const end = performance.now() + patience;
  return () => performance.now() >= end;
};

export function createSceneDrawer(photos: OpenPhotos) {
  let known: Scene | null = null;
  let made: Seeded | null = null;
  /** Whether all follicles stood that the last picture needed. */
  let complete = false;

  /** The scene with all parts that are as they were a moment ago: that is what derived values are kept by. */
  function atTheDoor(scene: Scene): Scene {
    known = withEqualParts(known, scene);
    return known;
  }

  function of({ document }: Scene): Seeded {
    if (made?.head.follicles.seed !== document.seed) made = seeded(document.seed);
    return made;
  }

  function look({ planInView }: Looker, scene: Scene, patience: number): PlanInView {
    const { vault, matteSkin } = scene.document;
    const { photo } = scene.cursor;
    const specular = matteSkin ? null : photos.specular(photo, vault, viewOf(scene));
    return planInView(scene, specular, until(patience));
  }

  return {
    async draw({ scene: asked, frame, dots }: Ask<"draw">): Promise<Answer<"draw">> {
      const scene = atTheDoor(asked);
      const level = photos.at(scene.cursor.photo, frame.level);
      if (!dots) {
        const { left, top, width, height } = frame;
        return { frame, bitmap: bitmapOf(cropped(level, left, top, width, height)), dots: 0, complete: true };
      }
      const { main } = of(scene);
      const shown = look(main, scene, GROWING);
      complete = shown.complete;
      const drawn = main.sheets.draw(scene, shown, frame, level);
      return { frame, bitmap: await put(drawn, frame), dots: drawn.dots, complete };
    },
    async thumbnail({ scene: asked, frame }: Ask<"thumbnail">): Promise<Answer<"thumbnail">> {
      const scene = atTheDoor(asked);
      const { beside } = of(scene);
      const shown = look(beside, scene, 0);
      if (!shown.complete) return null;
      return put(beside.sheets.draw(scene, shown, frame, photos.at(scene.cursor.photo, frame.level)), frame);
    },
    measure({ scene: asked }: Ask<"measure">): Answer<"measure"> {
      if (!complete) return null;
      const scene = atTheDoor(asked);
      const { head } = of(scene);
      const { hairline, density } = planOf(scene);
      const { vault } = scene.document;
      return measureOf(head.follicles, head.thresholdsOnHead(vault, hairline), vault, density);
    },
    /** The whole photo, yielding the share done. */
    *export({ scene: asked }: Ask<"export">): Generator<number, Answer<"export">> {
      const scene = atTheDoor(asked);
      const { main } = of(scene);
      let shown = look(main, scene, GROWING_FOR_FILE);
      for (; !shown.complete; shown = look(main, scene, GROWING_FOR_FILE)) yield 0;
      const painted = yield* paintedPicture(photos.at(scene.cursor.photo, 0), scene, shown);
      drawCaption(painted.pixels);
      return painted;
    },
  };
}

function bitmapOf({ width, height, data }: PixelBuffer): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.transferToImageBitmap();
}

/** The canvas that a frame's picture is put on, part by part as it changes. */
const canvases = new WeakMap<object, OffscreenCanvas>();

function put({ of, painted, changed }: DrawnFrame, { width, height }: Ask<"draw">["frame"]): Promise<ImageBitmap> {
  const canvas = canvases.get(of) ?? new OffscreenCanvas(width, height);
  canvases.set(of, canvas);
  if (changed) {
    const { left, top, width: wide, height: high } = changed;
    canvas
      .getContext("2d", { willReadFrequently: true })
      ?.putImageData(new ImageData(painted.data, painted.stride), 0, 0, left, top, wide, high);
  }
  return createImageBitmap(canvas);
}
