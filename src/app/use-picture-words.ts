/* The picture in words, for those who do not see it. */

import { dilution } from "../core/pigment/shades.ts";
import { photoHere, planHere } from "../store/session.ts";
import { useSession } from "./services.ts";
import { shapeNames } from "./words.ts";

export function usePictureWords(): string {
  const name = useSession((state) => photoHere(state)?.name ?? "");
  const plan = useSession(planHere);
  const dots = useSession((state) => state.dots);
  const before = useSession((state) => state.before);
  if (!plan) return name;
  if (before) return `${name}, without dots`;
  return (
    `${name} with ${dots} dots: ${plan.density} dots per square centimetre, ` +
    `hairline ${shapeNames[plan.hairline.shape].toLowerCase()}, pigment ${dilution(plan.shades[2])}`
  );
}
