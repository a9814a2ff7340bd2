/* What is suggested for the client as all open photos show the skin and as the hair was said; and plans that follow it
   until a person chooses. */

import { type Proposal, proposalFor } from "../core/pigment/hair-colour.ts";
import { type Bottle, type Shade, shadeIn } from "../core/pigment/shades.ts";
import type { Document } from "../core/plan/document.ts";
import { type Plan, inShade } from "../core/plan/plan.ts";
import { clientAngle, suggestedShade } from "../core/reading/skin.ts";
import type { Session } from "../store/session.ts";
import { bottlesFor, nearestShade, rise, risingOf } from "./panel/ladder.ts";

/** Null where no photo that is open shows skin. `own`: the practitioner's bottles. */
export function suggestionNow({ scene, photos }: Session, own: readonly Bottle[]): Proposal | null {
  if (!scene) return null;
  const { views, hair } = scene.document;
  const readings = views.flatMap(({ photo }) => photos.get(photo)?.skin ?? []);
  const ita = clientAngle(readings);
  if (ita === null) return null;
  const proposal = proposalFor(suggestedShade(ita), hair);
  return { ...proposal, shade: nearestShade(own.map(shadeIn), proposal.shade) };
}

/** The plan with its shades changed: the first two sessions stand to the last as they did on the ladder. */
export function inShades(plan: Plan, chosen: Shade, own: readonly Bottle[]): Plan["shades"] {
  const ladder = bottlesFor(own, plan).map(shadeIn);
  const rising = risingOf(ladder, plan);
  return rising ? rise(ladder, chosen, rising) : inShade(plan, chosen).shades;
}

/** The plan as it is suggested, whoever chose before; the same object where nothing changes. */
export function asSuggested(plan: Plan, { shade, undertone, strength }: Proposal, own: readonly Bottle[]): Plan {
  const next: Plan = {
    ...plan,
    shades: inShades(plan, shade, own),
    shadeBy: "suggestion",
    undertone: undertone ?? plan.undertone,
    dot: strength === null ? plan.dot : { ...plan.dot, strength },
  };
  return differs(plan, next) || plan.shadeBy !== "suggestion" ? next : plan;
}

/** Whether shade, undertone or strength are others. */
export const differs = (a: Plan, b: Plan): boolean =>
  a.undertone !== b.undertone ||
  a.dot.strength !== b.dot.strength ||
  a.shades.some(({ parts, name }, i) => parts !== b.shades[i].parts || name !== b.shades[i].name);

/** The document with every plan that nobody has chosen for as it is suggested; the same where nothing changes. */
export function followed(document: Document, proposal: Proposal, own: readonly Bottle[]): Document {
  const plans = document.plans.map((plan) => (plan.shadeBy === "suggestion" ? asSuggested(plan, proposal, own) : plan));
  return plans.every((plan, i) => plan === document.plans[i])
    ? document
    : { ...document, plans: plans as [Plan, ...Plan[]] };
}
