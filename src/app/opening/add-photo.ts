/* From a photo that has been read to one that lies on the stage with a head on it: the first of a new client, or one
   more of the open one. Nothing of the open work is touched before the new photo is whole, and nothing comes to a head
   that it was not opened for. */

import { USUAL_LENS } from "../../core/head/camera.ts";
import { grownView } from "../../core/head/scale.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import type { PixelBuffer } from "../../core/photo/pixel-buffer.ts";
import {
  type Document,
  MOST_VIEWS,
  newDocument,
  viewOfPhoto,
  withPhoto,
  withReplacedPhoto,
} from "../../core/plan/document.ts";
import { inShade, usualPlan } from "../../core/plan/plan.ts";
import { type Scene, sceneOf } from "../../core/plan/scene.ts";
import type { SkinReading } from "../../core/reading/skin.ts";
import type { OpenedPhoto } from "../../intake/open-photo.ts";
import type { Photo, Step } from "../../store/session.ts";
import type { PictureHost } from "../../workers/host.ts";
import type { Services } from "../services.ts";
import { stillFor } from "./too-late.ts";
import { startView } from "./start-view.ts";

export type Placement = { readonly view: View; readonly skin: SkinReading | null; readonly found: boolean };

/** Finds the head's place in a photo that the worker holds. */
export type Place = (host: PictureHost, head: Pick<Document, "vault">, start: View, photo: Photo) => Promise<Placement>;

/** A photo that was read, and the file that it was read from. */
export type ReadPhoto = { readonly photo: OpenedPhoto; readonly file: File };

/** Hands the pixels to the worker; the caller's buffer is empty afterwards. A worker that dies reads the file again. */
export async function held({ intake }: Services, host: PictureHost, { photo, file }: ReadPhoto): Promise<Photo> {
  const { id, crcName, name, pixels, focal35mm } = photo;
  const { width, height } = pixels;
  const again = async (): Promise<PixelBuffer> => {
    const read = await intake.openPhoto(file);
    if (!read.ok) throw new RangeError(`photo ${id} cannot be read again: ${read.reason.kind}`);
    return read.value.pixels;
  };
  const { levels, softness } = await host.open({ photo: id, pixels }, again);
  const read = { skin: null, sides: null, faces: [], face: 0 };
  return { id, crcName, name, width, height, lens: focal35mm, levels, softness, ...read };
}

const viewToBegin = ({ id, width, height, lens, softness }: Photo): View => ({
  ...startView(width, height, lens ?? USUAL_LENS),
  photo: id,
  softness,
});

/** The first photo of a client, with the usual plan in the shade that suits the skin, on a head of average size. */
export async function beginClient(services: Services, read: ReadPhoto, place: Place, step: Step): Promise<Placement> {
  const { session, pool } = services;
  const { client } = session.store.getState();
  const host = pool.begin();
  try {
    const photo = await held(services, host, read);
    const start = viewToBegin(photo);
    const placement = await place(host, newDocument(start), start, photo);
    stillFor(session, client);
    pool.take(host);
    const { view, skin } = placement;
    const document = newDocument(view, skin ? inShade(usualPlan(), skin.shade) : usualPlan());
    session.open({ ...photo, skin }, read.file, sceneOf(document), step);
    return placement;
  } catch (reason) {
    host.close();
    throw reason;
  }
}

/** What became of a photo that was to be added. */
export type Added =
  | { readonly kind: "placed"; readonly placement: Placement }
  /** The document knew it: it is open again, with its head where it was. */
  | { readonly kind: "known" }
  | { readonly kind: "open-already" }
  | { readonly kind: "no-room" }
  | { readonly kind: "too-many" };

/**
 * Opens a head again as it was, by the first of its photos. `files`: of all of them; the others are opened by
 * `holdAgain`.
 */
export async function beginAgain(
  services: Services,
  read: ReadPhoto,
  scene: Scene,
  step: Step,
  files: ReadonlyMap<PhotoId, File>,
): Promise<void> {
  const { session, pool } = services;
  const { client } = session.store.getState();
  const host = pool.begin();
  try {
    const photo = await held(services, host, read);
    stillFor(session, client);
    pool.take(host);
    session.open(photo, read.file, scene, step, files);
  } catch (reason) {
    host.close();
    throw reason;
  }
}

