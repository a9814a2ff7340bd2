/* What did not work: a sentence each over the photo, to be sent away, or to be tried again. The status line has read it
   out already. */

import { said, words } from "../../words/words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useServices, useSession } from "../services.ts";

export function Notice() {
  const { session } = useServices();
  const problems = useSession((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <div className="notices">
      {problems.map(({ id, says, again }) => (
        <div key={id} className="notice">
          <div className="notice-says">
            <p aria-hidden="true">{said(says)}</p>
            {again && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  session.dismiss(id);
                  again();
                }}
              >
                {words("button.again")}
              </button>
            )}
          </div>
          <button
            type="button"
            className="bar-button quiet"
            aria-label={words("button.dismiss")}
            onClick={() => session.dismiss(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
