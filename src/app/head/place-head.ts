/* Questions about the head's place that only the worker can answer: a new guess for another side of the head, and the
   outline in the photo after the head was moved. */

import { type Aspect, type View, bareOutline, showsFace } from "../../core/head/view.ts";
import { type Document, viewOfPhoto, withChangedView, withFit } from "../../core/plan/document.ts";
import { headOf } from "../../core/plan/scene.ts";
import { photoHere, viewHere } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import { reportFailure } from "../report-failure.ts";
import { readFace } from "../opening/read-face.ts";
import type { Services } from "../services.ts";

/** A new guess: the photo that is looked at shows another side of the head than was thought. */
export async function guessAgain(services: Services, aspect: Aspect): Promise<void> {
  const { session, pool } = services;
  const { scene, client } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!scene || !photo) return;
  const job = session.begin(saying("busy.head"));
  try {
    const asked = { ...headOf(scene), aspect, lens: photo.lens };
    const { view, skin, found } = await pool.host().ask("fit", asked);
    if (session.store.getState().client !== client) return;
    session.edit(({ document }) => (viewOfPhoto(document, photo.id) ? withFit(document, view) : document));
    session.read(photo.id, { skin });
    session.say(saying(found ? "news.guess" : "news.unsure"), photo.id);
  } catch (reason) {
    return reportFailure(session, "fit", reason);
  } finally {
    job.end();
  }
  if (showsFace(aspect)) await readFace(services, photo.id);
}

/**
 * Lays the outline on the edge seen in the photo; the change belongs to the edit that made it necessary. Nothing is
 * done with the answer when it comes too late: `current` says no, or the head has moved on.
 */
export async function traceOutline({ session, pool }: Services, current: () => boolean = () => true): Promise<void> {
  const { scene } = session.store.getState();
  if (!scene) return;
  const head = headOf(scene);
  const job = session.begin(saying("busy.outline"));
  try {
    const { view, skin } = await pool.host().ask("trace", head);
    // Something else changed while the worker looked: its answer is about a head that is no longer there.
    if (!current() || session.store.getState().scene?.document !== scene.document) return;
    session.edit(({ document }) => withTraced(document, view, head.view));
    session.read(view.photo, { skin });
  } catch (reason) {
    reportFailure(session, "trace", reason);
  } finally {
    job.end();
  }
}

const withTraced = (document: Document, traced: View, { fittedBy }: View): Document =>
  withChangedView(document, traced.photo, () => ({ ...traced, fittedBy }));

/** The outline follows the photo, or is the bare model's; one step of undo. */
export async function followOutline(services: Services, follow: boolean): Promise<void> {
  const { session } = services;
  if (!viewHere(session.store.getState())) return;
  session.beginGesture();
  session.view({ traced: follow, ...(follow ? {} : { outline: bareOutline }) });
  if (follow) await traceOutline(services);
  session.endGesture();
}
