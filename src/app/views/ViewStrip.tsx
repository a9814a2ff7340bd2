/* All views of the head, small and with the plan on each: the way from one to the other, and the place to add more. */

import { type View, isGuess } from "../../core/head/view.ts";
import type { Scene } from "../../core/plan/scene.ts";
import { viewsInLine } from "../../store/session.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hasClient, openFiles } from "../opening/open-files.ts";
import { useScene, useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { shortViewName, viewName } from "../../words/names.ts";
import { photoName } from "../names.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import { ofAllViews } from "./thumbnails.ts";
import { useThumbnails } from "./use-thumbnails.ts";

const nameOf = (view: View): string =>
  isGuess(view) ? words("views.guessed", { view: viewName(view) }) : viewName(view);
const shortNameOf = (view: View): string =>
  isGuess(view) ? words("views.guessMark", { view: shortViewName(view) }) : shortViewName(view);

const shown = ({ document, cursor }: Scene) => [document.views, cursor.photo];

export function ViewStrip() {
  const services = useServices();
  const scene = useScene(shown);
  const photos = useSession((state) => state.photos);
  const client = useSession(hasClient);
  const pictures = useThumbnails(ofAllViews);
  if (!scene) return null;
  const views = viewsInLine({ scene });
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <nav className="views" aria-label={words("views.label")} data-alone={views.length === 1}>
      {views.map((view) => {
        const face = (
          <>
            <Thumbnail picture={pictures.get(view.photo)} />
            <span className="view-name">{shortNameOf(view)}</span>
          </>
        );
        return photos.has(view.photo) ? (
          <button
            key={view.photo}
            type="button"
            className="view"
            aria-label={nameOf(view)}
            title={photoName(photos.get(view.photo)?.name ?? "")}
            aria-current={view.photo === scene.cursor.photo}
            data-guess={isGuess(view)}
            onClick={() => services.session.look({ photo: view.photo })}
          >
            {face}
          </button>
        ) : (
          <FileButton
            key={view.photo}
            label={words("views.missing", { view: viewName(view) })}
            className="view missing"
            onFiles={open}
          >
            {face}
          </FileButton>
        );
      })}
      {client && (
        <FileButton label={words("views.add")} className="view add" several onFiles={open}>
          <Icon name="plus" />
          <span className="view-name">{words("views.addShort")}</span>
        </FileButton>
      )}
    </nav>
  );
}
