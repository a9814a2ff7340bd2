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
import { words } from "../../words/words.ts";

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
        label={words("viewing.matte")}
        checked={matteSkin}
        onChange={(matte) => session.edit(({ document }) => ({ ...document, matteSkin: matte }))}
      />
      {edition === PRESENT ? (
        <SliderRow
          label={words("viewing.softness")}
          words={words(view.softness === read ? "viewing.pxRead" : "viewing.px", { px: view.softness })}
          least={SOFTNESS.least}
          most={4}
          step={0.05}
          value={view.softness}
          onChange={(softness) => session.view({ softness })}
        />
      ) : (
        <p className="remark">
          {words("viewing.older")}{" "}
          <button type="button" className="button plain" onClick={asToday}>
            {words("viewing.asToday")}
          </button>
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" aria-pressed={loupe} onClick={() => session.set({ loupe: !loupe })}>
          {words("viewing.loupe")}
        </button>
        <button type="button" className="button" onClick={() => viewfinder.zoomTo(lifeSize(view, cssPerMm))}>
          {words("viewing.armsLength")}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
          {words("viewing.screen")}
        </button>
      </div>
      <Dialog title={words("viewing.screenTitle")} dialog={dialog}>
        <p>{words("viewing.screenSays")}</p>
        <div className="card" style={{ width: CARD_MM * cssPerMm }} aria-hidden="true" />
        <SliderRow
          label={words("viewing.pxPerMm")}
          words={words("viewing.pxPerMmIs", { px: cssPerMm })}
          least={2}
          most={9}
          step={0.02}
          value={cssPerMm}
          onChange={(next) => preferences.setState({ cssPerMm: next })}
        />
        <div className="buttons">
          <button type="button" className="button" onClick={() => preferences.setState({ cssPerMm: CSS_PER_MM })}>
            {words("viewing.asBrowser")}
          </button>
          <button type="button" className="button primary" onClick={() => dialog.current?.close()}>
            {words("button.done")}
          </button>
        </div>
      </Dialog>
    </>
  );
}
