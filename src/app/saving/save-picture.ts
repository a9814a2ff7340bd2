/* The finished picture and the plan as files. */

import { usualMoment } from "../../core/pigment/healing.ts";
import { planFile } from "../../core/plan/plan-file.ts";
import { encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { openViews, photoHere } from "../../store/session.ts";
import { saying, words } from "../../words/words.ts";
import { photoName } from "../names.ts";
import { pictureSaying, unwritablePlanSaying } from "../messages.ts";
import { reportFailure } from "../report-failure.ts";
import type { Services } from "../services.ts";

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
  const stop = new AbortController();
  const caption = { long: words("caption.long"), short: words("caption.short") };
  const job = session.begin(saying("busy.picture"), () => stop.abort());
  try {
    const made = await pool.host().ask("export", { scene, caption }, { signal: stop.signal, progress: job.progress });
    job.progress(1);
    const file = await encodeImage(made.pixels, format);
    stop.signal.throwIfAborted();
    if (!file.ok) return session.report(pictureSaying(file.reason));
    const { width, height } = made.pixels;
    // A picture of another moment is not to be taken for what is planned.
    const when = scene.cursor.moment === usualMoment ? "" : `-${scene.cursor.moment}`;
    const name = `${stem(photoName(photo.name))}-smp${when}.${format === "jpeg" ? "jpg" : "png"}`;
    saveFile(file.value, name);
    session.say(saying("news.picture.saved", { file: name, width, height }));
  } catch (reason) {
    if (stop.signal.aborted) session.say(saying("news.picture.stopped"));
    else reportFailure(session, "export", reason);
  } finally {
    job.end();
  }
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
