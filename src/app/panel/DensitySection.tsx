/* How densely: one slider, and how many dots that is in this photo. */

import { DENSITY } from "../../core/plan/plan.ts";
import { planHere } from "../../store/session.ts";
import { Digits } from "../parts/Digits.tsx";
import { RichText } from "../parts/RichText.tsx";
import { Slider } from "../parts/Slider.tsx";
import { Section } from "../parts/Section.tsx";
import { words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";

export function DensitySection() {
  const { session } = useServices();
  const density = useSession((state) => planHere(state)?.density ?? DENSITY.usual);
  const dots = useSession((state) => state.dots);
  const inGroups = () => (
    <b>
      <Digits value={dots} />
    </b>
  );
  return (
    <Section step="density" title={words("step.density")} hint={words("density.hint")}>
      <div className="row">
        <p className="reading reading-large">
          <RichText text={words("density.is", { density })} />
        </p>
        <p className="reading">
          <RichText text={words("density.inPhoto", { count: dots })} mark={inGroups} />
        </p>
      </div>
      <Slider
        label={words("density.label")}
        words={words("density.spoken", { density })}
        least={DENSITY.least}
        most={DENSITY.most}
        step={1}
        value={density}
        onChange={(next) => session.plan({ density: next })}
      />
      <div className="scale" aria-hidden="true">
        <span>{words("density.sparse", { density: DENSITY.least })}</span>
        <span>{words("density.usual", { density: DENSITY.usual })}</span>
        <span>{words("density.full", { density: DENSITY.most })}</span>
      </div>
    </Section>
  );
}
