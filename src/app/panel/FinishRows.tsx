/* The finish of the line: how its edge fades out in front, by name or by its numbers. */

import { type Finish, frontFinishes, fronts, nameOf } from "../../core/hairline/finish.ts";
import { type Hairline, finishOf } from "../../core/hairline/hairline.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { useServices } from "../services.ts";
import { FadeRows } from "./FadeRows.tsx";

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
      <FadeRows fade={finish.front} density={density} onChange={(front) => set({ front })} />
      <p className="remark">{words(hairline.finish ? "finish.illustration" : "finish.earlier")}</p>
    </Disclosure>
  );
}
