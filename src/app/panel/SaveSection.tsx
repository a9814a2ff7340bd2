/* What can be taken home: the picture (its button is in the bar, always at hand), and the plan. */

import type { PictureFormat } from "../../export/image-file.ts";
import { words } from "../../words/words.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { Section } from "../parts/Section.tsx";
import { openFiles } from "../opening/open-files.ts";
import { savePlan } from "../saving/save-picture.ts";
import { usePreference, useServices } from "../services.ts";

const formats = (): readonly Option<PictureFormat>[] =>
  (["png", "jpeg"] as const).map((value) => ({ value, label: words(`format.${value}`) }));

export function SaveSection() {
  const services = useServices();
  const format = usePreference((preferences) => preferences.format);
  return (
    <Section step="save" title={words("step.save")} hint={words("save.hint")}>
      <Choice
        label={words("save.format")}
        look="segments"
        columns={2}
        options={formats()}
        value={format}
        onChoose={(next) => services.preferences.setState({ format: next })}
      />
      <p className="remark">
        {words(`save.${format}`)} {words("save.says")}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => savePlan(services)}>
          {words("save.plan")}
        </button>
        <FileButton
          label={words("save.openPlan")}
          className="button"
          accept=".json,application/json"
          onFiles={(files) => void openFiles(services, files)}
        >
          {words("save.openPlanMore")}
        </FileButton>
      </div>
    </Section>
  );
}
