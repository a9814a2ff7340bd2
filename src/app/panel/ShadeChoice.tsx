/* The shades of the practitioner's own ladder, each as its dots would look on this skin. */

import { memo, useDeferredValue } from "react";
import { nameOf as keywordOf } from "../../core/colour/css-colour.ts";
import { shadeForSides } from "../../core/pigment/match.ts";
import { type Bottle, type Shade, shadeIn } from "../../core/pigment/shades.ts";
import { type Plan, inShade } from "../../core/plan/plan.ts";
import { shavedOf } from "../../core/reading/skin.ts";
import { photoHere, planHere } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { BottleChip } from "./BottleChip.tsx";
import { colourWords } from "./colour-words.ts";
import { bottlesFor, rise, risingOf, sameShade, shadeName } from "./ladder.ts";
import { ShadeSwatch } from "./ShadeSwatch.tsx";

const labelOf = ({ colour, ...shade }: Bottle): string =>
  colour
    ? words("shades.bottle", { shade: shadeName(shade), colour: colourWords(keywordOf(colour)) })
    : shadeName(shade);

const nearestTo = (ladder: readonly Shade[], parts: number | undefined): Shade | undefined =>
  parts === undefined ? undefined : ladder.toSorted((a, b) => Math.abs(a.parts - parts) - Math.abs(b.parts - parts))[0];

/** Every change of the plan colours all swatches anew, so they come after what the hand is on. */
export function ShadeChoice() {
  const plan = useDeferredValue(useSession(planHere));
  return plan && <ShadeTiles plan={plan} />;
}

const ShadeTiles = memo(function ShadeTiles({ plan }: { readonly plan: Plan }) {
  const { session } = useServices();
  const skin = useSession((state) => photoHere(state)?.skin);
  const sides = useSession((state) => photoHere(state)?.sides);
  const own = usePreference((state) => state.shades);
  const last = plan.shades[2];
  const bottles = bottlesFor(own, plan);
  const ladder = bottles.map(shadeIn);
  const shaved = shavedOf(sides ?? null);
  const matching = skin && shaved && shadeForSides(ladder, skin.rgb, shaved.rgb, plan);
  const suggested = matching ?? nearestTo(ladder, skin?.shade.parts);
  const rising = risingOf(ladder, plan);
  const options = bottles.map((bottle, at) => ({
    value: String(at),
    label: labelOf(bottle),
    short: shadeName(bottle),
    picture: (
      <>
        <ShadeSwatch shade={bottle} skin={skin?.rgb} plan={plan} />
        {bottle.colour && <BottleChip colour={bottle.colour} />}
      </>
    ),
    mark: ladder[at] === suggested ? words("pigment.suggested") : undefined,
  }));
  return (
    <Choice
      label={words("pigment.shade")}
      quiet
      look="tiles"
      columns={3}
      options={options}
      value={String(ladder.findIndex((shade) => sameShade(shade, last)))}
      onChoose={(at) => {
        const chosen = ladder[Number(at)];
        session.plan({ shades: rising ? rise(ladder, chosen, rising) : inShade(plan, chosen).shades });
      }}
    />
  );
});
