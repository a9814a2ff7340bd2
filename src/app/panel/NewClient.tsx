/* Beginning with another client: what is open leaves the screen, so it is asked whether its plan is to be kept. */

import { useRef } from "react";
import { leaveClient } from "../opening/leave-client.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { savePlan } from "../saving/save-picture.ts";
import { useServices } from "../services.ts";

export function NewClient() {
  const services = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const begin = (): void => {
    dialog.current?.close();
    leaveClient(services);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        New client…
      </button>
      <Dialog title="Begin with another client?" dialog={dialog}>
        <p>
          Photos and plan of this one leave the screen. With the plan saved you can go on later: open the photos, then
          the plan.
        </p>
        <div className="buttons">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              savePlan(services);
              begin();
            }}
          >
            Save plan and begin
          </button>
          <button type="button" className="button" onClick={begin}>
            Begin without saving
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Stay here
          </button>
        </div>
      </Dialog>
    </>
  );
}
