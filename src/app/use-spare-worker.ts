/* Prepares a worker for the next photo in a quiet moment: soon on the first screen, later when a photo is open. */

import { useEffect } from "react";
import { useServices, useSession } from "./services.ts";

/** Milliseconds. */
const FIRST = 300;
const NEXT = 8000;

export function useSpareWorker(): void {
  const { desk } = useServices();
  const photo = useSession((state) => state.photo);
  useEffect(() => {
    const timer = setTimeout(() => desk.prepare(), photo ? NEXT : FIRST);
    return () => clearTimeout(timer);
  }, [desk, photo]);
}
