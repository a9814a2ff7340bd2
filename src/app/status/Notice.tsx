/* What did not work: a sentence each over the photo, to be sent away. The status line has read it out already. */

import { Icon } from "../parts/Icon.tsx";
import { useServices, useSession } from "../services.ts";

export function Notice() {
  const { session } = useServices();
  const problems = useSession((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <div className="notices">
      {problems.map(({ id, text }) => (
        <div key={id} className="notice">
          <p aria-hidden="true">{text}</p>
          <button type="button" className="bar-button quiet" aria-label="Dismiss" onClick={() => session.dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
