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
import { type Plan, inShade, usualPlan } from "../../core/plan/plan.ts";
import { type Scene, sceneOf } from "../../core/plan/scene.ts";
import type { SkinReading } from "../../core/reading/skin.ts";
import type { OpenedPhoto } from "../../intake/open-photo.ts";
import { type Photo, type Step, nothingRead } from "../../store/session.ts";
import type { PictureHost } from "../../workers/host.ts";
import type { Services } from "../services.ts";
import { type Task, TooLate, startTask } from "../task.ts";
import type { LeftOut } from "./left-out.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { startView } from "./start-view.ts";

export type Placement = { readonly view: View; readonly skin: SkinReading | null; readonly found: boolean };

/** Finds the head's place in a photo that the worker holds. */
export type Place = (host: PictureHost, head: Pick<Document, "vault">, start: View, photo: Photo) => Promise<Placement>;

/** A photo that was read, and the file that it was read from. */
export type ReadPhoto = { readonly photo: OpenedPhoto; readonly file: File };

/**
 * Hands the pixels to the worker; the caller's buffer is empty afterwards. A worker that is lost gets them once more.
 */
async function held({ intake }: Services, task: Task, host: PictureHost, { photo, file }: ReadPhoto): Promise<Photo> {
  const { id, crcName, name, pixels, focal35mm } = photo;
  const { width, height } = pixels;
  const again = async (): Promise<PixelBuffer> => {
    const read = await intake.openPhoto(file);
    if (!read.ok) throw new RangeError(`photo ${id} cannot be read again: ${read.reason.kind}`);
    return read.value.pixels;
  };
  const { levels, softness } = await task.until(() => host.open({ photo: id, pixels }, again));
  return { id, crcName, name, width, height, lens: focal35mm, levels, softness, ...nothingRead };
}

const viewToBegin = ({ id, width, height, lens, softness }: Photo): View => ({
  ...startView(width, height, lens ?? USUAL_LENS),
  photo: id,
  softness,
});

/** The first photo of a client, with a plan in the shade that suits the skin, on a head of average size. */
export async function beginClient(
  services: Services,
  task: OpeningTask,
  read: ReadPhoto,
  place: Place,
  step: Step,
  plan: Plan = usualPlan(),
): Promise<Placement> {
  const { session, pool } = services;
  const host = pool.begin();
  try {
    const photo = await held(services, task, host, read);
    const start = viewToBegin(photo);
    const placement = await task.until(() => place(host, newDocument(start), start, photo));
    const { view, skin } = placement;
    const document = newDocument(view, skin ? inShade(plan, skin.shade) : plan);
    task.becomes(() => {
      pool.take(host);
      session.open({ ...photo, skin }, read.file, sceneOf(document), step);
    });
    return placement;
  } catch (reason) {
    host.close();
    throw reason;
  }
}

/**
 * Opens a head again as it was, by one of its photos. `files`: of all of them; the others are missed then, and opened
 * by `reopenPhotos`.
 */
