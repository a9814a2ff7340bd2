/* The skin of the photo at hand, read anew when all is still after head, place or light were changed. */

import { photoAtHand } from "../../store/session.ts";
import type { Services } from "../services.ts";

/** Milliseconds without a change after which all is still. */
const STILL = 300;

/** Returns how to stop. */
export function watchSkin({ session, desk }: Services): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    const { consultation } = session.store.getState();
    const photo = photoAtHand(session.store.getState());
    if (!consultation || !photo) return;
    const found = await desk.host().ask<"skin">({ ask: "skin", consultation });
    if (session.store.getState().consultation?.view === consultation.view) session.read(photo.id, found);
  }

  const later = (): void => {
    clearTimeout(timer);
    // Without a reading no shade is suggested, and that is said where shades are chosen.
    timer = setTimeout(() => void read().catch(() => {}), STILL);
  };
  const stop = session.store.subscribe((now, past) => {
    if (now.consultation?.view !== past.consultation?.view || now.consultation?.vault !== past.consultation?.vault)
      later();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
