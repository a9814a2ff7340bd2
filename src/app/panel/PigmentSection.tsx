/* The shade: a ladder of dilutions on the skin that was read off the photo. */

import { type Shade, dilution, tradeShades } from "../../core/pigment/shades.ts";
import { inShade } from "../../core/plan/consultation.ts";
import { photoAtHand } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { useServices, useSession } from "../services.ts";
import { ShadeSwatch } from "./ShadeSwatch.tsx";
import { usualSkin } from "./swatch-colour.ts";

export function PigmentSection() {
  const { session } = useServices();
  const plan = useSession((state) => state.consultation?.plan);
  const skin = useSession((state) => photoAtHand(state)?.skin);
  if (!plan) return null;
  const options = tradeShades.map((shade: Shade) => ({
    value: dilution(shade),
    label: dilution(shade),
    picture: <ShadeSwatch shade={shade} skin={skin?.rgb ?? usualSkin} />,
    mark: skin?.shade.parts === shade.parts ? "Suggested" : undefined,
  }));
  return (
    <Section step="pigment" title="Pigment" hint="Parts of pigment to water, from dark to fair.">
      <Choice
        label="Pigment shade"
        quiet
        look="tiles"
        columns={3}
        options={options}
        value={dilution(plan.shades[2])}
        onChoose={(next) => session.plan(inShade(plan, { parts: Number(next.slice(2)), name: "" }))}
      />
      <p className="remark">
        {skin
          ? "Suggested for the skin read off this photo. "
          : "No bare skin could be read off this photo, so no shade is suggested. "}
        An illustration: how a pigment heals differs from skin to skin.
      </p>
    </Section>
  );
}
