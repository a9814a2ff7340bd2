/* Walking from view to view, around and around. */

import { openViews } from "../../store/session.ts";
import type { Services } from "../services.ts";

export function showNext({ session }: Services, step: 1 | -1): void {
  const views = openViews(session.store.getState());
  const at = views.findIndex((view) => view === session.store.getState().consultation?.view);
  if (at >= 0) session.show(views[(at + step + views.length) % views.length].photo);
}
