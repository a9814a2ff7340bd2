/* The skin of the photo at hand, read anew when all is still after head, place or light were changed. */

import { headOf } from "../core/plan/scene.ts";
import { photoHere, viewHere } from "../store/session.ts";
import type { Services } from "./services.ts";

/** Milliseconds without a change after which all is still. */
const STILL = 300;

/** Returns how to stop. */
export function watchSkin({ session, pool }: Services): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    const { scene } = session.store.getState();
    const photo = photoHere(session.store.getState());
    if (!scene || !photo) return;
    const { vault, view } = headOf(scene);
    const found = await pool.host().ask("skin", { vault, view });
    if (viewHere(session.store.getState()) === view) session.read(photo.id, found);
  }

  const later = (): void => {
    clearTimeout(timer);
    // Without a reading no shade is suggested, and that is said where shades are chosen.
    timer = setTimeout(() => void read().catch(() => {}), STILL);
  };
  const stop = session.store.subscribe((now, past) => {
    // A photo that is open again has been read by nobody.
    const again = photoHere(past) === null && photoHere(now) !== null;
    if (again || viewHere(now) !== viewHere(past) || now.scene?.document.vault !== past.scene?.document.vault) later();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
