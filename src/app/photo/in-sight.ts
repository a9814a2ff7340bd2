/* The photo at hand is the one on the stage, whoever brought it to hand: a thumbnail, an opened file, or undo. */

import type { Viewfinder } from "../../editor/viewfinder.ts";
import { type SessionStore, photoAtHand } from "../../store/session.ts";
import { headBox } from "./head-box.ts";

/** Must listen before the stage does: pictures are asked for by how the photo lies. */
export function keepInSight({ store }: SessionStore, viewfinder: Viewfinder): void {
  store.subscribe((now, past) => {
    const photo = photoAtHand(now);
    const before = photoAtHand(past);
    if (!photo || !now.consultation || photo.id === before?.id) return;
    const { vault, view } = now.consultation;
    if (!before || !now.photos.has(before.id)) viewfinder.forget();
    // A guess may be far off: then the whole photo is seen, and the handles on it.
    viewfinder.frame(photo, view.fittedBy === "guess" ? null : headBox(vault, view));
  });
}
