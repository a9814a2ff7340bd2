/* What is planned on the demo's head: the picture of the first screen is made from it as well. */

import { type Plan, usualPlan } from "../../core/plan/plan.ts";

/** He is bald on top and shaves the rest: the top is done, blended into his own hair. */
export function demoPlan(): Plan {
  const plan = usualPlan();
  return { ...plan, hairline: { ...plan.hairline, cover: "top" } };
}