/**
 * Opens a photo of the open client again from its file: one that undo or a reload has brought back, or that a worker
 * has lost. Its view is as it was.
 */
export async function holdAgain(services: Services, host: PictureHost, read: ReadPhoto): Promise<void> {
  const { session } = services;
  const { client, photos } = session.store.getState();
  const photo = await held(services, host, read);
  stillFor(session, client);
  session.hold(photos.get(photo.id) ?? photo, read.file);
}

/**
 * One photo more of the open client, looked at when it is placed. `instead`: a photo that it stands for from now on.
 */
export async function addPhoto(
  services: Services,
  { photo: read, file }: ReadPhoto,
  place: Place,
  instead: PhotoId | null = null,
): Promise<Added> {
  const { session, pool } = services;
  const { client, scene, photos } = session.store.getState();
  if (!scene) throw new RangeError("no client is open to add a photo to");
  const known = isKnown(services, read);
  if (known && photos.has(read.id)) {
    session.look({ photo: read.id });
    return { kind: "open-already" };
  }
  if (!(await hasRoom(services, read.pixels))) return { kind: "no-room" };
  stillFor(session, client);
  const host = pool.host();
  if (known) {
    const photo = await held(services, host, { photo: read, file });
    stillFor(session, client);
    session.hold(photo, file);
    session.look({ photo: photo.id });
    return { kind: "known" };
  }
  if (instead === null && isFull(scene.document)) return { kind: "too-many" };
  const { vault } = scene.document;
  const photo = await held(services, host, { photo: read, file });
  const placement = await place(host, { vault }, viewToBegin(photo), photo);
  stillFor(session, client);
  session.hold({ ...photo, skin: placement.skin }, file);
  session.edit(({ document }) => {
    const view = grownTo(document, vault, placement.view);
    return instead === null ? withPhoto(document, view) : withReplacedPhoto(document, instead, view);
  });
  session.look({ photo: photo.id });
  return { kind: "placed", placement };
}

const isFull = ({ views }: Document): boolean => views.length >= MOST_VIEWS;

/** The head's size may have been set while the photo was looked at. */
const grownTo = (document: Document, vault: Vault, view: View): View =>
  grownView(view, document.vault.halfBreadth / vault.halfBreadth);

/** Whether the document has a view of this photo; one that goes by the name older plans gave it gets its own. */
function isKnown({ session }: Services, { id, crcName }: OpenedPhoto): boolean {
  const document = session.store.getState().scene?.document;
  if (!document) return false;
  if (viewOfPhoto(document, id)) return true;
  if (!viewOfPhoto(document, crcName)) return false;
  session.rename(crcName, id);
  return true;
}

/** Pixels of all photos that may be open together: 530 MB in the worker. */
const MOST_PIXELS = 100e6;

/**
 * Whether there is room for so many pixels more. Photos that no view shows any more make room first: undo may ask for
 * them, and they are opened again then.
 */
async function hasRoom({ session, pool }: Services, { width, height }: PixelBuffer): Promise<boolean> {
  const taken = (): number =>
    [...session.store.getState().photos.values()].reduce((sum, one) => sum + one.width * one.height, width * height);
  if (taken() <= MOST_PIXELS) return true;
  const shown = session.store.getState().scene?.document.views.map(({ photo }) => photo) ?? [];
  session.keepPhotos(shown);
  await pool.host().ask("keep", { photos: [...session.store.getState().photos.keys()] });
  return taken() <= MOST_PIXELS;
}

/**
 * A photo beside the one that is looked at, as no step of undo and without a word. Throws TooLate for another client.
 */
export async function addBeside(
  services: Services,
  client: number,
  { photo: read, file }: ReadPhoto,
  place: Place,
): Promise<void> {
  const { session, pool } = services;
  stillFor(session, client);
  const { scene } = session.store.getState();
  if (!scene || viewOfPhoto(scene.document, read.id)) return;
  const { vault } = scene.document;
  const host = pool.host();
  const photo = await held(services, host, { photo: read, file });
  const { view, skin } = await place(host, { vault }, viewToBegin(photo), photo);
  stillFor(session, client);
  session.hold({ ...photo, skin }, file);
  // A plan that was opened meanwhile may know it already.
  session.amend(({ document }) =>
    viewOfPhoto(document, photo.id) ? document : withPhoto(document, grownTo(document, vault, view)),
  );
}
