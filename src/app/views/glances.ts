/* The small pictures of all views, with the plan on each: drawn one after the other when all is still, and only where something has changed. */

import { type Consultation, turnedTo, viewsOf } from "../../core/plan/consultation.ts";
import type { PhotoId } from "../../core/head/view.ts";
import type { Photo } from "../../store/session.ts";
import type { Frame } from "../../workers/protocol.ts";
import { headBox } from "../photo/head-box.ts";
import type { Services } from "../services.ts";

/** Milliseconds without a change after which all is still. */
const STILL = 400;
/** Milliseconds to wait while follicles grow. */
const GROWING = 600;

/** Pixels of a small picture, across: twice as fine as it is shown. */
const ACROSS = 128;
/** Of the head's box that is shown around it. */
const AIR = 0.16;

/** The part of the photo with the head in it, as fine as is needed; the whole photo where the head is only guessed. */
export function glanceFrame({ vault, view }: Consultation, { width, height, levels }: Photo): Frame {
  const whole = { left: 0, top: 0, width, height };
  const head = view.fittedBy === "guess" ? whole : headBox(vault, view);
  const air = view.fittedBy === "guess" ? 0 : AIR * head.width;
  const left = Math.max(0, head.left - air);
  const top = Math.max(0, head.top - air);
  const right = Math.min(width, head.left + head.width + air);
  const bottom = Math.min(height, head.top + head.height + air);
  const level = Math.max(0, Math.min(levels - 1, Math.floor(Math.log2((right - left) / ACROSS))));
  const pixel = 2 ** level;
  const within = (value: number, most: number): number =>
    Math.min(Math.floor(value / pixel), Math.floor(most / pixel) - 1);
  return {
    level,
    left: within(left, width),
    top: within(top, height),
    width: Math.max(1, within(right, width) - within(left, width)),
    height: Math.max(1, within(bottom, height) - within(top, height)),
  };
}

/** Hands over each new small picture, whoever takes it closes it. Returns how to stop. */
export function watchGlances(
  { session, desk }: Services,
  show: (photo: PhotoId, picture: ImageBitmap) => void,
): () => void {
  const drawn = new Map<PhotoId, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function draw(mine: number): Promise<void> {
    const { consultation, photos } = session.store.getState();
    if (!consultation) return;
    for (const { photo: id } of viewsOf(consultation)) {
      const photo = photos.get(id);
      const turned = turnedTo(consultation, id);
      const key = JSON.stringify([turned.vault, turned.plan, turned.view]);
      if (!photo || drawn.get(id) === key) continue;
      const ask = { ask: "glance", consultation: turned, frame: glanceFrame(turned, photo) } as const;
      const picture = await desk.host().ask<"glance">(ask);
      if (round !== mine) return picture?.close();
      if (!picture) return later(GROWING);
      drawn.set(id, key);
      show(id, picture);
    }
  }

  function later(wait: number): void {
    round += 1;
    clearTimeout(timer);
    const mine = round;
    // Without a small picture the name is still there; what is wrong is told where the large one is drawn.
    timer = setTimeout(() => void draw(mine).catch(() => {}), wait);
  }

  const stop = session.store.subscribe((now, past) => {
    if (now.consultation !== past.consultation || now.photos.size !== past.photos.size) later(STILL);
  });
  later(STILL);
  return () => {
    round += 1;
    clearTimeout(timer);
    stop();
  };
}
