/* Photos that a view shows but the worker does not hold, although their files are known: undo has brought the view back
   after its photo had made room for others, or a plan knows it. They are opened again by themselves. */

import type { PhotoId } from "../../core/head/view.ts";
import { viewOfPhoto } from "../../core/plan/document.ts";
import type { Session } from "../../store/session.ts";
import { leftOutSaying } from "../messages.ts";
import { saying } from "../../words/words.ts";
import type { Services } from "../services.ts";
import { holdAgain } from "./add-photo.ts";
import { photoIn } from "./open-files.ts";
import type { OpeningTask } from "./opening-queue.ts";

/** Photos to be opened again, the one that is looked at first. */
function missing({ scene, photos, files }: Session): readonly PhotoId[] {
  if (!scene) return [];
  const shown = scene.document.views.map(({ photo }) => photo);
  const elsewhere = (photo: PhotoId): number => Number(photo !== scene.cursor.photo);
  return shown
    .filter((photo) => !photos.has(photo) && files.has(photo))
    .toSorted((a, b) => elsewhere(a) - elsewhere(b));
}

/**
 * Opens them as soon as they are missed, each once; one that found no room, when views have gone. Returns how to stop.
 */
export function reopenPhotos(services: Services): () => void {
  const { session, opening } = services;
  const asked = new Map<PhotoId, "asked" | "no-room">();

  const reopen = (photo: PhotoId, file: File) => async (task: OpeningTask) => {
    const { scene, photos } = session.store.getState();
    const isMissed = scene && viewOfPhoto(scene.document, photo) && !photos.has(photo);
    // It may be missed once more later.
    if (!isMissed) return void asked.delete(photo);
    const read = await photoIn(task, services, file);
    if (!read) return;
    if (read.photo.id !== photo) return task.refuse(saying("fault.photo.changed"));
    if (await holdAgain(services, task, read)) return;
    asked.set(photo, "no-room");
    task.refuse(leftOutSaying("no-room"));
  };

  function check(): void {
    const state = session.store.getState();
    const wanted = missing(state);
    for (const photo of asked.keys()) if (!wanted.includes(photo)) asked.delete(photo);
    const fresh = wanted.filter((photo) => !asked.has(photo));
    for (const photo of fresh) asked.set(photo, "asked");
    void opening.add(
      fresh.flatMap((photo) => {
        const file = state.files.get(photo);
        return file ? [{ name: file.name, known: true, run: reopen(photo, file) }] : [];
      }),
    );
  }

  const stop = session.store.subscribe((now, past) => {
    if (now.scene?.document === past.scene?.document && now.photos === past.photos && now.client === past.client)
      return;
    const lost = now.client !== past.client;
    const gone = past.scene?.document.views.some(({ photo }) => now.scene && !viewOfPhoto(now.scene.document, photo));
    for (const [photo, why] of asked) if (lost || (gone && why === "no-room")) asked.delete(photo);
    check();
  });
  check();
  return stop;
}
