/* The pigment: a shade of the practitioner's own ladder, its
   undertone, how the sessions differ, and how a single dot looks. */

import { shadeIn } from "../../core/pigment/shades.ts";
import { undertones } from "../../core/pigment/undertone.ts";
import { type Scene, planOf } from "../../core/plan/scene.ts";
import { Choice } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { usePreference, useScene, useServices } from "../services.ts";
import { words } from "../../words/words.ts";
import { DotRows } from "./DotRows.tsx";
import { type Rising, bottlesFor, rise, risingOf, risings, shadeName } from "./ladder.ts";
import { HairRows } from "./HairRows.tsx";
import { ShadeChoice } from "./ShadeChoice.tsx";
import { ShadesDialog } from "./ShadesDialog.tsx";
import { SidesRows } from "./SidesRows.tsx";
import { SkinRows } from "./SkinRows.tsx";
import { ViewingRows } from "./ViewingRows.tsx";

const shown = (scene: Scene) => {
  const { shades, undertone } = planOf(scene);
  return [shades, undertone];
};

export function PigmentSection() {
  const { session } = useServices();
  const scene = useScene(shown);
  const own = usePreference((state) => state.shades);
  if (!scene) return null;
  const plan = planOf(scene);
  const last = plan.shades[2];
  const ladder = bottlesFor(own, plan).map(shadeIn);
  const rising = risingOf(ladder, plan);
  const [first, second, third] = plan.shades.map(shadeName);
  return (
    <Section step="pigment" title={words("step.pigment")} hint={words("pigment.hint")}>
      <ShadeChoice />
      <ShadesDialog />
      <HairRows />
      <SidesRows />
      <SkinRows />
      <p className="remark">{words("pigment.illustration")}</p>
      <Choice
        label={words("pigment.undertone")}
        look="segments"
        columns={3}
        options={undertones.map((value) => ({ value, label: words(`undertone.${value}`) }))}
        value={plan.undertone}
        onChoose={(undertone) => session.plan({ undertone, shadeBy: "person" })}
      />
      <Choice
        label={words("pigment.rising.label")}
        look="segments"
        columns={3}
        options={(Object.keys(risings) as Rising[]).map((value) => ({
          value,
          label: words(`pigment.rising.${value}`),
        }))}
        value={rising}
        onChoose={(next) => session.plan({ shades: rise(ladder, last, next) })}
      />
      <p className="remark">{words("pigment.sessions", { first, second, third })}</p>
      <DotRows />
      <ViewingRows />
    </Section>
  );
}
