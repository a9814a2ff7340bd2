/* The app without its screen: real session, queues and pool over an outside in the test's hands; and what must be true
   of it, written down as it goes. */
import { bareOutline, type Aspect, type PhotoId } from "../../../src/core/head/view.ts";
import { newDocument, withPhoto, withoutPhoto, viewOfPhoto } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { planText } from "../../../src/core/plan/plan-file.ts";
import type { Scene } from "../../../src/core/plan/scene.ts";
import { followOutline, guessAgain } from "../../../src/app/head/place-head.ts";
import { createFaceQueue } from "../../../src/app/opening/face-queue.ts";
import { leaveClient } from "../../../src/app/opening/leave-client.ts";
import { openFiles, replacePhoto } from "../../../src/app/opening/open-files.ts";
import { answerPlanQuestion } from "../../../src/app/opening/open-plan.ts";
import { createOpeningQueue } from "../../../src/app/opening/opening-queue.ts";
import { reopenPhotos } from "../../../src/app/opening/reopen-photos.ts";
import { startView } from "../../../src/app/opening/start-view.ts";
import { createPreferences } from "../../../src/app/preferences.ts";
import type { Services } from "../../../src/app/services.ts";
import { createWorkerPool } from "../../../src/app/worker-pool.ts";
import { createViewfinder } from "../../../src/editor/viewfinder.ts";
import { type Session, createSession, openViews } from "../../../src/store/session.ts";
import { type Outcome, contents, createOutside, idOf, sideOf } from "./outside.ts";
import { said } from "../../../src/words/words.ts";

export type Done = Outcome;
export type Step =
  | { readonly does: "open" | "open plan"; readonly photos: readonly number[] }
  | { readonly does: "replace"; readonly photo: number }
  | { readonly does: "answer" | "look"; readonly which: number }
  | { readonly does: "new client" | "undo" | "redo" | "remove" | "take hold" | "let go" | "give up" }
  | { readonly does: "guess"; readonly aspect: Aspect }
  | { readonly does: "follow"; readonly follow: boolean }
  | { readonly does: "edit"; readonly density: number }
  | { readonly does: "end"; readonly which: number; readonly how: Done };

export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A file that was chosen, and for whom. */
type Chosen = {
  readonly name: string;
  readonly client: number;
  /** The photo in it, or those that it knows as a plan. */
  readonly photos: readonly PhotoId[];
  /** That of its plan, like no other's; null for a photo. */
  readonly density: number | null;
};

export function startServices() {
  const session = createSession();
  const outside = createOutside();
  const services: Services = {
    session,
    viewfinder: createViewfinder(),
    pool: createWorkerPool(outside.startHost),
    preferences: createPreferences(),
    intake: outside.intake,
    opening: createOpeningQueue(session),
    faces: createFaceQueue(),
  };
  return { services, outside };
}

