/* All moments of the work at once, small: one is chosen by touching it, and the strip is saved as a picture. */

import { type Moment, moments } from "../../core/pigment/healing.ts";
import { useRef } from "react";
import type { Consultation } from "../../core/plan/consultation.ts";
import { useInView } from "../use-in-view.ts";
import { saveStrip } from "../photo/save-strip.ts";
import { useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { momentName, shortMomentName } from "../names.ts";
import { type Glance, ofAllMoments } from "./glances.ts";
import { SmallPicture } from "./SmallPicture.tsx";
import { usePictures } from "./use-pictures.ts";

const ofNone = (): readonly Glance<Moment>[] => [];

export function TimeStrip({ consultation }: { readonly consultation: Consultation }) {
  const services = useServices();
  const busy = useSession((state) => state.busy !== null);
  const strip = useRef<HTMLDivElement>(null);
  // Eleven pictures are worth drawing only where they are looked at.
  const pictures = usePictures(useInView(strip) ? ofAllMoments : ofNone);
  return (
    <>
      <div ref={strip} className="moments" role="group" aria-label={words("views.moments")}>
        {moments.map((moment) => (
          <button
            key={moment}
            type="button"
            className="view"
            aria-label={momentName(moment)}
            aria-current={moment === consultation.moment}
            onClick={() => services.session.look(moment)}
          >
            <SmallPicture picture={pictures.get(moment)} />
            <span className="view-name">{shortMomentName(moment)}</span>
          </button>
        ))}
      </div>
      <div className="buttons">
        <button type="button" className="button" disabled={busy} onClick={() => void saveStrip(services)}>
          {words("views.saveMoments")}
        </button>
      </div>
    </>
  );
}
