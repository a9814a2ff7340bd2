/* Something takes a while: how far it is, and the way to stop it. Shown over the photo once it has taken long enough to be noticed. */

import { Progress } from "@base-ui/react/progress";
import { language, said, words } from "../../words/words.ts";
import { useSession } from "../services.ts";

export function TaskProgress() {
  const job = useSession(({ jobs }) => jobs.findLast(({ giveUp }) => giveUp !== null));
  if (!job) return null;
  const { doing, share, giveUp } = job;
  return (
    <div className="task">
      <Progress.Root className="task-progress" value={Math.round(100 * (share ?? 0))} locale={language}>
        <Progress.Label>{said(doing)}</Progress.Label>
        <Progress.Value className="task-value" />
        <Progress.Track className="task-track">
          <Progress.Indicator className="task-indicator" />
        </Progress.Track>
      </Progress.Root>
      <button type="button" className="button" onClick={() => giveUp?.()}>
        {words("button.cancel")}
      </button>
    </div>
  );
}
