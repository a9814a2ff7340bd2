/* The picture worker: keeps the open photo and its smaller copies, and what is seen on it, and answers one question at a time. Only an export
   goes on while others are answered, and can be cancelled. */

import { viewOfFace } from "../core/head/face-view.ts";
import { guessView } from "../core/head/guess.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { tracedView } from "../core/head/trace.ts";
import { drawCaption } from "../core/photo/caption.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { cropped, halved } from "../core/photo/pyramid.ts";
import { readSkin } from "../core/photo/skin.ts";
import type { Consultation } from "../core/plan/consultation.ts";
import type { Answers, Ask, Call, Frame, Reply } from "./protocol.ts";
import { type Sight, createSight } from "./sight.ts";

/** Side that the reading of outline and skin works at, px. */
const READING = 800;

/** Milliseconds that follicles may grow before a picture with those so far is shown. */
const GROWING = 60;

let levels: PixelBuffer[] = [];
let sight: Sight | null = null;

function open(pixels: PixelBuffer): Answers["open"] {
  sight?.forget();
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

/** The largest level of at most `side` pixels a side; the smallest where all are larger. */
function levelWithin(side: number): number {
  const found = levels.findIndex(({ width, height }) => Math.max(width, height) <= side);
  return found < 0 ? levels.length - 1 : found;
}

/** The dots of the consultation as far as they have grown within the time given, milliseconds. */
function sightOf(consultation: Consultation, patience: number): Sight {
  if (sight?.seed !== consultation.seed) sight = createSight(consultation.seed);
  sight.look(consultation, performance.now() + patience);
  return sight;
}

type Given = { readonly answer: Answers[Ask["ask"]]; readonly transfer: Transferable[] };

async function answer(ask: Exclude<Ask, { ask: "export" }>): Promise<Given> {
  switch (ask.ask) {
    case "open":
      return { answer: open(ask.pixels), transfer: [] };
    case "fit": {
      const { vault } = ask.consultation;
      const { width, height } = photo(0);
      const level = levelWithin(READING);
      const { lens } = ask;
      const { view, found } = guessView(vault, ask.aspect, { width, height, lens }, photo(level), 1 << level);
      return {
        answer: { view, found, skin: readSkin(photo(level), 1 << level, surfaceOf(vault, view)) },
        transfer: [],
      };
    }
    case "small": {
      const level = levelWithin(ask.side);
      const { width, height, data } = photo(level);
      const pixels = { width, height, data: data.slice() };
      return { answer: { pixels, shrink: 1 << level }, transfer: [pixels.data.buffer] };
    }
    case "face": {
      const { vault } = ask.consultation;
      const { width, height } = photo(0);
      const level = levelWithin(READING);
      const { lens, face } = ask;
      const found = viewOfFace(vault, { width, height, lens }, face, photo(level), 1 << level);
      const skin = readSkin(photo(level), 1 << level, surfaceOf(vault, found.view));
      return { answer: { ...found, skin }, transfer: [] };
    }
    case "trace": {
      const { vault, view } = ask.consultation;
      const level = levelWithin(READING);
      const traced = tracedView(vault, view, photo(level), 1 << level);
      return {
        answer: { view: traced, skin: readSkin(photo(level), 1 << level, surfaceOf(vault, traced)) },
        transfer: [],
      };
    }
    case "draw": {
      const { frame, consultation } = ask;
      if (ask.dots) {
        const now = sightOf(consultation, GROWING);
        const { complete } = now;
        const drawn = now.draw(frame, photo(frame.level));
        const bitmap = await drawn.bitmap;
        return { answer: { frame, bitmap, dots: drawn.dots, complete }, transfer: [bitmap] };
      }
      const bitmap = bitmapOf(part(frame));
      return { answer: { frame, bitmap, dots: 0, complete: true }, transfer: [bitmap] };
    }
  }
}

/** Exports that go on. */
const exports = new Set<number>();

/** Milliseconds of work before others have their turn. */
const TURN = 30;

const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The whole photo with dots and caption; null when it was cancelled on the way. */
async function exported(id: number, consultation: Consultation): Promise<Given | null> {
  exports.add(id);
  try {
    let seen = sightOf(consultation, TURN);
    for (; !seen.complete; seen = sightOf(consultation, TURN)) {
      await othersTurn();
      if (!exports.has(id)) return null;
    }
    const bands = seen.paint(photo(0));
    let turn = performance.now();
    for (;;) {
      const step = bands.next();
      if (step.done) {
        const { pixels, dots } = step.value;
        drawCaption(pixels);
        return { answer: { pixels, dots }, transfer: [pixels.data.buffer] };
      }
      if (performance.now() - turn < TURN) continue;
      post({ id, share: step.value });
      await othersTurn();
      if (!exports.has(id)) return null;
      turn = performance.now();
    }
  } finally {
    exports.delete(id);
  }
}

/** The frame's part of the photo, without dots. */
function part({ level, left, top, width, height }: Frame): PixelBuffer {
  return cropped(photo(level), left, top, width, height);
}

function bitmapOf({ width, height, data }: PixelBuffer): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.transferToImageBitmap();
}

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}

async function reply(id: number, ask: Ask): Promise<void> {
  try {
    const given = ask.ask === "export" ? await exported(id, ask.consultation) : await answer(ask);
    if (given) post({ id, answer: given.answer }, given.transfer);
  } catch (reason) {
    post({ id, failure: reason instanceof Error ? reason.message : String(reason) });
  }
}

self.onmessage = ({ data }: MessageEvent<Call>) => {
  if ("cancel" in data) exports.delete(data.id);
  else void reply(data.id, data.ask);
};
