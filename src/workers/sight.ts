/* What is seen on the open photo: follicles, which of them the view shows, which of those the plan wants, and a sheet for each frame on the screen. Each is kept
   until something that it rests on changes, so that a slider costs no more than the dots that come and go. */

import { type Seen, createSeen } from "../core/head/dots.ts";
import { type Surface, surfaceOf } from "../core/head/surface.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import * as picture from "../core/plan/picture.ts";
import { type Sheet, createSheet } from "../core/stipple/stipple.ts";
import type { Frame } from "./protocol.ts";

export type Sight = {
  readonly seed: number;
  /** Turns to a consultation. Follicles grow until all it needs stand, or the clock passes `until`. */
  look(consultation: Consultation, until: number): void;
  /** Whether all follicles that the consultation needs stood at the last look. */
  readonly complete: boolean;
  draw(frame: Frame, part: () => PixelBuffer): { bitmap: ImageBitmap; dots: number };
  /** The whole photo with its dots. */
  paint(photo: PixelBuffer): { pixels: PixelBuffer; dots: number };
  /** Another photo is open: no sheet fits it. */
  forget(): void;
};

/** Follicles grown between two looks at the clock. */
const STRIDE = 1024;
/** Sheets kept: the whole photo and the close-up, and one to spare while zooming. */
const SHEETS = 3;

/** A value and the text of what it was made from. */
type Kept<T> = { readonly of: string; readonly value: T };

export function createSight(seed: number): Sight {
  const follicles = picture.createFollicles(seed);
  const sheets = new Map<string, { readonly sheet: Sheet; readonly canvas: OffscreenCanvas }>();
  let thresholds: Kept<picture.Thresholds> | null = null;
  let view: Kept<{ readonly seen: Seen; readonly surface: Surface }> | null = null;
  let now: { readonly consultation: Consultation; readonly wanted: (j: number) => boolean } | null = null;
  let complete = false;

  /** The kept value, or a new one when what it rests on has changed. */
  function fresh<T>(kept: Kept<T> | null, of: string, make: () => T): Kept<T> {
    return kept?.of === of ? kept : { of, value: make() };
  }

  function current(): { readonly consultation: Consultation; readonly wanted: (j: number) => boolean; seen: Seen } {
    if (!now || !view) throw new RangeError("nothing has been looked at yet");
    return { ...now, seen: view.value.seen };
  }

  return {
    seed,
    get complete() {
      return complete;
    },
    look(consultation, until) {
      const { vault, plan } = consultation;
      const needed = picture.folliclesNeeded(follicles, consultation);
      do {
        const next = Math.min(needed, Math.max(follicles.ready, follicles.field.count) + STRIDE);
        picture.growFollicles(follicles, next);
      } while (follicles.ready < needed && performance.now() < until);
      complete = follicles.ready >= needed;
      thresholds = fresh(thresholds, JSON.stringify([vault, plan.hairline]), () =>
        picture.createThresholds(follicles, consultation, thresholds?.value),
      );
      const before = view;
      view = fresh(view, JSON.stringify([vault, consultation.view, plan.dotDiameter]), () => ({
        seen: createSeen(follicles.field.u.length),
        surface: surfaceOf(vault, consultation.view),
      }));
      if (view !== before) sheets.clear();
      picture.extendSeen(view.value.seen, follicles, view.value.surface, consultation);
      now = { consultation, wanted: picture.wantedBy(follicles, thresholds.value, view.value.seen, consultation) };
    },
    draw(frame, part) {
      const { consultation, wanted, seen } = current();
      const { level, left, top, width, height } = frame;
      const key = [level, left, top, width, height].join();
      let held = sheets.get(key);
      if (!held) {
        const place = { factor: 1 / 2 ** level, left, top };
        const canvas = new OffscreenCanvas(1, 1);
        held = { sheet: createSheet(width, height, part().data, place), canvas };
      }
      // The one last used stands last.
      sheets.delete(key);
      sheets.set(key, held);
      for (const old of sheets.keys()) if (sheets.size > SHEETS) sheets.delete(old);
      const { sheet, canvas } = held;
      const dots = sheet.show(seen.marks, wanted);
      sheet.compose(picture.absorbanceOf(consultation));
      const { data, stride } = sheet.picture();
      // A canvas gives its bitmap away and starts again empty.
      Object.assign(canvas, { width, height });
      canvas.getContext("2d")?.putImageData(new ImageData(data, stride), 0, 0);
      return { bitmap: canvas.transferToImageBitmap(), dots };
    },
    paint(photo) {
      const { consultation, wanted, seen } = current();
      const bands = picture.paintBands(photo, seen, wanted, picture.absorbanceOf(consultation));
      let step = bands.next();
      while (!step.done) step = bands.next();
      return { pixels: step.value, dots: picture.shownOf(seen, wanted) };
    },
    forget() {
      sheets.clear();
    },
  };
}
