/* All views of the head, small and with the plan on each: the way from one to the other, and the place to add more. */

import type { View } from "../../core/head/view.ts";
import { viewsOf } from "../../core/plan/consultation.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hasClient, openFiles } from "../photo/open-file.ts";
import { useServices, useSession } from "../services.ts";
import { shortViewName, viewName } from "../words.ts";
import { SmallPicture } from "./SmallPicture.tsx";
import { ofAllViews } from "./glances.ts";
import { usePictures } from "./use-pictures.ts";

const nameOf = (view: View): string => viewName(view) + (view.fittedBy === "guess" ? ", starting guess" : "");

export function ViewStrip() {
  const services = useServices();
  const consultation = useSession((state) => state.consultation);
  const photos = useSession((state) => state.photos);
  const client = useSession(hasClient);
  const pictures = usePictures(ofAllViews);
  if (!consultation) return null;
  const views = viewsOf(consultation, [...photos.keys()]);
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <nav className="views" aria-label="Views" data-alone={views.length === 1}>
      {views.map((view) => {
        const words = (
          <>
            <SmallPicture picture={pictures.get(view.photo)} />
            <span className="view-name">
              {shortViewName(view)}
              {view.fittedBy === "guess" && "?"}
            </span>
          </>
        );
        return photos.has(view.photo) ? (
          <button
            key={view.photo}
            type="button"
            className="view"
            aria-label={nameOf(view)}
            title={photos.get(view.photo)?.name}
            aria-current={view === consultation.view}
            data-guess={view.fittedBy === "guess"}
            onClick={() => services.session.show(view.photo)}
          >
            {words}
          </button>
        ) : (
          <FileButton
            key={view.photo}
            label={`${viewName(view)}: its photo is not open, choose it`}
            className="view missing"
            onFiles={open}
          >
            {words}
          </FileButton>
        );
      })}
      {client && (
        <FileButton label="Add views" className="view add" several onFiles={open}>
          <Icon name="plus" />
          <span className="view-name">Add</span>
        </FileButton>
      )}
    </nav>
  );
}
