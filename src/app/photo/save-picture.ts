/* The finished picture and the plan as files. */

import { usualMoment } from "../../core/pigment/healing.ts";
import { planFile } from "../../core/plan/plan-file.ts";
import { encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { openViews, photoAtHand } from "../../store/session.ts";
import { failureSentence, pictureSentence } from "../messages.ts";
import type { Services } from "../services.ts";

/** The photo's name without its ending, fit for a file name. */
export const stem = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^-+|-+$/g, "") || "photo";

/** The whole photo at its own size, with the dots and a caption. */
export async function saveImage({ session, desk, preferences }: Services): Promise<void> {
  const { consultation } = session.store.getState();
  const photo = photoAtHand(session.store.getState());
  if (!consultation || !photo) return;
  const { format } = preferences.getState();
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  session.set({ busy: "Making the picture in full size…", task: { share: 0, cancel }, note: null });
  try {
    const made = await desk
      .host()
      .export(consultation, stop.signal, (share) => session.set({ task: { share, cancel } }));
    session.set({ task: { share: 1, cancel } });
    const file = made && (await encodeImage(made.pixels, format));
    if (!made || !file || stop.signal.aborted) {
      return session.set({ note: { kind: "news", text: "Stopped: no picture was saved." } });
    }
    if (!file.ok) return session.set({ note: { kind: "problem", text: pictureSentence(file.reason) } });
    const { width, height } = made.pixels;
    // A picture of another moment is not to be taken for what is planned.
    const when = consultation.moment === usualMoment ? "" : `-${consultation.moment}`;
    const name = `${stem(photo.name)}-smp${when}.${format === "jpeg" ? "jpg" : "png"}`;
    saveFile(file.value, name);
    session.set({
      note: {
        kind: "news",
        text: `${name} is saved: ${width} × ${height} pixels, with a caption that it is a simulation.`,
      },
    });
  } catch (reason) {
    session.set({ note: { kind: "problem", text: failureSentence("export", reason) } });
  } finally {
    session.set({ busy: null, task: null });
  }
}

/** The plan alone: small, and without the photo. */
export function savePlan({ session }: Services): void {
  const { consultation, photos } = session.store.getState();
  const [first] = openViews(session.store.getState());
  if (!consultation || !first) return;
  const name = `${stem(photos.get(first.photo)?.name ?? "")}-plan.json`;
  saveFile(new Blob([planFile(consultation)], { type: "application/json" }), name);
  const what = consultation.others.length > 0 ? "The photos are not in it." : "The photo is not in it.";
  session.set({ note: { kind: "news", text: `${name} is saved. ${what}` } });
}
