/* From a file to a photo on the stage with a head on it. Every way of opening goes through here, and nothing of the
   open work is touched before the new one is whole. */

import { USUAL_LENS } from "../../core/head/camera.ts";
import type { View } from "../../core/head/view.ts";
import { type Consultation, usualPlan } from "../../core/plan/consultation.ts";
import { averageHead, keptSize } from "../../core/head/scale.ts";
import { maleVault } from "../../core/head/vault.ts";
import { openPhoto } from "../../intake/open-photo.ts";
import type { PhotoFacts, Step } from "../../store/session.ts";
import type { PictureHost } from "../../workers/host.ts";
import type { SkinReading } from "../../core/photo/skin.ts";
import { failureSentence, noisySentence, photoSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { SEED } from "../warm-up.ts";
import { headBox } from "./head-box.ts";
import { startView } from "./start-view.ts";

export type Placement = { readonly view: View; readonly skin: SkinReading | null; readonly found: boolean };

export type Opening = {
  /** Finds the head's place in the photo that the worker holds. */
  readonly place: (host: PictureHost, start: Consultation, photo: PhotoFacts) => Promise<Placement>;
  readonly step: Step;
  /** What is known of the client already; without it the usual plan in the shade that suits the skin, on a head of average size. */
  readonly client: Pick<Consultation, "plan" | "vault" | "scale"> | null;
  /** What is said when the photo is open. */
  readonly news: (placement: Placement) => string;
};

/** True when the photo is open; why it is not has been said. */
export async function openWork(services: Services, file: File, opening: Opening): Promise<boolean> {
  const { session, desk, viewfinder } = services;
  const signal = desk.opening();
  let host: PictureHost | null = null;
  session.set({ busy: "Opening the photo…", note: null });
  try {
    const opened = await openPhoto(file, { signal });
    if (!opened.ok) {
      session.set({ busy: null, note: { kind: "problem", text: photoSentence(opened.reason) } });
      return false;
    }
    const { name, pixels, focal35mm, noisy } = opened.value;
    const photo: PhotoFacts = { name, width: pixels.width, height: pixels.height, lens: focal35mm };

    host = desk.begin();
    const { levels } = await host.open(pixels);
    signal.throwIfAborted();
    session.set({ busy: "Finding the head…" });
    const view = startView(photo.width, photo.height, focal35mm ?? USUAL_LENS);
    const { vault, scale, plan } = opening.client ?? { vault: maleVault, scale: averageHead, plan: usualPlan() };
    const start: Consultation = { seed: SEED, vault, scale: keptSize(vault, scale), plan, view };
    const placement = await opening.place(host, start, photo);
    signal.throwIfAborted();

    const shade = opening.client?.plan.shade ?? placement.skin?.shade ?? start.plan.shade;
    desk.take(host);
    // A guess may be far off: then the whole photo is seen, and the handles on it.
    const sure = placement.view.fittedBy !== "guess";
    viewfinder.frame(photo, levels, sure ? headBox(start.vault, placement.view) : null);
    const consultation = { ...start, view: placement.view, plan: { ...start.plan, shade } };
    session.open(photo, consultation, placement.skin, opening.step);
    session.set({ note: { kind: "news", text: noisy ? noisySentence : opening.news(placement) } });
    return true;
  } catch (reason) {
    host?.close();
    // A newer file was chosen in the meantime, and it says for itself what is going on.
    if (!signal.aborted) session.set({ busy: null, note: { kind: "problem", text: failureSentence("open", reason) } });
    return false;
  }
}
