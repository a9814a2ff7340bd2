/* The finished picture and the plan as files. */

import { usualMoment } from "../../core/pigment/healing.ts";
import { planFile } from "../../core/plan/plan-file.ts";
import { viewOf } from "../../core/plan/scene.ts";
import { type PictureFormat, encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { pictureCaption } from "../../words/caption.ts";
import { saying } from "../../words/words.ts";
import { photoName } from "../names.ts";
import { type SessionStore, openViews, photoHere } from "../../store/session.ts";
import { pictureSaying, unwritablePlanSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Ending, during } from "../task.ts";

/** The photo's name without its ending, fit for a file name. */
export const stem = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^-+|-+$/g, "") || "photo";

/** The whole photo at its own size, with the dots, and a caption below it. */
export async function saveImage({ session, pool, preferences }: Services): Promise<void> {
  const { scene } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!scene || !photo) return;
  const { format } = preferences.getState();
  // A picture of another moment is not to be taken for what is planned.
  const when = scene.cursor.moment === usualMoment ? "" : `-${scene.cursor.moment}`;
  const name = `${stem(photoName(photo.name))}-smp${when}.${endings[format]}`;
  const caption = pictureCaption(viewOf(scene), scene.cursor.moment, new Date());
  const work = { doing: saying("busy.picture"), broken: "export", photo: null, stoppable: true } as const;
  const ending = await during(session, work, async ({ signal, progress, until, session: mine }) => {
    const made = await until(() => pool.host().ask("export", { scene, caption }, { signal, progress }));
    progress(1);
    const file = await until(() => encodeImage(made.pixels, format));
    if (!file.ok) return session.report(pictureSaying(file.reason));
    const { width, height } = made.pixels;
    saveFile(file.value, name);
    mine.say(saying("news.picture.saved", { file: name, width, height }));
  });
  tellNotSaved(session, ending, name);
}

export const endings: Readonly<Record<PictureFormat, string>> = { png: "png", jpeg: "jpg" };

/** A picture that was not finished is missed by the one who asked for it, whatever is open by then. */
export function tellNotSaved(session: SessionStore, ending: Ending, name: string): void {
  if (ending === "stopped") session.say(saying("news.picture.stopped"));
  if (ending === "too-late") session.report(saying("news.picture.left", { file: name }));
}

/** The plan alone: small, and without the photo. */
export function savePlan({ session }: Services): void {
  const { scene, photos } = session.store.getState();
  const [first] = openViews(session.store.getState());
  if (!scene || !first) return;
  const name = `${stem(photoName(photos.get(first.photo)?.name ?? ""))}-plan.json`;
  const file = planFile(scene.document);
  if (!file.ok) return session.report(unwritablePlanSaying(file.reason));
  saveFile(new Blob([file.value], { type: "application/json" }), name);
  session.say(saying("news.plan.saved", { file: name, count: scene.document.views.length }));
}
