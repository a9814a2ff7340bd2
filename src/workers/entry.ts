/* The picture worker: keeps the open photos and their smaller copies, and what is seen on them, and answers one question at a time. Only an export
   goes on while others are answered, and can be cancelled. */

import { viewOfFace } from "../core/head/face-view.ts";
import { type PhotoShape, guessView } from "../core/head/guess.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { tracedView } from "../core/head/trace.ts";
import { type PhotoId, type View, refitted } from "../core/head/view.ts";
import { drawCaption } from "../core/photo/caption.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Shine } from "../core/photo/shine.ts";
import { READING, cropped, pyramidOf, smallOf } from "../core/photo/pyramid.ts";
import { readSoftness } from "../core/photo/softness.ts";
import { asTaken, balanceByTouch } from "../core/photo/white-balance.ts";
import { type SkinReading, readSides, readSkin, readSkinAt } from "../core/photo/skin.ts";
import { measureOf } from "../core/plan/measure.ts";
import { shineOf } from "../core/plan/seen.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import type { Millimetres } from "../core/units.ts";
import { type Given, answer } from "./bridge/answer.ts";
import { inTurns } from "./bridge/in-turns.ts";
import type { Answers, Frame, PictureQuestions } from "./protocol.ts";
import { type Crop, type Sight, createCrop, createSight } from "./sight.ts";

/** Milliseconds that follicles may grow before a picture with those so far is shown. */
const GROWING = 60;

/** Each photo in halves down to a thumbnail. */
const photos = new Map<PhotoId, readonly PixelBuffer[]>();

/** The follicles, the picture that is looked at, and another view of the same head that only small pictures are made of. */
type Eyes = { readonly crop: Crop; readonly main: Sight; readonly beside: Sight };
let eyes: Eyes | null = null;

function open(photo: PhotoId, pixels: PixelBuffer): Answers["open"] {
  const levels = pyramidOf(pixels);
  photos.set(photo, levels);
  return { levels: levels.length, softness: readSoftness(levels) };
}

function levelsOf(photo: PhotoId): readonly PixelBuffer[] {
  const levels = photos.get(photo);
  if (!levels) throw new RangeError(`photo ${photo} is not open`);
  return levels;
}

function photoAt(photo: PhotoId, level: number): PixelBuffer {
  const levels = levelsOf(photo);
  const pixels = levels[level];
  if (!pixels) throw new RangeError(`level ${level} of a photo with ${levels.length}`);
  return pixels;
}

function eyesOf(seed: number): Eyes {
  if (eyes?.crop.seed !== seed) {
    const crop = createCrop(seed);
    eyes = { crop, main: createSight(crop), beside: createSight(crop) };
  }
  return eyes;
}

/** What the skin in each photo mirrors, and the head that it was read on, as text. */
const shines = new Map<PhotoId, { readonly of: string; readonly shine: Shine | null }>();

function shineIn(consultation: Consultation): Shine | null {
  if (!consultation.fades) return null;
  const { vault, view } = consultation;
  const of = JSON.stringify([vault, view.camera, view.pose, view.outline, view.patch]);
  const kept = shines.get(view.photo);
  if (kept?.of === of) return kept.shine;
  const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
  const shine = shineOf(pixels, shrink, consultation);
  shines.set(view.photo, { of, shine });
  return shine;
}

/** The dots of the consultation as far as they have grown within the time given, milliseconds. */
function sightOf(consultation: Consultation, patience: number): Sight {
  const { main } = eyesOf(consultation.seed);
  main.look(consultation, performance.now() + patience, shineIn(consultation));
  return main;
}

/** A fit of the consultation's photo, and the skin that is scalp by it. */
function fitted({ vault, view }: Consultation, fit: View): { readonly view: View; readonly skin: SkinReading | null } {
  const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
  return { view: refitted(view, fit), skin: readSkin(pixels, shrink, surfaceOf(vault, fit)) };
}

/** Side of the disc that is read about a touched place, as a share of the photo's smaller side. */
const TOUCH = 0.012;

