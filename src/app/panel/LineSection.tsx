/* The hairline: its shape, its height, its finish, and how far the treatment reaches. */

import {
  type HairlineShape,
  finishOf,
  hairlineHeight,
  hairlineOfShape,
  withShape,
} from "../../core/hairline/hairline.ts";
import { type Scene, headOf, planOf } from "../../core/plan/scene.ts";
import type { Commands } from "../commands.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { Section } from "../parts/Section.tsx";
import { useScene, useServices, useSession } from "../services.ts";
import { AroundRows } from "./AroundRows.tsx";
import { AreaRows } from "./AreaRows.tsx";
import { CoverRows } from "./CoverRows.tsx";
import { FinishRows } from "./FinishRows.tsx";
import { GuideRows } from "./GuideRows.tsx";
import { HairlinePictogram } from "./HairlinePictogram.tsx";
import { SymmetryRows } from "./SymmetryRows.tsx";

const shapes = (): readonly Option<HairlineShape>[] =>
  (["natural", "straight", "winged", "widows-peak", "mature"] as const).map((value) => ({
    value,
    label: words(`shape.${value}.name`),
    picture: <HairlinePictogram shape={value} />,
  }));

const shown = (scene: Scene) => {
  const { hairline, density } = planOf(scene);
  return [scene.document.vault, headOf(scene).view.patch, hairline, density];
};

export function LineSection({ commands }: { readonly commands: Commands }) {
  const { session } = useServices();
  const scene = useScene(shown);
  const drawing = useSession((state) => state.drawing);
  if (!scene) return null;
  const { vault, view } = headOf(scene);
  const { hairline, density } = planOf(scene);
  return (
    <Section step="line" title={words("step.line")} hint={words(view.patch ? "line.hintCloseUp" : "line.hint")}>
      <Choice
        label={words("line.shape")}
        quiet
        look="tiles"
        columns={5}
        options={shapes()}
        value={hairline.drawn ? null : hairline.shape}
        onChoose={(shape) => session.plan({ hairline: withShape(vault, hairline, shape) })}
      />
      <p className="reading">
        <RichText text={words("line.height", { mm: hairlineHeight(vault, hairline) })} />
      </p>
      <div className="buttons">
        {commands.draw.enabled() && (
          <button
            type="button"
            className="button"
            aria-pressed={drawing}
            title={words("line.drawHint")}
            onClick={commands.draw.run}
          >
            {words("command.draw")}
          </button>
        )}
        <button
          type="button"
          className="button plain"
          title={words("line.resetHint")}
          onClick={() => {
            const { shape, cover, rest } = hairline;
            const finish = finishOf(hairline);
            session.plan({ hairline: hairlineOfShape(vault, shape, cover, undefined, finish, rest?.temples) });
          }}
        >
          {words("line.reset")}
        </button>
      </div>
      {hairline.drawn && <p className="remark">{words("line.drawn")}</p>}
      <FinishRows hairline={hairline} density={density} />
      <CoverRows vault={vault} hairline={hairline} flat={view.patch !== null} />
      {hairline.cover === "scalp" && <AroundRows vault={vault} hairline={hairline} density={density} />}
      <SymmetryRows vault={vault} hairline={hairline} />
      {!view.patch && <AreaRows />}
      {!view.patch && <GuideRows command={commands.guides} />}
    </Section>
  );
}
