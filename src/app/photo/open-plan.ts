/* A plan file laid on the open photo, as one step that can be undone. */

import { readPlanFile } from "../../core/plan/plan-file.ts";
import { grown, keptSize } from "../../core/head/scale.ts";
import { planSentence } from "../messages.ts";
import type { Services } from "../services.ts";

export function openPlan({ session }: Services, text: string): void {
  const read = readPlanFile(text);
  if (!read.ok) return session.set({ note: { kind: "problem", text: planSentence(read.reason) } });
  const { photo } = session.store.getState();
  if (!photo) {
    return session.set({
      note: { kind: "problem", text: "This is a plan. Open the photo it belongs to first, then the plan." },
    });
  }
  const { seed, vault, scale, plan, view } = read.value;
  const fits = view.camera.width === photo.width && view.camera.height === photo.height;
  session.edit((current) =>
    fits
      ? { seed, vault, scale, plan, view }
      : {
          ...current,
          ...grown(current.vault, current.view, vault.halfBreadth / current.vault.halfBreadth),
          seed,
          plan,
          scale: keptSize(vault, scale),
        },
  );
  session.set({
    note: {
      kind: "news",
      text: fits
        ? "The plan is open, with the head where it was."
        : "The plan is open. It was made on another photo, so the head stays where you placed it here.",
    },
  });
}
