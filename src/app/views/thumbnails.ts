/* Thumbnails with the plan on them, of other views or other moments: drawn one after the other when all is still, and
   only where something has changed. */

import { type PhotoId, isGuess } from "../../core/head/view.ts";
import { type Moment, moments } from "../../core/pigment/healing.ts";
import type { Frame } from "../../core/picture/frame-sheets.ts";
import { type Scene, headOf, lookingAt, planOf, viewOf } from "../../core/plan/scene.ts";
import { type Photo, type Session, photoHere, viewsInLine } from "../../store/session.ts";
import type { Services } from "../services.ts";
import { headBox } from "./head-box.ts";

/** Milliseconds without a change after which all is still. */
const STILL = 400;
/** Milliseconds to wait while follicles grow. */
const GROWING = 600;

/** Pixels of a thumbnail, across: twice as fine as it is shown. */
const ACROSS = 128;
/** Of the head's box that is shown around it. */
const AIR = 0.16;

/** The part of the photo with the head in it, as fine as is needed; the whole photo where the head is only guessed. */
export function thumbnailFrame(scene: Scene, { width, height, levels }: Photo, across: number = ACROSS): Frame {
  const { vault, view } = headOf(scene);
  const whole = { left: 0, top: 0, width, height };
  const head = isGuess(view) ? whole : headBox(vault, view);
  const air = isGuess(view) ? 0 : AIR * head.width;
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

/** A thumbnail that is wanted: of this scene, known by `id`. */
export type Thumbnail<Id> = { readonly id: Id; readonly of: Scene; readonly photo: Photo };

/** All views of the head. */
export const ofAllViews = ({ scene, photos }: Session): readonly Thumbnail<PhotoId>[] =>
  scene
    ? viewsInLine({ scene }).flatMap(({ photo: id }) => {
        const photo = photos.get(id);
        return photo ? [{ id, of: lookingAt(scene, { photo: id }), photo }] : [];
      })
    : [];

/** The view that is looked at, at every moment. */
export function ofAllMoments(session: Session): readonly Thumbnail<Moment>[] {
  const { scene } = session;
  const photo = photoHere(session);
  if (!scene || !photo) return [];
  return moments.map((moment) => ({ id: moment, of: lookingAt(scene, { moment }), photo }));
}

/** Draws what is wanted now, one after the other; stops when `current` says no. False while follicles still grow. */
export async function drawThumbnails<Id>(
  { pool }: Services,
  wanted: readonly Thumbnail<Id>[],
  current: () => boolean,
  show: (id: Id, picture: ImageBitmap) => void,
  across = ACROSS,
): Promise<boolean> {
  for (const { id, of, photo } of wanted) {
    const picture = await pool.host().ask("thumbnail", { scene: of, frame: thumbnailFrame(of, photo, across) });
    if (!picture) return false;
    if (!current()) {
      picture.close();
      return true;
    }
    show(id, picture);
  }
  return true;
}

/** Whether two scenes give the same thumbnail. */
const sameThumbnail = (a: Scene, b: Scene): boolean =>
  a.document.vault === b.document.vault &&
  a.document.matteSkin === b.document.matteSkin &&
  a.document.growth === b.document.growth &&
  a.cursor.moment === b.cursor.moment &&
  planOf(a) === planOf(b) &&
  viewOf(a) === viewOf(b);

/** Hands over each new thumbnail of those that are wanted; whoever takes it closes it. Returns how to stop. */
export function watchThumbnails<Id>(
  services: Services,
  wanted: (session: Session) => readonly Thumbnail<Id>[],
  show: (id: Id, picture: ImageBitmap) => void,
): () => void {
  const { session } = services;
  const drawn = new Map<Id, Scene>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const isDue = ({ id, of }: Thumbnail<Id>): boolean => {
    const before = drawn.get(id);
    return !before || !sameThumbnail(before, of);
  };

  async function draw(mine: number): Promise<void> {
    const due = wanted(session.store.getState()).filter(isDue);
    const done = await drawThumbnails(
      services,
      due,
      () => round === mine,
      (id, picture) => {
        const of = due.find((one) => one.id === id)?.of;
        if (of) drawn.set(id, of);
        show(id, picture);
      },
    );
    if (!done && round === mine) later(GROWING);
  }

  function later(wait: number): void {
    round += 1;
    clearTimeout(timer);
    const mine = round;
    // Without a thumbnail the name is still there; what is wrong is told where the large picture is drawn.
    timer = setTimeout(() => void draw(mine).catch(() => {}), wait);
  }

  const stop = session.store.subscribe((now, past) => {
    if (now.scene !== past.scene || now.photos.size !== past.photos.size) later(STILL);
  });
  later(STILL);
  return () => {
    round += 1;
    clearTimeout(timer);
    stop();
  };
}
