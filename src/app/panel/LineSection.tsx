/* The hairline: its shape, its height, its finish, and how far the treatment reaches. */

import {
  type Cover,
  type HairlineShape,
  finishOf,
  hairlineHeight,
  hairlineOfShape,
  withShape,
} from "../../core/hairline/hairline.ts";
import { type Scene, headOf, planOf } from "../../core/plan/scene.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useScene, useServices, useSession } from "../services.ts";
import { AreaRows } from "./AreaRows.tsx";
import { FinishRows } from "./FinishRows.tsx";
import { HairlinePictogram } from "./HairlinePictogram.tsx";

const shapes = (): readonly Option<HairlineShape>[] =>
  (["natural", "straight", "winged", "widows-peak"] as const).map((value) => ({
    value,
    label: words(`shape.${value}.name`),
    picture: <HairlinePictogram shape={value} />,
  }));

const covers = (): readonly Option<Cover>[] =>
  (["scalp", "top"] as const).map((value) => ({ value, label: words(`cover.${value}`) }));

const shown = (scene: Scene) => [scene.document.vault, headOf(scene).view.patch, planOf(scene).hairline];

export function LineSection() {
  const { session } = useServices();
  const scene = useScene(shown);
  const mirror = useSession((state) => state.mirror);
  if (!scene) return null;
  const { vault, view } = headOf(scene);
  const { hairline } = planOf(scene);
  return (
    <Section step="line" title={words("step.line")} hint={words(view.patch ? "line.hintCloseUp" : "line.hint")}>
      <Choice
        label={words("line.shape")}
        quiet
        look="tiles"
        columns={4}
        options={shapes()}
        value={hairline.shape}
        onChoose={(shape) => session.plan({ hairline: withShape(vault, hairline, shape) })}
      />
      <div className="row">
        <p className="reading">
          <RichText text={words("line.height", { mm: hairlineHeight(vault, hairline) })} />
        </p>
        <button
          type="button"
          className="button plain"
          title={words("line.resetHint")}
          onClick={() => {
            const { shape, cover } = hairline;
            session.plan({ hairline: hairlineOfShape(vault, shape, cover, undefined, finishOf(hairline)) });
          }}
        >
          {words("line.reset")}
        </button>
      </div>
      <FinishRows hairline={hairline} />
      <Choice
        label={words("line.cover")}
        look="segments"
        options={covers()}
        value={hairline.cover}
        onChoose={(cover) => session.plan({ hairline: { ...hairline, cover } })}
      />
      <SwitchRow label={words("line.mirror")} checked={mirror} onChange={(next) => session.set({ mirror: next })} />
      {!view.patch && <AreaRows />}
    </Section>
  );
}
