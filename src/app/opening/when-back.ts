/* A photo that undo has taken away, waited for until redo brings it back. */

import type { PhotoId } from "../../core/head/view.ts";
import { viewOfPhoto } from "../../core/plan/document.ts";
import type { Session } from "../../store/session.ts";
import type { Services } from "../services.ts";

const isBack = ({ scene, photos }: Session, photo: PhotoId): boolean =>
  scene !== null && viewOfPhoto(scene.document, photo) !== undefined && photos.has(photo);

/** Whether no view shows the photo now, though its client is still open. */
export const isAway = ({ session }: Services, client: number, photo: PhotoId): boolean => {
  const now = session.store.getState();
  return now.client === client && !isBack(now, photo);
};

/** Runs once the photo is shown and open again; never for another client. */
export function whenBack({ session }: Services, client: number, photo: PhotoId, run: () => void): void {
  const stop = session.store.subscribe((now) => {
    if (now.client !== client) return stop();
    if (!isBack(now, photo)) return;
    stop();
    run();
  });
}
