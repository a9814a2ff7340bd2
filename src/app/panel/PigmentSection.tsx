/* The shade: a ladder of dilutions on the skin that was read off the photo. */

import { type ShadeId, shadeIds } from "../../core/pigment/shades.ts";
import { photoAtHand } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { useServices, useSession } from "../services.ts";
import { ShadeSwatch } from "./ShadeSwatch.tsx";
import { usualSkin } from "./swatch-colour.ts";

export function PigmentSection() {
  const { session } = useServices();
  const shade = useSession((state) => state.consultation?.plan.shade);
  const skin = useSession((state) => photoAtHand(state)?.skin);
  if (!shade) return null;
  const options = shadeIds.map((value: ShadeId) => ({
    value,
    label: value,
    picture: <ShadeSwatch shade={value} skin={skin?.rgb ?? usualSkin} />,
    mark: skin?.shade === value ? "Suggested" : undefined,
  }));
  return (
    <Section step="pigment" title="Pigment" hint="Parts of pigment to water, from dark to fair.">
      <Choice
        label="Pigment shade"
        quiet
        look="tiles"
        columns={3}
        options={options}
        value={shade}
        onChoose={(next) => session.plan({ shade: next })}
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
