/* Prepares a worker for the next client in a quiet moment: soon on
   the first screen, later when the demo or a client is open. */

import { useEffect } from "react";
import { useServices, useSession } from "./services.ts";

/** Milliseconds. */
const FIRST = 300;
const NEXT = 8000;

export function useSpareWorker(): void {
  const { pool } = useServices();
  const open = useSession((state) => state.scene !== null);
  useEffect(() => {
    const timer = setTimeout(() => pool.prepare(), open ? NEXT : FIRST);
    return () => clearTimeout(timer);
  }, [pool, open]);
}
