/* A plan file laid on the open photos, as one step that can be undone. */

import { type Consultation, seenIn, turnedTo, viewsOf, withPhoto } from "../../core/plan/consultation.ts";
import { readPlanFile } from "../../core/plan/plan-file.ts";
import { grownView, keptSize } from "../../core/head/scale.ts";
import type { View } from "../../core/head/view.ts";
import { planSentence } from "../messages.ts";
import type { Services } from "../services.ts";

export function openPlan({ session }: Services, text: string): void {
  const read = readPlanFile(text);
  if (!read.ok) return session.set({ note: { kind: "problem", text: planSentence(read.reason) } });
  const { consultation, photos } = session.store.getState();
  if (!consultation) {
    return session.set({
      note: { kind: "problem", text: "This is a plan. Open the photo it belongs to first, then the plan." },
    });
  }
  const { laid, strange } = laidOn(consultation, read.value);
  session.edit(() => laid);
  const missing = viewsOf(laid).some(({ photo }) => !photos.has(photo));
  session.set({ note: { kind: "news", text: PLACED[strange] + (missing ? ASK_FOR_MORE : "") } });
}

const PLACED = {
  none: "The plan is open, with the head where it was.",
  some: "The plan is open. In photos that it does not know the head stays where you placed it.",
  all: "The plan is open. It was made on another photo, so the head stays where you placed it here.",
} as const;
const ASK_FOR_MORE = " Not all of its photos are open: add them, and the head is where it was.";

/** The plan with its views of the open photos; `strange`: how many of these it does not know. A plan that knows none of them comes without its own. */
function laidOn(
  current: Consultation,
  plan: Consultation,
): { readonly laid: Consultation; readonly strange: keyof typeof PLACED } {
  const open = viewsOf(current);
  const ids = open.map(({ photo }) => photo);
  let laid = plan;
  const strange: View[] = [];
  for (const view of open) {
    const { width, height } = view.camera;
    const seen = seenIn(laid, { photo: view.photo, width, height }, ids);
    if (seen) laid = seen;
    else strange.push(grownView(view, plan.vault.halfBreadth / current.vault.halfBreadth));
  }
  if (strange.length === open.length) {
    const [view, ...others] = strange;
    const alone = { ...plan, view, others, scale: keptSize(plan.vault, plan.scale) };
    return { laid: turnedTo(alone, current.view.photo), strange: "all" };
  }
  const together = strange.reduce(withPhoto, laid);
  return { laid: turnedTo(together, current.view.photo), strange: strange.length > 0 ? "some" : "none" };
}
