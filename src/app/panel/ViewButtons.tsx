/* More views of the head, and what may become of the one at hand: taken again under its own ghost, replaced by a file, or removed. */

import { useState } from "react";
import type { PhotoId } from "../../core/head/view.ts";
import { withoutPhoto } from "../../core/plan/document.ts";
import type { Session, SessionStore } from "../../store/session.ts";
import { CameraDialog } from "../camera/CameraDialog.tsx";
import type { Ghost } from "../camera/ghost.ts";
import { photoGhost } from "../camera/photo-ghost.ts";
import { words } from "../../words/words.ts";
import { reportFailure } from "../report-failure.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { hasClient, openFiles, replacePhoto } from "../opening/open-files.ts";
import { useServices, useSession } from "../services.ts";
import { PHONE, useMedia } from "../use-media.ts";

/** Another photo of the head that is open. */
const photoBeside = ({ scene, photos }: Session): PhotoId | null =>
  scene?.document.views.find(({ photo }) => photo !== scene.cursor.photo && photos.has(photo))?.photo ?? null;

/** Another photo is looked at first, so that undo comes back to the one that was removed. */
function removePhotoHere(session: SessionStore, next: PhotoId): void {
  session.edit(({ document, cursor }) => withoutPhoto(document, cursor.photo));
  session.look({ photo: next });
}

export function ViewButtons() {
  const services = useServices();
  const { session } = services;
  const client = useSession(hasClient);
  const next = useSession(photoBeside);
  const phone = useMedia(PHONE);
  // Null: the camera is off.
  const [camera, setCamera] = useState<{ readonly ghost: Ghost | null } | null>(null);
  const retake = (): void =>
    void photoGhost(services).then(
      (ghost) => setCamera({ ghost }),
      (reason) => reportFailure(session, "draw", reason),
    );
  const add = words(client ? "photo.addViews" : "photo.choose");
  return (
    <div className="buttons">
      {phone && (
        <FileButton label={add} className="button" several onFiles={(files) => void openFiles(services, files)}>
          {add}
        </FileButton>
      )}
      <button type="button" className="button" onClick={() => setCamera({ ghost: null })}>
        {words("photo.take")}
      </button>
      {client && (
        <>
          <button type="button" className="button" onClick={retake}>
            {words("photo.retake")}
          </button>
          <FileButton
            label={words("photo.replace")}
            className="button"
            onFiles={([file]) => void replacePhoto(services, file)}
          >
            {words("photo.replace")}
          </FileButton>
        </>
      )}
      {client && next !== null && (
        <button type="button" className="button" onClick={() => removePhotoHere(session, next)}>
          {words("photo.remove")}
        </button>
      )}
      {camera && (
        <CameraDialog
          title={words(camera.ghost ? "photo.retakeTitle" : "photo.take")}
          ghost={camera.ghost}
          onUse={(file) => void (camera.ghost ? replacePhoto(services, file) : openFiles(services, [file]))}
          onClose={() => setCamera(null)}
        />
      )}
    </div>
  );
}
