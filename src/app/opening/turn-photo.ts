/* A photo that lies on its side is turned by a quarter. It is then another file, which takes its place, as when a photo
   is replaced: undo brings the old one back. A head that a person has placed goes with it, a guess is made anew. */

import { turnedView } from "../../core/head/turned.ts";
import { type Aspect, type PhotoId, type View, showsFace } from "../../core/head/view.ts";
import { readHeader } from "../../core/photo/header.ts";
import { type QuarterTurn, turnedFile } from "../../core/photo/turned-file.ts";
import { viewOfPhoto } from "../../core/plan/document.ts";
import { saying } from "../../words/words.ts";
import { type Placed, placedIn } from "../head/answered.ts";
import { addedSaying, leftOutSaying, photoSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Place, addPhoto } from "./add-photo.ts";
import { photoIn } from "./open-files.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { readFace } from "./read-face.ts";

/** Whose place in the photo is somebody's word. */
const isPlaced = ({ fittedBy, patch }: View): boolean =>
  fittedBy === "person" || fittedBy === "known" || patch !== null;

const anew =
  (aspect: Aspect): Place =>
  (host, { vault }, start, { lens }) =>
    host.ask("fit", { vault, view: start, aspect, lens });

const carried =
  (old: View, turn: QuarterTurn): Place =>
  async (host, { vault }, start) => {
    const view = turnedView(old, turn, start.photo);
    if (view.patch) return { view, skin: null, found: true };
    const { skin } = await host.ask("trace", { vault, view });
    return { view, skin, found: true };
  };

/** The photo's file turned, as it would be chosen; null where it cannot be read, and why has been told. */
async function turnedOf(task: OpeningTask, file: File, turn: QuarterTurn): Promise<File | null> {
  const bytes = new Uint8Array(await task.until(() => file.arrayBuffer()));
  const header = readHeader(bytes);
  if (header.ok) return new File([turnedFile(bytes, header.value, turn)], file.name, { type: file.type });
  task.refuse(photoSaying(header.reason));
  return null;
}

/** Turns a photo of the open client. */
export async function turnPhoto(services: Services, photo: PhotoId, turn: QuarterTurn): Promise<void> {
  const { session, opening } = services;
  const file = session.store.getState().files.get(photo);
  if (!file) return;
  let fresh: { readonly client: number; readonly opened: Placed } | null = null;
  const run = async (task: OpeningTask): Promise<void> => {
    const turned = await turnedOf(task, file, turn);
    const read = turned && (await photoIn(task, services, turned));
    if (!read) return;
    task.goOn("finding");
    const { scene, client } = session.store.getState();
    const old = scene && viewOfPhoto(scene.document, photo);
    if (!old) return task.refuse(leftOutSaying("nothing-to-replace"));
    const goes = isPlaced(old);
    const added = await addPhoto(services, task, read, goes ? carried(old, turn) : anew(old.aspect), photo);
    if (added.kind === "known" || added.kind === "open-already") {
      return task.session.say(addedSaying(added), read.photo.id);
    }
    if (added.kind !== "placed") return task.refuse(leftOutSaying(added.kind));
    task.session.say(goes ? saying("news.turned.with") : saying("news.turned.anew"), read.photo.id);
    const now = session.store.getState().scene;
    const opened = now && placedIn(now.document, read.photo.id);
    if (opened && !goes && showsFace(old.aspect)) fresh = { client, opened };
  };
  await opening.add([{ name: file.name, known: true, run }], async () => {
    if (fresh) await readFace(services, fresh.client, fresh.opened);
  });
}
