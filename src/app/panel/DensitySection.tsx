/* How densely: one slider, and how many dots that is in this photo. */

import { DENSITY } from "../../core/plan/plan.ts";
import { planHere } from "../../store/session.ts";
import { Digits } from "../parts/Digits.tsx";
import { Slider } from "../parts/Slider.tsx";
import { Section } from "../parts/Section.tsx";
import { useServices, useSession } from "../services.ts";

export function DensitySection() {
  const { session } = useServices();
  const density = useSession((state) => planHere(state)?.density ?? DENSITY.usual);
  const dots = useSession((state) => state.dots);
  return (
    <Section step="density" title="Density" hint="Dots come and go; none moves.">
      <div className="row">
        <p className="reading reading-large">
          <b>{density}</b> dots/cm²
        </p>
        <p className="reading">
          <b>
            <Digits value={dots} />
          </b>{" "}
          dots in this photo
        </p>
      </div>
      <Slider
        label="Density"
        words={`${density} dots per square centimetre`}
        least={DENSITY.least}
        most={DENSITY.most}
        step={1}
        value={density}
        onChange={(next) => session.plan({ density: next })}
      />
      <div className="scale" aria-hidden="true">
        <span>{DENSITY.least} sparse</span>
        <span>{DENSITY.usual} usual</span>
        <span>{DENSITY.most} full</span>
      </div>
    </Section>
  );
}
