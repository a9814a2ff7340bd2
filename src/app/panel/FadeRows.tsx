/* How one stretch of the edge fades out, number by number. */

import { FADE, type Fade, STRAYS_AT, straysOf } from "../../core/hairline/finish.ts";
import type { DotsPerCm2 } from "../../core/units.ts";
import { words } from "../../words/words.ts";
import { SliderRow } from "../parts/SliderRow.tsx";

type Props = {
  readonly fade: Fade;
  readonly density: DotsPerCm2;
  /** They stand for the sides, and say so. */
  readonly sides?: boolean;
  readonly onChange: (fade: Fade) => void;
};

/** Lengths of a fade, in the order in which they are met from behind; each is told in mm. */
const lengths = ["transition", "stray", "macro", "micro"] as const;

/** What the dots at the line have of those behind it. */
const looks = ["finer", "fainter"] as const;

export function FadeRows({ fade, density, sides = false, onChange }: Props) {
  const strays = Math.min(FADE.strays.most, straysOf(fade));
  const set = (change: Partial<Fade>): void => onChange({ ...fade, ...change });
  const label = (name: string): string => (sides ? words("finish.ofSides", { name }) : name);
  return (
    <>
      <SliderRow
        label={label(words("finish.edge"))}
        words={words("finish.share", { percent: 100 * fade.edge })}
        {...FADE.edge}
        step={0.05}
        value={fade.edge}
        onChange={(edge) => set({ edge })}
      />
      <SliderRow
        label={label(words("finish.strays"))}
        words={words("finish.perCm", { dots: (strays * density) / STRAYS_AT })}
        {...FADE.strays}
        step={0.5}
        value={strays}
        onChange={(dots) => set({ strays: dots })}
      />
      {lengths.map((key) => (
        <SliderRow
          key={key}
          label={label(words(`finish.${key}`))}
          words={words("finish.mm", { mm: fade[key] })}
          {...FADE[key]}
          step={key === "micro" ? 0.1 : 0.5}
          value={fade[key]}
          onChange={(mm) => set({ [key]: mm })}
        />
      ))}
      {looks.map((key) => (
        <SliderRow
          key={key}
          label={label(words(`finish.${key}`))}
          words={words("finish.share", { percent: 100 * fade[key] })}
          {...FADE[key]}
          step={0.01}
          value={fade[key]}
          onChange={(share) => set({ [key]: share })}
        />
      ))}
    </>
  );
}
