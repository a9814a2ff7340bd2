/* From a file to a photo on the stage with a head on it: of a new client, or one more of the open one. Nothing of the open work is touched before
   the new photo is whole. */

import { USUAL_LENS } from "../../core/head/camera.ts";
import { grownView } from "../../core/head/scale.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import type { SkinReading } from "../../core/photo/skin.ts";
import {
  type Consultation,
  inShade,
  turnedTo,
  viewOfPhoto,
  viewsOf,
  withPhoto,
  withoutPhoto,
  newConsultation,
} from "../../core/plan/consultation.ts";
import { type OpenedPhoto, openPhoto } from "../../intake/open-photo.ts";
import type { Photo, Step } from "../../store/session.ts";
import type { PictureHost } from "../../workers/host.ts";
import { crowdedSentence, failureSentence, noisySentence, photoSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { startView } from "./start-view.ts";

export type Placement = { readonly view: View; readonly skin: SkinReading | null; readonly found: boolean };

/** Finds the head's place in the photo at hand, which the worker holds. */
export type Place = (host: PictureHost, start: Consultation, photo: Photo) => Promise<Placement>;

export type Opening = {
  readonly place: Place;
  /** A photo of the client that it stands for from now on. */
  readonly instead?: PhotoId;
  /** What is said when the photo is open. */
  readonly news: (placement: Placement) => string;
};

/** Pixels of all photos that may be open together: 530 MB in the worker. */
const MOST_PIXELS = 100e6;

/** Opens a file and hands it on; the photo's name when all went well, null when not: why has been said. */
async function opened(
  { session, desk }: Services,
  file: File,
  next: (photo: OpenedPhoto, signal: AbortSignal) => Promise<PhotoId | null>,
): Promise<PhotoId | null> {
  const signal = desk.opening();
  session.set({ busy: "Opening the photo…", note: null });
  try {
    const read = await openPhoto(file, { signal });
    if (read.ok) return await next(read.value, signal);
    session.set({ busy: null, note: { kind: "problem", text: photoSentence(read.reason) } });
  } catch (reason) {
    // A newer file was chosen in the meantime, and it says for itself what is going on.
    if (!signal.aborted) session.set({ busy: null, note: { kind: "problem", text: failureSentence("open", reason) } });
  }
  return null;
}

/** Hands the pixels to the worker. */
async function held(host: PictureHost, { id, name, pixels, focal35mm }: OpenedPhoto): Promise<Photo> {
  const { width, height } = pixels;
  const { levels, softness } = await host.open(id, pixels);
  return { id, name, width, height, lens: focal35mm, levels, softness, skin: null, sides: null, faces: [], face: 0 };
}

const viewToBegin = ({ id, width, height, lens, softness }: Photo): View => ({
  ...startView(width, height, lens ?? USUAL_LENS),
  photo: id,
  softness,
});

const newsOf = ({ noisy }: OpenedPhoto, text: string) =>
  ({ note: { kind: "news", text: noisy ? noisySentence : text }, busy: null }) as const;

/** The first photo of a client, with the usual plan in the shade that suits the skin, on a head of average size. */
export async function openClient(
  services: Services,
  file: File,
  { place, news, step }: Opening & { readonly step: Step },
): Promise<PhotoId | null> {
  const { session, desk } = services;
  return opened(services, file, async (read, signal) => {
    const host = desk.begin();
    try {
      const photo = await held(host, read);
      session.set({ busy: "Finding the head…" });
      const start = newConsultation(viewToBegin(photo));
      const placement = await place(host, start, photo);
      signal.throwIfAborted();
      desk.take(host);
      const { skin } = placement;
      session.open(
        { ...photo, skin },
        { ...start, view: placement.view, plan: skin ? inShade(start.plan, skin.shade) : start.plan },
        step,
      );
      session.set(newsOf(read, news(placement)));
      return photo.id;
    } catch (reason) {
      host.close();
      throw reason;
    }
  });
}

/** One photo more of the open client, at hand when it is placed; a photo that is there already comes to hand. */
export async function addPhoto(
  services: Services,
  file: File,
  { place, instead, news }: Opening,
): Promise<PhotoId | null> {
  const { session, desk } = services;
  return opened(services, file, async (read, signal) => {
    const host = desk.host();
    const { consultation: client, photos } = session.store.getState();
    if (!client) throw new RangeError("no client is open to add a photo to");
    const known = viewOfPhoto(client, read.id);
    if (photos.has(read.id) && known) {
      session.show(read.id);
      session.set(newsOf(read, "This photo is open already: here it is."));
      return null;
    }
    if (!(await roomFor(services, read.pixels.width * read.pixels.height))) {
      session.set({ busy: null, note: { kind: "problem", text: crowdedSentence } });
      return null;
    }
    try {
      if (known) {
        session.hold(await held(host, read));
        session.show(read.id);
        session.set(newsOf(read, "The photo is open, with the head where it was."));
        return null;
      }
      session.set({ busy: "Finding the head…" });
      const placement = await placed(host, client, read, place);
      signal.throwIfAborted();
      session.hold(placement.photo);
      session.edit((now) => {
        const added = turnedTo(placement.added(now), read.id);
        return instead === undefined ? added : withoutPhoto(turnedTo(added, instead), read.id);
      });
      session.set(newsOf(read, news(placement)));
      return read.id;
    } catch (reason) {
      await host.ask<"keep">({ ask: "keep", photos: [...session.store.getState().photos.keys()] });
      throw reason;
    }
  });
}

/** A photo placed on the client's head, and what it is to be added to the consultation by. */
async function placed(host: PictureHost, client: Consultation, read: OpenedPhoto, place: Place) {
  const photo = await held(host, read);
  const placement = await place(host, turnedTo(withPhoto(client, viewToBegin(photo)), photo.id), photo);
  return {
    ...placement,
    photo: { ...photo, skin: placement.skin },
    // The head's size may have been set while the photo was looked at.
    added: (now: Consultation): Consultation =>
      withPhoto(now, grownView(placement.view, now.vault.halfBreadth / client.vault.halfBreadth)),
  };
}

/**
 * One photo more of the open client, beside the one at hand and as no step of undo. Nothing is said, and nothing is done where the photo cannot be opened or
 * another client has come in the meantime.
 */
export async function addBeside({ session, desk }: Services, file: File, place: Place): Promise<void> {
  const host = desk.host();
  const { consultation: client } = session.store.getState();
  const read = await openPhoto(file);
  if (!client || !read.ok || !desk.holds(host)) return;
  const { photo, added } = await placed(host, client, read.value, place);
  if (!desk.holds(host)) return;
  session.hold(photo);
  // A plan that was opened meanwhile may know it already.
  session.settle((now) => (viewOfPhoto(now, photo.id) ? now : added(now)));
}

/** Whether there is room for so many pixels more; photos that no view shows any more make room first. */
async function roomFor({ session, desk }: Services, pixels: number): Promise<boolean> {
  const taken = (): number =>
    [...session.store.getState().photos.values()].reduce((sum, { width, height }) => sum + width * height, pixels);
  if (taken() <= MOST_PIXELS) return true;
  const { consultation } = session.store.getState();
  const seen = consultation ? viewsOf(consultation).map(({ photo }) => photo) : [];
  session.keepPhotos(seen);
  await desk.host().ask<"keep">({ ask: "keep", photos: seen });
  return taken() <= MOST_PIXELS;
}
