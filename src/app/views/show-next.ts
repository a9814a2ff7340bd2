/* Walking from view to view, around and around. */

import { viewHere, viewsInLine } from "../../store/session.ts";
import type { Services } from "../services.ts";

export function showNext({ session }: Services, step: 1 | -1): void {
  const now = session.store.getState();
  const views = viewsInLine(now).filter(({ photo }) => now.photos.has(photo));
  const here = viewHere(now);
  const at = views.findIndex((view) => view === here);
  if (at >= 0) session.look({ photo: views[(at + step + views.length) % views.length].photo });
}
