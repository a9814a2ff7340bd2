/* A close-up's own scale: the length between two points, and what that makes of a dot. */

import { pixelsPerMm } from "../../core/head/patch.ts";
import type { Patch, View } from "../../core/head/view.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { NumberRow } from "../parts/NumberRow.tsx";
import { useServices } from "../services.ts";

/** A dot fewer pixels wide than this is a shade and no dot. */
const COARSE = 2;

type Props = { readonly view: View; readonly plan: Plan; readonly patch: Patch };

export function CloseUpRows({ view, plan, patch }: Props) {
  const { session } = useServices();
  const wide = plan.dot.diameter * pixelsPerMm(patch);
  const dot =
    wide < COARSE
      ? `A dot of ${plan.dot.diameter} mm is only ${wide.toFixed(1)} px wide here: too coarse to judge single dots.`
      : `A dot of ${plan.dot.diameter} mm is ${wide.toFixed(1)} px wide here.`;
  return (
    <>
      <NumberRow
        label="Between the two ends"
        unit="mm"
        value={Math.round(10 * patch.mm) / 10}
        least={1}
        most={300}
        step={0.5}
        onChange={(mm) => session.view({ fittedBy: "person", patch: { ...patch, mm } })}
      />
      <p className="remark">
        {view.fittedBy === "guess"
          ? "A guess: lay the two ends on something of known length, a ruler, a coin or a sticker, and type that length. "
          : "By the length that you gave; the skin is taken for flat and seen straight on. "}
        {dot}
      </p>
    </>
  );
}
