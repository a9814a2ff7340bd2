/* Looking at it as large as it matters: one photo pixel on one of the screen's, or as at arm's length, on a screen whose size a bank card has told. */

import { useRef } from "react";
import { Dialog } from "../parts/Dialog.tsx";
import { SOFTNESS, type View } from "../../core/head/view.ts";
import { withPlan } from "../../core/plan/scene.ts";
import { PRESENT } from "../../core/pigment/edition.ts";
import { photoHere, planHere, viewHere } from "../../store/session.ts";
import { SliderRow } from "../parts/SliderRow.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { CARD_MM, CSS_PER_MM, lifeSize } from "../views/life-size.ts";
import { usePreference, useServices, useSession } from "../services.ts";

export function ViewingRows() {
  const { session, viewfinder, preferences } = useServices();
  const view = useSession(viewHere);
  const matteSkin = useSession((state) => state.scene?.document.matteSkin ?? false);
  const read = useSession((state) => photoHere(state)?.softness);
  const edition = useSession((state) => planHere(state)?.edition);
  const loupe = useSession((state) => state.loupe);
  const cssPerMm = usePreference((state) => state.cssPerMm);
  const dialog = useRef<HTMLDialogElement>(null);
  if (!view) return null;
  const asToday = (): void => {
    const { photos } = session.store.getState();
    const soft = (one: View): View => ({ ...one, softness: photos.get(one.photo)?.softness ?? one.softness });
    session.edit((scene) => {
      const document = withPlan(scene, { edition: PRESENT });
      return { ...document, views: document.views.map(soft) };
    });
  };
  return (
    <>
      <SwitchRow
        label="Matte skin: dots hold in highlights"
        checked={matteSkin}
        onChange={(matte) => session.edit(({ document }) => ({ ...document, matteSkin: matte }))}
      />
      {edition === PRESENT ? (
        <SliderRow
          label="Softness of this photo"
          unit={view.softness === read ? "px, as read" : "px"}
          least={SOFTNESS.least}
          most={4}
          step={0.05}
          value={view.softness}
          onChange={(softness) => session.view({ softness })}
        />
      ) : (
        <p className="remark">
          Painted as in the version that it was saved by.{" "}
          <button type="button" className="button plain" onClick={asToday}>
            Paint as today
          </button>
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" aria-pressed={loupe} onClick={() => session.set({ loupe: !loupe })}>
          Loupe, 1:1
        </button>
        <button type="button" className="button" onClick={() => viewfinder.zoomTo(lifeSize(view, cssPerMm))}>
          At arm’s length
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
          Size of this screen…
        </button>
      </div>
      <Dialog title="Size of this screen" dialog={dialog}>
        <p>
          Hold a bank card to the screen and drag until the bar is as wide. “At arm’s length” then shows the head in
          life size.
        </p>
        <div className="card" style={{ width: CARD_MM * cssPerMm }} aria-hidden="true" />
        <SliderRow
          label="Pixels to a millimetre"
          unit=""
          least={2}
          most={9}
          step={0.02}
          value={cssPerMm}
          onChange={(next) => preferences.setState({ cssPerMm: next })}
        />
        <div className="buttons">
          <button type="button" className="button" onClick={() => preferences.setState({ cssPerMm: CSS_PER_MM })}>
            As the browser says
          </button>
          <button type="button" className="button primary" onClick={() => dialog.current?.close()}>
            Done
          </button>
        </div>
      </Dialog>
    </>
  );
}
