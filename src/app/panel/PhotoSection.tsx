/* The photo at hand and what may become of it; beginning the plan afresh, or with another client. */

import { focalPixels } from "../../core/head/camera.ts";
import type { View } from "../../core/head/view.ts";
import { type Plan, usualPlan } from "../../core/plan/plan.ts";
import { type Photo, photoHere, viewHere } from "../../store/session.ts";
import { photoName } from "../names.ts";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { hasClient } from "../opening/open-files.ts";
import { type Services, usePreference, useServices, useSession } from "../services.ts";
import { asSuggested, suggestionNow } from "../suggestion.ts";
import { words } from "../../words/words.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { NewClient } from "./NewClient.tsx";
import { TurnButtons } from "./TurnButtons.tsx";
import { ViewButtons } from "./ViewButtons.tsx";

/** The lens as on 35 mm film, and how it is known. */
function lensWords({ camera, fittedBy }: View, { lens, width, height }: Photo): string {
  const mm = camera.focal / focalPixels(width, height, 1);
  return words(`photo.lensIs.${lens ? "read" : fittedBy === "known" ? "known" : "assumed"}`, { mm });
}

/** The usual plan, as it is suggested for this client. */
function planAfresh({ session, preferences }: Services): Plan {
  const own = preferences.getState().shades;
  const suggestion = suggestionNow(session.store.getState(), own);
  return suggestion ? asSuggested(usualPlan(), suggestion, own) : usualPlan();
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
    <Section
      step="photo"
      title={words("step.photo")}
      hint={words("photo.hint")}
      summary={photo ? photoName(photo.name) : undefined}
    >
      <dl className="facts">
        <div>
          <dt>{words("photo.file")}</dt>
          <dd className="facts-name">{photo && photoName(photo.name)}</dd>
        </div>
        <div>
          <dt>{words("photo.size")}</dt>
          <dd>{photo && words("photo.sizeIs", { width: photo.width, height: photo.height, megapixels })}</dd>
        </div>
        <div>
          <dt>{words("photo.lens")}</dt>
          <dd>{view && photo ? lensWords(view, photo) : ""}</dd>
        </div>
      </dl>
      <ViewButtons />
      <TurnButtons />
      <div className="buttons">
        <button type="button" className="button" onClick={() => services.session.plan(planAfresh(services))}>
          {words("photo.afresh")}
        </button>
        {client && <NewClient />}
      </div>
      {phone && (
        <SwitchRow
          label={words("bar.lightTheme")}
          checked={light}
          onChange={(next) => services.preferences.setState({ theme: next ? "light" : "dark" })}
        />
      )}
    </Section>
  );
}
