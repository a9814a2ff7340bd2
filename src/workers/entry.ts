/* The picture worker: keeps the open photo and its smaller copies, the follicles, and the marks of the last consultation, and answers one
   question at a time. */

import { guessView } from "../core/head/guess.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { tracedView } from "../core/head/trace.ts";
import { drawCaption } from "../core/photo/caption.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { cropped, halved } from "../core/photo/pyramid.ts";
import { readSkin } from "../core/photo/skin.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import * as picture from "../core/plan/picture.ts";
import type { Marks } from "../core/stipple/stipple.ts";
import type { Answers, Ask, Call, Reply } from "./protocol.ts";

/** Side that the reading of outline and skin works at, px. */
const READING = 800;

let levels: PixelBuffer[] = [];
let follicles: picture.Follicles | null = null;
let last: { consultation: Consultation; thresholds: picture.Thresholds; marks: Marks } | null = null;

function open(pixels: PixelBuffer): Answers["open"] {
  last = null;
  levels = [pixels];
  for (let top = pixels; Math.max(top.width, top.height) > 400;) {
    top = halved(top);
    levels.push(top);
  }
  return { levels: levels.length };
}

function photo(level: number): PixelBuffer {
  const pixels = levels[level];
  if (!pixels) throw new RangeError(`level ${level} of a photo with ${levels.length}`);
  return pixels;
}

/** The level nearest to the reading size from above. */
function readingLevel(): number {
  const found = levels.findIndex(({ width, height }) => Math.max(width, height) <= READING);
  return found < 0 ? levels.length - 1 : found;
}

function marksFor(consultation: Consultation): Marks {
  const { seed, vault, plan, view } = consultation;
  if (follicles?.seed !== seed) {
    follicles = picture.createFollicles(seed);
    last = null;
  }
  picture.growFollicles(follicles, picture.folliclesNeeded(follicles, consultation));
  const before = last?.consultation;
  if (last && before?.vault === vault && before.view === view && before.plan === plan) return last.marks;
  const sameArea =
    last && JSON.stringify([before?.plan.hairline, before?.vault]) === JSON.stringify([plan.hairline, vault]);
  const thresholds = last && sameArea ? last.thresholds : picture.createThresholds(follicles, consultation);
  const marks = picture.marksOf(follicles, thresholds, surfaceOf(vault, view), consultation);
  last = { consultation, thresholds, marks };
  return marks;
}

function answer(ask: Ask): { answer: Answers[Ask["ask"]]; transfer: Transferable[] } {
  switch (ask.ask) {
    case "open":
      return { answer: open(ask.pixels), transfer: [] };
    case "fit": {
      const { vault } = ask.consultation;
      const { width, height } = photo(0);
      const level = readingLevel();
      const { lens } = ask;
      const { view, found } = guessView(vault, ask.aspect, { width, height, lens }, photo(level), 1 << level);
      return {
        answer: { view, found, skin: readSkin(photo(level), 1 << level, surfaceOf(vault, view)) },
        transfer: [],
      };
    }
    case "trace": {
      const { vault, view } = ask.consultation;
      const level = readingLevel();
      const traced = tracedView(vault, view, photo(level), 1 << level);
      return {
        answer: { view: traced, skin: readSkin(photo(level), 1 << level, surfaceOf(vault, traced)) },
        transfer: [],
      };
    }
    case "draw": {
      const { level, left, top, width, height } = ask.frame;
      const shrink = 1 << level;
      const part = cropped(photo(level), left, top, width, height);
      const marks = ask.dots ? marksFor(ask.consultation) : null;
      const { data } = marks ? picture.pictureOf(part, marks, shrink, left, top) : part;
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
      const bitmap = canvas.transferToImageBitmap();
      return { answer: { frame: ask.frame, bitmap, dots: marks?.count ?? 0 }, transfer: [bitmap] };
    }
    case "export": {
      const marks = marksFor(ask.consultation);
      const pixels = picture.pictureOf(photo(0), marks);
      drawCaption(pixels);
      return { answer: { pixels, dots: marks.count }, transfer: [pixels.data.buffer] };
    }
  }
}

self.onmessage = ({ data: { id, ask } }: MessageEvent<Call>) => {
  let reply: Reply;
  let transfer: Transferable[] = [];
  try {
    const given = answer(ask);
    reply = { id, answer: given.answer };
    ({ transfer } = given);
  } catch (reason) {
    reply = { id, failure: reason instanceof Error ? reason.message : String(reason) };
  }
  self.postMessage(reply, { transfer });
};
