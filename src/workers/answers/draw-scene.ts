/* The picture worker's pictures: the one that is looked at, thumbnails beside it, and whole photos for files. */

import { withEqualParts } from "../../core/equal-parts.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import { captioned } from "../../core/photo/caption.ts";
import { cropped } from "../../core/photo/pyramid.ts";
import { type FrameSheets, type Painted, type Part, createFrameSheets } from "../../core/picture/frame-sheets.ts";
import {
  type HeadFollicles,
  areFolliclesOf,
  createHeadFollicles,
  folliclesOf,
} from "../../core/picture/head-follicles.ts";
import { hairSeen } from "../../core/picture/hair-seen.ts";
import { measureOf } from "../../core/picture/measure.ts";
import { paintedPicture } from "../../core/picture/picture.ts";
import { type PlanInView, type PlanInViewOf, createPlanInView } from "../../core/picture/plan-in-view.ts";
import { readFringe } from "../../core/reading/fringe.ts";
import { type Scene, planOf, viewOf } from "../../core/plan/scene.ts";
import type { Answer, Ask } from "../protocol.ts";
import type { Fineness, OpenPhotos, ReadHair } from "./open-photos.ts";

/** Milliseconds that follicles may grow before a picture with those so far is shown. */
const GROWING = 60;
/** Milliseconds that they may grow for a file before others have their turn. */
const GROWING_FOR_FILE = 30;

/** Who looks: at the picture on the stage, or at the thumbnails, so that neither forgets what the other keeps. */
type Looker = { readonly planInView: PlanInViewOf; readonly sheets: FrameSheets; readonly fineness: Fineness };
type OfHead = { readonly head: HeadFollicles; readonly main: Looker; readonly beside: Looker };

function ofHead(document: Scene["document"]): OfHead {
  const head = createHeadFollicles(folliclesOf(document));
  const looker = (fineness: Fineness): Looker => ({
    planInView: createPlanInView(head),
    sheets: createFrameSheets(),
    fineness,
  });
  return { head, main: looker("dots"), beside: looker("thumbnail") };
}

const until = (patience: number): (() => boolean) => {
  const end = performance.now() + patience;
  return () => performance.now() >= end;
};

/** A plan as it is looked at. `settled`: with the hair as it is. */
type Looked = PlanInView & ReadHair;

export function createSceneDrawer(photos: OpenPhotos) {
  /** Pictures that were drawn, and the last of each that goes on as the same: what changed is told against that one. */
  let serial = 0;
  const last = new WeakMap<object, number>();
  let known: Scene | null = null;
  let made: OfHead | null = null;
  /** Whether all follicles stood that the last picture needed. */
  let complete = false;

  /** The scene with all parts that are as they were a moment ago: that is what derived values are kept by. */
  function atTheDoor(scene: Scene): Scene {
    known = withEqualParts(known, scene);
    return known;
  }

  function of({ document }: Scene): OfHead {
    if (!made || !areFolliclesOf(made.head.follicles, document)) made = ofHead(document);
    return made;
  }

  /** `now`: the hair is read where it is not known as the head lies now; that takes a while. */
  function look({ planInView, fineness }: Looker, scene: Scene, patience: number, now = true): Looked {
    const { vault, matteSkin } = scene.document;
    const { photo } = scene.cursor;
    const specular = matteSkin ? null : photos.specular(photo, vault, viewOf(scene), planOf(scene).edition, fineness);
    const { hair, settled } = photos.hair(photo, vault, viewOf(scene), now, fineness);
    return { ...planInView(scene, { specular, hair }, until(patience)), hair, settled };
  }

  return {
    draw({ scene: asked, frame, dots, have, still }: Ask<"draw">): Answer<"draw"> {
      const scene = atTheDoor(asked);
      const level = photos.at(scene.cursor.photo, frame.level);
      serial += 1;
      if (!dots) {
        const { left, top, width, height } = frame;
        const part = cropped(level, left, top, width, height);
        const bitmap = bitmapOf({ data: part.data, stride: width }, { left: 0, top: 0, width, height });
        return {
          frame,
          patch: { bitmap, left: 0, top: 0 },
          whole: true,
          serial,
          dots: 0,
          complete: true,
          settled: true,
        };
      }
      const { main } = of(scene);
      const shown = look(main, scene, GROWING, still);
      complete = shown.complete;
      const drawn = main.sheets.draw(scene, shown, frame, level, true);
      const whole = have === null || last.get(drawn.of) !== have;
      last.set(drawn.of, serial);
      const box = whole ? { left: 0, top: 0, width: frame.width, height: frame.height } : drawn.changed;
      const patch = box && { bitmap: bitmapOf(drawn.painted, box), left: box.left, top: box.top };
      const isComplete = complete && !drawn.unsettled;
      return { frame, patch, whole, serial, dots: drawn.dots, complete: isComplete, settled: shown.settled };
    },
    thumbnail({ scene: asked, frame }: Ask<"thumbnail">): Answer<"thumbnail"> {
      const scene = atTheDoor(asked);
      const { beside } = of(scene);
      const shown = look(beside, scene, 0);
      if (!shown.complete) return null;
      const { painted } = beside.sheets.draw(scene, shown, frame, photos.at(scene.cursor.photo, frame.level));
      return bitmapOf(painted, { left: 0, top: 0, width: frame.width, height: frame.height });
    },
    measure({ scene: asked }: Ask<"measure">): Answer<"measure"> {
      if (!complete) return null;
      const scene = atTheDoor(asked);
      const { head } = of(scene);
      const { hairline, areas, density } = planOf(scene);
      const { vault } = scene.document;
      return measureOf(head.follicles, head.thresholdsOnHead(vault, hairline, areas), vault, density);
    },
    hair({ scene: asked }: Ask<"hair">): Answer<"hair"> {
      const scene = atTheDoor(asked);
      const { hair, ...shown } = look(of(scene).main, scene, 0);
      return hair && hairSeen(hair, shown, viewOf(scene).camera);
    },
    fringe({ scene: asked }: Ask<"fringe">): Answer<"fringe"> {
      const { vault, views } = atTheDoor(asked).document;
      const heads = views.flatMap((view) => {
        const hair = photos.has(view.photo) ? photos.hair(view.photo, vault, view, true).hair : null;
        return hair ? [{ surface: surfaceOf(vault, view), hair }] : [];
      });
      return readFringe(vault, heads);
    },
    /** The whole photo, yielding the share done. */
    *export({ scene: asked, caption }: Ask<"export">): Generator<number, Answer<"export">> {
      const scene = atTheDoor(asked);
      const { main } = of(scene);
      let shown = look(main, scene, GROWING_FOR_FILE);
      for (; !shown.complete; shown = look(main, scene, GROWING_FOR_FILE)) yield 0;
      const painted = yield* paintedPicture(photos.at(scene.cursor.photo, 0), scene, shown);
      return { ...painted, pixels: captioned(painted.pixels, caption) };
    },
  };
}

const canvas = new OffscreenCanvas(1, 1);

/** A part of a painted frame, handed over without a copy; the canvas is empty afterwards, and ready for the next. */
function bitmapOf({ data, stride }: Painted, { left, top, width, height }: Part): ImageBitmap {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(data, stride);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.putImageData(pixels, -left, -top, left, top, width, height);
  return canvas.transferToImageBitmap();
}
