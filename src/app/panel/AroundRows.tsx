/* The edge beside and behind: temples, sideburns, round the ears and the nape; or how far the work is blended into
   hair. */

import { sideFinishes, sides, nameOf } from "../../core/hairline/finish.ts";
import { type Hairline, withOwnEdge, withTemples } from "../../core/hairline/hairline.ts";
import {
  AROUND,
  type Around,
  type SideburnEnd,
  aroundOf,
  sideburnEnds,
  templeStates,
  withAround,
} from "../../core/hairline/rest.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { DotsPerCm2 } from "../../core/units.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices } from "../services.ts";
import { FadeRows } from "./FadeRows.tsx";

type Props = { readonly vault: Vault; readonly hairline: Hairline; readonly density: DotsPerCm2 };

const ends = Object.keys(sideburnEnds) as SideburnEnd[];
const lengths = ["overEar", "behindEar", "napeDrop"] as const;

/** How near a sideburn's end lies to a named one to be called so, as a share of the ear. */
const NEAR = 0.04;

export function AroundRows({ vault, hairline, density }: Props) {
  const { session } = useServices();
  const own = withOwnEdge(vault, hairline);
  const { finish, rest } = own;
  const around = aroundOf(vault, rest);
  const set = (change: Partial<Around>): void =>
    session.plan({ hairline: { ...own, rest: withAround(vault, rest, change) } });
  const end = ends.find((name) => Math.abs(sideburnEnds[name] - around.sideburn) < NEAR) ?? null;
  return (
    <Disclosure label={words("around.label")} summary={words(`around.temple.${rest.temples}`)}>
      <Choice
        label={words("around.temples")}
        look="segments"
        columns={4}
        options={templeStates.map((value) => ({ value, label: words(`around.temple.${value}`) }))}
        value={hairline.rest && rest.temples}
        onChoose={(state) => session.plan({ hairline: withTemples(vault, hairline, state) })}
      />
      <Choice
        label={words("around.sideburn")}
        look="segments"
        columns={4}
        options={ends.map((value) => ({ value, label: words(`around.end.${value}`) }))}
        value={hairline.rest && end}
        onChoose={(name) => set({ sideburn: sideburnEnds[name] })}
      />
      {lengths.map((key) => (
        <SliderRow
          key={key}
          label={words(`around.${key}`)}
          words={words("around.mm", { mm: around[key] })}
          least={AROUND[key].least}
          most={AROUND[key].most}
          step={0.5}
          value={around[key]}
          onChange={(mm) => set({ [key]: mm })}
        />
      ))}
      <Choice
        label={words("finish.sides")}
        look="segments"
        columns={3}
        options={sideFinishes.map((value) => ({ value, label: words(`finish.side.${value}`) }))}
        value={hairline.finish && nameOf(finish.sides, sides)}
        onChoose={(name) => session.plan({ hairline: { ...own, finish: { ...finish, sides: sides[name] } } })}
      />
      <Disclosure
        label={words("finish.sidesInNumbers")}
        summary={nameOf(finish.sides, sides) ? "" : words("finish.own")}
      >
        <FadeRows
          sides
          fade={finish.sides}
          density={density}
          onChange={(fade) => session.plan({ hairline: { ...own, finish: { ...finish, sides: fade } } })}
        />
      </Disclosure>
      {!hairline.rest && <p className="remark">{words("around.earlier")}</p>}
    </Disclosure>
  );
}
