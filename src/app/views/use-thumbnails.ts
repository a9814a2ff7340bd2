/* The thumbnails that are wanted, as they come. */

import { useEffect, useState } from "react";
import type { Session } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { type Thumbnail, watchThumbnails } from "./thumbnails.ts";

/** `wanted` must stay the same function from one rendering to the next. */
export function useThumbnails<Id>(
  wanted: (session: Session) => readonly Thumbnail<Id>[],
): ReadonlyMap<Id, ImageBitmap> {
  const services = useServices();
  const client = useSession((state) => state.client);
  const [pictures, setPictures] = useState<ReadonlyMap<Id, ImageBitmap>>(new Map());
  useEffect(() => {
    const stop = watchThumbnails(services, wanted, (id, picture) =>
      setPictures((before) => {
        // Drawn on its canvas long ago; the new one takes its place.
        before.get(id)?.close();
        return new Map(before).set(id, picture);
      }),
    );
    return () => {
      stop();
      // Another client's are not to be seen for a moment.
      setPictures(new Map());
    };
  }, [services, wanted, client]);
  return pictures;
}
