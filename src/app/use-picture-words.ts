/* The picture in words, for those who do not see it. */

import { dilution } from "../core/pigment/shades.ts";
import { photoHere, planHere } from "../store/session.ts";
import { words } from "../words/words.ts";
import { photoName } from "./names.ts";
import { useSession } from "./services.ts";

export function usePictureWords(): string {
  const name = photoName(useSession((state) => photoHere(state)?.name ?? ""));
  const plan = useSession(planHere);
  const dots = useSession((state) => state.dots);
  const before = useSession((state) => state.before);
  if (!plan) return name;
  if (before) return words("picture.bare", { photo: name });
  const shape = words(`shape.${plan.hairline.shape}.within`);
  const mix = dilution(plan.shades[2]);
  return words("picture.dotted", { photo: name, count: dots, density: plan.density, shape, mix });
}
