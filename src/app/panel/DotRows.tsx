/* How a dot looks: a look as a whole, or its size, strength and variation one by one; and the needle that makes it. */

import { DOT, type Dot, type Look, RIGHT_DEPTH, TOO_DEEP, looks, looksLike, needles } from "../../core/pigment/dot.ts";
import { Choice } from "../parts/Choice.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices } from "../services.ts";
import { lookNames } from "../words.ts";

/** The look that these are together; null where they have been chosen one by one. */
const lookOf = ({ diameter, strength, variation }: Dot): Look | null =>
  looks.find((look) => {
    const like = looksLike[look];
    return like.diameter === diameter && like.strength === strength && like.variation === variation;
  }) ?? null;

const needleOf = ({ diameter }: Dot): string | null => needles.find(({ leaves }) => leaves === diameter)?.name ?? null;

/** What so deep a needle does. */
function depthWords(depth: number): string {
  if (depth > TOO_DEEP) return "Too deep: dots spread, grow pale and turn blue, and run into each other.";
  if (depth < 0.35) return "Shallow: much of it is shed with the skin's surface.";
  return depth === RIGHT_DEPTH ? "As deep as the work is planned for." : "Within what protocols call for.";
}

export function DotRows({ dot }: { readonly dot: Dot }) {
  const { session } = useServices();
  const set = (change: Partial<Dot>): void => session.plan({ dot: { ...dot, ...change } });
  return (
    <>
      <Choice
        label="Look of the dots"
        look="segments"
        columns={3}
        options={looks.map((value) => ({ value, label: lookNames[value] }))}
        value={lookOf(dot)}
        onChoose={(look) => set(looksLike[look])}
      />
      <SliderRow
        label="Dot diameter"
        unit="mm"
        {...DOT.diameter}
        step={0.01}
        value={dot.diameter}
        onChange={(diameter) => set({ diameter })}
      />
      <SliderRow
        label="Strength"
        unit="×"
        {...DOT.strength}
        step={0.05}
        value={dot.strength}
        onChange={(strength) => set({ strength })}
      />
      <SliderRow
        label="Variation"
        unit="×"
        {...DOT.variation}
        step={0.1}
        value={dot.variation}
        onChange={(variation) => set({ variation })}
      />
      <Choice
        label="Needle"
        look="segments"
        columns={5}
        options={needles.map(({ name }) => ({ value: name, label: name }))}
        value={needleOf(dot)}
        onChoose={(name) => set({ diameter: needles.find((one) => one.name === name)?.leaves ?? dot.diameter })}
      />
      <SliderRow
        label="Depth of the needle"
        unit="mm"
        {...DOT.needleDepth}
        step={0.05}
        value={dot.needleDepth}
        onChange={(needleDepth) => set({ needleDepth })}
      />
      <p className="remark">
        {depthWords(dot.needleDepth)} An illustration: nobody has measured what needle and depth leave.
      </p>
    </>
  );
}
