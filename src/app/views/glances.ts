/* Small pictures with the plan on them, of other views or other moments: drawn one after the other when all is still, and only where something has changed. */

import { type Consultation, turnedTo, viewsOf } from "../../core/plan/consultation.ts";
import type { PhotoId } from "../../core/head/view.ts";
import { type Moment, moments } from "../../core/pigment/healing.ts";
import { type Photo, type Session, photoAtHand } from "../../store/session.ts";
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
export function glanceFrame(
  { vault, view }: Consultation,
  { width, height, levels }: Photo,
  across: number = ACROSS,
): Frame {
  const whole = { left: 0, top: 0, width, height };
  const head = view.fittedBy === "guess" ? whole : headBox(vault, view);
  const air = view.fittedBy === "guess" ? 0 : AIR * head.width;
  const left = Math.max(0, head.left - air);
  const top = Math.max(0, head.top - air);
  const right = Math.min(width, head.left + head.width + air);
  const bottom = Math.min(height, head.top + head.height + air);
  const level = Math.max(0, Math.min(levels - 1, Math.floor(Math.log2((right - left) / across))));
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

/** A small picture that is wanted: of this consultation's view and moment, known by `id`. */
export type Glance<Id> = { readonly id: Id; readonly of: Consultation; readonly photo: Photo };

/** All views of the head. */
export const ofAllViews = ({ consultation, photos }: Session): readonly Glance<PhotoId>[] =>
  consultation
    ? viewsOf(consultation).flatMap(({ photo: id }) => {
        const photo = photos.get(id);
        return photo ? [{ id, of: turnedTo(consultation, id), photo }] : [];
      })
    : [];

/** The view at hand at every moment. */
export function ofAllMoments(session: Session): readonly Glance<Moment>[] {
  const { consultation } = session;
  const photo = photoAtHand(session);
  if (!consultation || !photo) return [];
  return moments.map((moment) => ({ id: moment, of: { ...consultation, moment }, photo }));
}

/** Draws what is wanted now, one after the other; stops when `current` says no. False when follicles are still growing. */
export async function drawGlances<Id>(
  { desk }: Services,
  wanted: readonly Glance<Id>[],
  current: () => boolean,
  show: (id: Id, picture: ImageBitmap) => void,
  across = ACROSS,
): Promise<boolean> {
  for (const { id, of, photo } of wanted) {
    const ask = { ask: "glance", consultation: of, frame: glanceFrame(of, photo, across) } as const;
    const picture = await desk.host().ask<"glance">(ask);
    if (!picture) return false;
    if (!current()) {
      picture.close();
      return true;
    }
    show(id, picture);
  }
  return true;
}

/** Hands over each new small picture of those that are wanted, whoever takes it closes it. Returns how to stop. */
export function watchGlances<Id>(
  services: Services,
  wanted: (session: Session) => readonly Glance<Id>[],
  show: (id: Id, picture: ImageBitmap) => void,
): () => void {
  const { session } = services;
  const drawn = new Map<Id, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const keyOf = ({ of: { vault, plan, view, moment, fades } }: Glance<Id>): string =>
    JSON.stringify([vault, plan, view, moment, fades]);

  async function draw(mine: number): Promise<void> {
    const due = wanted(session.store.getState()).filter((glance) => drawn.get(glance.id) !== keyOf(glance));
    const done = await drawGlances(
      services,
      due,
      () => round === mine,
      (id, picture) => {
        const glance = due.find((one) => one.id === id);
        if (glance) drawn.set(id, keyOf(glance));
        show(id, picture);
      },
    );
    if (!done && round === mine) later(GROWING);
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
