/* The hairline: its shape, its height, and how far the treatment reaches. */

import {
  type Cover,
  type HairlineShape,
  hairlineHeight,
  hairlineOfShape,
  withShape,
} from "../../core/hairline/hairline.ts";
import { headOf, planOf } from "../../core/plan/scene.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useServices, useSession } from "../services.ts";
import { shapeNames } from "../words.ts";
import { HairlinePictogram } from "./HairlinePictogram.tsx";

const shapes: readonly Option<HairlineShape>[] = (Object.keys(shapeNames) as HairlineShape[]).map((value) => ({
  value,
  label: shapeNames[value],
  picture: <HairlinePictogram shape={value} />,
}));

const coverOptions: readonly Option<Cover>[] = [
  { value: "scalp", label: "Whole scalp" },
  { value: "top", label: "Top, down to the fringe" },
];

export function LineSection() {
  const { session } = useServices();
  const scene = useSession((state) => state.scene);
  const mirror = useSession((state) => state.mirror);
  if (!scene) return null;
  const { vault, view } = headOf(scene);
  const { hairline } = planOf(scene);
  return (
    <Section
      step="line"
      title="Line"
      hint={view.patch ? "Of the other views; a close-up shows no line." : "Choose a shape, then drag its handles."}
    >
      <Choice
        label="Hairline shape"
        quiet
        look="tiles"
        columns={4}
        options={shapes}
        value={hairline.shape}
        onChoose={(shape) => session.plan({ hairline: withShape(vault, hairline, shape) })}
      />
      <div className="row">
        <p className="reading">
          <b>{Math.round(hairlineHeight(vault, hairline))}</b> mm above the brow
        </p>
        <button
          type="button"
          className="button plain"
          title="The chosen shape at its usual place"
          onClick={() => session.plan({ hairline: hairlineOfShape(vault, hairline.shape, hairline.cover) })}
        >
          Reset line
        </button>
      </div>
      <Choice
        label="Cover"
        look="segments"
        options={coverOptions}
        value={hairline.cover}
        onChoose={(cover) => session.plan({ hairline: { ...hairline, cover } })}
      />
      <SwitchRow label="Both sides move together" checked={mirror} onChange={(next) => session.set({ mirror: next })} />
    </Section>
  );
}
