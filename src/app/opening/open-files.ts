/* Files from anywhere (button, drop, paste, camera), opened one after the other: the first photo begins a client, later
   ones are more views of the same head; a plan is laid on the photos that are open. Of every file something is told:
   it opens, or a sentence names it. */

import { fitHandlePoints } from "../../core/head/fit.ts";
import { retaken } from "../../core/head/retaken.ts";
import type { Vault } from "../../core/head/vault.ts";
import { type PhotoId, type View, showsFace } from "../../core/head/view.ts";
import { saying } from "../../words/words.ts";
import { viewOfPhoto } from "../../core/plan/document.ts";
import type { Session } from "../../store/session.ts";
import { type Placed, placedIn } from "../head/answered.ts";
import { addedSaying, leftOutSaying, openedSaying, photoSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Added, type Place, type ReadPhoto, addPhoto, beginClient } from "./add-photo.ts";
import { demoViewOf } from "./demo-file.ts";
import { openPlan } from "./open-plan.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { readHead } from "./read-face.ts";

/** A client is open, not the demo. */
export const hasClient = ({ scene, files }: Session): boolean =>
  scene !== null && ![...files.values()].some(({ name }) => demoViewOf(name) !== null);

/** A guess whose handles lie beside the photo helps nobody: the usual place in a portrait is then a better start. */
function handlesInside(vault: Vault, view: View): boolean {
  const { width, height } = view.camera;
  return Object.values(fitHandlePoints(vault, view)).every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

const guessed: Place = async (host, { vault }, start, { lens }) => {
  const guess = await host.ask("fit", { vault, view: start, aspect: "front", lens });
  return handlesInside(vault, guess.view) ? guess : { view: start, skin: null, found: false };
};

/** The head is looked for where it was in the photo before. */
const retakenFrom =
  (old: View): Place =>
  async (host, { vault }, start, { lens }) => {
    const view = retaken(old, start, lens);
    if (view.patch) return { view, skin: null, found: false };
    return { ...(await host.ask("trace", { vault, view })), found: false };
  };

/** Reads a file; null where it cannot be opened, and why has been told. */
export async function photoIn(task: OpeningTask, { intake }: Services, file: File): Promise<ReadPhoto | null> {
  const read = await task.until(() => intake.openPhoto(file, { signal: task.signal }));
  if (read.ok) return { photo: read.value, file };
  task.refuse(photoSaying(read.reason));
  return null;
}

function tell(task: OpeningTask, { photo }: ReadPhoto, added: Added): void {
  if (added.kind !== "placed" && added.kind !== "known" && added.kind !== "open-already") {
    return task.refuse(leftOutSaying(added.kind));
  }
  task.session.say(photo.noisy ? saying("news.noisy") : addedSaying(added), photo.id);
}

/** Where the head was put in it, if it is a photo that is new. */
async function openOne(services: Services, task: OpeningTask, file: File): Promise<Placed | null> {
  const { session, intake } = services;
  const incoming = await task.until(() => intake.classify(file));
  if (incoming.kind === "plan") {
    await openPlan(services, task, incoming.text);
    return null;
  }
  const read = await photoIn(task, services, file);
  if (!read) return null;
  task.goOn("finding");
  if (hasClient(session.store.getState())) {
    const added = await addPhoto(services, task, read, guessed);
    tell(task, read, added);
    return added.kind === "placed" ? openedIn(services, read) : null;
  }
  const placement = await beginClient(services, task, read, guessed, "head");
  task.session.say(read.photo.noisy ? saying("news.noisy") : openedSaying(placement), read.photo.id);
  return openedIn(services, read);
}

/** Where the head was put in a photo that has just been opened. */
function openedIn({ session }: Services, { photo }: ReadPhoto): Placed | null {
  const { scene } = session.store.getState();
  return scene && placedIn(scene.document, photo.id);
}

/**
 * The first photo that is new comes to be looked at, then faces are looked for. `chosenFor`: the client that was open
 * when they were chosen.
 */
export function openFiles(services: Services, files: readonly File[], chosenFor?: number): Promise<void> {
  const { session, opening } = services;
  const fresh: Placed[] = [];
  let client: number | null = null;
  const open = (file: File) => async (task: OpeningTask) => {
    const opened = await openOne(services, task, file);
    if (!opened) return;
    fresh.push(opened);
    client = session.store.getState().client;
  };
  const then = async (): Promise<void> => {
    if (client !== session.store.getState().client) return;
    if (fresh.length > 1 && !session.isHeld()) session.look({ photo: fresh[0].view.photo });
    for (const opened of fresh) await readHead(services, client, opened);
  };
  return opening.add(
    files.map((file) => ({ name: file.name, run: open(file) })),
    then,
    chosenFor,
  );
}

/** A photo of the open client taken again, or another file of it. */
export function replacePhoto(services: Services, photo: PhotoId, file: File): Promise<void> {
  const { session, opening } = services;
  let fresh: { readonly client: number; readonly opened: Placed } | null = null;
  const run = async (task: OpeningTask): Promise<void> => {
    const read = await photoIn(task, services, file);
    if (!read) return;
    task.goOn("finding");
    const { scene, client } = session.store.getState();
    const old = scene && viewOfPhoto(scene.document, photo);
    if (!old) return task.refuse(leftOutSaying("nothing-to-replace"));
    const added = await addPhoto(services, task, read, retakenFrom(old), photo);
    if (added.kind !== "placed") return tell(task, read, added);
    task.session.say(saying("news.replaced"), read.photo.id);
    const opened = openedIn(services, read);
    if (opened && showsFace(old.aspect) && !old.patch) fresh = { client, opened };
  };
  return opening.add([{ name: file.name, run }], async () => {
    if (fresh) await readHead(services, fresh.client, fresh.opened);
  });
}
