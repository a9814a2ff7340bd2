/* What the screen works with, made once in main.tsx and handed down by React's context. */

import { createContext, use, useState } from "react";
import { useStore } from "zustand";
import type { Viewfinder } from "../editor/viewfinder.ts";
import type { Scene } from "../core/plan/scene.ts";
import { type Session, type SessionStore, sceneBy } from "../store/session.ts";
import type { openPhoto } from "../intake/open-photo.ts";
import type { classify } from "../intake/sources.ts";
import type { readFaces, readPerson } from "../workers/face-host.ts";
import type { FaceQueue } from "./opening/face-queue.ts";
import type { OpeningQueue } from "./opening/opening-queue.ts";
import type { WorkerPool } from "./worker-pool.ts";
import type { Preferences, PreferenceStore } from "./preferences.ts";

/** The ways in from outside, so that a test may put its own in their place. */
export type Intake = {
  readonly openPhoto: typeof openPhoto;
  readonly classify: typeof classify;
  readonly readFaces: typeof readFaces;
  readonly readPerson: typeof readPerson;
};

export type Services = {
  readonly session: SessionStore;
  readonly viewfinder: Viewfinder;
  readonly pool: WorkerPool;
  readonly preferences: PreferenceStore;
  readonly intake: Intake;
  readonly opening: OpeningQueue;
  readonly faces: FaceQueue;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new RangeError("this component stands outside of the app: there are no services");
  return services;
}

export function useSession<T>(select: (session: Session) => T): T {
  return useStore(useServices().session.store, select);
}

/** The scene, for one that shows these parts of it: told again when one of them changes. Of others it may be old. */
export function useScene(parts: (scene: Scene) => readonly unknown[]): Scene | null {
  const [select] = useState(() => sceneBy(parts));
  return useSession(select);
}

export function usePreference<T>(select: (preferences: Preferences) => T): T {
  return useStore(useServices().preferences, select);
}
