/* All views of the head, small and with the plan on each: the way from one to the other, and the place to add more. */

import type { View } from "../../core/head/view.ts";
import { inRecordOrder } from "../../core/plan/document.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hasClient, openFiles } from "../opening/open-files.ts";
import { useServices, useSession } from "../services.ts";
import { shortViewName, viewName } from "../words.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import { ofAllViews } from "./thumbnails.ts";
import { useThumbnails } from "./use-thumbnails.ts";

const nameOf = (view: View): string => viewName(view) + (view.fittedBy === "guess" ? ", starting guess" : "");

export function ViewStrip() {
  const services = useServices();
  const scene = useSession((state) => state.scene);
  const photos = useSession((state) => state.photos);
  const client = useSession(hasClient);
  const pictures = useThumbnails(ofAllViews);
  if (!scene) return null;
  const views = inRecordOrder(scene.document);
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <nav className="views" aria-label="Views" data-alone={views.length === 1}>
      {views.map((view) => {
        const words = (
          <>
            <Thumbnail picture={pictures.get(view.photo)} />
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
            aria-current={view.photo === scene.cursor.photo}
            data-guess={view.fittedBy === "guess"}
            onClick={() => services.session.look({ photo: view.photo })}
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
