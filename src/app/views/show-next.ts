/* Walking from view to view, around and around. */

import { openViews, viewHere } from "../../store/session.ts";
import type { Services } from "../services.ts";

export function showNext({ session }: Services, step: 1 | -1): void {
  const views = openViews(session.store.getState());
  const here = viewHere(session.store.getState());
  const at = views.findIndex((view) => view === here);
  if (at >= 0) session.look({ photo: views[(at + step + views.length) % views.length].photo });
}
