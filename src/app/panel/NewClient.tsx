/* Beginning with another client: what is open leaves the screen, so it is asked whether its plan is to be kept. */

import { useId, useRef } from "react";
import { savePlan } from "../photo/save-picture.ts";
import { useServices } from "../services.ts";

export function NewClient() {
  const services = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const begin = (): void => {
    const { session, desk, viewfinder } = services;
    dialog.current?.close();
    session.close();
    desk.clear();
    viewfinder.forget();
  };
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        New client…
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <h2 id={id}>Begin with another client?</h2>
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
      </dialog>
    </>
  );
}
