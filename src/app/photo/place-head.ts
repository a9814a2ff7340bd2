/* Questions about the head's place that only the worker can answer: a new guess for another side of the head, and the
   outline in the photo after the head was moved. */

import { type Aspect, bareOutline, showsFace } from "../../core/head/view.ts";
import { inPhoto, withView } from "../../core/plan/consultation.ts";
import { photoAtHand } from "../../store/session.ts";
import { failureSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { readFace } from "./read-face.ts";

/** A new guess: the photo shows another side of the head than was thought. */
export async function guessAgain(services: Services, aspect: Aspect): Promise<void> {
  const { session, desk } = services;
  const { consultation } = session.store.getState();
  const photo = photoAtHand(session.store.getState());
  if (!consultation || !photo) return;
  session.set({ busy: "Finding the head…" });
  try {
    const { view, skin, found } = await desk.host().ask<"fit">({ ask: "fit", consultation, aspect, lens: photo.lens });
    session.edit((now) => inPhoto(now, photo.id, (turned) => withView(turned, view)));
    session.read(photo.id, { skin });
    session.set({
      busy: null,
      note: { kind: "news", text: found ? "This is a guess: drag the handles until the wire matches." : UNSURE },
    });
    if (showsFace(aspect)) await readFace(services, photo.id);
  } catch (reason) {
    session.set({ busy: null, note: { kind: "problem", text: failureSentence("fit", reason) } });
  }
}

const UNSURE = "No head could be made out for certain. Drag the four handles until the wire matches.";

/**
 * Lays the outline on the edge seen in the photo; the change belongs to the edit that made it necessary. Nothing is done with the answer when
 * it comes too late: `current` says no, or the head has moved on.
 */
export async function traceOutline({ session, desk }: Services, current: () => boolean = () => true): Promise<void> {
  const { consultation } = session.store.getState();
  if (!consultation) return;
  session.set({ busy: "Following the outline…" });
  try {
    const { view, skin } = await desk.host().ask<"trace">({ ask: "trace", consultation });
    // Something else changed while the worker looked: its answer is about a head that is no longer there.
    if (!current() || session.store.getState().consultation !== consultation) return;
    session.view({ ...view, fittedBy: consultation.view.fittedBy });
    session.read(consultation.view.photo, { skin });
  } catch (reason) {
    session.set({ note: { kind: "problem", text: failureSentence("trace", reason) } });
  } finally {
    if (current()) session.set({ busy: null });
  }
}

/** The outline follows the photo, or is the bare model's; one step of undo. */
export async function followOutline(services: Services, follow: boolean): Promise<void> {
  const { session } = services;
  const { consultation } = session.store.getState();
  if (!consultation) return;
  session.beginGesture();
  session.view({ ...consultation.view, traced: follow, ...(follow ? {} : { outline: bareOutline }) });
  if (follow) await traceOutline(services);
  session.endGesture();
}
