/* News is about what just happened: with the next change of the plan
   it has had its time. Problems stay until they are sent away. */

import { useEffect } from "react";
import { useServices } from "./services.ts";

export function useNewsFade(): void {
  const { session } = useServices();
  useEffect(
    () =>
      session.store.subscribe((now, past) => {
        const changed =
          now.scene?.cursor.photo === past.scene?.cursor.photo && now.scene?.document !== past.scene?.document;
        if (changed && now.news === past.news) session.hush();
      }),
    [session],
  );
}
