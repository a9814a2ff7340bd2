/* What is said when something of ours broke, and the ways on from there. */

import { closeClient } from "../close-client.ts";
import { words } from "../../words/words.ts";
import { savePlan } from "../saving/save-picture.ts";
import { useServices, useSession } from "../services.ts";

type Props = {
  /** Going on has not helped before. */
  readonly again?: boolean;
  readonly onGoOn: () => void;
};

export function FailureWays({ again = false, onGoOn }: Props) {
  const services = useServices();
  const open = useSession(({ scene }) => scene !== null);
  const isKept = useSession((state) => state.isKept);
  const begin = (): void => {
    closeClient(services);
    onGoOn();
  };
  return (
    <>
      <p>{isKept ? words("broken.kept") : words("broken.unkept")}</p>
      {again && <p>{words("broken.again")}</p>}
      <div className="buttons">
        <button type="button" className="button primary" onClick={onGoOn}>
          {words("broken.goOn")}
        </button>
        {open && (
          <button type="button" className="button" onClick={() => savePlan(services)}>
            {words("broken.savePlan")}
          </button>
        )}
        {again && (
          <>
            <button type="button" className="button" onClick={() => location.reload()}>
              {words("broken.load")}
            </button>
            <button type="button" className="button" onClick={begin}>
              {words("broken.begin")}
            </button>
          </>
        )}
      </div>
    </>
  );
}
