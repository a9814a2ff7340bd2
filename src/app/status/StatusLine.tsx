/* What is going on, for eyes and screen readers alike. */

import { photoAtHand } from "../../store/session.ts";
import { useSession } from "../services.ts";

export function StatusLine() {
  const busy = useSession((state) => state.busy);
  const note = useSession((state) => state.note);
  const dots = useSession((state) => state.dots);
  const name = useSession((state) => photoAtHand(state)?.name);
  return (
    <p
      className="status"
      role="status"
      aria-live="polite"
      data-busy={busy !== null}
      data-kind={busy === null && note?.kind}
    >
      {busy ?? note?.text ?? (name ? `${dots} dots on ${name}` : "")}
    </p>
  );
}
