/* The thumbnails that are wanted, as they come. */

import { useEffect, useState } from "react";
import type { Session } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { type Thumbnail, watchThumbnails } from "./thumbnails.ts";

type Drawn<Id> = {
  readonly client: number;
  readonly pictures: ReadonlyMap<Id, ImageBitmap>;
};

/** `wanted` must stay the same function from one rendering to the next. */
export function useThumbnails<Id>(
  wanted: (session: Session) => readonly Thumbnail<Id>[],
): ReadonlyMap<Id, ImageBitmap> {
  const services = useServices();
  const client = useSession((state) => state.client);
  const [drawn, setDrawn] = useState<Drawn<Id>>({ client, pictures: new Map() });
  useEffect(
    () =>
      watchThumbnails(services, wanted, (id, picture) => {
        const now = services.session.store.getState().client;
        setDrawn(({ client: then, pictures }) => {
          // Drawn on its canvas long ago; the new one takes its place.
          pictures.get(id)?.close();
          return { client: now, pictures: new Map(then === now ? pictures : []).set(id, picture) };
        });
      }),
    [services, wanted],
  );
  // Those of the client before are not to be seen for a moment.
  return drawn.client === client ? drawn.pictures : new Map();
}
