/* How much of the head is covered, how far that is blended into hair that is left, and a start from a stage. */

import { type Hairline, covers, withCover, withOwnEdge } from "../../core/hairline/hairline.ts";
import { BLEND } from "../../core/hairline/rest.ts";
import type { Vault } from "../../core/head/vault.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices } from "../services.ts";
import { FringeRow } from "./FringeRow.tsx";
import { StageButtons } from "./StageButtons.tsx";

type Props = { readonly vault: Vault; readonly hairline: Hairline; readonly flat: boolean };

export function CoverRows({ vault, hairline, flat }: Props) {
  const { session } = useServices();
  const { cover } = hairline;
  const own = withOwnEdge(vault, hairline);
  const isBlended = cover === "top" || cover === "front" || cover === "crown";
  return (
    <Disclosure label={words("line.cover")} summary={words(`cover.${cover}`)}>
      <Choice
        label={words("line.cover")}
        quiet
        look="segments"
        columns={2}
        options={covers.map((value) => ({ value, label: words(`cover.${value}`) }))}
        value={cover}
        onChoose={(next) => session.plan({ hairline: withCover(vault, hairline, next) })}
      />
      {isBlended && (
        <SliderRow
          label={words("around.blend")}
          words={words("around.mm", { mm: own.rest.blend })}
          {...BLEND}
          step={1}
          value={own.rest.blend}
          onChange={(blend) => session.plan({ hairline: { ...own, rest: { ...own.rest, blend } } })}
        />
      )}
      {!flat && <FringeRow />}
      {!flat && <StageButtons />}
    </Disclosure>
  );
}
