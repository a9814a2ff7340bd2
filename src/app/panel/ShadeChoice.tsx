/* The shades of the practitioner's own ladder, each as its dots would look on this skin. */

import { memo, useDeferredValue, useMemo } from "react";
import { nameOf as keywordOf } from "../../core/colour/css-colour.ts";
import type { Proposal } from "../../core/pigment/hair-colour.ts";
import { type Bottle, shadeIn } from "../../core/pigment/shades.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { photoHere, planHere } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { BottleChip } from "./BottleChip.tsx";
import { colourWords } from "./colour-words.ts";
import { inShades, suggestionNow } from "../suggestion.ts";
import { bottlesFor, sameShade, shadeName } from "./ladder.ts";
import { ShadeSwatch } from "./ShadeSwatch.tsx";
import { SuggestionRow } from "./SuggestionRow.tsx";

const labelOf = ({ colour, ...shade }: Bottle): string =>
  colour
    ? words("shades.bottle", { shade: shadeName(shade), colour: colourWords(keywordOf(colour)) })
    : shadeName(shade);

/** The same object until another photo is read, or the hair is said. */
function useSuggestion(own: readonly Bottle[]): Proposal | null {
  const { session } = useServices();
  const photos = useSession((state) => state.photos);
  const views = useSession((state) => state.scene?.document.views);
  const hair = useSession((state) => state.scene?.document.hair);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => suggestionNow(session.store.getState(), own), [session, photos, views, hair, own]);
}

/** Every change of the plan colours all swatches anew, so they come after what the hand is on. */
export function ShadeChoice() {
  const plan = useDeferredValue(useSession(planHere));
  return plan && <ShadeTiles plan={plan} />;
}

const ShadeTiles = memo(function ShadeTiles({ plan }: { readonly plan: Plan }) {
  const { session } = useServices();
  const skin = useSession((state) => photoHere(state)?.skin);
  const own = usePreference((state) => state.shades);
  const suggested = useSuggestion(own);
  const last = plan.shades[2];
  const bottles = bottlesFor(own, plan);
  const ladder = bottles.map(shadeIn);
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
    mark: suggested && sameShade(bottle, suggested.shade) ? words("pigment.suggested") : undefined,
  }));
  return (
    <>
      <Choice
        label={words("pigment.shade")}
        quiet
        look="tiles"
        columns={3}
        options={options}
        value={String(ladder.findIndex((shade) => sameShade(shade, last)))}
        onChoose={(at) => session.plan({ shades: inShades(plan, ladder[Number(at)], own), shadeBy: "person" })}
      />
      {suggested && <SuggestionRow {...{ plan, own }} suggestion={suggested} />}
    </>
  );
});
