/* Walking from view to view, around and around; views whose photos are not open are passed over. */

import { viewsOf } from "../../core/plan/consultation.ts";
import type { Services } from "../services.ts";

export function showNext({ session }: Services, step: 1 | -1): void {
  const { consultation, photos } = session.store.getState();
  if (!consultation) return;
  const open = viewsOf(consultation).filter(({ photo }) => photos.has(photo));
  const at = open.indexOf(consultation.view);
  session.show(open[(at + step + open.length) % open.length].photo);
}
