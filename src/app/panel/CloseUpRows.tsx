/* A close-up's own scale: the length between two points, and what that makes of a dot. */

import { pixelsPerMm } from "../../core/head/patch.ts";
import type { Patch } from "../../core/head/view.ts";
import type { Consultation } from "../../core/plan/consultation.ts";
import { NumberRow } from "../parts/NumberRow.tsx";
import { words } from "../../words/words.ts";
import { useServices } from "../services.ts";

/** A dot fewer pixels wide than this is a shade and no dot. */
const COARSE = 2;

export function CloseUpRows({ consultation, patch }: { readonly consultation: Consultation; readonly patch: Patch }) {
  const { session } = useServices();
  const { view, plan } = consultation;
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
        onChange={(mm) => session.view({ ...view, fittedBy: "person", patch: { ...patch, mm } })}
      />
      <p className="remark">
        {words(view.fittedBy === "guess" ? "closeUp.guess" : "closeUp.given")} {dot}
      </p>
    </>
  );
}
