/* The small pictures that are wanted, as they come. */

import { useEffect, useState } from "react";
import type { Session } from "../../store/session.ts";
import { useServices } from "../services.ts";
import { type Glance, watchGlances } from "./glances.ts";

/** `wanted` must stay the same function from one rendering to the next. */
export function usePictures<Id>(wanted: (session: Session) => readonly Glance<Id>[]): ReadonlyMap<Id, ImageBitmap> {
  const services = useServices();
  const [pictures, setPictures] = useState<ReadonlyMap<Id, ImageBitmap>>(new Map());
  useEffect(
    () =>
      watchGlances(services, wanted, (id, picture) =>
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
