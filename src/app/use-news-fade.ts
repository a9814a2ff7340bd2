/* News is about what just happened: with the next thing that a person changes it has had its time. What the app finds
   out by itself takes none of it away. Problems stay until they are sent away. */

import { useEffect } from "react";
import { useServices } from "./services.ts";

export function useNewsFade(): void {
  const { session } = useServices();
  useEffect(
    () =>
      session.store.subscribe((now, past) => {
        const changed =
          now.scene?.cursor.photo === past.scene?.cursor.photo &&
          now.scene?.document !== past.scene?.document &&
          now.history !== past.history;
        if (changed && now.news === past.news) session.hush();
      }),
    [session],
  );
}
