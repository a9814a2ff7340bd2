/* How a dot looks: a look as a whole, or its size, strength and variation one by one; and the needle that makes it. */

import { DOT, type Dot, type Look, RIGHT_DEPTH, TOO_DEEP, looks, looksLike, needles } from "../../core/pigment/dot.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices, useSession } from "../services.ts";
import { planHere } from "../../store/session.ts";

/** The look that these are together; null where they have been chosen one by one. */
const lookOf = ({ diameter, strength, variation }: Dot): Look | null =>
  looks.find((look) => {
    const like = looksLike[look];
    return like.diameter === diameter && like.strength === strength && like.variation === variation;
  }) ?? null;

const needleOf = ({ diameter }: Dot): string | null => needles.find(({ leaves }) => leaves === diameter)?.name ?? null;

/** What so deep a needle does. */
function depthWords(depth: number): string {
  if (depth > TOO_DEEP) return words("dot.depthIs.tooDeep");
  if (depth < 0.35) return words("dot.depthIs.shallow");
  return words(depth === RIGHT_DEPTH ? "dot.depthIs.planned" : "dot.depthIs.within");
}

export function DotRows() {
  const { session } = useServices();
  const dot = useSession((state) => planHere(state)?.dot);
  const isGrown = useSession(({ scene }) => Boolean(scene?.document.growth));
  if (!dot) return null;
  const set = (change: Partial<Dot>): void => {
    const next = { ...dot, ...change };
    // Strength is suggested with the shade: whoever sets it has chosen.
    session.plan(next.strength === dot.strength ? { dot: next } : { dot: next, shadeBy: "person" });
  };
  return (
    <>
      <Choice
        label={words("dot.look")}
        look="segments"
        columns={3}
        options={looks.map((value) => ({ value, label: words(`look.${value}`) }))}
        value={lookOf(dot)}
        onChoose={(look) => set(looksLike[look])}
      />
      <SliderRow
        label={words("dot.diameter")}
        words={words("dot.mm", { mm: dot.diameter })}
        {...DOT.diameter}
        step={0.01}
        value={dot.diameter}
        onChange={(diameter) => set({ diameter })}
      />
      <SliderRow
        label={words("dot.strength")}
        words={words("dot.timesHundredths", { times: dot.strength })}
        {...DOT.strength}
        step={0.05}
        value={dot.strength}
        onChange={(strength) => set({ strength })}
      />
      <SliderRow
        label={words("dot.variation")}
        words={words("dot.timesTenths", { times: dot.variation })}
        {...DOT.variation}
        step={0.1}
        value={dot.variation}
        onChange={(variation) => set({ variation })}
      />
      {isGrown && (
        <SliderRow
          label={words("dot.along")}
          words={words("dot.timesHundredths", { times: dot.along })}
          {...DOT.along}
          step={0.01}
          value={dot.along}
          onChange={(along) => set({ along })}
        />
      )}
      <Choice
        label={words("dot.needle")}
        look="segments"
        columns={5}
        options={needles.map(({ name }) => ({ value: name, label: name }))}
        value={needleOf(dot)}
        onChoose={(name) => set({ diameter: needles.find((one) => one.name === name)?.leaves ?? dot.diameter })}
      />
      <SliderRow
        label={words("dot.depth")}
        words={words("dot.mm", { mm: dot.needleDepth })}
        {...DOT.needleDepth}
        step={0.05}
        value={dot.needleDepth}
        onChange={(needleDepth) => set({ needleDepth })}
      />
      <p className="remark">
        {depthWords(dot.needleDepth)} {words("dot.illustration")}
      </p>
    </>
  );
}
