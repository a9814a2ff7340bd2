/* The photo at hand and what may become of it; beginning the plan afresh, or with another client. */

import { focalPixels } from "../../core/head/camera.ts";
import type { View } from "../../core/head/view.ts";
import { inShade, usualPlan } from "../../core/plan/plan.ts";
import { type Photo, photoHere, viewHere } from "../../store/session.ts";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { hasClient } from "../opening/open-files.ts";
import { usePreference, useServices, useSession } from "../services.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { NewClient } from "./NewClient.tsx";
import { ViewButtons } from "./ViewButtons.tsx";

/** The lens as on 35 mm film, and how it is known. */
function lensWords({ camera, fittedBy }: View, { lens, width, height }: Photo): string {
  const equivalent = Math.round(camera.focal / focalPixels(width, height, 1));
  return `${equivalent} mm${lens ? ", from the file" : fittedBy === "known" ? "" : ", assumed"}`;
}

export function PhotoSection() {
  const services = useServices();
  const photo = useSession(photoHere);
  const view = useSession(viewHere);
  const client = useSession(hasClient);
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
      <ViewButtons />
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => services.session.plan(photo?.skin ? inShade(usualPlan(), photo.skin.shade) : usualPlan())}
        >
          Start the plan afresh
        </button>
        {client && <NewClient />}
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
