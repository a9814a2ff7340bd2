/* Files from anywhere (button, drop, paste, camera), opened one after the other: the first photo begins a client, later
   ones are more views of the same head; a plan is laid on the photos that are open. Of every file something is told:
   it opens, or a sentence names it. */

import { fitHandlePoints } from "../../core/head/fit.ts";
import { retaken } from "../../core/head/retaken.ts";
import type { Vault } from "../../core/head/vault.ts";
import { type PhotoId, type View, showsFace } from "../../core/head/view.ts";
import { viewOf } from "../../core/plan/scene.ts";
import { type Session, photoHere } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import { addedSaying, leftOutSaying, openedSaying, photoSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Added, type Place, type ReadPhoto, addPhoto, beginClient } from "./add-photo.ts";
import { demoViewOf } from "./demo-file.ts";
import { openPlan } from "./open-plan.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { readFace } from "./read-face.ts";

/** A client's own photos are open, not the demo's. */
export const hasClient = (session: Session): boolean => {
  const photo = photoHere(session);
  return photo !== null && demoViewOf(photo.name) === null;
};

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
  const read = await intake.openPhoto(file, { signal: task.signal });
  if (read.ok) return { photo: read.value, file };
  task.refuse(photoSaying(read.reason));
  return null;
}

function tell({ session }: Services, task: OpeningTask, { photo }: ReadPhoto, added: Added): void {
  if (added.kind === "no-room" || added.kind === "too-many") return task.refuse(leftOutSaying(added.kind));
  session.say(photo.noisy ? saying("news.noisy") : addedSaying(added), photo.id);
}

async function openOne(services: Services, task: OpeningTask, file: File): Promise<PhotoId | null> {
  const { session, intake } = services;
  const incoming = await intake.classify(file);
  if (incoming.kind === "plan") {
    openPlan(services, incoming.text, (why) => task.refuse(why));
    return null;
  }
  const read = await photoIn(task, services, file);
  if (!read) return null;
  task.goOn("finding");
  if (hasClient(session.store.getState())) {
    const added = await addPhoto(services, read, guessed);
    tell(services, task, read, added);
    return added.kind === "placed" ? read.photo.id : null;
  }
  const placement = await beginClient(services, read, guessed, "head");
  task.begins();
  session.say(read.photo.noisy ? saying("news.noisy") : openedSaying(placement), read.photo.id);
  return read.photo.id;
}

/** The first photo that is new comes to be looked at, then faces are looked for. */
export function openFiles(services: Services, files: readonly File[]): Promise<void> {
  const fresh: PhotoId[] = [];
  return services.opening.add(
    files.map((file) => ({
      name: file.name,
      run: async (task) => {
        const id = await openOne(services, task, file);
        if (id !== null) fresh.push(id);
      },
    })),
    async () => {
      if (fresh.length > 1) services.session.look({ photo: fresh[0] });
      for (const id of fresh) await readFace(services, id);
    },
  );
}

/** The photo that is looked at taken again, or another file of it. */
export function replacePhoto(services: Services, file: File): Promise<void> {
  const { scene } = services.session.store.getState();
  if (!scene) return Promise.resolve();
  const old = viewOf(scene);
  let fresh: PhotoId | null = null;
  return services.opening.add(
    [
      {
        name: file.name,
        run: async (task) => {
          const read = await photoIn(task, services, file);
          if (!read) return;
          task.goOn("finding");
          const added = await addPhoto(services, read, retakenFrom(old), old.photo);
          if (added.kind !== "placed") return tell(services, task, read, added);
          services.session.say(saying("news.replaced"), read.photo.id);
          fresh = read.photo.id;
        },
      },
    ],
    async () => {
      if (fresh !== null && showsFace(old.aspect) && !old.patch) await readFace(services, fresh);
    },
  );
}
