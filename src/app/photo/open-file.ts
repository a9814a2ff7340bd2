/* A file from anywhere (button, drop, paste, camera): a photo is opened with a first guess of the head, a plan is laid on
   the photo that is open. */

import { fitHandlePoints } from "../../core/head/fit.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { View } from "../../core/head/view.ts";
import { classify } from "../../intake/sources.ts";
import type { Services } from "../services.ts";
import { DEMO_NAME } from "./open-demo.ts";
import { openPlan } from "./open-plan.ts";
import { openWork } from "./open-work.ts";
import { readFace } from "./read-face.ts";

/** A guess whose handles lie beside the photo helps nobody: the usual place in a portrait is then a better start. */
function handlesInside(vault: Vault, view: View): boolean {
  const { width, height } = view.camera;
  return Object.values(fitHandlePoints(vault, view)).every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

export async function openFile(services: Services, file: File): Promise<void> {
  const incoming = await classify(file);
  if (incoming.kind === "plan") return openPlan(services, incoming.text);
  const { consultation, photo } = services.session.store.getState();
  const kept = consultation !== null && photo?.name !== DEMO_NAME;
  const opened = await openWork(services, file, {
    place: async (host, start, photo) => {
      const guess = await host.ask<"fit">({ ask: "fit", consultation: start, aspect: "front", lens: photo.lens });
      return handlesInside(start.vault, guess.view) ? guess : { view: start.view, skin: null, found: false };
    },
    step: "head",
    // The plan lives on the head, not on the photo: the next photo of the same client already has it.
    client: kept ? consultation : null,
    news: ({ found }) =>
      (found ? "The photo is open. " : "No head could be made out for certain. ") +
      "The wire is a guess: drag the four handles until it matches." +
      (kept ? " Line, density and shade are kept from before." : ""),
  });
  if (opened) await readFace(services);
}
