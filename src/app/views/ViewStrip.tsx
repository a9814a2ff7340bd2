/* All views of the head, small and with the plan on each: the way from one to the other, and the place to add more. */

import { useEffect, useRef, useState } from "react";
import type { PhotoId, View } from "../../core/head/view.ts";
import { viewsOf } from "../../core/plan/consultation.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hasClient, openFiles } from "../photo/open-file.ts";
import { useServices, useSession } from "../services.ts";
import { shortViewName, viewName } from "../words.ts";
import { watchGlances } from "./glances.ts";

type Pictures = ReadonlyMap<PhotoId, ImageBitmap>;

function usePictures(): Pictures {
  const services = useServices();
  const [pictures, setPictures] = useState<Pictures>(new Map());
  useEffect(
    () =>
      watchGlances(services, (photo, picture) =>
        setPictures((before) => {
          // Drawn on its canvas long ago; the new one takes its place.
          before.get(photo)?.close();
          return new Map(before).set(photo, picture);
        }),
      ),
    [services],
  );
  return pictures;
}

function Picture({ picture }: { readonly picture: ImageBitmap | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current || !picture || picture.width === 0) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    canvas.current.getContext("2d")?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} className="view-picture" width={1} height={1} aria-hidden="true" />;
}

const nameOf = (view: View): string => viewName(view) + (view.fittedBy === "guess" ? ", starting guess" : "");

export function ViewStrip() {
  const services = useServices();
  const consultation = useSession((state) => state.consultation);
  const photos = useSession((state) => state.photos);
  const client = useSession(hasClient);
  const pictures = usePictures();
  if (!consultation) return null;
  const views = viewsOf(consultation, [...photos.keys()]);
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <nav className="views" aria-label="Views" data-alone={views.length === 1}>
      {views.map((view) => {
        const words = (
          <>
            <Picture picture={pictures.get(view.photo)} />
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
