/* All moments of the work at once, small: one is chosen by touching it, and the strip is saved as a picture. */

import { type Moment, moments } from "../../core/pigment/healing.ts";
import { useRef } from "react";
import { useInView } from "../use-in-view.ts";
import { saveStrip } from "../saving/save-strip.ts";
import { isBusy } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { momentName, shortMomentName } from "../../words/names.ts";
import { type Thumbnail as Wanted, ofAllMoments } from "./thumbnails.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import { useThumbnails } from "./use-thumbnails.ts";

const ofNone = (): readonly Wanted<Moment>[] => [];

export function TimeStrip({ moment: here }: { readonly moment: Moment }) {
  const services = useServices();
  const busy = useSession(isBusy);
  const strip = useRef<HTMLDivElement>(null);
  // Eleven pictures are worth drawing only where they are looked at.
  const pictures = useThumbnails(useInView(strip) ? ofAllMoments : ofNone);
  return (
    <>
      <div ref={strip} className="moments" role="group" aria-label={words("views.moments")}>
        {moments.map((moment) => (
          <button
            key={moment}
            type="button"
            className="view"
            aria-label={momentName(moment)}
            aria-current={moment === here}
            onClick={() => services.session.look({ moment })}
          >
            <Thumbnail picture={pictures.get(moment)} />
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
