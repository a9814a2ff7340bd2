/* What the screen works with, made once in main.tsx and handed down by React's context. */

import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Viewfinder } from "../editor/viewfinder.ts";
import type { Session, SessionStore } from "../store/session.ts";
import type { Desk } from "./desk.ts";
import type { Preferences, PreferenceStore } from "./preferences.ts";

export type Services = {
  readonly session: SessionStore;
  readonly viewfinder: Viewfinder;
  readonly desk: Desk;
  readonly preferences: PreferenceStore;
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

export function usePreference<T>(select: (preferences: Preferences) => T): T {
  return useStore(useServices().preferences, select);
}
