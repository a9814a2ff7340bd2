/* The thumbnails that are wanted, as they come. */

import { useEffect, useState } from "react";
import type { Session } from "../../store/session.ts";
import { useServices } from "../services.ts";
import { type Thumbnail, watchThumbnails } from "./thumbnails.ts";

/** `wanted` must stay the same function from one rendering to the next. */
export function useThumbnails<Id>(
  wanted: (session: Session) => readonly Thumbnail<Id>[],
): ReadonlyMap<Id, ImageBitmap> {
  const services = useServices();
  const [pictures, setPictures] = useState<ReadonlyMap<Id, ImageBitmap>>(new Map());
  useEffect(
    () =>
      watchThumbnails(services, wanted, (id, picture) =>
        setPictures((before) => {
          // Drawn on its canvas long ago; the new one takes its place.
          before.get(id)?.close();
          return new Map(before).set(id, picture);
        }),
      ),
    [services, wanted],
  );
  return pictures;
}
