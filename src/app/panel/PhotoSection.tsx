/* The photo: which one is at hand, how to add others of the same head, and how to begin with another client. */

import { useState } from "react";
import { focalPixels } from "../../core/head/camera.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import { usualPlan, withoutPhoto } from "../../core/plan/consultation.ts";
import { type Photo, type Session, photoAtHand } from "../../store/session.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { hasClient, openFiles } from "../photo/open-file.ts";
import { usePreference, useServices, useSession } from "../services.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { NewClient } from "./NewClient.tsx";

/** Another photo of the head that is open. */
const photoBeside = ({ consultation, photos }: Session): PhotoId | null =>
  consultation?.others.find(({ photo }) => photos.has(photo))?.photo ?? null;

/** The lens as on 35 mm film, and how it is known. */
function lensWords({ camera, fittedBy }: View, { lens, width, height }: Photo): string {
  const equivalent = Math.round(camera.focal / focalPixels(width, height, 1));
  return `${equivalent} mm${lens ? ", from the file" : fittedBy === "known" ? "" : ", assumed"}`;
}

export function PhotoSection() {
  const services = useServices();
  const photo = useSession(photoAtHand);
  const view = useSession((state) => state.consultation?.view);
  const next = useSession(photoBeside);
  const client = useSession(hasClient);
  const phone = useMedia(PHONE);
  const light = usePreference((preferences) => preferences.theme === "light");
  const [camera, setCamera] = useState<{ readonly ghost: Ghost | null } | null>(null);
  const retake = (): void =>
    void photoGhost(services).then(
      (ghost) => setCamera({ ghost }),
      (reason) => services.session.set({ note: { kind: "problem", text: failureSentence("draw", reason) } }),
    );
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
          <FileButton
            label={client ? "Add other views" : "Choose photos"}
            className="button"
            several
            onFiles={(files) => void openFiles(services, files)}
          >
            {client ? "Add other views" : "Choose photos"}
          </FileButton>
        )}
        {client && next !== null && (
          <button
            type="button"
            className="button"
            onClick={() => services.session.edit((now) => withoutPhoto(now, next))}
          >
            Remove this photo
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => services.session.plan({ ...usualPlan(), ...(photo?.skin ? { shade: photo.skin.shade } : {}) })}
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
      {camera && (
        <CameraDialog
          title={camera.ghost ? "Retake the photo" : "Take a photo"}
          ghost={camera.ghost}
          onUse={(file) => void openFile(services, file)}
          onClose={() => setCamera(null)}
        />
      )}
    </Section>
  );
}
