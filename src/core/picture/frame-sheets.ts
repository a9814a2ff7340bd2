/* Frames of a photo with a plan on them: a sheet for each, kept while its marks stay the same, so that only what
   changes is composed anew. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Scene, planOf, viewOf } from "../plan/scene.ts";
import { type Box, MARK, type Part as SheetPart, type Sheet, createSheet } from "../stipple/stipple.ts";
import type { Erythema } from "./erythema.ts";
import { absorbanceSeen, groundOf } from "./ink.ts";
import type { MarksInLight } from "./light.ts";
import type { PlanInView } from "./plan-in-view.ts";

/** A part of the photo at 1/2^level of its size. Pixels of that level, whole numbers. */
export type Frame = {
  readonly level: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Whether two frames are the same pixels of the same level. */
export const sameFrame = (a: Frame, b: Frame): boolean =>
  a.level === b.level && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

/** A part of a frame, its pixels. */
export type Part = Box;

/** RGBA, rows of `stride` pixels of which the frame's width count. Of use until the next frame is drawn. */
export type Painted = { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly stride: number };

export type DrawnFrame = {
  /** The same object as long as a frame's picture goes on; with a new one nothing of the one before holds. */
  readonly of: object;
  readonly painted: Painted;
  /** Where it differs from the last one `of` the same; null where it does not. */
  readonly changed: Box | null;
  readonly dots: number;
  /** Whether what could not be seen anyway was left for the next time the same scene is drawn. */
  readonly unsettled: boolean;
};

/** Sheets kept: the whole photo and the close-up, and one to spare while zooming. */
const SHEETS = 3;

type Kept = {
  readonly sheet: Sheet;
  readonly source: MarksInLight;
  readonly level: PixelBuffer;
  readonly frame: Frame;
  /** What `changed` is told against; null when the whole frame must be taken anew. */
  of: object | null;
  /** Drawn last; null for none. */
  scene: Scene | null;
};

export type FrameSheets = {
  /**
   * `level`: the scene's photo at the frame's size. `moving`: where the scene is another than the last time, the ground
   * tone of a dot or two may be left, as Sheet has it.
   */
  draw(scene: Scene, shown: PlanInView, frame: Frame, level: PixelBuffer, moving?: boolean): DrawnFrame;
};

/** No sheet is kept yet. */
export function createFrameSheets(): FrameSheets {
  /** The one last used stands last. */
  let sheets: readonly Kept[] = [];

  /** A sheet that is laid anew: one that is of no more use, or the one not used for longest, or one more. */
  function laid(frame: Frame, level: PixelBuffer, isOf: (one: Kept) => boolean): Sheet {
    const free = sheets.find((one) => !isOf(one)) ?? (sheets.length < SHEETS ? null : sheets[0]);
    if (!free) return createSheet(level, partOf(frame));
    sheets = sheets.filter((one) => one !== free);
    free.sheet.turn(level, partOf(frame));
    return free.sheet;
  }

  /** The sheet over these very pixels that had other marks: its picture goes on without them. Null where none is. */
  function cleared(source: MarksInLight, frame: Frame, level: PixelBuffer): Kept | null {
    const before = sheets.find((one) => one.level === level && sameFrame(one.frame, frame));
    if (!before) return null;
    sheets = sheets.filter((one) => one !== before);
    before.sheet.clear();
    return { ...before, source, scene: null };
  }

  function sheetFor(source: MarksInLight, frame: Frame, level: PixelBuffer): Kept {
    const isOf = (one: Kept): boolean => one.source === source && one.level === level;
    const mine = sheets.find((one) => isOf(one) && sameFrame(one.frame, frame)) ??
      cleared(source, frame, level) ?? { sheet: laid(frame, level, isOf), source, level, frame, of: null, scene: null };
    sheets = [...sheets.filter((one) => one !== mine), mine];
    return mine;
  }

  return {
    draw(scene, { source, marks, wanted, erythema }, frame, level, moving = false) {
      const kept = sheetFor(source, frame, level);
      const { sheet } = kept;
      const dots = sheet.show(marks, wanted);
      const { factor } = partOf(frame);
      const plan = planOf(scene);
      const { moment } = scene.cursor;
      const soon = moving && kept.scene !== null && kept.scene !== scene;
      const composed = sheet.compose(absorbanceSeen(plan, moment, viewOf(scene), factor), groundOf(plan, moment), soon);
      kept.scene = scene;
      const { unsettled } = sheet;
      const whole: Box = { left: 0, top: 0, width: frame.width, height: frame.height };
      if (erythema) {
        // Fresh work is looked at, not dragged through: its redness is laid over the frame anew each time.
        kept.of = null;
        return { of: {}, painted: reddened(sheet.picture(), erythema, frame), changed: whole, dots, unsettled };
      }
      const changed = kept.of ? composed : whole;
      kept.of ??= {};
      return { of: kept.of, painted: sheet.picture(), changed, dots, unsettled };
    },
  };
}

const partOf = ({ level, left, top, width, height }: Frame): SheetPart => ({
  factor: 1 / (1 << level),
  left,
  top,
  width,
  height,
});

function reddened({ data, stride }: Painted, { marks, list, absorbance }: Erythema, frame: Frame): Painted {
  const { factor, left, top, width, height } = partOf(frame);
  const pixels = { width, height, data: new Uint8ClampedArray(4 * width * height) };
  for (let y = 0; y < height; y++)
    pixels.data.set(data.subarray(4 * stride * y, 4 * (stride * y + width)), 4 * width * y);
  const at = marks.at.slice();
  for (let m = 0; m < MARK * marks.count; m += MARK) {
    at[m] -= left / factor;
    at[m + 1] -= top / factor;
  }
  const sheet = createSheet(pixels, { factor, left: 0, top: 0, width, height }, "fastest", "once");
  const gloss = marks.gloss && {
    ...marks.gloss,
    left: marks.gloss.left - left / factor,
    top: marks.gloss.top - top / factor,
  };
  sheet.show({ ...marks, at, gloss }, new Uint8Array(marks.count).fill(1), list);
  sheet.compose(absorbance);
  return sheet.picture();
}