export function startWorld() {
  const { services, outside } = startServices();
  const { session, pool } = services;
  const state = (): Session => session.store.getState();
  const faults: string[] = [];
  const chosen: Chosen[] = [];
  const told: string[] = [];
  /** By client: photos that views have shown, and the densities of plans that were laid or left. */
  const shown = new Map<number, Set<PhotoId | number>>();
  const seen = (client: number, what: PhotoId | number): void => {
    if (!shown.has(client)) shown.set(client, new Set());
    shown.get(client)!.add(what);
  };
  /** The client that was begun by a file chosen for another, while nothing was open. */
  const bornOf = new Map<number, number>();
  const isFor = ({ client }: Chosen, now: number): boolean => client === now || bornOf.get(now) === client;

  function check(now: Session, past: Session): void {
    if (now.client !== past.client && now.scene) bornOf.set(now.client, past.client);
    for (const { says } of now.problems) {
      const text = said(says);
      if (!told.includes(text)) told.push(text);
    }
    const mine = chosen.filter((one) => isFor(one, now.client));
    const known = new Set(mine.flatMap(({ photos }) => photos));
    for (const { name } of now.files.values()) {
      if (!mine.some((one) => one.name === name)) faults.push(`${name} is a file of client ${now.client}`);
    }
    const scenes = [
      now.scene,
      ...[...now.history.past, ...now.history.future].flatMap((one) => [one.before, one.after]),
    ];
    for (const scene of new Set<Scene | null>(scenes)) {
      for (const { photo } of scene?.document.views ?? []) {
        if (!known.has(photo)) faults.push(`${photo} is in the record of client ${now.client}`);
      }
    }
    if (now.scene && !viewOfPhoto(now.scene.document, now.scene.cursor.photo)) faults.push("nothing is looked at");
    for (const { photo } of now.scene?.document.views ?? []) if (now.photos.has(photo)) seen(now.client, photo);
    for (const { density } of now.scene?.document.plans ?? []) seen(now.client, density);
  }
  const unwatch = session.store.subscribe(check);
  const stopReopening = reopenPhotos(services);

  const photoFile = (i: number): File => {
    const letter = contents[i % contents.length];
    const name = `${letter}-${chosen.length}.jpg`;
    chosen.push({ name, photos: [idOf(letter)], client: state().client, density: null });
    return new File([], name);
  };

  /** A plan that knows these photos, each once. */
  function plan(photos: readonly number[]): File {
    const ids = [...new Set(photos.map((i) => contents[i % contents.length]))];
    const views = ids.map((letter) => ({
      ...startView(sideOf(letter), sideOf(letter), 26),
      photo: idOf(letter),
      outline: bareOutline,
    }));
    const name = `plan-${chosen.length}.json`;
    const density = 100 + chosen.length / 1000;
    const document = views.slice(1).reduce(withPhoto, newDocument(views[0], { ...usualPlan(), density }));
    chosen.push({ name, photos: ids.map(idOf), client: state().client, density });
    return new File([planText(document)], name);
  }

  function answer(meant: Parameters<typeof answerPlanQuestion>[1]): void {
    const { client, planQuestion } = state();
    if (planQuestion && meant === "leave") seen(client, planQuestion.file.document.plans[0].density);
    answerPlanQuestion(services, meant);
  }

  function act(step: Step): void {
    const { scene } = state();
    switch (step.does) {
      case "open":
        return void openFiles(services, step.photos.map(photoFile));
      case "open plan":
        return void openFiles(services, [plan(step.photos)]);
      case "replace":
        return scene ? void replacePhoto(services, scene.cursor.photo, photoFile(step.photo)) : undefined;
      case "answer":
        return answer((["same-photo", "other-photo", "leave"] as const)[step.which % 3]);
      case "new client":
        return scene ? leaveClient(services) : undefined;
      case "undo":
        return session.undo();
      case "redo":
        return session.redo();
      case "look": {
        const views = openViews(state());
        return views.length > 0 ? session.look({ photo: views[step.which % views.length].photo }) : undefined;
      }
      case "remove":
        return session.edit(({ document, cursor }) => withoutPhoto(document, cursor.photo));
      case "guess":
        return void guessAgain(services, step.aspect);
      case "follow":
        return void followOutline(services, step.follow);
      case "take hold":
        return void session.beginGesture();
      case "let go":
        return session.endGesture();
      case "edit":
        return session.plan({ density: step.density });
      case "give up":
        return state()
          .jobs.findLast(({ giveUp }) => giveUp)
          ?.giveUp?.();
      case "end":
        return void outside.end(step.which, step.how);
    }
  }

  /** What is wrong when all is still. */
  function atRest(): string[] {
    const { jobs, photos, scene, files } = state();
    const wrong = jobs.map(({ doing }) => `still ${said(doing)}`);
    for (const one of chosen) {
      const isNamed = told.some((text) => text.includes(one.name));
      const clients = [...shown].filter(([client]) => isFor(one, client));
      const wasShown = clients.some(([, what]) => what.has(one.density ?? one.photos[0]));
      if (!isNamed && !wasShown) wrong.push(`${one.name} is lost`);
    }
    if (!scene) return wrong;
    const { holds } = pool.host() as ReturnType<typeof outside.startHost>;
    for (const photo of photos.keys()) if (!holds.has(photo)) wrong.push(`${photo} is not held`);
    for (const photo of holds) if (!photos.has(photo)) wrong.push(`${photo} is held for nobody`);
    for (const { photo } of scene.document.views) {
      const name = files.get(photo)?.name;
      if (name && !photos.has(photo) && !told.some((text) => text.includes(name))) wrong.push(`${name} stays shut`);
    }
    return wrong;
  }

  return {
    async take(step: Step): Promise<void> {
      act(step);
      await rest();
    },
    /** Whatever is waited for comes to its end. */
    async comeToRest(): Promise<void> {
      session.endGesture();
      for (let turn = 0; turn < 2000; turn++) {
        if (state().planQuestion) answer("leave");
        const waited = outside.end(0, "well");
        await rest();
        if (!waited && !outside.end(0, "well") && !state().planQuestion) return;
      }
      faults.push("never still");
    },
    faults: (): readonly string[] => [...new Set([...faults, ...atRest()])],
    stop(): void {
      unwatch();
      stopReopening();
    },
  };
}
