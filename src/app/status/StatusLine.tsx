/* What is going on, for eyes and screen readers alike. */

import { doingNow, newsHere, photoHere } from "../../store/session.ts";
import { said, words } from "../../words/words.ts";
import { photoName } from "../names.ts";
import { useSession } from "../services.ts";

export function StatusLine() {
  const doing = useSession(doingNow);
  const problem = useSession((state) => state.problems.at(-1)?.says ?? null);
  const news = useSession(newsHere);
  const dots = useSession((state) => state.dots);
  const name = useSession((state) => photoHere(state)?.name);
  const says = doing ?? problem ?? news;
  return (
    <p
      className="status"
      role="status"
      aria-live="polite"
      data-busy={doing !== null}
      data-kind={doing === null && (problem !== null ? "problem" : news !== null && "news")}
    >
      {says ? said(says) : name && words("status.shown", { count: dots, photo: photoName(name) })}
    </p>
  );
}
