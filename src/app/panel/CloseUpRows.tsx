/* A close-up's own scale: the length between two points, and what that makes of a dot. */

import { pixelsPerMm } from "../../core/head/patch.ts";
import type { Patch, View } from "../../core/head/view.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { NumberRow } from "../parts/NumberRow.tsx";
import { words } from "../../words/words.ts";
import { useServices } from "../services.ts";

/** A dot fewer pixels wide than this is a shade and no dot. */
const COARSE = 2;

type Props = { readonly view: View; readonly plan: Plan; readonly patch: Patch };

export function CloseUpRows({ view, plan, patch }: Props) {
  const { session } = useServices();
  const wide = plan.dot.diameter * pixelsPerMm(patch);
  const { diameter } = plan.dot;
  const dot = words(wide < COARSE ? "closeUp.coarse" : "closeUp.dot", { diameter, px: wide });
  return (
    <>
      <NumberRow
        label={words("closeUp.ends")}
        unit={words("unit.mm")}
        value={Math.round(10 * patch.mm) / 10}
        least={1}
        most={300}
        step={0.5}
        onChange={(mm) => session.view({ fittedBy: "person", patch: { ...patch, mm } })}
      />
      <p className="remark">
        {words(view.fittedBy === "guess" ? "closeUp.guess" : "closeUp.given")} {dot}
      </p>
    </>
  );
}
