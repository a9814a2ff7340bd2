/* The pigment: a shade of the practitioner's own ladder, its undertone, how the sessions differ, and how a single dot looks. */

import { type Shade, dilution } from "../../core/pigment/shades.ts";
import { shavedOf } from "../../core/reading/skin.ts";
import { shadeForSides } from "../../core/pigment/match.ts";
import { undertones } from "../../core/pigment/undertone.ts";
import { type Plan, inShade } from "../../core/plan/plan.ts";
import { photoHere, planHere } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { undertoneNames } from "../words.ts";
import { DotRows } from "./DotRows.tsx";
import { SkinRows } from "./SkinRows.tsx";
import { ViewingRows } from "./ViewingRows.tsx";
import { ShadesDialog } from "./ShadesDialog.tsx";
import { ShadeSwatch } from "./ShadeSwatch.tsx";
import { usualSkin } from "./swatch-colour.ts";

const same = (a: Shade, b: Shade): boolean => a.parts === b.parts && a.name === b.name;
const nameOf = (shade: Shade): string => shade.name || dilution(shade);

/** How the first two sessions stand to the last: in its shade, or so many steps of the ladder lighter. */
const risings = {
  even: { label: "All alike", steps: [0, 0] },
  first: { label: "First lighter", steps: [1, 0] },
  rising: { label: "Step by step", steps: [2, 1] },
} as const;
type Rising = keyof typeof risings;

function rise(ladder: readonly Shade[], last: Shade, rising: Rising): Plan["shades"] {
  const at = ladder.findIndex((shade) => same(shade, last));
  const lighter = (steps: number): Shade => ladder[Math.min(ladder.length - 1, at + steps)] ?? last;
  const [first, second] = risings[rising].steps;
  return at < 0 ? [last, last, last] : [lighter(first), lighter(second), last];
}

const risingOf = (ladder: readonly Shade[], { shades }: Plan): Rising | null =>
  (Object.keys(risings) as Rising[]).find((rising) =>
    rise(ladder, shades[2], rising).every((shade, i) => same(shade, shades[i])),
  ) ?? null;

const nearestTo = (ladder: readonly Shade[], parts: number | undefined): Shade | undefined =>
  parts === undefined ? undefined : ladder.toSorted((a, b) => Math.abs(a.parts - parts) - Math.abs(b.parts - parts))[0];

export function PigmentSection() {
  const { session } = useServices();
  const plan = useSession(planHere);
  const skin = useSession((state) => photoHere(state)?.skin);
  const sides = useSession((state) => photoHere(state)?.sides);
  const own = usePreference((state) => state.shades);
  if (!plan) return null;
  const last = plan.shades[2];
  // A plan may be in a shade that this ladder does not have.
  const ladder = own.some((shade) => same(shade, last)) ? own : [...own, last].toSorted((a, b) => a.parts - b.parts);
  const shaved = shavedOf(sides ?? null);
  const matching = skin && shaved && shadeForSides(ladder, skin.rgb, shaved.rgb, plan);
  const suggested = matching ?? nearestTo(ladder, skin?.shade.parts);
  const rising = risingOf(ladder, plan);
  const options = ladder.map((shade, at) => ({
    value: String(at),
    label: nameOf(shade),
    picture: <ShadeSwatch shade={shade} skin={skin?.rgb ?? usualSkin} undertone={plan.undertone} />,
    mark: shade === suggested ? "Suggested" : undefined,
  }));
  return (
    <Section step="pigment" title="Pigment" hint="Parts of pigment to water, from dark to fair.">
      <Choice
        label="Pigment shade"
        quiet
        look="tiles"
        columns={3}
        options={options}
        value={String(ladder.findIndex((shade) => same(shade, last)))}
        onChoose={(at) => {
          const chosen = ladder[Number(at)];
          session.plan(rising ? { shades: rise(ladder, chosen, rising) } : inShade(plan, chosen));
        }}
      />
      <ShadesDialog />
      <SkinRows plan={plan} />
      <p className="remark">An illustration: how a pigment heals differs from skin to skin.</p>
      <Choice
        label="Undertone"
        look="segments"
        columns={3}
        options={undertones.map((value) => ({ value, label: undertoneNames[value] }))}
        value={plan.undertone}
        onChoose={(undertone) => session.plan({ undertone })}
      />
      <Choice
        label="Sessions 1 and 2"
        look="segments"
        columns={3}
        options={(Object.keys(risings) as Rising[]).map((value) => ({ value, label: risings[value].label }))}
        value={rising}
        onChoose={(next) => session.plan({ shades: rise(ladder, last, next) })}
      />
      <p className="remark">{plan.shades.map((shade, i) => `${i + 1}: ${nameOf(shade)}`).join(", ")}</p>
      <DotRows dot={plan.dot} />
      <ViewingRows />
    </Section>
  );
}
