/* The head in the person's silhouette: a better guess than the first, laid in its place while nobody has touched that.
   Where it cannot be read, for want of the network or of what it runs on, everything stays as it is, and who asked for
   it hears why. */

import type { Aspect } from "../../core/head/view.ts";
import { withChangedView, withFit } from "../../core/plan/document.ts";
import { PERSON } from "../../core/reading/person-text.ts";
import type { Saying } from "../../core/saying.ts";
import { saying } from "../../words/words.ts";
import { type Placed, answeredFor, placedIn } from "../head/answered.ts";
import { failureSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Task, during } from "../task.ts";

/** What a reading leaves behind. */
export type AfterSilhouette = {
  /** Where the head is now. */
  readonly placed: Placed;
  /** What was seen, and has been told; "unread" where it could not be read. */
  readonly by: "head" | "nobody" | "unread";
  /** How likely a face is in the photo by what is seen, 0..1; 1 where that says nothing of it. */
  readonly faces: number;
  /** What did not work and what helps, to be told where no face says better; null where it was read. */
  readonly failure: Saying | null;
};

/**
 * Reads the silhouette in a photo and lays the head on it, if it still is where `opened` says. Null where somebody has
 * moved the head meanwhile, or given the reading up.
 */
export async function readSilhouette(
  services: Services,
  opened: Placed,
  isWhere: (was: Placed) => boolean,
): Promise<AfterSilhouette | null> {
  const { session } = services;
  const { photo } = opened.view;
  let after: AfterSilhouette | null = { placed: opened, by: "unread", faces: 1, failure: null };
  let unwatch = (): void => {};
  const work = { doing: saying("busy.head"), broken: "fit", photo, stoppable: true } as const;
  const ending = await during(session, work, async (task) => {
    unwatch = session.store.subscribe((now, past) => {
      if (now.scene?.document !== past.scene?.document && !isWhere(opened)) task.stop();
    });
    const found = await asked(services, task, opened);
    unwatch();
    after = isFailure(found)
      ? { placed: opened, by: "unread", faces: 1, ...found }
      : put(services, task, opened, found);
  });
  unwatch();
  if (ending === "stopped" && isWhere(opened)) session.say(saying("news.stoppedHead"), photo);
  return ending === "done" ? after : null;
}

type Found = Awaited<ReturnType<typeof question>>;

async function question({ session, pool, intake }: Services, task: Task, { vault, view }: Placed) {
  const { photo } = view;
  const { pixels } = await pool.host().ask("small", { photo, side: PERSON }, { signal: task.signal });
  const mask = await intake.readPerson(pixels, task.signal, () => {});
  const lens = session.store.getState().photos.get(photo)?.lens ?? null;
  return pool.host().ask("silhouette", { vault, view, lens, mask }, { signal: task.signal });
}

type Failure = { readonly failure: Saying };
const isFailure = (found: Found | Failure): found is Failure => found !== null && "failure" in found;

async function asked(services: Services, task: Task, opened: Placed): Promise<Found | Failure> {
  try {
    return await task.until(() => question(services, task, opened));
  } catch (reason) {
    if (task.signal.aborted) throw reason;
    return { failure: failureSaying("silhouette", reason) };
  }
}

function put({ session }: Services, task: Task, opened: Placed, found: Found): AfterSilhouette | null {
  const { photo } = opened.view;
  task.session.amend(({ document }) => {
    if (!found) return withChangedView(document, photo, (view) => ({ ...view, fittedBy: "none" }));
    const fit = answeredFor(document, opened, found.view);
    return fit ? withFit(document, fit) : document;
  });
  if (found?.skin) task.session.read(photo, { skin: found.skin });
  task.session.read(photo, { outlined: found !== null, others: found?.others === true });
  const { scene } = session.store.getState();
  const placed = scene && placedIn(scene.document, photo);
  if (!placed) return null;
  task.session.say(found ? proposedSaying(placed.view.aspect, found.sure) : saying("news.noHead"), photo);
  return { placed, by: found ? "head" : "nobody", faces: found?.faces ?? 1, failure: null };
}

const proposedSaying = (aspect: Aspect, sure: boolean) =>
  saying(sure ? "news.proposed" : "news.perhaps", { view: saying(`aspect.${aspect}.within`) });
