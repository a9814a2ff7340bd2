/* A plan file laid on the open photos, as one step that can be undone. A plan that was made on none of them is never
   laid silently: it is asked what is meant. */

import { grownView, keptSize } from "../../core/head/scale.ts";
import { UNNAMED_PHOTO, type View } from "../../core/head/view.ts";
import { type Document, MOST_VIEWS, viewOfPhoto, withRenamedPhoto } from "../../core/plan/document.ts";
import { type PlanFile, readPlanFile } from "../../core/plan/plan-file.ts";
import { cursorWithin } from "../../core/plan/scene.ts";
import type { Saying } from "../../core/saying.ts";
import { saying } from "../../words/words.ts";
import type { Photo, PlanQuestion, SessionStore } from "../../store/session.ts";
import { leftOutSaying, planSaying, planNews } from "../messages.ts";
import type { Services } from "../services.ts";
import type { OpeningTask } from "./opening-queue.ts";

/**
 * Lays a plan on the open photos. Where it is asked what is meant, whatever else is to be opened waits for the answer.
 */
export async function openPlan(services: Services, task: OpeningTask, text: string): Promise<void> {
  const { session } = services;
  const read = readPlanFile(text);
  if (!read.ok) return task.refuse(planSaying(read.reason));
  const { scene, photos } = session.store.getState();
  if (!scene) return task.refuse(saying("fault.plan.photoFirst"));
  const file = { ...read.value, document: namedAsOpen(read.value.document, [...photos.values()]) };
  const knows = scene.document.views.some(({ photo }) => viewOfPhoto(file.document, photo));
  if (knows) return lay(services, file, task.refuse);
  const here = viewOfPhoto(scene.document, scene.cursor.photo);
  const question = { file, copyOf: here ? onlyOneLike(file.document, here) : null, refuse: task.refuse };
  task.session.set({ planQuestion: question });
  try {
    await task.until(() => answered(session, question));
  } finally {
    if (session.store.getState().planQuestion === question) session.set({ planQuestion: null });
  }
}

const answered = ({ store }: SessionStore, question: PlanQuestion): Promise<void> =>
  new Promise((resolve) => {
    const stop = store.subscribe(({ planQuestion }) => {
      if (planQuestion === question) return;
      stop();
      resolve();
    });
  });

/** The plan with its photos named as those that are open, where they go by the names that older plans gave them. */
const namedAsOpen = (document: Document, photos: readonly Photo[]): Document =>
  photos.reduce((named, { id, crcName }) => withRenamedPhoto(named, crcName, id), document);

/** The plan's one view of a photo as large as this one; null where there is none, or several. */
function onlyOneLike({ views }: Document, { camera }: View): PlanQuestion["copyOf"] {
  const alike = views.filter((view) => view.camera.width === camera.width && view.camera.height === camera.height);
  return alike.length === 1 ? { photo: alike[0].photo, named: alike[0].photo !== UNNAMED_PHOTO } : null;
}

/** What is meant by a plan that knows none of the open photos. */
export function answerPlanQuestion(services: Services, answer: "same-photo" | "other-photo" | "leave"): void {
  const { session } = services;
  const { planQuestion, scene } = session.store.getState();
  session.set({ planQuestion: null });
  if (!planQuestion || !scene || answer === "leave") return;
  const { file, copyOf, refuse } = planQuestion;
  if (answer === "other-photo" || !copyOf) return lay(services, file, refuse);
  lay(services, { ...file, document: withRenamedPhoto(file.document, copyOf.photo, scene.cursor.photo) }, refuse);
}

function lay({ session }: Services, { document, look }: PlanFile, refuse: (why: Saying) => void): void {
  const { scene, files } = session.store.getState();
  if (!scene) return;
  const { laid, strange } = laidOn(scene.document, document);
  if (laid.views.length > MOST_VIEWS) return refuse(leftOutSaying("too-many"));
  const here = scene.cursor;
  for (const { photo } of document.views) session.read(photo, { planned: true });
  session.edit(() => laid);
  session.look(cursorWithin(laid, { ...here, variant: 0, moment: look?.moment ?? here.moment }));
  const missing = laid.views.some(({ photo }) => !files.has(photo));
  session.say(planNews(strange, missing), here.photo);
}

/** How many of the open photos a plan does not know. */
export type Strange = "none" | "some" | "all";

/** The plan with its views of the open photos. A plan that knows none of them comes without its own views. */
function laidOn(current: Document, plan: Document): { readonly laid: Document; readonly strange: Strange } {
  const grown = (view: View): View => grownView(view, plan.vault.halfBreadth / current.vault.halfBreadth);
  const strange = current.views.filter(({ photo }) => !viewOfPhoto(plan, photo));
  if (strange.length === current.views.length) {
    const views = strange.map(grown);
    return { laid: { ...plan, views, scale: keptSize(plan.vault, plan.scale) }, strange: "all" };
  }
  const laid = { ...plan, views: [...plan.views, ...strange.map(grown)] };
  return { laid, strange: strange.length > 0 ? "some" : "none" };
}
