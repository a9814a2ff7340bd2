/* Questions about the head's place that only the worker can answer: a new guess for another side of the head, and the
   outline in the photo after the head was moved. */

import { type Aspect, type View, bareOutline, showsFace } from "../../core/head/view.ts";
import { type Document, viewOfPhoto, withChangedView, withFit } from "../../core/plan/document.ts";
import { headOf } from "../../core/plan/scene.ts";
import { photoHere } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import { readFace } from "../opening/read-face.ts";
import type { Services } from "../services.ts";
import { during } from "../task.ts";
import { type Placed, grownAnswer, isWhereItWas, placedIn } from "./answered.ts";

/** A new guess: the photo that is looked at shows another side of the head than was thought. */
export async function guessAgain(services: Services, aspect: Aspect): Promise<void> {
  const { session, pool } = services;
  const { scene, client } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!scene || !photo) return;
  const asked = headOf(scene);
  let placed: Placed | null = null;
  await during(session, { doing: saying("busy.head"), broken: "fit", photo: photo.id }, async (task) => {
    const { view, skin, found } = await task.until(() =>
      pool.host().ask("fit", { ...asked, aspect, lens: photo.lens }, { signal: task.signal }),
    );
    task.session.edit(({ document }) => {
      // A person has said that there is a head.
      const seen = view.fittedBy === "none" ? { ...view, fittedBy: "guess" as const } : view;
      const fitted = isToBePlaced(document, asked) ? withFit(document, grownAnswer(document, asked, seen)) : null;
      placed = fitted && placedIn(fitted, photo.id);
      return fitted ?? document;
    });
    if (!placed) return task.session.say(saying("news.moved"), photo.id);
    task.session.read(photo.id, { skin, planned: false });
    task.session.say(found ? saying("news.guess") : saying("news.unsure"), photo.id);
  });
  if (placed && showsFace(aspect)) await readFace(services, client, placed);
}

/** Whoever has laid hands on the head since, or called the photo a close-up, has the last word. */
function isToBePlaced(document: Document, asked: Placed): boolean {
  const view = viewOfPhoto(document, asked.view.photo);
  if (!view) return false;
  return isWhereItWas({ vault: document.vault, view }, asked) || (view.fittedBy !== "person" && !view.patch);
}

/**
 * Lays the outline on the edge seen in the photo; the change belongs to the edit that made it necessary. Nothing is
 * done with the answer when it comes too late: `isCurrent` says no, or the head has moved on.
 */
export async function traceOutline({ session, pool }: Services, isCurrent: () => boolean = () => true): Promise<void> {
  const { scene } = session.store.getState();
  if (!scene || !photoHere(session.store.getState())) return;
  const head = headOf(scene);
  const work = { doing: saying("busy.outline"), broken: "trace", photo: head.view.photo } as const;
  await during(session, work, async (task) => {
    const { view, skin } = await task.until(() => pool.host().ask("trace", head, { signal: task.signal }));
    // Something else changed while the worker looked: its answer is about a head that is no longer there.
    if (!isCurrent() || session.store.getState().scene?.document !== scene.document) return;
    task.session.edit(({ document }) => withTraced(document, view, head.view));
    task.session.read(view.photo, { skin });
  });
}

const withTraced = (document: Document, traced: View, { fittedBy }: View): Document =>
  withChangedView(document, traced.photo, () => ({ ...traced, fittedBy }));

/** The outline follows the photo, or is the bare model's; one step of undo. */
export async function followOutline(services: Services, follow: boolean): Promise<void> {
  const { session } = services;
  const { client } = session.store.getState();
  if (!photoHere(session.store.getState())) return;
  session.beginGesture();
  session.view({ traced: follow, ...(follow ? {} : { outline: bareOutline }) });
  if (follow) await traceOutline(services);
  // A gesture of the next client's is not to be ended.
  if (session.store.getState().client === client) session.endGesture();
}
