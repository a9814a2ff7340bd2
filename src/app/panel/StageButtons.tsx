/* A start from a stage of hair loss: one touch covers what such heads need, to be drawn further. */

import { type Stage, atStage, ludwigStages, norwoodStages } from "../../core/hairline/stage.ts";
import { planOf, withPlan } from "../../core/plan/scene.ts";
import { words } from "../../words/words.ts";
import { useServices } from "../services.ts";

export function StageButtons() {
  const { session } = useServices();
  const begin = (stage: Stage): void =>
    session.edit((scene) => {
      const names = { crown: words("loss.crown"), thin: words("loss.thin") };
      return withPlan(scene, atStage(scene.document.vault, planOf(scene), stage, names));
    });
  const group = (label: string, stages: readonly Stage[]) => (
    <div className="stages" role="group" aria-label={label}>
      <span className="choice-name">{label}</span>
      {stages.map((stage) => (
        <button key={stage} type="button" className="button" onClick={() => begin(stage)}>
          {words(`loss.name.${stage}`)}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {group(words("loss.norwood"), norwoodStages)}
      {group(words("loss.ludwig"), ludwigStages)}
      <p className="remark">{words("loss.says")}</p>
    </>
  );
}
