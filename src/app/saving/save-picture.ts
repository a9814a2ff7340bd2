/* The finished picture and the plan as files. */

import { usualMoment } from "../../core/pigment/healing.ts";
import { planFile } from "../../core/plan/plan-file.ts";
import { type PictureFormat, encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { type SessionStore, openViews, photoHere } from "../../store/session.ts";
import { notSavedSentence, pictureSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Ending, during } from "../task.ts";

/** The photo's name without its ending, fit for a file name. */
export const stem = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^-+|-+$/g, "") || "photo";

/** The whole photo at its own size, with the dots and a caption. */
export async function saveImage({ session, pool, preferences }: Services): Promise<void> {
  const { scene } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!scene || !photo) return;
  const { format } = preferences.getState();
  // A picture of another moment is not to be taken for what is planned.
  const when = scene.cursor.moment === usualMoment ? "" : `-${scene.cursor.moment}`;
  const name = `${stem(photo.name)}-smp${when}.${endings[format]}`;
  const work = { doing: "Making the picture in full size…", broken: "export", photo: null, stoppable: true } as const;
  const ending = await during(session, work, async ({ signal, progress, until, session: mine }) => {
    const made = await until(() => pool.host().ask("export", { scene }, { signal, progress }));
    progress(1);
    const file = await until(() => encodeImage(made.pixels, format));
    if (!file.ok) return session.report(pictureSentence(file.reason));
    const { width, height } = made.pixels;
    saveFile(file.value, name);
    mine.say(`${name} is saved: ${width} × ${height} pixels, with a caption that it is a simulation.`);
  });
  tellNotSaved(session, ending, name);
}

export const endings: Readonly<Record<PictureFormat, string>> = { png: "png", jpeg: "jpg" };

/** A picture that was not finished is missed by the one who asked for it, whatever is open by then. */
export function tellNotSaved(session: SessionStore, ending: Ending, name: string): void {
  if (ending === "stopped") session.say("Stopped: no picture was saved.");
  if (ending === "too-late") session.report(notSavedSentence(name));
}

/** The plan alone: small, and without the photo. */
export function savePlan({ session }: Services): void {
  const { scene, photos } = session.store.getState();
  const [first] = openViews(session.store.getState());
  if (!scene || !first) return;
  const name = `${stem(photos.get(first.photo)?.name ?? "")}-plan.json`;
  saveFile(new Blob([planFile(scene.document)], { type: "application/json" }), name);
  const what = scene.document.views.length > 1 ? "The photos are not in it." : "The photo is not in it.";
  session.say(`${name} is saved. ${what}`);
}
