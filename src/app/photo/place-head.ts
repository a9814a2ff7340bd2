/* Questions about the head's place that only the worker can answer: a new guess for another side of the head, and the
   outline in the photo after the head was moved. */

import { type Aspect, bareOutline } from "../../core/head/view.ts";
import { failureSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { readFace } from "./read-face.ts";

/** A new guess: the photo shows another side of the head than was thought. */
export async function guessAgain(services: Services, aspect: Aspect): Promise<void> {
  const { session, desk } = services;
  const { consultation, photo } = session.store.getState();
  if (!consultation || !photo) return;
  session.set({ busy: "Finding the head…" });
  try {
    const { view, skin, found } = await desk.host().ask<"fit">({ ask: "fit", consultation, aspect, lens: photo.lens });
    if (session.store.getState().photo !== photo) return;
    // What was laid on the photo lies there whichever side of the head it shows.
    session.edit((now) => ({ ...now, view: { ...view, ruler: now.view.ruler, cuts: now.view.cuts } }));
    session.set({
      busy: null,
      skin,
      note: { kind: "news", text: found ? "This is a guess: drag the handles until the wire matches." : UNSURE },
    });
    if (aspect === "front") await readFace(services);
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
  const { consultation, photo } = session.store.getState();
  if (!consultation || !photo) return;
  session.set({ busy: "Following the outline…" });
  try {
    const { view, skin } = await desk.host().ask<"trace">({ ask: "trace", consultation });
    // Something else changed while the worker looked: its answer is about a head that is no longer there.
    if (!current() || session.store.getState().consultation !== consultation) return;
    session.view({ ...view, fittedBy: consultation.view.fittedBy });
    session.set({ skin });
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
