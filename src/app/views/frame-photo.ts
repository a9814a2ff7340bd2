/* The photo that is looked at is the one on the stage, whoever turned to it: a thumbnail, an opened file, or undo. */

import { isGuess } from "../../core/head/view.ts";
import { headOf } from "../../core/plan/scene.ts";
import type { Viewfinder } from "../../editor/viewfinder.ts";
import { type SessionStore, photoHere } from "../../store/session.ts";
import { headBox } from "./head-box.ts";

/** Must listen before the stage does: pictures are asked for by how the photo lies. */
export function framePhotoHere({ store }: SessionStore, viewfinder: Viewfinder): void {
  store.subscribe((now, past) => {
    const photo = photoHere(now);
    const before = photoHere(past);
    if (!photo || !now.scene || photo.id === before?.id) return;
    const { vault, view } = headOf(now.scene);
    if (!before || !now.photos.has(before.id)) viewfinder.forget();
    // A guess may be far off: then the whole photo is seen, and the handles on it.
    viewfinder.frame(photo, isGuess(view) ? null : headBox(vault, view));
  });
}
