/* What can be taken home: the picture (its button is in the bar, always at hand), and the plan. */

import type { PictureFormat } from "../../export/image-file.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { Section } from "../parts/Section.tsx";
import { openFiles } from "../opening/open-files.ts";
import { savePlan } from "../saving/save-picture.ts";
import { usePreference, useServices } from "../services.ts";

const formats: readonly Option<PictureFormat>[] = [
  { value: "png", label: "PNG" },
  { value: "jpeg", label: "JPEG" },
];

export function SaveSection() {
  const services = useServices();
  const format = usePreference((preferences) => preferences.format);
  return (
    <Section step="save" title="Save" hint="“Export image” above saves the full-size picture.">
      <Choice
        label="Image format"
        look="segments"
        columns={2}
        options={formats}
        value={format}
        onChoose={(next) => services.preferences.setState({ format: next })}
      />
      <p className="remark">
        {format === "png" ? "PNG keeps every pixel." : "JPEG is smaller, and dots are a little softer."} The picture
        carries a caption that it is a simulation. The plan is a small file to go on with later.
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => savePlan(services)}>
          Save plan
        </button>
        <FileButton
          label="Open plan"
          className="button"
          accept=".json,application/json"
          onFiles={(files) => void openFiles(services, files)}
        >
          Open plan…
        </FileButton>
      </div>
    </Section>
  );
}
