/* The pigment: a shade of the practitioner's own ladder, its undertone, how the sessions differ, and how a single dot looks. */

import { nameOf as keywordOf } from "../../core/colour/css-colour.ts";
import { type Bottle, type Shade, dilution, shadeIn } from "../../core/pigment/shades.ts";
import { shavedOf } from "../../core/reading/skin.ts";
import { shadeForSides } from "../../core/pigment/match.ts";
import { undertones } from "../../core/pigment/undertone.ts";
import { type Plan, inShade } from "../../core/plan/plan.ts";
import { photoHere, planHere } from "../../store/session.ts";
import { Choice } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { BottleChip } from "./BottleChip.tsx";
import { colourWords } from "./colour-words.ts";
import { DotRows } from "./DotRows.tsx";
import { SkinRows } from "./SkinRows.tsx";
import { ViewingRows } from "./ViewingRows.tsx";
import { ShadesDialog } from "./ShadesDialog.tsx";
import { ShadeSwatch } from "./ShadeSwatch.tsx";

const same = (a: Shade, b: Shade): boolean => a.parts === b.parts && a.name === b.name;
const nameOf = (shade: Shade): string => shade.name || dilution(shade);
const labelOf = ({ colour, ...shade }: Bottle): string =>
  colour ? words("shades.bottle", { shade: nameOf(shade), colour: colourWords(keywordOf(colour)) }) : nameOf(shade);

/** How the first two sessions stand to the last: in its shade, or so many steps of the ladder lighter. */
const risings = {
  even: [0, 0],
  first: [1, 0],
  rising: [2, 1],
} as const;
type Rising = keyof typeof risings;

function rise(ladder: readonly Shade[], last: Shade, rising: Rising): Plan["shades"] {
  const at = ladder.findIndex((shade) => same(shade, last));
  const lighter = (steps: number): Shade => ladder[Math.min(ladder.length - 1, at + steps)] ?? last;
  const [first, second] = risings[rising];
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
  const bottles: readonly Bottle[] = own.some((shade) => same(shade, last))
    ? own
    : [...own, last].toSorted((a, b) => a.parts - b.parts);
  const ladder = bottles.map(shadeIn);
  const shaved = shavedOf(sides ?? null);
  const matching = skin && shaved && shadeForSides(ladder, skin.rgb, shaved.rgb, plan);
  const suggested = matching ?? nearestTo(ladder, skin?.shade.parts);
  const rising = risingOf(ladder, plan);
  const [first, second, third] = plan.shades.map(nameOf);
  const options = bottles.map((bottle, at) => ({
    value: String(at),
    label: labelOf(bottle),
    short: nameOf(bottle),
    picture: (
      <>
        <ShadeSwatch shade={bottle} skin={skin?.rgb} plan={plan} />
        {bottle.colour && <BottleChip colour={bottle.colour} />}
      </>
    ),
    mark: ladder[at] === suggested ? words("pigment.suggested") : undefined,
  }));
  return (
    <Section step="pigment" title={words("step.pigment")} hint={words("pigment.hint")}>
      <Choice
        label={words("pigment.shade")}
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
      <p className="remark">{words("pigment.illustration")}</p>
      <Choice
        label={words("pigment.undertone")}
        look="segments"
        columns={3}
        options={undertones.map((value) => ({ value, label: words(`undertone.${value}`) }))}
        value={plan.undertone}
        onChoose={(undertone) => session.plan({ undertone })}
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
      <DotRows dot={plan.dot} />
      <ViewingRows />
    </Section>
  );
}
