/* The finish of the line: how its edge fades out in front, by name or by its numbers. */

import {
  FADE,
  type Fade,
  type Finish,
  STRAYS_AT,
  frontFinishes,
  fronts,
  nameOf,
  straysOf,
} from "../../core/hairline/finish.ts";
import { type Hairline, finishOf } from "../../core/hairline/hairline.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices } from "../services.ts";

/** Lengths of a fade, in the order in which they are met from behind; each is told in mm. */
const lengths = ["transition", "stray", "macro", "micro"] as const;

/** What the dots at the line have of those behind it. */
const looks = ["finer", "fainter"] as const;

/** What is chosen, in the folded row. */
function summaryOf({ finish }: Hairline): string {
  if (!finish) return words("finish.asSaved");
  const front = nameOf(finish.front, fronts);
  return front ? words(`finish.named.${front}`) : words("finish.own");
}

export function FinishRows({ hairline, density }: Pick<Plan, "hairline" | "density">) {
  const { session } = useServices();
  const finish = finishOf(hairline);
  const set = (change: Partial<Finish>): void =>
    session.plan({ hairline: { ...hairline, finish: { ...finish, ...change } } });
  const strays = Math.min(FADE.strays.most, straysOf(finish.front));
  const setFront = (change: Partial<Fade>): void => set({ front: { ...finish.front, ...change } });
  return (
    <Disclosure label={words("finish.label")} summary={summaryOf(hairline)}>
      <Choice
        label={words("finish.front")}
        look="segments"
        columns={4}
        options={frontFinishes.map((value) => ({ value, label: words(`finish.named.${value}`) }))}
        value={hairline.finish && nameOf(finish.front, fronts)}
        onChoose={(name) => set({ front: fronts[name] })}
      />
      <SliderRow
        label={words("finish.edge")}
        words={words("finish.share", { percent: 100 * finish.front.edge })}
        {...FADE.edge}
        step={0.05}
        value={finish.front.edge}
        onChange={(edge) => setFront({ edge })}
      />
      <SliderRow
        label={words("finish.strays")}
        words={words("finish.perCm", { dots: (strays * density) / STRAYS_AT })}
        {...FADE.strays}
        step={0.5}
        value={strays}
        onChange={(dots) => setFront({ strays: dots })}
      />
      {lengths.map((key) => (
        <SliderRow
          key={key}
          label={words(`finish.${key}`)}
          words={words("finish.mm", { mm: finish.front[key] })}
          {...FADE[key]}
          step={key === "micro" ? 0.1 : 0.5}
          value={finish.front[key]}
          onChange={(mm) => setFront({ [key]: mm })}
        />
      ))}
      {looks.map((key) => (
        <SliderRow
          key={key}
          label={words(`finish.${key}`)}
          words={words("finish.share", { percent: 100 * finish.front[key] })}
          {...FADE[key]}
          step={0.01}
          value={finish.front[key]}
          onChange={(share) => setFront({ [key]: share })}
        />
      ))}
      <p className="remark">{words(hairline.finish ? "finish.illustration" : "finish.earlier")}</p>
    </Disclosure>
  );
}
