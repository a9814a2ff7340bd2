/* Beginning with another client: what is open leaves the screen, so it is asked whether its plan is to be kept. */

import { useRef } from "react";
import { words } from "../../words/words.ts";
import { closeClient } from "../close-client.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { savePlan } from "../saving/save-picture.ts";
import { useServices } from "../services.ts";

export function NewClient() {
  const services = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const begin = (): void => {
    dialog.current?.close();
    closeClient(services);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {words("photo.newClient")}
      </button>
      <Dialog title={words("photo.newClientTitle")} dialog={dialog}>
        <p>{words("photo.newClientSays")}</p>
        <div className="buttons">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              savePlan(services);
              begin();
            }}
          >
            {words("photo.saveAndBegin")}
          </button>
          <button type="button" className="button" onClick={begin}>
            {words("photo.beginWithout")}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words("photo.stay")}
          </button>
        </div>
      </Dialog>
    </>
  );
}
