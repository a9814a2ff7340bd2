/* News is about what just happened: with the next change of the plan it has had its time. Problems stay until they are sent away. */

import { useEffect } from "react";
import { useServices } from "./services.ts";

export function useNewsFade(): void {
  const { session } = useServices();
  useEffect(
    () =>
      session.store.subscribe((now, past) => {
        const changed =
          now.consultation?.view.photo === past.consultation?.view.photo && now.consultation !== past.consultation;
        if (changed && now.note?.kind === "news" && now.note === past.note) session.set({ note: null });
      }),
    [session],
  );
}
