/* Files from anywhere (button, drop, paste, camera): the first photo begins a client, later ones are more views of the same head; a plan is laid on the
   photos that are open. */

import { fitHandlePoints } from "../../core/head/fit.ts";
import type { Vault } from "../../core/head/vault.ts";
import { retaken } from "../../core/head/retaken.ts";
import { type PhotoId, type View, showsFace } from "../../core/head/view.ts";
import { classify } from "../../intake/sources.ts";
import { type Session, photoAtHand } from "../../store/session.ts";
import type { Services } from "../services.ts";
import { DEMO_NAME } from "./open-demo.ts";
import { openPlan } from "./open-plan.ts";
import { type Opening, addPhoto, openClient } from "./open-work.ts";
import { readFace } from "./read-face.ts";

/** A guess whose handles lie beside the photo helps nobody: the usual place in a portrait is then a better start. */
function handlesInside(vault: Vault, view: View): boolean {
  const { width, height } = view.camera;
  return Object.values(fitHandlePoints(vault, view)).every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

const guessed: Opening = {
  place: async (host, start, { lens }) => {
    const guess = await host.ask<"fit">({ ask: "fit", consultation: start, aspect: "front", lens });
    return handlesInside(start.vault, guess.view) ? guess : { view: start.view, skin: null, found: false };
  },
  news: ({ found }) =>
    (found ? "The photo is open. " : "No head could be made out for certain. ") +
    "The wire is a guess: drag the four handles until it matches.",
};

/** The photo at hand taken again, or another file of it: the head is looked for where it was. */
export async function replacePhoto(services: Services, file: File): Promise<void> {
  const { consultation } = services.session.store.getState();
  if (!consultation) return;
  const { view: old } = consultation;
  const id = await addPhoto(services, file, {
    instead: old.photo,
    place: async (host, start, { lens }) => {
      const view = retaken(old, start.view, lens);
      if (view.patch) return { view, skin: null, found: false };
      return { ...(await host.ask<"trace">({ ask: "trace", consultation: { ...start, view } })), found: false };
    },
    news: () => "The photo is replaced; Undo brings the old one back. Check whether the wire matches.",
  });
  if (id !== null && showsFace(old.aspect) && !old.patch) await readFace(services, id);
}

/** A client's own photos are open, not the demo's. */
export const hasClient = (session: Session): boolean => {
  const photo = photoAtHand(session);
  return photo !== null && !photo.name.startsWith(DEMO_NAME);
};

async function openOne(services: Services, file: File): Promise<PhotoId | null> {
  const incoming = await classify(file);
  if (incoming.kind === "plan") {
    openPlan(services, incoming.text);
    return null;
  }
  if (!hasClient(services.session.store.getState())) return openClient(services, file, { ...guessed, step: "head" });
  return addPhoto(services, file, guessed);
}

/** One after the other; the first photo that is new comes to hand, then faces are looked for. */
export async function openFiles(services: Services, files: readonly File[]): Promise<void> {
  const { session } = services;
  const fresh: PhotoId[] = [];
  for (const file of files) {
    const id = await openOne(services, file);
    if (id !== null) fresh.push(id);
  }
  if (fresh.length > 1) session.show(fresh[0]);
  for (const id of fresh) await readFace(services, id);
}
