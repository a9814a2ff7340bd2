/* Something did not work: one sentence over the photo, to be sent away. The status line has read it out already. */

import { words } from "../../words/words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useServices, useSession } from "../services.ts";

export function Notice() {
  const { session } = useServices();
  const note = useSession((state) => state.note);
  if (note?.kind !== "problem") return null;
  return (
    <div className="notice">
      <p aria-hidden="true">{note.text}</p>
      <button
        type="button"
        className="bar-button quiet"
        aria-label={words("button.dismiss")}
        onClick={() => session.set({ note: null })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