export async function beginAgain(
  services: Services,
  task: OpeningTask,
  read: ReadPhoto,
  { scene, step, files }: { readonly scene: Scene; readonly step: Step; readonly files: ReadonlyMap<PhotoId, File> },
): Promise<void> {
  const { session, pool } = services;
  const host = pool.begin();
  try {
    const photo = await held(services, task, host, read);
    task.becomes(() => {
      pool.take(host);
      session.open(photo, read.file, scene, step, files);
    });
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
  | { readonly kind: LeftOut };

/**
 * One photo more of the open client, looked at when it is placed. `instead`: a photo that it stands for from now on.
 */
export async function addPhoto(
  services: Services,
  task: Task,
  read: ReadPhoto,
  place: Place,
  instead: PhotoId | null = null,
): Promise<Added> {
  const { session, pool } = services;
  const { id } = read.photo;
  const isKnown = knownPhoto(services, task, read.photo);
  if (isKnown && session.store.getState().photos.has(id)) {
    lookWhenFree(services, task, id);
    return { kind: "open-already" };
  }
  const leftOut = isKnown ? null : leftOutNow(documentNow(services), instead);
  if (leftOut) return { kind: leftOut };
  if (!(await hasRoom(services, task, read.photo.pixels))) return { kind: "no-room" };
  const host = pool.host();
  try {
    const photo = await held(services, task, host, read);
    // A plan that knew it may have been undone meanwhile, or one been laid.
    if (viewOfPhoto(documentNow(services), id)) {
      task.session.hold(photo, read.file);
      lookWhenFree(services, task, id);
      return { kind: "known" };
    }
    const { vault } = documentNow(services);
    const placement = await task.until(() => place(host, { vault }, viewToBegin(photo), photo));
    return put(services, task, { vault, placement, photo, file: read.file }, instead);
  } finally {
    // What was not added, for whatever reason, is not kept in the worker.
    if (!session.store.getState().photos.has(id)) void forgetOthers(services, host).catch(() => {});
  }
}

type ToAdd = {
  readonly photo: Photo;
  readonly file: File;
  readonly placement: Placement;
  /** The head that it was placed for. */
  readonly vault: Vault;
};

/** Adds a photo with its head. Meanwhile the document may have changed in any way. */
function put(services: Services, task: Task, { photo, file, placement, vault }: ToAdd, instead: PhotoId | null): Added {
  const now = documentNow(services);
  const cameBack = viewOfPhoto(now, photo.id) !== undefined;
  const leftOut = cameBack ? null : leftOutNow(now, instead);
  if (leftOut) return { kind: leftOut };
  task.session.hold({ ...photo, skin: placement.skin }, file);
  if (!cameBack) {
    task.session.editApart(({ document }) => {
      const view = grownTo(document, vault, placement.view);
      return instead === null ? withPhoto(document, view) : withReplacedPhoto(document, instead, view);
    });
  }
  lookWhenFree(services, task, photo.id);
  return cameBack ? { kind: "known" } : { kind: "placed", placement };
}

/** Why a photo that the document does not know cannot come into it; null where it can. */
function leftOutNow(document: Document, instead: PhotoId | null): LeftOut | null {
  if (instead !== null) return viewOfPhoto(document, instead) ? null : "nothing-to-replace";
  return document.views.length >= MOST_VIEWS ? "too-many" : null;
}

/** Throws TooLate where nothing is open. */
function documentNow({ session }: Services): Document {
  const { scene } = session.store.getState();
  if (!scene) throw new TooLate();
  return scene.document;
}

/** Whoever is in the middle of a drag goes on with it in the photo where it was begun. */
export function lookWhenFree({ session }: Services, task: Task, photo: PhotoId): void {
  if (!session.isHeld()) task.session.look({ photo });
}

/** The head's size may have been set while the photo was looked at. */
const grownTo = (document: Document, vault: Vault, view: View): View =>
  grownView(view, document.vault.halfBreadth / vault.halfBreadth);

/** Whether the document has a view of this photo; one that goes by the name older plans gave it gets its own. */
function knownPhoto(services: Services, task: Task, { id, crcName }: OpenedPhoto): boolean {
  const document = documentNow(services);
  if (viewOfPhoto(document, id)) return true;
  if (!viewOfPhoto(document, crcName)) return false;
  task.session.rename(crcName, id);
  return true;
}

/**
 * Opens a photo of the open client again from its file: one that undo or a reload has brought back, or that a worker
 * has lost. Its view is as it was. False where there is no room for it now.
 */
export async function holdAgain(services: Services, task: Task, read: ReadPhoto): Promise<boolean> {
  if (!(await hasRoom(services, task, read.photo.pixels))) return false;
  const photo = await held(services, task, services.pool.host(), read);
  task.session.hold(services.session.store.getState().photos.get(photo.id) ?? photo, read.file);
  return true;
}

/** Pixels of all photos that may be open together: 530 MB in the worker. */
const MOST_PIXELS = 100e6;

/**
 * Whether there is room for so many pixels more. Photos that no view shows any more make room first: undo may ask for
 * them, and they are opened again then.
 */
async function hasRoom(services: Services, task: Task, { width, height }: PixelBuffer): Promise<boolean> {
  const { session, pool } = services;
  const taken = (): number =>
    [...session.store.getState().photos.values()].reduce((sum, one) => sum + one.width * one.height, width * height);
  if (taken() <= MOST_PIXELS) return true;
  task.session.keepPhotos(documentNow(services).views.map(({ photo }) => photo));
  await task.until(() => forgetOthers(services, pool.host()));
  return taken() <= MOST_PIXELS;
}

/** The worker holds the photos that are open, and no other. */
const forgetOthers = ({ session }: Services, host: PictureHost): Promise<null> =>
  host.ask("keep", { photos: [...session.store.getState().photos.keys()] });

/**
 * A photo beside the one that is looked at, as no step of undo and without a word. Throws TooLate for another client.
 */
export async function addBeside(services: Services, client: number, read: ReadPhoto, place: Place): Promise<void> {
  const { session, pool } = services;
  if (session.store.getState().client !== client) throw new TooLate();
  const task = startTask(session);
  try {
    const document = documentNow(services);
    if (viewOfPhoto(document, read.photo.id)) return;
    const { vault } = document;
    const host = pool.host();
    const photo = await held(services, task, host, read);
    const { view, skin } = await task.until(() => place(host, { vault }, viewToBegin(photo), photo));
    task.session.hold({ ...photo, skin }, read.file);
    // A plan that was opened meanwhile may know it already.
    task.session.amend((now) =>
      viewOfPhoto(now.document, photo.id) ? now.document : withPhoto(now.document, grownTo(now.document, vault, view)),
    );
  } finally {
    task.end();
  }
}
