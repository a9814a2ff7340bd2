/* Something takes a while: how far it is, and the way to stop it. Shown over the photo once it has taken long enough to be noticed. */

import { Progress } from "@base-ui/react/progress";
import { language, words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";

export function TaskProgress() {
  const { session } = useServices();
  const busy = useSession((state) => state.busy);
  const share = useSession((state) => state.task?.share ?? null);
  if (share === null) return null;
  return (
    <div className="task">
      <Progress.Root className="task-progress" value={Math.round(100 * share)} locale={language}>
        <Progress.Label>{busy}</Progress.Label>
        <Progress.Value className="task-value" />
        <Progress.Track className="task-track">
          <Progress.Indicator className="task-indicator" />
        </Progress.Track>
      </Progress.Root>
      <button type="button" className="button" onClick={() => session.store.getState().task?.cancel()}>
        {words("button.cancel")}
      </button>
    </div>
  );
}
