/* The finished picture and the plan as files. */

import { usualMoment } from "../../core/pigment/healing.ts";
import { planFile } from "../../core/plan/plan-file.ts";
import { encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { openViews, photoHere } from "../../store/session.ts";
import { failureSentence, pictureSentence } from "../messages.ts";
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
  const job = session.begin("Making the picture in full size…", () => stop.abort());
  try {
    const made = await pool.host().ask("export", { scene }, { signal: stop.signal, progress: job.progress });
    job.progress(1);
    const file = await encodeImage(made.pixels, format);
    stop.signal.throwIfAborted();
    if (!file.ok) return session.report(pictureSentence(file.reason));
    const { width, height } = made.pixels;
    // A picture of another moment is not to be taken for what is planned.
    const when = scene.cursor.moment === usualMoment ? "" : `-${scene.cursor.moment}`;
    const name = `${stem(photo.name)}-smp${when}.${format === "jpeg" ? "jpg" : "png"}`;
    saveFile(file.value, name);
    session.say(`${name} is saved: ${width} × ${height} pixels, with a caption that it is a simulation.`);
  } catch (reason) {
    if (stop.signal.aborted) session.say("Stopped: no picture was saved.");
    else session.report(failureSentence("export", reason));
  } finally {
    job.end();
  }
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