function skinOf({ vault, view }: Consultation): Answers["skin"] {
  const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
  const { width, height } = view.camera;
  const radius = TOUCH * Math.min(width, height);
  const surface = surfaceOf(vault, view);
  const neutral = view.neutralAt && balanceByTouch(pixels, shrink, view.neutralAt, radius);
  const whole = view.patch ? null : readSkin(pixels, shrink, surface, neutral ?? undefined);
  const balance = neutral ?? whole?.balance ?? asTaken;
  const skin = view.skinAt ? readSkinAt(pixels, shrink, view.skinAt, radius, balance) : whole;
  return { skin, sides: view.patch ? null : readSides(pixels, shrink, surface, balance) };
}

const shapeOf = ({ camera: { width, height } }: View, lens: Millimetres | null): PhotoShape => ({
  width,
  height,
  lens,
});

/** Milliseconds that an export lets follicles grow before others have their turn. */
const GROWTH = 30;

/** The whole photo with dots and caption, yielding the share done. */
function* exported(consultation: Consultation): Generator<number, Given<Answers["export"]>> {
  let seen = sightOf(consultation, GROWTH);
  for (; !seen.complete; seen = sightOf(consultation, GROWTH)) yield 0;
  const { pixels, dots } = yield* seen.paint(photoAt(consultation.view.photo, 0));
  drawCaption(pixels);
  return { answer: { pixels, dots }, transfer: [pixels.data.buffer] };
}

/** The frame's part of the photo, without dots. */
function part(photo: PhotoId, { level, left, top, width, height }: Frame): PixelBuffer {
  return cropped(photoAt(photo, level), left, top, width, height);
}

function bitmapOf({ width, height, data }: PixelBuffer): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.transferToImageBitmap();
}

answer<PictureQuestions>(self, {
  open: (ask) => ({ answer: open(ask.photo, ask.pixels) }),
  keep: (ask) => {
    for (const photo of photos.keys()) {
      if (ask.photos.includes(photo)) continue;
      photos.delete(photo);
      shines.delete(photo);
    }
    return { answer: null };
  },
  fit: (ask) => {
    const { vault, view } = ask.consultation;
    const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
    const found = guessView(vault, ask.aspect, shapeOf(view, ask.lens), pixels, shrink);
    return { answer: { ...fitted(ask.consultation, found.view), found: found.found } };
  },
  small: (ask) => {
    const { pixels, shrink } = smallOf(levelsOf(ask.photo), ask.side);
    const { width, height } = pixels;
    const data = pixels.data.slice();
    return { answer: { pixels: { width, height, data }, shrink }, transfer: [data.buffer] };
  },
  face: (ask) => {
    const { vault, view } = ask.consultation;
    const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
    const found = viewOfFace(vault, shapeOf(view, ask.lens), ask.face, pixels, shrink);
    return { answer: { ...fitted(ask.consultation, found.view), doubt: found.doubt } };
  },
  trace: (ask) => {
    const { vault, view } = ask.consultation;
    const { pixels, shrink } = smallOf(levelsOf(view.photo), READING);
    return { answer: fitted(ask.consultation, tracedView(vault, view, pixels, shrink)) };
  },
  draw: async ({ frame, consultation, dots }) => {
    if (dots) {
      const now = sightOf(consultation, GROWING);
      const { complete } = now;
      const drawn = now.draw(frame, photoAt(consultation.view.photo, frame.level));
      const bitmap = await drawn.bitmap;
      return { answer: { frame, bitmap, dots: drawn.dots, complete }, transfer: [bitmap] };
    }
    const bitmap = bitmapOf(part(consultation.view.photo, frame));
    return { answer: { frame, bitmap, dots: 0, complete: true }, transfer: [bitmap] };
  },
  skin: (ask) => ({ answer: skinOf(ask.consultation) }),
  measure: (ask) => {
    // On the head, even where a close-up is at hand.
    const consultation = { ...ask.consultation, view: { ...ask.consultation.view, patch: null } };
    const { crop, main } = eyesOf(consultation.seed);
    if (!main.complete) return { answer: null };
    return { answer: measureOf(crop.follicles, crop.thresholdsOf(consultation), consultation) };
  },
  glance: async ({ frame, consultation }) => {
    const { beside } = eyesOf(consultation.seed);
    beside.look(consultation, 0, shineIn(consultation));
    if (!beside.complete) return { answer: null };
    const bitmap = await beside.draw(frame, photoAt(consultation.view.photo, frame.level)).bitmap;
    return { answer: bitmap, transfer: [bitmap] };
  },
  export: ({ consultation }, task) => inTurns(exported(consultation), task),
});
