/* The photo: which one is open, and how to open another. */

import { focalPixels } from "../../core/head/camera.ts";
import type { View } from "../../core/head/view.ts";
import { usualPlan } from "../../core/plan/consultation.ts";
import type { PhotoFacts } from "../../store/session.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { openFile } from "../photo/open-file.ts";
import { usePreference, useServices, useSession } from "../services.ts";
import { PHONE, useMedia } from "../use-media.ts";

/** The lens as on 35 mm film, and how it is known. */
function lensWords({ camera, fittedBy }: View, { lens, width, height }: PhotoFacts): string {
  const equivalent = Math.round(camera.focal / focalPixels(width, height, 1));
  return `${equivalent} mm${lens ? ", from the file" : fittedBy === "known" ? "" : ", assumed"}`;
}

export function PhotoSection() {
  const services = useServices();
  const photo = useSession((state) => state.photo);
  const skin = useSession((state) => state.skin);
  const view = useSession((state) => state.consultation?.view);
  const phone = useMedia(PHONE);
  const light = usePreference((preferences) => preferences.theme === "light");
  const megapixels = photo ? (photo.width * photo.height) / 1e6 : 0;
  return (
    <Section step="photo" title="Photo" hint="It stays on this device." summary={photo?.name}>
      <dl className="facts">
        <div>
          <dt>File</dt>
          <dd className="facts-name">{photo?.name}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>
            {photo?.width} × {photo?.height} px, {megapixels.toFixed(1)} MP
          </dd>
        </div>
        <div>
          <dt>Lens</dt>
          <dd>{view && photo ? lensWords(view, photo) : ""}</dd>
        </div>
      </dl>
      <div className="buttons">
        {phone && (
          <FileButton label="Choose another photo" className="button" onFile={(file) => void openFile(services, file)}>
            Choose another photo
          </FileButton>
        )}
        <button
          type="button"
          className="button"
          onClick={() => services.session.plan({ ...usualPlan(), ...(skin ? { shade: skin.shade } : {}) })}
        >
          Start the plan afresh
        </button>
      </div>
      {phone && (
        <SwitchRow
          label="Light theme"
          checked={light}
          onChange={(next) => services.preferences.setState({ theme: next ? "light" : "dark" })}
        />
      )}
    </Section>
  );
}
