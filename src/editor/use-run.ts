/* Presses of keys that follow one another closely are one gesture: it ends when they have rested a while. */

import { useCallback, useEffect, useMemo, useRef } from "react";

/** How long keys rest until their run is over, ms. */
const RESTED = 800;

/** `end`: what ends the gesture. */
export function useRun(end: () => void): {
  /** A key does something. */
  readonly goOn: () => void;
  /** It was let go. */
  readonly rest: () => void;
  /** The handle is left: the run is over. */
  readonly end: () => void;
} {
  const timer = useRef(0);
  const newest = useRef(end);
  useEffect(() => {
    newest.current = end;
  });
  const goOn = useCallback((): void => clearTimeout(timer.current), []);
  const stop = useCallback((): void => {
    goOn();
    newest.current();
  }, [goOn]);
  const rest = useCallback((): void => {
    goOn();
    timer.current = window.setTimeout(stop, RESTED);
  }, [goOn, stop]);
  useEffect(() => goOn, [goOn]);
  return useMemo(() => ({ goOn, rest, end: stop }), [goOn, rest, stop]);
}
